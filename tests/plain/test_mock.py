"""A mock test, line by line: nothing is told until the end, then everything."""

from pathlib import Path

import pytest

from tests.plain.terminal import Played, plain
from tests.plain.typist import Reader, right, wrong
from tests.saves.samples import BANKS, answers_in
from tests.tui.worlds import choices, world

TOLD = ("Right", "Not yet", "Here is", "Answer: ", "Reason: ", "Source: ", "Your option: ")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)}).parent


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def sit(saves: Path, banks: Path, reader: Reader, questions: int = 3) -> Played:
    played = plain(saves, "mock", "--banks", banks, "--seed", "fox-3", "--questions", str(questions), lines=reader)
    assert (played.status, played.err) == (0, "")
    return played


def test_nothing_is_told_before_the_end(saves: Path, banks: Path) -> None:
    played = sit(saves, banks, Reader(right, wrong, "x"))
    assert played.lines[1] == "A mock test. The answers come at the end."
    before = played.out[: played.out.index("Enter to finish, u undo: ")]
    assert not [line for line in before.splitlines() if line.startswith(TOLD)]
    assert "points" not in before
    assert [one.points for one in answers_in(saves)] == [100, 0, 0]


def test_at_the_end_every_question_stands_with_its_answer_reason_and_source(saves: Path, banks: Path) -> None:
    played = sit(saves, banks, Reader(right, wrong, "x", ""))
    at = played.lines.index("Every question once more:")
    assert "Round: 1 of 3 right, 100 points." in played.lines[:at]
    first, second, third = played.out.split("Every question once more:\n")[1].split("\n\n")[:3]
    heads = [block.splitlines()[0] for block in (first, second, third)]
    assert heads == [f"Question {n} of 3. Topic: Rain." for n in (1, 2, 3)]
    assert "\nYour answer: North of " in first
    assert "\nRight, +100 points.\nReason: " in first
    assert "\nYour answer: South of " in second
    assert "\nNot yet.\nAnswer: North of " in second
    assert "\nYour option: South has no rain.\nReason: " in second
    assert "\nYou did not know.\nHere is the answer.\nAnswer: North of " in third
    assert all("\nSource: RAIN, paragraph " in block for block in (first, second, third))
    assert played.lines[-1] == "`quizgame weak --plain` practises what was missed."
    assert "To look at again:" not in played.lines  # they stand there already


def test_an_answer_that_is_taken_back_earns_its_points_as_nothing_was_told(saves: Path, banks: Path) -> None:
    played = sit(saves, banks, Reader(wrong, "u", right, right, wrong, "u", right, ""))
    assert played.lines.count("Taken back. The question again.") == 2
    assert "Round: 3 of 3 right, 300 points." in played.lines
    assert [(one.attempt, one.seen, one.points) for one in answers_in(saves)] == [
        (1, False, 100),
        (0, False, 100),
        (1, False, 100),
    ]
    assert "`quizgame weak" not in played.out


@pytest.mark.parametrize("letter", ["w", "g"])
def test_no_letter_gives_an_answer_away(saves: Path, banks: Path, letter: str) -> None:
    played = sit(saves, banks, Reader(right, letter))
    assert "That does not answer it. Please type one number from 1 to 4, or x." in played.lines
    assert "study note" not in played.out
    assert "I guessed" not in played.out


def test_a_test_that_is_left_is_told_as_far_as_it_went(saves: Path, banks: Path) -> None:
    played = sit(saves, banks, Reader(right, "q"))
    assert "Round: 1 of 1 right, 100 points." in played.lines
    assert played.out.count("Reason: ") == 1
    assert sit(saves, banks, Reader("q")).lines[-1] == "You left the round."


def test_an_ordering_is_told_card_by_card_at_the_end(saves: Path) -> None:
    lines = ["x"] * 20
    played = sit(saves, BANKS, Reader(*lines, ""), questions=20)
    before, after = played.out.split("Every question once more:")
    assert before.count("Put these events in order.") > 0
    assert after.count("Here is the order.") == before.count("Put these events in order.")


def test_help_says_that_answers_come_at_the_end(saves: Path, banks: Path) -> None:
    played = sit(saves, banks, Reader("?"))
    said = "Type your answer and press Enter. x leaves it open, u takes back, q leaves. The answers come at the end."
    assert said in played.lines
