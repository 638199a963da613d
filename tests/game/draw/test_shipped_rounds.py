"""A thousand rounds over the packs that ship with the game."""

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.game.draw.seeds import new_seed
from quizgame.game.events import Answered
from quizgame.game.play.modes import DATES, MAX_LENGTH, ORDERINGS, PRACTICE
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import start_round
from quizgame.learning.figures import Figures
from quizgame.learning.rounds import fresh_weights
from tests.game.strategies import MOMENT, all_comparable, orderings, random_response

BANKS = Path(__file__).parents[3] / "question_banks"


@pytest.fixture(scope="module")
def packs() -> Sequence[Pack]:
    found = [files.pack for files in read_library((BANKS,)).packs]
    assert found
    return found


def play(pack: Pack, rng: random.Random, answers: list[Answered]) -> None:
    """A round with random topics, length and responses; now and then an answer is taken back."""
    topics = rng.sample(pack.topics, rng.randint(1, len(pack.topics)))
    weights = fresh_weights(Figures.of(pack, answers[-200:])) if rng.random() < 0.1 else None
    length = rng.choice((1, 5, 10, 10, 10, 20, MAX_LENGTH))
    mode = rng.choice([PRACTICE] * 8 + [ORDERINGS, DATES])
    state = start_round(
        pack,
        round_id="r",
        moment=MOMENT,
        seed=new_seed(rng),
        topics=topics,
        length=length,
        mode=mode,
        weights=weights,
    )
    assert len(state.questions) <= length
    assert state.questions or mode != PRACTICE
    assert all(all_comparable([event.date for event in q.events]) for q in orderings(state.questions))
    while state.phase is not Phase.OVER:
        state, event = state.answer(random_response(state.current, rng), MOMENT + timedelta(seconds=len(answers)), 900)
        if rng.random() < 0.05:
            state, _ = state.take_back(MOMENT)
            continue
        answers.append(event)
        state = state.go_on()
    assert 0 <= state.result.points <= state.result.best_points == 100 * len(state.questions)


@pytest.mark.thorough
def test_a_thousand_rounds_are_drawn_answered_and_scored(packs: Sequence[Pack]) -> None:
    rng = random.Random(2024)
    for pack in packs:
        answers: list[Answered] = []
        for _ in range(1000 // len(packs) + 1):
            play(pack, rng, answers)
        scores = Figures.of(pack, answers).scores
        assert sum(score.answers for score in scores.values()) == sum(not answer.seen for answer in answers)
        assert all(score.answers and 0 < (score.percent or 0) < 100 for score in scores.values())
