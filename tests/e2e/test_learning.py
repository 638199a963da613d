"""Each way of learning in a real terminal: its command, one thing done with it, and the way out."""

from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.tui.worlds import choices, events, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 6)})


def leave(game: Terminal) -> None:
    """Home, and out."""
    game.send("q")
    game.wait_for("q quit")
    game.send("q")
    assert game.ends() == 0


def test_a_card_is_turned_and_rated(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "cards", "--banks", banks) as game:
        game.wait_for("1 of ", "Space turn the card")
        game.until(lambda: not game.read(0.3))
        game.send(" ")
        game.until(lambda: "Space turn the card" not in game.text)
        game.send("3")
        game.wait_for("2 of ")
        leave(game)
        assert [(given.kind, given.rating) for given in game.answers] == [("card", 3)]


@pytest.mark.parametrize(("command", "mode"), [("today", "today"), ("weak", "weak")])
def test_what_is_asked_next_is_answered(tmp_path: Path, banks: Path, command: str, mode: str) -> None:
    with Terminal(tmp_path, command, "--banks", banks, "--topics", "rain") as game:
        game.wait_for("1 of ", "? help")
        game.send("1")
        game.wait_for("Enter next")
        leave(game)
        assert [given.mode for given in game.answers] == [mode]


def test_a_mock_test_says_nothing_before_its_end(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "mock", "--banks", banks, "--topics", "rain", "--questions", "2") as game:
        game.wait_for("1 of 2", "? help")
        game.send("1")
        game.wait_for("2 of 2")
        assert "your answer" not in game.text
        game.send("1")
        game.wait_for("of 2 right")
        leave(game)
        assert len(game.answers) == 2


@pytest.mark.parametrize(
    ("command", "shown"), [("progress", "After your first round"), ("read", "8 new"), ("players", "There are no saves")]
)
def test_a_page_is_told_by_its_command(tmp_path: Path, banks: Path, command: str, shown: str) -> None:
    with Terminal(tmp_path, command, "--banks", banks) as game:
        game.wait_for(shown)
