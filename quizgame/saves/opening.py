"""How a save is opened: looked at, then made or moved to today's version if need be, then locked."""

import contextlib
import os
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizgame.saves import backup, contents, ends, files, version_1, version_2
from quizgame.saves.contents import Contents
from quizgame.saves.creating import make
from quizgame.saves.ends import Ends
from quizgame.saves.faults import Damage, Fault, Finding, Notice, NotWritableError, Refusal, SavesError
from quizgame.saves.gate import Sight, looked_at
from quizgame.saves.lock import PATIENCE_SECONDS, alone_with
from quizgame.saves.sqlite_errors import FAILURES, not_writable, refusal_or_trouble
from quizgame.saves.tables import VERSION
from quizgame.saves.witness import FILE_NAME as WITNESS
from quizgame.saves.witness import Witness

_TRIES = 3
_HAVE_PUT_ASIDE = (Finding.FOREIGN_PART, Finding.MENDED, Finding.MISSING, Finding.TORN_END, Finding.OTHER_HISTORY)


@dataclass(frozen=True, slots=True)
class Opened:
    """A save that is locked by this program and may be written to."""

    connection: sqlite3.Connection
    found: Contents | Ends
    witness: Witness
    notices: tuple[Notice, ...]


def open_save(path: Path, now: datetime, *, whole: bool = False) -> Opened:
    """Open a save, or make one; read the `whole` of it, or only what must be.

    Raises `SavesError` if it must not be used, `NotWritableError` if it can't be.
    """
    notices: list[Notice] = []
    try:
        for _ in range(_TRIES):
            with looked_at(path, whole=whole) as sight:
                _make_ready(sight, now, notices)
            if sight.found is not None:
                return _opened(sight, sight.found, tuple(notices))
            _begin(sight, now)
    except NotWritableError as error:
        error.notices = tuple(notices)  # what was put aside is not found a second time
        raise
    raise SavesError(Fault(Refusal.IN_USE, path))


def _make_ready(sight: Sight, now: datetime, notices: list[Notice]) -> None:
    path = sight.path
    try:
        _make_folder(path.parent)
        if sight.found is not None:
            os.close(os.open(path, os.O_RDWR))
        notices += _settled(sight, now)
        if isinstance(sight.found, Contents) and sight.found.version < VERSION:
            _back_up(sight, sight.found, now)
    except OSError as error:
        raise not_writable(error) from error
    except sqlite3.Error as error:
        raise refusal_or_trouble(error, path) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise SavesError(Fault(Refusal.NOT_A_FOLDER, folder)) from None


def _settled(sight: Sight, now: datetime) -> tuple[Notice, ...]:
    """Put aside what does not belong to the save, and keep copies of what going on would change."""
    names = [files.put_copy_aside(part, now) for part in sight.to_copy]
    if sight.foreign:
        if sight.found is None:
            names += [files.put_aside(part, now) for part in sight.foreign]
        else:
            with alone_with(sight.path):
                if files.stamp(sight.path) != sight.stamp:
                    raise SavesError(Fault(Refusal.IN_USE, sight.path))
                names += [files.put_aside(part, now) for part in sight.foreign]
    return tuple(
        replace(notice, names=tuple(names)) if notice.what in _HAVE_PUT_ASIDE else notice for notice in sight.findings
    )


def _back_up(sight: Sight, found: Contents, now: datetime) -> None:
    """Keep a save of an older version as it is, read again before it is relied on."""
    if sight.source is None or backup.is_backed_up(found, sight.path):
        return
    source = sqlite3.connect(f"{sight.source.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        with files.new_file(sight.path.parent) as new:
            backup.copy_whole(source, found, new)
            files.put_in_place(new, files.backup_name(sight.path, found.version, now))
    finally:
        source.close()


def _begin(sight: Sight, now: datetime) -> None:
    """Make a save where there is none."""
    path = sight.path
    try:
        if sight.unfinished:
            connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
            try:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            finally:
                connection.close()
        make(path, now)
        with contextlib.suppress(OSError):
            (path.parent / WITNESS).unlink()  # what it says of an older save was heard
    except FileExistsError:
        return  # somebody else was faster, and is looked at
    except OSError as error:
        raise not_writable(error) from error
    except sqlite3.Error as error:
        raise refusal_or_trouble(error, path) from error


def _opened(sight: Sight, found: Contents | Ends, notices: tuple[Notice, ...]) -> Opened:
    path = sight.path
    stamp = files.stamp(path)
    if stamp[0] != sight.stamp[0] or (not sight.foreign and stamp != sight.stamp):
        raise SavesError(Fault(Refusal.IN_USE, path))
    witness = Witness(path.parent)
    witness.write(ends.of(found))
    connection = sqlite3.connect(
        path, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
    )  # one thread at a time uses it, not always the same one
    try:
        found = _prepared(connection, path, found)
    except (*FAILURES, SavesError) as error:
        connection.close()
        witness.close()
        raise error if isinstance(error, SavesError) else refusal_or_trouble(error, path) from error
    files.remove_unfinished(path.parent)
    return Opened(connection, found, witness, notices)


def _prepared(connection: sqlite3.Connection, path: Path, found: Contents | Ends) -> Contents | Ends:
    run = connection.execute
    run("PRAGMA locking_mode = EXCLUSIVE")
    run("PRAGMA synchronous = FULL")
    run("PRAGMA secure_delete = ON")
    run("PRAGMA journal_mode = WAL")
    run("BEGIN IMMEDIATE")
    if isinstance(found, Contents) and found.version < VERSION:
        (version_1 if found.version == 1 else version_2).migrate(connection)
        run(f"PRAGMA user_version = {VERSION}")
        migrated = contents.read(connection, path)
        if not (found.begins(migrated) and migrated.begins(found) and found.answers == migrated.answers):
            raise SavesError(Fault(Refusal.DAMAGED, path, Damage.NOT_CHANGED))
        found = migrated
    run("COMMIT")
    run("PRAGMA foreign_keys = ON")
    run("PRAGMA wal_autocheckpoint = 100")
    return found
