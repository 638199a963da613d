"""A save that was deleted or replaced while it was open: the open file still has everything, and is written anew."""

import sqlite3
from datetime import datetime
from pathlib import Path

from quizgame.saves import contents, files
from quizgame.saves.backup import copy_whole
from quizgame.saves.faults import Fault, Finding, Hindrance, Notice, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.lock import alone_with
from quizgame.saves.sqlite_errors import not_writable


def write_anew(connection: sqlite3.Connection, path: Path, opened: files.Identity, now: datetime) -> Notice:
    """Put all that a connection holds where its path leads; whatever stands there is put aside under another name.

    `opened` is the file that the connection has open. Raises `SavesError` if another program has the one that stands
    there, `NotWritableError` if there can be none.
    """
    try:
        same = files.identity(path) == opened
        names = _without_its_wal(connection, path, now) if same else _copied(connection, path, now)
    except (FileExistsError, NotADirectoryError):
        raise SavesError(Fault(Refusal.NOT_A_FOLDER, path.parent)) from None
    except OSError as error:
        raise NotWritableError(Trouble(Hindrance.GONE, error.strerror or str(error))) from error
    except sqlite3.Error as error:
        raise not_writable(error) from error
    return Notice(Finding.WRITTEN_ANEW, path, tuple(names))


def _without_its_wal(connection: sqlite3.Connection, path: Path, now: datetime) -> list[str]:
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise NotWritableError(Trouble(Hindrance.GONE))
    return [files.put_aside(part, now) for part in files.beside(path)]


def _copied(connection: sqlite3.Connection, path: Path, now: datetime) -> list[str]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists():
        with alone_with(path):
            pass
    with files.new_file(path.parent) as new:
        copy_whole(connection, contents.read(connection, path), new)
        there = [*files.beside(path), *([path] if path.exists() else [])]
        names = [files.put_aside(part, now) for part in there]
        files.put_in_place(new, path)
    return names
