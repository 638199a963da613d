"""`quizgame history`: the last rounds, and every answer of one."""

from pathlib import Path

import pytest

from tests.plain.terminal import plain, play_here
from tests.tui.worlds import choices, world


@pytest.fixture
def places(tmp_path: Path) -> tuple[str | Path, ...]:
    world(tmp_path / "banks", {"rain": choices("rain", 4)})
    return "--banks", tmp_path / "banks", "--saves", tmp_path / "saves"


def test_rounds_are_listed_and_each_can_be_looked_at(places: tuple[str | Path, ...], tmp_path: Path) -> None:
    assert play_here("history", *places).lines == [
        "Weather. The rounds that you play will stand here, each to be looked at question by question."
    ]
    for count in (1, 2):
        more = ("--questions", str(count), "--seed", "OWL-7")
        plain(tmp_path / "saves", *places[:2], *more, lines=["x"] * count + [""])
    listed = play_here("history", *places)
    assert listed.lines[0] == "Weather. Rounds you played"
    assert [line.split()[0] for line in listed.lines[1:]] == ["1", "2"]
    assert "0 of 2 right" in listed.lines[1]
    looked = play_here("history", "2", *places)
    assert (looked.status, looked.err) == (0, "")
    assert looked.lines[0].startswith("Practice, today ")
    assert looked.lines[2].startswith("○ 1. Where does rain")
    assert looked.lines[3] == "You did not know"
    assert looked.lines[4].startswith("Answer: North of ")


@pytest.mark.parametrize("number", ["0", "3", "-1", "x", "\x1b[2J", "9" * 5000])
def test_a_round_that_is_not_there_is_refused(places: tuple[str | Path, ...], number: str) -> None:
    played = play_here("history", number, *places)
    assert (played.status, played.out) == (2, "")
    assert played.err.count("\n") == 1
    assert "Error" not in played.err
