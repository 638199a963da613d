"""`quizgame check --watch`: checks again whenever a file changes, until Ctrl+C."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from quizgame.plain.check import CANT_BE_DONE
from quizgame.plain.talk import say
from quizgame.wording import checking

SECONDS = 0.25
"""Between two looks at the files. They are asked for their times, which works on every disk and system."""

Stamp = dict[Path, tuple[int, int, int]]


def watch(paths: Sequence[Path], check: Callable[[], int], wait: Callable[[float], None] = sleep) -> int:
    """Check now and after each change. A signal ends it; it only returns where there is nothing to check."""
    before = stamp(paths)
    if check() == CANT_BE_DONE and not before:
        return CANT_BE_DONE
    say(checking.watching(len(before)))
    while True:
        before = stamp(paths)  # what the check itself has written is no change
        _until_changed(paths, before, wait)
        say()
        say(checking.changed_at(datetime.now(UTC).astimezone()))
        check()
        sys.stdout.flush()


def _until_changed(paths: Sequence[Path], before: Stamp, wait: Callable[[float], None]) -> None:
    """Wait for a change, and then until the editor has written all it wants to."""
    now = before
    while now == before:
        wait(SECONDS)
        now = stamp(paths)
    while (later := stamp(paths)) != now or not later:
        now = later
        wait(SECONDS)


def stamp(paths: Sequence[Path]) -> Stamp:
    """The files below these paths, each with what changes when it is written."""
    found: Stamp = {}
    for path in paths:
        for file in [path] if path.is_file() else [*path.glob("*.y*ml"), *path.glob("*/*.y*ml")]:
            try:
                told = file.stat()
            except OSError:  # an editor is just writing it
                continue
            found[file] = told.st_mtime_ns, told.st_size, told.st_ino
    return found
