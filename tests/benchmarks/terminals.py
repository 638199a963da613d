"""Programs in real terminals of their own: how long until a text is there, and how many bytes it took."""

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import monotonic

import pytest

pty = pytest.importorskip("pty")

PATIENCE = 60.0
TRIVIAL = """
from textual.app import App
from textual.widgets import Static

class Trivial(App):
    def compose(self):
        yield Static("Play")

Trivial().run()
"""
"""The least that a Textual app can be."""


@dataclass
class Terminal:
    """A program in a window of 100 × 30."""

    fd: int
    started: float
    process: int

    def press(self, key: str) -> None:
        os.write(self.fd, key.encode())

    def reads(self, *texts: str) -> float:
        """The moment when one of these texts has come, after whatever came before it."""
        written = b""
        while not any(text.encode() in written for text in texts):
            ready, _, _ = select.select([self.fd], [], [], PATIENCE)
            assert ready, f"{texts} did not come, but {written[-500:]!r}"
            try:
                written += os.read(self.fd, 65536)
            except OSError as error:
                raise AssertionError(f"the program has ended with {written[-500:]!r}") from error
        return monotonic()

    def rests(self, seconds: float = 0.1) -> tuple[float, int]:
        """Wait until nothing has come for so long; returns the moment when the last of it came, and the bytes."""
        last, count = monotonic(), 0
        while select.select([self.fd], [], [], seconds)[0]:
            count += len(os.read(self.fd, 65536))
            last = monotonic()
        return last, count

    def most_memory(self) -> int:
        """The most bytes that the program had in memory so far, as Linux tells."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return 1024 * int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])  # type: ignore[index]

    def ends(self) -> None:
        """Wait until the program has ended."""
        try:
            while select.select([self.fd], [], [], PATIENCE)[0] and os.read(self.fd, 65536):
                pass
        except OSError:  # it has, and its terminal with it
            return

    def seconds_until(self, key: str, *texts: str) -> float:
        """From a key to the last byte of what it paints, in which there is one of these texts."""
        began = monotonic()
        self.press(key)
        there = self.reads(*texts)
        last, count = self.rests()
        return (last if count else there) - began


@contextmanager
def terminal(program: Sequence[str], home: Path, *before: str) -> Iterator[Terminal]:
    """Run Python with these arguments, with a home of its own, and end it afterwards; `before` may run it."""
    places = {"HOME": str(home), "QUIZGAME_SAVES": str(home / "saves"), "TERM": "xterm-256color"}
    places |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONHASHSEED": "0"}  # compiled once, as for whoever plays
    started = monotonic()
    child, fd = pty.fork()
    if child == 0:
        command = [*before, sys.executable, *program]
        os.execvpe(command[0], command, {**os.environ, **places})  # noqa: S606 - our own interpreter
    try:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        yield Terminal(fd, started, child)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(fd)


def spread(seconds: Sequence[float]) -> str:
    """The middle one, and between which the middle half of them lies, in ms."""
    low, _, high = quantiles(seconds, n=4)
    return f"{1e3 * median(seconds):.1f} ms ({1e3 * low:.1f}–{1e3 * high:.1f})"
