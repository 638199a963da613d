"""A save that was deleted, replaced or written into while it was open.

The open file mostly still has everything, and is written anew. Where somebody wrote into it, as `cp` does, it may not:
then it is let go as it is, before SQLite mixes into it what it still keeps in the `-wal`.
"""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from quizgame.saves import contents, files
from quizgame.saves.backup import copy_whole, read_closed
from quizgame.saves.contents import Contents
from quizgame.saves.faults import Damage, Fault, Hindrance, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.lock import alone_with
from quizgame.saves.sqlite_errors import FAILURES, refusal_or_trouble
from quizgame.saves.witness import Acknowledged


def write_anew(
    connection: sqlite3.Connection,
    path: Path,
    opened: tuple[files.State, files.State],
    acknowledged: Acknowledged,
    now: datetime,
) -> tuple[str, ...]:
    """Put all that a connection holds where its path leads; what stands there and is no part of it is put aside.

    `opened` are the file and the `-wal` that the connection has open. Returns the names of what was put aside. Raises
    `SavesError` if another program has the file that stands there, or if not all that was acknowledged can be read;
    `NotWritableError` if there can be no file.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if files.identity(path) not in (None, opened[0]):
            with alone_with(path):
                pass
        held = contents.read(connection, path)
        if not acknowledged.is_in(held):
            raise SavesError(Fault(Refusal.DAMAGED, path, Damage.LOST))
        with files.new_file(path.parent) as new:
            copy_whole(connection, held, new)
            foreign = [part for part in files.beside(path) if files.identity(part) != opened[1]]
            names = [files.put_aside(part, now) for part in foreign]
            if not _holds_no_more(path, held):
                names.append(files.put_copy_aside(path, now))
            files.put_over(new, path)
        for part in files.beside(path):
            part.unlink()  # our own `-wal`, that SQLite does not remove beside a file that is another now
        return tuple(names)
    except (FileExistsError, NotADirectoryError):
        raise SavesError(Fault(Refusal.NOT_A_FOLDER, path.parent)) from None
    except OSError as error:
        raise NotWritableError(Trouble(Hindrance.GONE, error.strerror or str(error))) from error
    except sqlite3.Error as error:
        raise refusal_or_trouble(error, path) from error


def _holds_no_more(path: Path, held: Contents) -> bool:
    """Whether the file that stands there is a beginning of what will stand there."""
    if not path.exists() or not path.stat().st_size:
        return True
    try:
        return read_closed(path).begins(held)
    except (SavesError, *FAILURES):
        return False


def let_go(connection: sqlite3.Connection, path: Path, opened: files.State, now: datetime) -> tuple[str, ...]:
    """Close a connection without a trace in its file, and put aside what lies beside it. Raises OSError."""
    names = tuple(files.put_aside(part, now) for part in files.beside(path))
    if files.identity(path) != opened:
        connection.close()
        return names
    other = files.aside(path, now)
    path.rename(other)  # SQLite writes nothing into a file that was moved
    try:
        with contextlib.suppress(sqlite3.Error):
            connection.close()
    finally:
        other.rename(path)
    return names
