"""The real program in a real pseudo-terminal, and a terminal in memory that shows what it writes."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pyte

from quizgame.game.events import Answered
from quizgame.saves.journal import Journal
from tests.plain.terminal import hear_signals

ROOT = Path(__file__).parents[2]
PATIENCE = 40.0
"""Seconds after which something will not come any more, on a machine with a lot else to do."""
ON_AT_FIRST = {7, 25}
"""Lines wrap, and the cursor is shown."""
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>?][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p|\x1b[P_^X][^\x1b]*\x1b\\")
_PRIVATE_MODE = re.compile(rb"\x1b\[\?[\d;]+[hl]")

ENTER, ESCAPE, UP, DOWN, CTRL_C = "\r", "\x1b", "\x1b[A", "\x1b[B", "\x03"


def soon() -> float:
    """So many seconds are soon: two, and more while this machine has a lot else to do."""
    before = monotonic()
    subprocess.run([sys.executable, "-I", "-c", ""], check=True)
    return 2.0 + 20 * (monotonic() - before)


class Terminal:
    """A window with the program in it. Use it as a context manager: at its end nothing is left running."""

    def __init__(
        self,
        home: Path,
        *arguments: str | Path,
        size: tuple[int, int] = (80, 30),
        script: Path | None = None,
    ) -> None:
        """Start `python -m quizgame`, or a script, for somebody whose home is `home`."""
        self.home = home
        self.saves = home / "saves"
        self.raw = b""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._pending = b""
        self.master, self._slave = os.openpty()
        self.resize(*size)
        self._before = termios.tcgetattr(self._slave)
        program: list[str | Path] = ["-m", "quizgame"] if script is None else [script]
        self.process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            cwd=home,
            env=_environment(home, self.saves),
            start_new_session=True,
            preexec_fn=_as_a_terminal_emulator_does,  # noqa: PLW1509 - no thread of the tests holds a lock
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._slave)
        if self.master >= 0:
            os.close(self.master)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def send(self, *keys: str) -> None:
        """Type."""
        for key in keys:
            os.write(self.master, key.encode())

    def click(self, text: str) -> None:
        """Click on a text, as a terminal with a mouse reports it."""
        row = next(at for at, line in enumerate(self.lines) if text in line)
        place = f"{self.lines[row].index(text) + 1};{row + 1}"
        self.send(f"\x1b[<0;{place}M", f"\x1b[<0;{place}m")

    def read(self, seconds: float) -> bool:
        """Show what the program writes within this time; whether there was anything."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            written = os.read(self.master, 65536)
        except OSError:  # the other side has been closed
            return False
        self.raw += written
        self._show(written)
        return bool(written)

    def _show(self, written: bytes) -> None:
        """Hand over whole escape sequences only, without those that pyte does not know."""
        data = self._pending + written
        cut = data.rfind(b"\x1b")
        if cut >= 0 and len(data) - cut < 32 and not re.match(rb"\x1b(\[[0-9;<=>?$]*[a-zA-Z]|[^\[P_^X])", data[cut:]):
            data, self._pending = data[:cut], data[cut:]
        else:
            self._pending = b""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(_known, data))

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """What stands on the screen, as it would be read aloud."""
        return " ".join(" ".join(self.lines).split())

    def until(self, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until a condition holds; fail with what is on the screen."""
        end = monotonic() + seconds
        while not condition():
            shown = "\n".join(self.lines)
            assert monotonic() < end, f"did not come in time (status {self.process.poll()}); on the screen is\n{shown}"
            self.read(0.05)

    def wait_for(self, *texts: str, seconds: float = PATIENCE) -> None:
        """Wait until all these texts stand on the screen."""
        self.until(lambda: all(text in self.text for text in texts), seconds)

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text no longer stands on the screen."""
        self.until(lambda: text not in self.text)

    def ends(self, seconds: float = PATIENCE) -> int:
        """Wait for the program to end; its exit status."""
        self.until(lambda: self.process.poll() is not None, seconds)
        self.drain()
        return self.process.returncode

    def drain(self) -> None:
        """Show the rest of what was written."""
        while self.read(0):
            pass

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def close_window(self) -> None:
        """Close the window, as with its cross: the other side of the terminal goes away."""
        os.close(self.master)
        self.master = -1

    def wipe(self) -> None:
        """Forget what stands on the screen, so that only what is painted from now on is seen."""
        self.screen.reset()

    def use_as_a_shell_does(self) -> None:
        """Set the line discipline back to how it was before the program came."""
        termios.tcsetattr(self._slave, termios.TCSANOW, self._before)

    @property
    def left_over(self) -> list[str]:
        """What the program changed about the terminal and did not change back."""
        modes: dict[int, bool] = {}
        for numbers, letter in _MODE.findall(self.raw):
            modes |= {int(number): letter == b"h" for number in numbers.split(b";")}
        assert {1049, 25, 1000, 2004} <= set(modes), "the program never took over the screen"
        left = [f"mode {mode}" for mode, on in modes.items() if on is (mode not in ON_AT_FIRST)]
        if len(re.findall(rb"\x1b\[>\d+u", self.raw)) != len(re.findall(rb"\x1b\[<\d*u", self.raw)):
            left.append("the keyboard protocol")
        if termios.tcgetattr(self._slave) != self._before:
            left.append("the line discipline")
        return left

    @property
    def last_words(self) -> list[str]:
        """What was printed after the screen was given back."""
        words = self.raw.rpartition(b"\x1b[?1049l")[2]
        return re.sub(r"\x1b\[[0-9;<>=?]*[a-zA-Z]", "", words.decode()).split("\r\n")[:-1]

    @property
    def answers(self) -> list[Answered]:
        """The answers that are in the save."""
        journal = Journal.open(self.saves, datetime.now(UTC))
        try:
            return journal.answers()
        finally:
            journal.close()


def _as_a_terminal_emulator_does() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    hear_signals()


def _known(found: re.Match[bytes]) -> bytes:
    return found[0] if _PRIVATE_MODE.fullmatch(found[0]) else b""


def _environment(home: Path, saves: Path) -> dict[str, str]:
    """The environment of somebody who has nothing yet."""
    places: dict[str, Any] = {
        "HOME": home,
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CONFIG_HOME": home / "config",
        "QUIZGAME_SAVES": saves,
        "PYTHONPATH": ROOT,
    }
    keep = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    fixed = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**keep, **fixed, **{name: str(path) for name, path in places.items()}}
