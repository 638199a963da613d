"""Programs that kill themselves in the middle of something: one process imports everything and forks them.

Run as `python -m tests.saves.killed`. For a line `WHAT STEPS FOLDER` a fork does it and is gone, by `kill -9`, after so
many calls of functions; 0 lets it end, and -1 does not even count. Then it prints `done CALLS` and `ended`, or
`killed`. What was acknowledged comes before.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from quizgame.saves.keeper import Keeper
from tests.saves.samples import MOMENT, answered, started


def begin(folder: Path) -> None:
    """Begin a save and answer three questions."""
    keeper = Keeper(folder, MOMENT)
    keeper.keep(started(), MOMENT)
    for place in range(3):
        keeper.keep(answered(place), MOMENT)
        if keeper.trouble is None:
            print(f"answered {place}", flush=True)
    keeper.close(MOMENT)


def open_(folder: Path) -> None:
    """Open a save, which makes one of today out of an older one, and close it."""
    Keeper(folder, MOMENT).close(MOMENT)


WHAT: dict[str, Callable[[Path], None]] = {"begin": begin, "open": open_}


def _do(what: str, steps: int, folder: Path) -> None:
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call", "c_return")
        if calls == steps:
            os.kill(os.getpid(), signal.SIGKILL)

    if steps >= 0:
        sys.setprofile(count)
    WHAT[what](folder)
    sys.setprofile(None)
    print(f"done {calls}", flush=True)


def main() -> None:
    """Fork one for each line of the input."""
    print("ready", flush=True)
    for line in sys.stdin:
        what, steps, folder = line.split(maxsplit=2)
        pid = os.fork()
        if pid == 0:
            try:
                _do(what, int(steps), Path(folder.strip()))
            finally:
                os._exit(0)
        print(f"pid {pid}", flush=True)
        _, status = os.waitpid(pid, 0)
        print("killed" if os.WIFSIGNALED(status) else "ended", flush=True)


if __name__ == "__main__":
    main()
