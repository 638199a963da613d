"""The journal: a SQLite file that answers are added to, each in a durable transaction of its own.

`WAL` with `synchronous=FULL` loses no acknowledged answer in a power cut. One connection with an exclusive lock keeps a
second program out, and with it the defects of SQLite that need two connections.
"""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Self

from quizgame.banks.text import clean
from quizgame.game.events import Answered, JournalEvent, Started, TakenBack
from quizgame.saves import rows
from quizgame.saves.tables import APPLICATION_ID, CREATE, VERSION

FILE_NAME = "progress.sqlite"
LOCK_TIMEOUT_SECONDS = 0.3
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""The second one for a message of SQLite's that repeats damaged letters."""


class SavesError(Exception):
    """Saves that must not be used or changed, said in a sentence."""


class NotWritableError(Exception):
    """Saves that can't be written now: a full disk, a folder that is read-only."""


class Journal:
    """An open save file. `answers` are all that count, oldest first."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._player = 1

    @classmethod
    def open(cls, folder: Path, now: datetime) -> Self:
        """Open or create the save file of a folder.

        Raises `SavesError` if it must not be used: another program has it, a newer quizgame wrote it, it is damaged.
        Raises `NotWritableError` if it can't be written; `answers_of_read_only` may still read it.
        """
        path = folder / FILE_NAME
        _refuse_strangers(path)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except (FileExistsError, NotADirectoryError):
            raise SavesError(_not_a_folder(folder)) from None
        except OSError as error:
            raise NotWritableError(_reason(error)) from error
        connection = sqlite3.connect(
            path, timeout=LOCK_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False
        )  # one thread at a time uses it, not always the same one
        journal = cls(connection, path)
        try:
            journal._prepare(now)
        except _FAILURES as error:
            connection.close()
            raise _as_ours(error, path) from error
        except SavesError:
            connection.close()
            raise
        return journal

    def _prepare(self, now: datetime) -> None:
        run = self._connection.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA secure_delete = ON")
        self._create(now)
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA wal_autocheckpoint = 100")

    def _create(self, now: datetime) -> None:
        """Make the tables of a new file before it has a `-wal`, so that its own header says whose it is."""
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        version = run("PRAGMA user_version").fetchone()[0]
        if version > VERSION:  # killed before this stood in the header, where `_refuse_strangers` looks
            raise SavesError(_newer(self._path))
        if version == 0:
            for statement in CREATE.split(";\n"):
                run(statement)
            run("INSERT INTO players (id, created) VALUES (?, ?)", (self._player, now.isoformat()))
            run(f"PRAGMA application_id = {APPLICATION_ID}")
            run(f"PRAGMA user_version = {VERSION}")
        run("COMMIT")

    def append(self, event: JournalEvent) -> None:
        """Keep an event durably; one that is there already stays as it is. Raises `NotWritableError`."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._insert(event)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise NotWritableError(_reason(error)) from error
        finally:  # also when Ctrl+C comes in between
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")

    def _insert(self, event: JournalEvent) -> None:
        run = self._connection.execute
        if isinstance(event, Started):
            row = rows.started_row(event, self._player)
            run(f"INSERT OR IGNORE INTO rounds VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - only signs
        elif isinstance(event, Answered):
            row = rows.answered_row(event)
            last = run("SELECT hash FROM answers ORDER BY seq DESC LIMIT 1").fetchone()
            digest = rows.row_hash(last[0] if last else b"", row)
            columns = ", ".join((*rows.ANSWER_COLUMNS, "hash"))
            signs = ", ".join("?" * (len(row) + 1))
            run(f"INSERT OR IGNORE INTO answers ({columns}) VALUES ({signs})", (*row, digest))  # noqa: S608
        elif isinstance(event, TakenBack):
            row = rows.taken_back_row(event)
            run("INSERT OR IGNORE INTO taken_back VALUES (?, ?, ?, ?, ?)", (*row, rows.row_hash(b"", row)))

    def answers(self) -> list[Answered]:
        """All answers that were not taken back, oldest first. Raises `SavesError` if the save is damaged."""
        return _read(self._connection, self._path)

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        self._connection.close()


def answers_of_read_only(folder: Path) -> list[Answered]:
    """The answers of a save that can't be written, without leaving a trace. Raises `SavesError`."""
    path = folder / FILE_NAME
    if not path.is_file() or not path.stat().st_size:
        return []
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
            return _read(reader, path)
    except _FAILURES as error:
        raise _refusal(error, path) from error


def _read(connection: sqlite3.Connection, path: Path) -> list[Answered]:
    try:
        [(state,)] = connection.execute("PRAGMA quick_check(1)")
        if state != "ok":  # a broken page can hide the last rows, which no hash would miss
            raise SavesError(_damaged(path, state.splitlines()[-1]))
        withdrawn = set(_taken_back(connection, path))
        answers = [rows.answered(row) for row in _answers(connection, path)]
    except _FAILURES as error:
        raise _refusal(error, path) from error
    return [answer for answer in answers if (answer.round, answer.place, answer.attempt) not in withdrawn]


def _answers(connection: sqlite3.Connection, path: Path) -> Iterator[tuple[rows.Cell, ...]]:
    before = b""
    columns = ", ".join(rows.ANSWER_COLUMNS)
    for seq, digest, *row in connection.execute(f"SELECT seq, hash, {columns} FROM answers ORDER BY seq"):  # noqa: S608
        if rows.row_hash(before, tuple(row)) != digest:
            raise SavesError(_damaged(path, f"answer {seq} is not what was written"))
        before = digest
        yield tuple(row)


def _taken_back(connection: sqlite3.Connection, path: Path) -> Iterator[tuple[rows.Cell, ...]]:
    for *row, digest in connection.execute("SELECT round, place, attempt, moment, hash FROM taken_back"):
        if rows.row_hash(b"", tuple(row)) != digest:
            raise SavesError(_damaged(path, "an answer that was taken back is not what was written"))
        yield tuple(row[:3])


def _refuse_strangers(path: Path) -> None:
    """Look at the header before SQLite opens the file, so that a foreign or newer one is not touched."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise SavesError(_not_a_folder(path.parent)) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SavesError(f"The saves in {clean(str(path))} can't be read: {clean(reason)}.") from None
    if not header:
        return
    version, application = int.from_bytes(header[60:64]), int.from_bytes(header[68:72])
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise SavesError(f"The file {clean(str(path))} is not a save of quizgame. It was left as it is.")
    if version > VERSION:
        raise SavesError(_newer(path))


def _as_ours(error: Exception, path: Path) -> Exception:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        return NotWritableError(_reason(error))
    return _refusal(error, path)


def _refusal(error: Exception, path: Path) -> SavesError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return SavesError(
            f"Another quizgame is using the saves in {clean(str(path.parent))}."
            " Close it, or start this one with --saves and another folder."
        )
    return SavesError(_damaged(path, str(error) if isinstance(error, sqlite3.Error) else "its tables can't be read"))


def _newer(path: Path) -> str:
    return f"The saves in {clean(str(path))} are from a newer quizgame. Update this one; nothing was changed."


def _damaged(path: Path, how: str) -> str:
    return f"The save file {clean(str(path))} is damaged: {clean(how)}. Move it away to start afresh."


def _not_a_folder(path: Path) -> str:
    return f"The saves folder {clean(str(path))} is a file. Choose another with --saves."


def _reason(error: Exception) -> str:
    name = getattr(error, "sqlite_errorname", "")
    number = error.errno if isinstance(error, OSError) else 0
    if name.startswith("SQLITE_FULL") or number in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")) or number in _NOT_ALLOWED:
        return "the folder can't be written to"
    return clean(error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()
