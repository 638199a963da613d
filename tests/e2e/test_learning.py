"""Each way of learning in a real terminal: its command, one thing done with it, and the way out."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import DOWN, ENTER, ESCAPE, Terminal
from tests.packs import write_pack
from tests.tui.worlds import choices, events, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 6)})


def leave(game: Terminal) -> None:
    """Home, and out."""
    game.send("q")
    leave_home(game)


def look_at_it(game: Terminal) -> None:
    """As long as anybody would: what has just come is not taken away by Enter."""
    game.until(lambda: not game.read(0.5))


def leave_home(game: Terminal) -> None:
    """Out."""
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


def test_a_test_on_a_date_is_set_and_found_again(tmp_path: Path, banks: Path) -> None:
    for keys in (("in 10 days", ENTER), ()):
        with Terminal(tmp_path, "--banks", banks) as game:
            game.wait_for("Play", "q quit")
            game.send("p")
            game.wait_for("t test on a date")
            game.send("t")
            game.wait_for("Such as Friday", "● Rain")
            game.send(*keys)
            game.wait_for("Test on ", "a day leads to about")
            game.send(ESCAPE)
            game.wait_for("t test on a date")
            game.send(ESCAPE)
            leave_home(game)


def test_two_players_have_answers_of_their_own(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--topics", "rain", "--questions", "1") as game:
        game.wait_for("1 of 1", "? help")
        game.send("1")
        game.wait_for("Enter next")
        game.send("q")
        game.wait_for("q quit")
        game.send("w")
        game.wait_for("n new")
        game.send("n")
        game.until(lambda: "n new" not in game.text or game.text.count("▸") > 0)
        game.send(ESCAPE)
        game.wait_for("q quit")
        leave_home(game)
    players = subprocess.run(
        [sys.executable, "-m", "quizgame", "--saves", game.saves, "players"], capture_output=True, text=True, check=True
    )
    assert len(players.stdout.splitlines()) >= 2


def test_another_pack_is_chosen_in_two_keys(tmp_path: Path, banks: Path) -> None:
    write_pack(tmp_path / "banks")
    with Terminal(tmp_path, "--banks", tmp_path / "banks") as game:
        game.wait_for("Space", "q quit")
        game.send("b")
        game.wait_for("Weather", "Enter ")
        look_at_it(game)
        game.send(DOWN)
        game.wait_for("▸ Weather")
        game.send(ENTER)
        game.wait_for("Rain", "Snow", "q quit")
        leave_home(game)


def test_what_was_taken_for_something_else_twice_stands_side_by_side(tmp_path: Path) -> None:
    banks = world(tmp_path / "one", {"rain": choices("rain", 1, options=2)})
    with Terminal(tmp_path, "--banks", banks, "--topics", "rain", "--mode", "practice", "--questions", "1") as game:
        for _ in range(2):
            game.wait_for("Where does", "x don't know")
            wrong = re.search(r"(\d) +South of 1", game.text)
            assert wrong is not None
            game.send(wrong[1])
            game.wait_for("Enter next")
            look_at_it(game)
            game.send(ENTER)
            game.wait_for("0 of 1")
            look_at_it(game)
            game.send(ENTER)
        game.wait_for("Where does", "x don't know")
        game.send("q")
        game.wait_for("q quit")
        game.send("p")
        game.wait_for("m mix-ups")
        game.send("m")
        game.wait_for("North of 1", "South of 1")


def test_a_class_plays_is_killed_and_goes_on(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "class", "5b", "--banks", banks, size=(110, 40)) as game:
        game.wait_for("Start", "5b")
        look_at_it(game)
        game.send(ENTER)
        game.wait_for("Each team answers in turn", "Enter next")
        look_at_it(game)
        game.send(ENTER)
        game.wait_for("x don't know")
        game.send("x")
        game.wait_for("Enter next", "w study note")
        game.process.kill()
        game.process.wait()
    with Terminal(tmp_path, "class", "--banks", banks, size=(110, 40)) as game:
        game.wait_for("5b", "▸ Go on with the round you left")
        look_at_it(game)
        game.send(ENTER)
        game.wait_for("Enter next", "w study note")
