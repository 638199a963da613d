"""What SQLite and the system say, as faults and troubles of ours."""

import errno
import sqlite3
from pathlib import Path

from quizgame.saves.faults import Damage, Fault, Hindrance, NotWritableError, Refusal, SavesError, Trouble

FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""The second one for a message of SQLite's that repeats damaged letters."""
NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
"""What the system says where one may only read."""
_CANT_WRITE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")


def _name(error: Exception) -> str:
    return getattr(error, "sqlite_errorname", "")


def refusal(error: Exception, path: Path) -> SavesError:
    """Why a save can't be read."""
    if _name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return SavesError(Fault(Refusal.IN_USE, path))
    how = str(error) if isinstance(error, sqlite3.Error) else Damage.TABLES
    return SavesError(Fault(Refusal.DAMAGED, path, how))


def refusal_or_trouble(error: Exception, path: Path) -> SavesError | NotWritableError:
    """Why a save can't be opened for writing: it may be whole, and the disk not."""
    if _name(error).startswith(("SQLITE_FULL", *_CANT_WRITE, "SQLITE_IOERR")):
        return not_writable(error)
    return refusal(error, path)


def not_writable(error: Exception) -> NotWritableError:
    """Why something can't be written."""
    number = error.errno if isinstance(error, OSError) else 0
    if _name(error).startswith("SQLITE_FULL") or number in (errno.ENOSPC, errno.EDQUOT):
        return NotWritableError(Trouble(Hindrance.DISK_FULL))
    if _name(error).startswith(_CANT_WRITE) or number in NOT_ALLOWED:
        return NotWritableError(Trouble(Hindrance.READ_ONLY))
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return NotWritableError(Trouble(Hindrance.OTHER, said))
