"""Own bests of the growing timeline: of a pack, a mode and a scope."""

import random
from collections.abc import Sequence

from quizgame.banks.pack import Pack
from quizgame.game.events import Answered
from quizgame.game.kinds.gap import PutInGap, legal_gaps
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.growing import start_growing
from quizgame.game.play.modes import DAILY, GROWING
from quizgame.game.play.phases import Phase
from quizgame.learning.figures import Figures, Part
from quizgame.learning.records import Games, Record
from tests.game.strategies import MOMENT, bank, day, days, draw, events, pack_of

PACK = pack_of(
    bank("north", events("n", [day(number) for number in range(4)])),
    bank("east", events("e", [days(number, number + 3) for number in range(4, 9)])),
)


def games(answers: Sequence[Answered], pack: Pack, mode: str, scope: str) -> Part | None:
    return Figures.of(pack, answers).parts["line"].get(f"{mode}-{scope}")


def best(answers: Sequence[Answered], pack: Pack, mode: str, scope: str) -> Record | None:
    return Figures.of(pack, answers).best(mode, scope)


def game(
    right: int, round_id: str, *, mode: str = GROWING, topics: Sequence[str] = PACK.topics, pack: Pack = PACK
) -> list[Answered]:
    """The answers of a game with so many right cards; then it is left or, after three misses, over."""
    state = start_growing(pack, topics=topics, seed=f"GROW-{round_id}", round_id=round_id, moment=MOMENT, mode=mode)
    answers: list[Answered] = []
    while state.phase is not Phase.OVER:
        gaps = legal_gaps([event.date for event in state.line], state.current.card.date)
        state, answer = state.answer(PutInGap(gaps.start) if len(answers) < right else DontKnow(), MOMENT, 5)
        answers.append(answer)
        state = state.go_on()
    return answers


def test_a_game_is_its_right_cards_and_all_that_were_placed() -> None:
    answers = [*game(5, "r1"), *game(0, "r2")]
    assert games(answers, PACK, GROWING, "all") == Games("r2", Record(0, 3), Record(5, 8))


def test_the_best_game_is_the_one_with_the_most_right_cards() -> None:
    answers = [*game(2, "r1"), *game(6, "r2"), *game(4, "r3")]
    assert best(answers, PACK, GROWING, "all") == Record(6, 8)
    assert best(answers[:5], PACK, GROWING, "all") == Record(2, 5)
    left_early = game(5, "r4")[:5]
    assert best([*answers[:5], *game(4, "r3"), *left_early], PACK, GROWING, "all") == Record(5, 5)


def test_before_the_first_game_there_is_no_best() -> None:
    assert best([], PACK, GROWING, "all") is None
    assert games([], PACK, GROWING, "all") is None
    assert best(game(0, "r1"), PACK, GROWING, "all") == Record(0, 3)


def test_each_pack_mode_and_scope_has_a_best_of_its_own() -> None:
    other = Pack("another", PACK.about, PACK.banks, PACK.revision)
    answers = [
        *game(1, "all", topics=PACK.topics),
        *game(2, "north", topics=("north",)),
        *game(3, "east", topics=("east",)),
        *game(4, "daily", mode=DAILY),
        *game(5, "elsewhere", pack=other),
    ]
    random.Random(1).shuffle(answers)
    assert best(answers, PACK, GROWING, "all") == Record(1, 4)
    assert best(answers, PACK, GROWING, "north") == Record(2, 3)
    assert best(answers, PACK, GROWING, "east") == Record(3, 4)
    assert best(answers, PACK, DAILY, "all") == Record(4, 7)
    assert best(answers, other, GROWING, "all") == Record(5, 8)
    assert best(answers, PACK, GROWING, "north+east") is None
    assert best(answers, other, DAILY, "all") is None


def test_a_topic_with_few_events_shares_the_best_of_the_whole_pack() -> None:
    pack = pack_of(*PACK.banks, bank("few", events("f", [day(40)])))
    answers = [*game(4, "mixed", topics=("few",), pack=pack), *game(3, "whole", topics=pack.topics, pack=pack)]
    assert best(answers, pack, GROWING, "all") == Record(4, 7)
    assert best(answers, pack, GROWING, "few") is None


def test_answers_of_other_rounds_are_no_games() -> None:
    ids = {question.id for question in draw(PACK, 10, 1)}
    assert ids == {"order-north", "order-east"}
    answers = game(2, "r1")
    assert games([one for one in answers if one.question in ids], PACK, GROWING, "all") is None
