"""However the game ends, the terminal is as before and every answer whose verdict was seen is in the save."""

import random
import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import CTRL_C, ENTER, Terminal, soon
from tests.tui.worlds import choices, world

VERDICT = "Enter next"
"""Stands at the bottom while a verdict is shown, and not before."""


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 40)})


def one_answer(game: Terminal) -> None:
    """See the verdict on the first question."""
    game.wait_for("1 of ", "West of")
    game.send("1")
    game.wait_for(VERDICT)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str)
def test_a_signal_ends_the_game_as_if_it_had_been_left(
    tmp_path: Path, banks: Path, number: signal.Signals, status: int
) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        one_answer(game)
        game.signal(number)
        assert game.ends() == status
        assert game.left_over == []
        assert len(game.answers) == 1


def test_a_signal_before_anything_is_read_ends_the_game_too(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks) as game:
        game.until(lambda: b"Play" in game.raw)
        game.signal(signal.SIGTERM)
        assert game.ends() == 143
        assert game.left_over == []


def test_ctrl_c_stops_the_game(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        one_answer(game)
        game.send(CTRL_C)
        assert game.ends() == 130
        assert game.left_over == []
        assert len(game.answers) == 1


def test_a_window_that_is_closed_ends_the_game(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        one_answer(game)
        game.close_window()
        game.process.wait(timeout=soon())
        assert len(game.answers) == 1


BROKEN_SCREEN = """
import sys
from quizgame.cli import main
from quizgame.tui.screens.quiz import Quiz

def break_down(self):
    child_chose = self.sitting.play.current.options[0].text
    raise RuntimeError(child_chose)

Quiz.action_where = break_down
sys.exit(main(sys.argv[1:]))
"""

BROKEN_READING = """
import sys
from quizgame.cli import main
from quizgame.session import session as table

def break_down(folders, saves, wishes):
    child_chose = "West of 1"
    raise RuntimeError(child_chose)

table.open_session = break_down
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("program", [BROKEN_SCREEN, BROKEN_READING], ids=["screen", "reading"])
def test_a_fault_in_the_game_is_one_sentence_and_a_log_without_any_answer(
    tmp_path: Path, banks: Path, program: str
) -> None:
    script = tmp_path / "broken.py"
    script.write_text(program)
    with Terminal(tmp_path, "--banks", banks, "--questions", "3", script=script) as game:
        if program == BROKEN_SCREEN:
            one_answer(game)
            game.send("w")
        assert game.ends() == 1
        assert game.left_over == []
        [log] = [path for path in (tmp_path / "state").rglob("*") if path.is_file()]
        sentence = "quizgame: something went wrong, and the game had to stop. Your answers are safe."
        assert game.last_words == [f"{sentence} What happened is described in {log}."]
        report = log.read_text("utf-8")
        assert "RuntimeError" in report
        assert "in break_down" in report
        assert not any(word in report for word in ("North", "South", "East", "West", "rain", str(tmp_path)))
        assert len(game.answers) == (1 if program == BROKEN_SCREEN else 0)


def test_a_fault_is_told_even_if_its_log_cant_be_written(tmp_path: Path, banks: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text(BROKEN_READING)
    (tmp_path / "state").write_text("a file where a folder is wanted")
    with Terminal(tmp_path, "--banks", banks, script=script) as game:
        assert game.ends() == 1
        assert game.left_over == []
        assert game.last_words == ["quizgame: something went wrong, and the game had to stop. Your answers are safe."]


IMPATIENT = """
import sys
from quizgame.cli import main
from quizgame.tui.parts import held_key

held_key.SETTLE_SECONDS = held_key.REPEAT_SECONDS = 0.0
sys.exit(main(sys.argv[1:]))
"""


def play_until_killed(game: Terminal, chance: random.Random) -> int:
    """Answer one question after the other; kill the game somewhere. How many verdicts were on the screen."""
    last, moment = chance.randint(1, 12), chance.choice(["at once", "between", "when the verdict is there"])
    game.wait_for("1 of 30", "West of")
    for place in range(1, last + 1):
        game.wait_for(f"{place} of 30")
        game.wait_until_gone(VERDICT)
        game.send(chance.choice("1234x"))
        if place == last:
            break
        game.wait_for(VERDICT)
        game.send(ENTER)
    if moment == "between":
        game.read(chance.uniform(0.0, 0.05))
    elif moment == "when the verdict is there":
        game.wait_for(VERDICT)
    game.signal(signal.SIGKILL)
    game.ends()
    return last - 1 + (VERDICT in game.text)


@pytest.mark.parametrize("seed", range(5))
def test_a_game_that_is_killed_has_kept_every_answer_whose_verdict_was_seen(
    tmp_path: Path, banks: Path, seed: int
) -> None:
    script = tmp_path / "impatient.py"
    script.write_text(IMPATIENT)
    with Terminal(tmp_path, "--banks", banks, "--questions", "30", "--topics", "rain", script=script) as game:
        seen = play_until_killed(game, random.Random(seed))
        assert seen <= len(game.answers) <= seen + 1
        assert [answer.place for answer in game.answers] == list(range(len(game.answers)))
