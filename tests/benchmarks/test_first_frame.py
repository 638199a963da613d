"""The first frame of the home screen against that of a trivial Textual app, in the same run, in a real pty."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from statistics import median
from time import monotonic

import pytest

pty = pytest.importorskip("pty")

TRIVIAL = """
from textual.app import App
from textual.widgets import Static

class Trivial(App):
    def compose(self):
        yield Static("Play")

Trivial().run()
"""
ROUNDS = 7
MOST = 1.3
PATIENCE = 30.0


def seconds_to_first_frame(command: list[str], home: Path) -> float:
    """From the fork until "Play" has been written to a terminal of 100×30."""
    places = {"HOME": str(home), "QUIZGAME_SAVES": str(home / "saves"), "TERM": "xterm-256color"}
    started = monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, {**os.environ, **places})  # noqa: S606 - our own interpreter
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        written = b""
        while b"Play" not in written:
            ready, _, _ = select.select([terminal], [], [], PATIENCE)
            assert ready, "no first frame"
            written += os.read(terminal, 65536)
        return monotonic() - started
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def measured(home: Path) -> tuple[float, float]:
    """The medians of the trivial app and of ours, measured in turns."""
    floors, ours = [], []
    for _ in range(ROUNDS):
        floors.append(seconds_to_first_frame([sys.executable, "-c", TRIVIAL], home))
        ours.append(seconds_to_first_frame([sys.executable, "-m", "quizgame"], home))
    return median(floors), median(ours)


@pytest.mark.benchmark
def test_the_home_screen_stands_almost_as_soon_as_a_trivial_app(tmp_path: Path) -> None:
    ratios = []
    for _ in range(3):  # a machine that does other things at the same time gets another chance
        floor, ours = measured(tmp_path)
        ratios.append(ours / floor)
        print(f"\nfirst frame: trivial app {floor:.3f} s, quizgame {ours:.3f} s, ratio {ratios[-1]:.2f}")
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"ratios {ratios}, at most {MOST} is wanted")


def test_nothing_slow_is_imported_before_the_first_frame() -> None:
    program = "import sys, quizgame.cli, quizgame.tui.run, quizgame.tui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"pydantic", "yaml", "sqlite3"} & set(done.stdout.split())
