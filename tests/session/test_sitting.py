"""A round that is being played: what was answered is kept, and can be taken back until the next answer."""

import random

import pytest

from quizgame.game.draw.picked import Picked
from quizgame.game.events import Answered, Guessed, JournalEvent, Started, TakenBack
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.modes import TODAY
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round, round_of
from quizgame.session.sitting import Sitting
from tests.game.strategies import MOMENT, bank, fact, pack_of

PACK = pack_of(bank("north", [fact(f"f{number}") for number in range(6)]))


class Table:
    """A sitting, and what was kept of it."""

    def __init__(self) -> None:
        self.kept: list[JournalEvent] = []
        picked = Picked(PACK, PACK.topics, random.Random(1))
        for number in range(6):
            picked.add(f"f{number}")
        begun = Started("r1", MOMENT, TODAY, PACK.id, PACK.revision, "OWL-1", PACK.topics, 6)
        self.sitting: Sitting[Round] = Sitting(round_of(begun, picked.questions()), self._keep)

    def _keep(self, event: JournalEvent) -> bool:
        self.kept.append(event)
        return True

    def can_undo(self) -> bool:
        return self.sitting.can_undo

    def length(self) -> int:
        return len(self.sitting.play.questions)

    def phase(self) -> Phase:
        return self.sitting.play.phase

    def answer(self, *, right: bool) -> Answered:
        question = self.sitting.play.current
        assert isinstance(question, ChoiceQuestion)
        return self.sitting.answer(Chose(question.key) if right else DontKnow())


def test_an_answer_can_be_taken_back_after_its_verdict_was_left() -> None:
    table = Table()
    sitting = table.sitting
    assert not table.can_undo()
    table.answer(right=False)
    assert table.can_undo()
    sitting.go_on()
    assert table.length() == 7  # the miss will come again
    assert table.can_undo()
    slip = sitting.undo()
    assert (slip.place, slip.attempt) == (0, 0)
    assert (table.phase(), sitting.play.place, table.length()) == (Phase.ASKING, 0, 6)
    assert not table.can_undo()
    with pytest.raises(ValueError, match="the round waits for an answer"):
        table.sitting.undo()
    again = table.answer(right=True)
    assert (again.attempt, again.seen, again.points) == (1, True, 0)
    sitting.go_on()
    assert table.length() == 6
    assert [type(event) for event in table.kept] == [Started, Answered, TakenBack, Answered]


def test_only_the_last_answer_can_be_taken_back() -> None:
    table = Table()
    for place in range(2):
        table.answer(right=True)
        table.sitting.go_on()
        assert table.sitting.play.place == place + 1
    assert table.sitting.undo().place == 1
    assert not table.can_undo()


def test_after_the_last_question_its_answer_can_still_be_taken_back() -> None:
    table = Table()
    for _ in range(6):
        table.answer(right=True)
        table.sitting.go_on()
    assert table.phase() is Phase.OVER
    assert table.sitting.undo().place == 5
    assert table.phase() is Phase.ASKING


def test_a_guess_is_kept_and_the_round_goes_on_as_before() -> None:
    table = Table()
    answer = table.answer(right=True)
    guess = table.sitting.call_a_guess()
    assert table.kept[-1] == guess
    assert (guess.round, guess.place, guess.attempt) == (answer.round, answer.place, answer.attempt)
    assert isinstance(guess, Guessed)
    assert (table.sitting.play.result.points, table.sitting.play.result.right) == (100, 0)
    table.sitting.go_on()
    assert table.length() == 6
    with pytest.raises(ValueError, match="the round waits for"):
        table.sitting.call_a_guess()
    assert len(table.kept) == 3
