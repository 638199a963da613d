"""Signals: those that end the game leave a sane terminal, and those that stop and continue it leave a working game."""

import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.terminal import ENTER, Terminal, soon
from tests.tui.worlds import choices, world

CTRL_Z = "\x1a"


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)})


ENDING = [signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1, signal.SIGALRM]


@pytest.mark.parametrize("number", ENDING, ids=str)
def test_whatever_signal_ends_the_game_the_terminal_is_as_before(
    tmp_path: Path, banks: Path, number: signal.Signals
) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        game.wait_for("1 of 3", "West of")
        game.send("1")
        game.wait_for("Enter next")
        game.signal(number)
        assert game.ends() == 128 + number
        assert game.left_over == []
        assert game.last_words == []
        assert len(game.answers) == 1


@pytest.mark.parametrize("number", ENDING, ids=str)
def test_a_signal_during_the_start_ends_it_without_a_word(tmp_path: Path, banks: Path, number: signal.Signals) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW_START)
    with Terminal(tmp_path, "--banks", banks, script=script) as game:
        game.until(lambda: b"importing" in game.raw)
        game.signal(number)
        assert game.ends() == 128 + number
        assert game.raw == b"importing"


SLOW_START = """
import sys, time
from quizgame.cli import main

class Slow:
    def find_spec(self, name, path, target=None):
        if name == "quizgame.tui.app":
            print("importing", end="", flush=True)
            while True:  # a signal that comes just before a long sleep would be heard only after it
                time.sleep(0.01)

sys.meta_path.insert(0, Slow())
sys.exit(main(sys.argv[1:]))
"""


STUCK = """
import sys, time
from quizgame.cli import main
from quizgame.tui.screens.quiz import Quiz

Quiz.action_where = lambda self: time.sleep(60)
sys.exit(main(sys.argv[1:]))
"""


def test_a_game_that_is_stuck_ends_with_its_terminal_all_the_same(tmp_path: Path, banks: Path) -> None:
    script = tmp_path / "stuck.py"
    script.write_text(STUCK)
    with Terminal(tmp_path, "--banks", banks, "--questions", "3", script=script) as game:
        game.wait_for("1 of 3", "West of")
        game.send("1")
        game.wait_for("Enter next")
        game.send("w")
        game.until(lambda: not game.read(0.3))
        game.close_window()
        assert game.process.wait(timeout=soon()) == 129
        assert len(game.answers) == 1


def test_a_game_that_is_stuck_gives_the_terminal_back_when_it_is_ended(tmp_path: Path, banks: Path) -> None:
    script = tmp_path / "stuck.py"
    script.write_text(STUCK)
    with Terminal(tmp_path, "--banks", banks, "--questions", "3", script=script) as game:
        game.wait_for("1 of 3", "West of")
        game.send("1")
        game.wait_for("Enter next")
        game.send("w")
        game.until(lambda: not game.read(0.3))
        game.signal(signal.SIGTERM)
        assert game.ends() == 143
        assert game.left_over == []


def test_a_window_that_is_closed_without_a_signal_ends_the_game_too(tmp_path: Path, banks: Path) -> None:
    script = tmp_path / "nohup.py"
    script.write_text(NOHUP)
    with Terminal(tmp_path, "--banks", banks, "--questions", "3", script=script) as game:
        game.wait_for("1 of 3", "West of")
        game.send("1")
        game.wait_for("Enter next")
        game.close_window()
        assert game.process.wait(timeout=soon()) == 129
        assert len(game.answers) == 1


def test_a_window_that_is_closed_without_a_signal_during_the_start_ends_it_too(tmp_path: Path, banks: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(f"import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n{SLOW_START}")
    with Terminal(tmp_path, "--banks", banks, script=script) as game:
        game.until(lambda: b"importing" in game.raw)
        game.close_window()
        assert game.process.wait(timeout=soon()) == 129


NOHUP = """
import signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from quizgame.cli import main
sys.exit(main(sys.argv[1:]))
"""


def is_stopped(game: Terminal) -> bool:
    status = Path(f"/proc/{game.process.pid}/stat").read_text()
    return status.rpartition(")")[2].split()[0] == "T"


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no way to see that a program is stopped")


def stopped_and_continued(game: Terminal) -> None:
    game.signal(signal.SIGTSTP)
    game.until(lambda: is_stopped(game))
    game.drain()
    assert game.left_over == [], "the shell would get a terminal in disorder"
    game.signal(signal.SIGCONT)


def frozen_and_continued(game: Terminal) -> None:
    game.signal(signal.SIGSTOP)
    game.until(lambda: is_stopped(game))
    game.signal(signal.SIGCONT)


def frozen_with_another_taking_the_terminal(game: Terminal) -> None:
    """As a shell does that knows nothing of our modes."""
    game.signal(signal.SIGSTOP)
    game.until(lambda: is_stopped(game))
    game.use_as_a_shell_does()
    game.signal(signal.SIGCONT)


def continued_without_a_stop(game: Terminal) -> None:
    game.signal(signal.SIGCONT)


WAYS = [
    stopped_and_continued,
    frozen_and_continued,
    frozen_with_another_taking_the_terminal,
    continued_without_a_stop,
]


@needs_proc
@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("way", WAYS)
def test_stop_and_continue_leave_a_working_game_and_a_sane_terminal(
    tmp_path: Path, banks: Path, way: Callable[[Terminal], None], times: int
) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        game.wait_for("1 of 3", "West of")
        for _ in range(times):
            game.until(lambda: not game.read(0.2))  # a picture that is still coming would be wiped in part
            way(game)
            game.wipe()
            game.wait_for("1 of 3", "West of", "don't know")
        game.send("1")
        game.wait_for("Enter next")
        game.send("q")
        game.wait_for("▸ Go on with your round", "q quit")
        game.send("q")
        assert game.ends() == 0
        assert game.left_over == []
        assert len(game.answers) == 1


@needs_proc
def test_a_signal_for_a_stopped_game_ends_it_when_it_goes_on(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        game.wait_for("1 of 3", "West of")
        game.signal(signal.SIGTSTP)
        game.until(lambda: is_stopped(game))
        game.signal(signal.SIGTERM)
        game.signal(signal.SIGCONT)
        assert game.ends() == 143
        assert game.left_over == []


SLOW_TO_STEP_ASIDE = """
import select, sys
from pathlib import Path
from quizgame.cli import main
from quizgame.tui.terminal import Terminal

step_aside = Terminal.suspend_application_mode

def once_nobody_reads(self):
    Path("asked").touch()
    gone = select.poll()
    gone.register(self.fileno, 0)
    gone.poll(60_000)
    step_aside(self)

Terminal.suspend_application_mode = once_nobody_reads
sys.exit(main(sys.argv[1:]))
"""


@needs_proc
def test_a_game_whose_window_is_closed_while_it_gets_ready_to_stop_does_not_stop(tmp_path: Path, banks: Path) -> None:
    """As long as nobody reads what it writes it waits; then there is nobody any more who could let it go on."""
    script = tmp_path / "slow.py"
    script.write_text(SLOW_TO_STEP_ASIDE)
    with Terminal(tmp_path, "--banks", banks, "--questions", "3", script=script) as game:
        game.wait_for("1 of 3", "West of")
        game.send("1")
        game.wait_for("Enter next")
        game.signal(signal.SIGTSTP)
        game.until((tmp_path / "asked").exists)
        game.close_window()
        assert game.process.wait(timeout=soon()) == 129
        assert len(game.answers) == 1


def test_ctrl_z_where_no_shell_could_continue_the_game_does_no_harm(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "3") as game:
        game.wait_for("1 of 3", "West of")
        game.send(CTRL_Z)
        game.until(lambda: game.raw.count(b"\x1b[?1049h") == 2)
        game.wipe()
        game.wait_for("1 of 3", "West of", "don't know")
        game.send("1")
        game.wait_for("Enter next")
        game.signal(signal.SIGTERM)
        assert game.ends() == 143
        assert game.left_over == []


SHELL = """
import os, sys
os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again(tmp_path: Path, banks: Path) -> None:
    script = tmp_path / "shell.py"
    script.write_text(SHELL)
    with Terminal(tmp_path, script=script) as shell:
        shell.send("PS1='ready> '; stty -a > before\r")
        shell.wait_for("ready>")
        game = f"{sys.executable} -m quizgame --banks {banks} --questions 3"
        shell.send(f"sh -c '{game}; echo left with $?'\r")  # as make does: somebody who waits for the game
        shell.wait_for("1 of 3", "West of")
        shell.send(CTRL_Z)
        shell.wait_for("Stopped", "ready>")
        shell.send("stty -a > between; cmp before between && echo the same\r")
        shell.wait_for("the same")
        shell.send("fg\r")
        shell.wait_for("1 of 3", "West of")
        shell.wipe()
        shell.send(ENTER, "1")
        shell.wait_for("Enter next")
        shell.send("q")
        shell.wait_for("▸ Go on with your round", "q quit")
        shell.send("q")
        shell.wait_for("left with 0", "ready>")
        shell.send("exit\r")
        shell.ends()
        assert len(shell.answers) == 1


def test_plain_ends_with_its_terminal_and_keeps_its_answers(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--plain", "--banks", banks, "--questions", "3") as game:
        game.wait_for("Your answer, 1 to")
        game.send("1\r")
        game.wait_for("Question 2 of 3", "u undo")
        game.close_window()
        assert game.process.wait(timeout=soon()) == 129
        assert len(game.answers) == 1
        assert sorted(path.name for path in game.saves.iterdir()) == [
            "library.sqlite",
            "progress.sqlite",
            "progress.witness",
        ]


@pytest.mark.parametrize("number", ENDING, ids=str)
def test_plain_ends_by_a_signal_with_its_status_and_without_a_word(
    tmp_path: Path, banks: Path, number: signal.Signals
) -> None:
    with Terminal(tmp_path, "--plain", "--banks", banks, "--questions", "3") as game:
        game.wait_for("Your answer, 1 to")
        game.send("1\r")
        game.wait_for("Question 2 of 3", "u undo")
        game.signal(number)
        assert game.ends() == 128 + number
        assert "Traceback" not in game.text
        assert len(game.answers) == 1
