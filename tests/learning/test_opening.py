"""Who begins a pack begins with what everybody should know, and with nothing that is hard to bear."""

import random

from quizgame.banks.files.read import read_library
from quizgame.game.play.modes import TODAY, RoundSettings
from quizgame.learning.figures import Figures
from quizgame.learning.opening import first_steps, opening_topic
from quizgame.learning.rounds import next_round
from tests.game.strategies import bank, fact, pack_of
from tests.learning.answers import START, answered
from tests.saves.samples import BANKS

HARD = fact("hard", importance=3).model_copy(update={"tags": ("death",)})
PACK = pack_of(
    bank("east", [HARD, fact("e1", importance=3), fact("unasked", importance=3, wordings=0)]),
    bank("north", [fact("n0"), *(fact(f"n{number}", importance=3) for number in range(1, 6))]),
    bank("south", [fact("s1"), fact("s2")]),
)


def asked(figures: Figures, seed: int, topics: tuple[str, ...] = PACK.topics) -> list[str]:
    settings = RoundSettings(topics, 6, mode=TODAY)
    drawn = next_round(figures, settings, round_id="r", moment=START, rng=random.Random(seed))
    return [question.facts[0] for question in drawn.questions]


def test_the_topic_with_most_of_it_comes_first_in_the_order_of_the_text() -> None:
    assert opening_topic(PACK, PACK.topics) == "north"
    for seed in range(20):
        facts = asked(Figures(PACK), seed)
        assert facts[0] == "n1"
        assert {"n2", "n3"} < set(facts)


def test_of_other_topics_only_these_are_asked() -> None:
    assert first_steps(PACK, ("east", "south")) == ["e1"]
    assert first_steps(PACK, ("south",)) == first_steps(PACK, ()) == []
    assert asked(Figures(PACK), 1, ("east",))[0] == "e1"


def test_after_the_first_answer_chance_has_its_turn() -> None:
    figures = Figures.of(PACK, [answered(["s1"], [True], topic="south")])
    assert len({asked(figures, seed)[0] for seed in range(20)}) > 1


def test_the_shipped_pack_begins_with_its_introduction() -> None:
    pack = read_library((BANKS,)).packs[0].pack
    assert opening_topic(pack, pack.topics) == "introduction"
    assert first_steps(pack, pack.topics)[0] == "intro-two-sides"
