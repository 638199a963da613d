"""Flashcards, line by line: the front, the back, a grade, and when the cards come again."""

import re
from pathlib import Path

import pytest

from tests.plain.terminal import Played, plain
from tests.saves.samples import answers_in
from tests.tui.worlds import choices, world

GRADES = re.compile(r"1 again (.+), 2 hard (.+), 3 good (.+), 4 easy (.+?), q leave")
TURN = ""


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)}).parent


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def deal(saves: Path, banks: Path, *lines: str, cards: int = 2) -> Played:
    played = plain(saves, "cards", "--banks", banks, "--questions", str(cards), lines=lines)
    assert (played.status, played.err) == (0, "")
    return played


def asked(played: Played) -> list[str]:
    """What stands on the front of each card, in the order in which they came."""
    return [line for line in played.lines if line.startswith("Where does rain ")]


def test_a_card_is_turned_before_its_back_is_told_and_a_grade_is_taken(saves: Path, banks: Path) -> None:
    front = deal(saves, banks)
    assert front.lines[1] == "Flashcards. Think of the answer, turn the card, and say how well you knew it."
    assert "Cards: 2." in front.lines
    assert "Card 1 of 2. Topic: Rain." in front.lines
    assert "Enter turns the card, q leave, y why this one: " in front.lines
    assert "Answer: " not in front.out
    turned = deal(saves, banks, TURN)
    assert [line.split(":")[0] for line in turned.lines[8:11]] == ["Answer", "Reason", "Source"]
    assert turned.lines[8].startswith("Answer: North of ")
    assert answers_in(saves) == []


def test_each_grade_says_when_it_brings_the_card_again_and_is_kept(saves: Path, banks: Path) -> None:
    played = deal(saves, banks, TURN, "4", TURN, "2", "")
    told = GRADES.findall(played.out)
    assert len(told) == 2
    assert told[0][0] == "tomorrow"
    assert told[0][3].startswith("in ")
    assert [(one.mode, one.kind, one.rating, one.seen) for one in answers_in(saves)] == [
        ("cards", "card", 4, False),
        ("cards", "card", 2, False),
    ]


@pytest.mark.parametrize("line", ["3", "x", "w", "g", "u", "hm"])
def test_nothing_is_graded_before_the_card_is_turned(saves: Path, banks: Path, line: str) -> None:
    played = deal(saves, banks, line)
    assert "That does not answer it. Press Enter to turn the card first." in played.lines
    assert "Answer: " not in played.out
    assert answers_in(saves) == []


@pytest.mark.parametrize("line", ["", "0", "5", "x", "w", "g", "1 2", "good"])
def test_a_turned_card_takes_a_grade_and_nothing_else(saves: Path, banks: Path, line: str) -> None:
    played = deal(saves, banks, TURN, line, "3")
    assert "That does not answer it. Please type 1, 2, 3 or 4." in played.lines
    assert [one.rating for one in answers_in(saves)] == [3]


@pytest.mark.parametrize("before", [(), (TURN,)], ids=["at the front", "at the back"])
def test_the_last_grade_is_taken_back_at_the_next_card_and_the_new_one_counts(
    saves: Path, banks: Path, before: tuple[str, ...]
) -> None:
    played = deal(saves, banks, TURN, "1", *before, "u", TURN, "3", TURN, "3", "")
    at = played.lines.index("Taken back. The card again.")
    assert played.lines[at + 1] == "Card 1 of 2. Topic: Rain."
    assert "Once more" not in played.out
    assert "2 of 2 cards known." in played.lines
    kept = [(one.place, one.attempt, one.rating, one.seen) for one in answers_in(saves)]
    assert kept == [(0, 1, 3, False), (1, 0, 3, False)]


def test_the_last_grade_is_taken_back_at_the_end_too(saves: Path, banks: Path) -> None:
    played = deal(saves, banks, TURN, "3", TURN, "1", "u", TURN, "4", "")
    assert played.out.count("Enter to finish, u undo: ") == 2
    assert "2 of 2 cards known." in played.lines
    assert [(one.place, one.attempt, one.rating) for one in answers_in(saves)] == [(0, 0, 3), (1, 1, 4)]


def test_a_card_that_was_not_known_comes_once_more_and_promises_nothing_then(saves: Path, banks: Path) -> None:
    played = deal(saves, banks, TURN, "1", TURN, "3", TURN, "4", "")
    fronts = asked(played)
    assert fronts[0] == fronts[2]
    at = played.lines.index("Once more, as you missed it a moment ago.")
    assert played.lines[at - 1 : at + 2] == ["Card 3 of 3. Topic: Rain.", played.lines[at], fronts[0]]
    assert len(GRADES.findall(played.out)) == 2
    assert "1 again, 2 hard, 3 good, 4 easy, q leave, u undo" in played.out
    assert "1 of 2 cards known." in played.lines
    assert "1 comes again tomorrow." in played.lines
    assert played.lines[-2:] == ["To look at again:", f"- {fronts[0]}"]
    assert [one.seen for one in answers_in(saves)] == [False, False, True]


def test_when_all_were_known_the_first_to_come_again_is_told(saves: Path, banks: Path) -> None:
    played = deal(saves, banks, TURN, "4", TURN, "4", "")
    days = {told[3].removeprefix("in ").split()[0] for told in GRADES.findall(played.out)}
    assert len(days) == 1
    assert played.lines[-2:] == ["2 of 2 cards known.", f"The first comes again in {days.pop()} days."]


def test_cards_that_were_left_are_summed_up_as_far_as_they_went(saves: Path, banks: Path) -> None:
    played = deal(saves, banks, TURN, "4", TURN, "q", cards=5)
    assert "You left the round. Everything you answered is kept." in played.lines
    assert "1 of 1 card known." in played.lines
    assert "`quizgame weak" not in played.out


def test_help_says_what_may_be_typed_at_a_card(saves: Path, banks: Path) -> None:
    played = deal(saves, banks, "?")
    said = "Enter turns the card; then type how well you knew it. u takes back, y says why it comes, q leaves."
    assert said in played.lines
