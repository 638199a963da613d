"""A whole game in a real terminal: keys, mouse, windows."""

from pathlib import Path

import pytest

from tests.e2e.terminal import DOWN, ENTER, ESCAPE, Terminal
from tests.tui.worlds import choices, events, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 6)})


def answer(terminal: Terminal, key: str) -> None:
    """Answer the question on the screen and wait for the verdict."""
    terminal.send(key)
    terminal.wait_for("Enter next")


def go_on(terminal: Terminal, place: int) -> None:
    """Press Enter, as often as it takes, until the next question is there."""
    while f"{place} of " not in terminal.text or "Enter next" in terminal.text:
        terminal.send(ENTER)
        terminal.until(lambda: not terminal.read(0.3))


def test_a_round_is_played_to_its_end_and_the_terminal_is_given_back(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3", "--topics", "rain") as game:
        game.wait_for("1 of 3")
        answer(game, "1")
        go_on(game, 2)
        answer(game, "x")
        go_on(game, 3)
        game.send(DOWN, ENTER)
        game.wait_for("Enter next")
        while "Play on" not in game.text:
            game.send(ENTER)
            game.until(lambda: not game.read(0.3))
        game.wait_for("of 3 right")
        game.send("q")
        game.wait_for("▸ Play", "not enough yet")
        game.send("q")
        assert game.ends() == 0
        assert game.left_over == []
        assert game.last_words == []
        assert [given.place for given in game.answers] == [0, 1, 2]
        assert [given.response is None for given in game.answers] == [False, True, False]


def test_home_comes_first_and_enter_plays(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks) as game:
        game.wait_for("Weather", "▸ Play", "Play today's")
        game.send(ENTER)
        game.wait_for("1 of ", "answer")
        game.send(ESCAPE)
        game.wait_for("▸ Play")
        game.send("q")
        assert game.ends() == 0
        assert game.left_over == []


def test_the_mouse_answers_and_cards_are_dragged(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--topics", "rain", "--questions", "1") as game:
        game.wait_for("1 of 1", "West of", "? help")
        game.until(lambda: not game.read(0.3))  # nothing moves any more
        game.click("West of")
        game.wait_for("Enter next", "your answer")
        assert "your answer" in next(line for line in game.lines if "West of" in line)


def test_sixty_enters_in_one_go_answer_one_question_and_leave_its_feedback(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--topics", "rain", "--questions", "3") as game:
        game.wait_for("1 of 3", "West of")
        game.send(DOWN)
        game.until(lambda: "▸ 1" in game.text)
        game.send(ENTER * 60)
        game.wait_for("Enter next")
        game.until(lambda: not game.read(1.0))
        game.wait_for("1 of 3", "Enter next")
        game.send("q")
        game.wait_for("▸ Go on with your round", "q quit")
        game.send("q")
        assert game.ends() == 0
        assert len(game.answers) == 1


def test_a_window_that_is_too_small_says_so_and_loses_nothing(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--topics", "rain", "--questions", "3") as game:
        game.wait_for("1 of 3", "West of")
        game.send(DOWN)
        game.until(lambda: "▸ 1" in game.text)
        game.resize(40, 8)
        game.wait_for("This window is 40×8.")
        game.send("2", ENTER)
        game.resize(100, 30)
        game.wait_for("1 of 3", "▸ 1", "West of")
        game.send("1")
        game.wait_for("Enter next")
