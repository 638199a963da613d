"""How the program ends when it is told to from outside: by a signal, or because its terminal has gone away.

Where there is nothing to put in order, as while the program starts, a signal ends it at once: an exception may come in
the middle of an import, and what Python makes of it there is anybody's guess. Else it raises `Ended`, or asks the
screens to leave, and a last wall stands: what has not ended some time later is ended, whatever threads and queues wait
for, after the last acts that keep answers and give the terminal back.
"""

import _thread
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Any, Self

SIGNALS = """SIGHUP SIGINT SIGQUIT SIGTERM SIGUSR1 SIGUSR2 SIGALRM SIGVTALRM SIGPROF SIGXCPU SIGIO SIGPWR""".split()
"""Those that end a program that does not ask for them; not all systems have all of them."""
HANGUP = 1
"""The number of SIGHUP, also where there is none."""
WALL_SECONDS = 5.0
WALL_SECONDS_WITHOUT_TERMINAL = 1.3
"""Nobody is there any more to see it end well."""
LAST_ACTS_SECONDS = 0.4
SIGNALLED = 128
"""What shells add to the number of a signal to make an exit status of it."""
CANT_BE_DONE = 2
"""The exit status of what was not understood, or can't be had."""

Act = Callable[[], None]
Handler = Callable[[int, FrameType | None], Any] | int | None


class Ended(BaseException):
    """A signal ends the program."""


class Ending:
    """Hears what ends the program from outside. Use it as a context manager around the whole program."""

    def __init__(self, leave: Callable[[int], None] = os._exit) -> None:
        """`leave` ends the process at once with a status: the threads that watch must not see Python taken apart."""
        self.number: int | None = None
        """The signal that ends the program, once there was one."""
        self.leave = leave
        self._main = _thread.get_ident()
        self._before: dict[int, Handler] = {}
        self._tell: Callable[[int], object] | None = None
        self._raises = False
        self._last_acts: Sequence[Act] = ()

    def __enter__(self) -> Self:
        for number in [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]:
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):  # `nohup` stays in force
                with suppress(ValueError, OSError):  # not the main thread
                    self._before[number] = signal.signal(number, self._heard)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        for number, before in self._before.items():
            signal.signal(number, before)
        return self.number is not None  # whatever has become of `Ended` on its way

    def _heard(self, number: int, _: FrameType | None) -> None:
        self.end(number)

    def end(self, number: int) -> None:
        """End the program as this signal does; only the first time counts."""
        if self.number is not None:
            return
        self.number = number
        # not `threading`: its locks may be held by what the signal came into
        _thread.start_new_thread(self._wall, (number,))
        if self._tell is not None:
            self._tell(number)
        elif not self._raises:
            self.leave(SIGNALLED + number)
        elif _thread.get_ident() == self._main:
            raise Ended

    @contextmanager
    def raised(self) -> Iterator[None]:
        """For a while there is something to put in order: raise `Ended`, in the main thread."""
        self._raises = True
        try:
            yield
        finally:
            self._raises = False

    @contextmanager
    def told_to(self, tell: Callable[[int], object], last_acts: Sequence[Act]) -> Iterator[None]:
        """For a while call `tell` with the signal; it may be called from any place and thread.

        What does not end then is ended after the `last_acts`, each done in a thread whatever the others do.
        """
        self._tell, self._last_acts = tell, last_acts
        try:
            yield
        finally:
            self._tell = None

    def watch_terminal(self, descriptor: int) -> None:
        """End with the terminal, also where no signal tells of it (no job control, `nohup`)."""
        if hasattr(select, "poll"):
            _thread.start_new_thread(self._watch, (descriptor,))

    def _watch(self, descriptor: int) -> None:
        watched = select.poll()
        watched.register(descriptor, 0)
        with suppress(OSError):
            if any(events & select.POLLHUP for _, events in watched.poll()):
                self.end(HANGUP)

    def _wall(self, number: int) -> None:
        time.sleep(WALL_SECONDS_WITHOUT_TERMINAL if number == HANGUP else WALL_SECONDS)
        for act in self._last_acts:
            done = _thread.allocate_lock()
            done.acquire()
            _thread.start_new_thread(_do, (act, done))
            done.acquire(timeout=LAST_ACTS_SECONDS / len(self._last_acts))
        self.leave(SIGNALLED + number)


def _do(act: Act, done: _thread.LockType) -> None:
    try:
        with suppress(Exception):
            act()
    finally:
        done.release()


def say_at_the_end(line: str) -> None:
    """A line on standard error, if there is still somebody to read it."""
    with suppress(OSError):
        print(line, file=sys.stderr)


def fault_of_output() -> OSError | None:
    """What keeps standard output from taking what it was given, or None if it has taken all."""
    try:
        if sys.stdout is not None:  # closed before we came
            sys.stdout.flush()
    except OSError as error:
        return error
    return None


def let_go_of_streams() -> None:
    """Let Python find nothing to complain about when it closes them: it would change the exit status."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
