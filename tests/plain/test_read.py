"""`quizgame read`: the outline, the notes of a topic, and a quiz on what is not known."""

from pathlib import Path

import pytest

from tests.plain.terminal import Played, play_here
from tests.tui.worlds import choices, world


@pytest.fixture
def places(tmp_path: Path) -> tuple[str | Path, ...]:
    world(tmp_path / "banks", {"rain": choices("rain", 3), "wind": choices("wind", 2)})
    return "--banks", tmp_path / "banks", "--saves", tmp_path / "saves"


def read(places: tuple[str | Path, ...], *more: str, lines: tuple[str, ...] = ()) -> Played:
    return play_here("read", *more, *places, lines=lines)


def test_without_a_topic_the_sections_are_printed_as_a_map(places: tuple[str | Path, ...]) -> None:
    played = read(places)
    assert (played.status, played.err) == (0, "")
    assert played.lines == [
        "Weather",
        "rain  Rain  ░░░░░░░░░░  0 %  ○ new  ○ 3 new",
        "wind  Wind  ░░░░░░░░░░  0 %  ○ new  ○ 2 new",
    ]


def test_notes_are_printed_with_how_far_each_has_come_and_asked_on_demand(places: tuple[str | Path, ...]) -> None:
    played = read(places, "wind", "--ask", lines=("x", "x", ""))
    assert played.lines[:3] == [
        "Wind",
        "Study notes, in our own words · in the article: WIND",
        "○ new: Rain 1 of wind falls in the north. (paragraph 1)",
    ]
    assert "Question 2 of 2. Topic: Wind." in played.lines
    assert "◐ learning: Rain 1 of wind falls in the north. (paragraph 1)" in read(places, "WIND", "--unknown").lines


def test_a_topic_that_is_not_there_is_refused(places: tuple[str | Path, ...]) -> None:
    played = read(places, "sno\x1b[2Jw")
    assert (played.status, played.out) == (2, "")
    assert played.err == "quizgame: There is no topic “sno[2Jw”. There is: rain, wind.\n"
