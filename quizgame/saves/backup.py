"""Backups: made by SQLite itself, and read whole before anybody relies on them."""

import contextlib
import sqlite3
from pathlib import Path

from quizgame.saves import contents, files
from quizgame.saves.contents import Contents
from quizgame.saves.faults import Damage, Fault, Refusal, SavesError


def copy_whole(source: sqlite3.Connection, expected: Contents, new: Path) -> None:
    """Copy what a connection sees into a new file, and look whether it came to be the same.

    Raises `SavesError` if it did not, `sqlite3.Error` if there is no room.
    """
    with contextlib.closing(sqlite3.connect(new)) as target:
        source.backup(target)
    if not _same(read_closed(new), expected):
        raise SavesError(Fault(Refusal.DAMAGED, new, Damage.COPY))


def read_closed(path: Path) -> Contents:
    """What the main file of a save holds by itself, without a trace. Raises `SavesError` or `sqlite3.Error`."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with contextlib.closing(sqlite3.connect(uri, uri=True)) as reader:
        return contents.read(reader, path)


def is_backed_up(expected: Contents, path: Path) -> bool:
    """Whether a backup of this version holds the same: one that was made before a program was killed."""
    for backup in files.backups_of(path, expected.version):
        with contextlib.suppress(SavesError, sqlite3.Error, OSError):
            if _same(read_closed(backup), expected):
                return True
    return False


def _same(one: Contents, other: Contents) -> bool:
    return one.version == other.version and one.begins(other) and other.begins(one)
