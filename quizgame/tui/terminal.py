"""The terminal, for systems that have Unix terminals: what Textual's own driver leaves undone when things go wrong.

Stop and continue in every form, a terminal that has gone away, and one that must be given back at once. Nothing here
writes inside a signal handler: it may have come into the very queue that it would write to.
"""

import io
import os
import select
import signal
import sys
import termios
import tty
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_GIVE_BACK = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What Textual writes at its end: pasting, wrapping, size, mouse, keyboard, screen, cursor, focus."""


class Output(io.TextIOWrapper):
    """Where the screen is written to; what a terminal that has gone does not take is dropped."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(open(descriptor, "wb", closefd=False), encoding="utf-8", errors="replace")  # noqa: SIM115

    def write(self, text: str) -> int:
        """Write, or drop it."""
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        """Let it out, or drop it."""
        with suppress(OSError):
            super().flush()


class Terminal(LinuxDriver):
    """Textual's driver, that survives what its terminal does."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = Output(sys.__stderr__.fileno() if sys.__stderr__ else 2)
        self._is_aside = self._is_given_back = False
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def resume_application_mode(self) -> None:
        """Take the terminal again."""
        super().resume_application_mode()
        self._is_given_back = False

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._is_aside = False
        super().stop_application_mode()
        self._is_given_back = True

    @property
    def is_writing(self) -> bool:
        """Whether the screen is ours."""
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def write(self, data: str) -> None:
        """Write to the screen while it is ours."""
        if self.is_writing:
            super().write(data)

    def run_input_thread(self) -> None:
        """Read keys until the end, or as long as there is a terminal."""
        with suppress(OSError):
            super().run_input_thread()

    def _sigtstp_application(self, *_: object) -> None:
        """Somebody else stops us, and will let us go on; not if the terminal has gone while we got ready."""
        self.suspend_application_mode()
        self._is_aside = True
        if not self._is_gone():
            os.kill(os.getpid(), signal.SIGSTOP)

    def _is_gone(self) -> bool:
        if not hasattr(select, "poll"):
            return False
        watched = select.poll()
        watched.register(self.fileno, 0)
        return any(events & select.POLLHUP for _, events in watched.poll(0))

    def step_aside(self) -> None:
        """Stop, and with us those who wait for us, such as `make`; where no shell could let us go on, don't."""
        self.suspend_application_mode()
        self._is_aside = True
        self._loop.remove_signal_handler(signal.SIGTSTP)  # the system's own way knows whether there is such a shell
        os.kill(0, signal.SIGTSTP)
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._sigcont_application()

    def _sigcont_application(self, *_: object) -> None:
        """Go on: whoever had the terminal meanwhile may have left it in any state, and of any size."""
        if self._is_aside:
            self.resume_application_mode()
            self._is_aside = not self.is_writing  # in the background the terminal can't be had yet
        elif not self._is_given_back:
            self._take_again()
        self._app.refresh(layout=True)

    def _take_again(self) -> None:
        """Stopped without a word before: the modes once more, but nothing that is counted or that starts threads."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw(self.attrs_before))
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        if self._in_band_window_resize:
            self._enable_in_band_window_resize()
        if self._mouse_pixels:
            self._enable_mouse_pixels()
        os.kill(os.getpid(), signal.SIGWINCH)

    def _raw(self, before: list[Any]) -> list[Any]:
        raw = [*before[: tty.CC], list(before[tty.CC])]
        raw[tty.LFLAG] = self._patch_lflag(raw[tty.LFLAG])
        raw[tty.IFLAG] = self._patch_iflag(raw[tty.IFLAG])
        raw[tty.CC][termios.VMIN] = 1
        return raw

    def give_back(self) -> None:
        """At once, whatever other threads wait for; but not twice, as the keyboard's modes are counted."""
        if self._is_given_back and self._writer_thread is not None:
            self._writer_thread.join(0.1)
        elif self.is_writing:
            if self.attrs_before is not None:
                with suppress(termios.error):
                    termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            os.write(self._file.fileno() if self._file else 2, _GIVE_BACK)
