"""Programs that kill themselves in the middle of something: one process imports everything and forks them.

Run as `python -m tests.saves.killed`. For a line `WHAT STEPS FOLDER` a fork does it and is gone, by `kill -9`, after so
many calls of functions; 0 lets it end, and -1 does not even count. Then it prints `done CALLS` and `ended`, or
`killed`. What was acknowledged comes before.
"""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

from quizgame.saves.journal import Journal
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


def delete(folder: Path) -> None:
    """Delete the second player for good."""
    keeper = Keeper(folder, MOMENT)
    keeper.delete(2, MOMENT)
    keeper.close(MOMENT)


def derive(folder: Path, *, until: str) -> None:
    """Keep an answer with what was derived, and a second one until this step, then be killed."""
    journal = Journal.open(folder, MOMENT)
    journal.append(started())
    journal.append(answered(0), {"known": "1"})
    if until == "both":
        journal.append(answered(1), {"known": "2"})
    else:
        journal._connection.execute("BEGIN IMMEDIATE")
        journal._acknowledged = journal._insert(answered(1))
        if until == "derived":
            journal._derive({"known": "2"})
    os.kill(os.getpid(), signal.SIGKILL)


WHAT: dict[str, Callable[[Path], None]] = {
    "begin": begin,
    "open": open_,
    "delete": delete,
    **{until: partial(derive, until=until) for until in ("answer", "derived", "both")},
}


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
