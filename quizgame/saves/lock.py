"""SQLite's own lock on a save, asked for without SQLite: whether another program has it open.

SQLite locks 510 bytes far behind the end of the file. Whoever opens and closes a file loses all locks that the same
process holds on it, so this must not be done to a save that this process has open.
"""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from quizgame.saves.faults import Fault, Refusal, SavesError
from quizgame.saves.sqlite_errors import NOT_ALLOWED

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE_SECONDS = 0.3
"""A game that is just being left has this long to let go."""
_FIRST_BYTE, _BYTES = 0x40000002, 510


@contextlib.contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Hold the lock on a file. Raises `SavesError` if another program has it, OSError if it can't be read."""
    try:
        file, may_write = os.open(path, os.O_RDWR), True
    except OSError as error:
        if error.errno not in NOT_ALLOWED:
            raise
        file, may_write = os.open(path, os.O_RDONLY), False
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while not _locked(file, may_write):
            if time.monotonic() > until:
                raise SavesError(Fault(Refusal.IN_USE, path))
            time.sleep(0.02)
        yield
    finally:
        os.close(file)


def _locked(file: int, may_write: bool) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(file, _FIRST_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK if may_write else msvcrt.LK_NBRLCK, _BYTES)
        else:
            mode = fcntl.LOCK_EX if may_write else fcntl.LOCK_SH
            fcntl.lockf(file, mode | fcntl.LOCK_NB, _BYTES, _FIRST_BYTE)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a disk without locks: SQLite has the last word
    return True
