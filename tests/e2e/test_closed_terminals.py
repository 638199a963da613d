"""A terminal that is closed, at dozens of random moments: the program ends with it, and no answer is lost.

Several programs run at a time, some of them beside others that want the processors for themselves.
"""

import os
import random
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pytest

from tests.e2e.terminal import ENTER, PATIENCE, Terminal, soon
from tests.often import often
from tests.tui.worlds import choices, world

AT_A_TIME = 5
BATCHES = often(8, 20)
BETWEEN_KEYS = 0.04
"""Seconds, at most. Much faster, and the program gets to paint nothing before they end."""
CLOSED = {129, -1}
"""-1: so early that Python itself was still starting; a shell says 129 for both."""


@dataclass
class Window:
    """A program, and when its window will be closed: after so many signs of it, and then so many seconds later."""

    terminal: Terminal
    chance: random.Random
    signs: int
    delay: float
    seen: int = 0
    asked: int = 0
    types_at: float = 0.0
    due: float | None = None
    closed: float | None = None
    ended: float | None = None
    said: bytes = field(default=b"", repr=False)

    def step(self) -> None:
        """Read, type, and close when it is time."""
        now = monotonic()
        if self.closed is not None:
            if self.ended is None and self.terminal.process.poll() is not None:
                self.ended = now
            return
        while self.terminal.read(0):
            pass
        if self.due is None and len(self.terminal.raw) >= self.signs:
            self.due = now + self.delay
        if self.due is not None and now >= self.due:
            self.look()
            self.terminal.close_window()
            self.closed = monotonic()
        elif now >= self.types_at and self.terminal.raw:
            self.types_at = now + self.chance.uniform(0.0, BETWEEN_KEYS)
            self.look()
            self.terminal.send(self.chance.choice(["1", "2", "3", "4", "x", ENTER]))

    def look(self) -> None:
        """Count the verdicts that can be seen: of the question that stands there, and of those before it.

        Of a picture that was read in part, the number may be new and what stands at the bottom old: a verdict counts
        only after its question was seen without one.
        """
        place = re.search(r"(\d+) of 30", self.terminal.text)
        if place is not None and "West of" in self.terminal.text:
            number, has_verdict = int(place[1]), "Enter next" in self.terminal.text
            if not has_verdict:
                self.asked = max(self.asked, number)
            self.seen = max(self.seen, number - 1 + (has_verdict and self.asked == number))

    @property
    def is_over(self) -> bool:
        if self.closed is not None and self.ended is None:
            assert monotonic() < self.closed + PATIENCE, "the program stays"
        return self.ended is not None


def rest(windows: list[Window]) -> None:
    """Leave the processors to the programs until one of them writes, or it may be time for a key."""
    select.select([window.terminal.master for window in windows if window.closed is None], [], [], BETWEEN_KEYS / 10)


@contextmanager
def others(number: int) -> Iterator[None]:
    """Other programs, that want all they can get."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for program in running:
            program.kill()
            program.wait()


def is_left(group: int) -> bool:
    """Whether there is still a process of this group."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(BATCHES))
def test_a_terminal_that_is_closed_ends_the_program_and_loses_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    banks = world(tmp_path / "banks", {"rain": choices("rain", 40)})
    with others(seed % 3), ExitStack() as stack:
        windows = []
        for number in range(AT_A_TIME):
            home = tmp_path / str(number)
            home.mkdir()
            arguments = ("--banks", banks, "--questions", "30", "--topics", "rain")
            terminal = stack.enter_context(Terminal(home, *arguments))
            signs = chance.choice([0, 1, 10_000, chance.randint(10_000, 60_000)])
            windows.append(Window(terminal, random.Random(f"{seed}-{number}"), signs, chance.uniform(0.0, 0.4)))
        while not all(window.is_over for window in windows):
            for window in windows:
                window.step()
            rest(windows)
        bound = soon()
        for window in windows:
            assert window.ended is not None
            assert window.closed is not None
            assert window.ended - window.closed < bound, window
            assert window.terminal.process.returncode in CLOSED, window
            assert not is_left(window.terminal.process.pid), window
            places = [answer.place for answer in window.terminal.answers]
            assert window.seen <= len(places), window  # more were kept, if keys were ahead of the pictures
            assert places == list(range(len(places))), window
