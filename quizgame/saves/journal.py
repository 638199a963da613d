"""The journal: a SQLite file that answers are added to, each in a durable transaction of its own.

`WAL` with `synchronous=FULL` loses no acknowledged answer in a power cut. One connection with an exclusive lock keeps a
second program out, and with it the defects of SQLite that need two connections.
"""

import contextlib
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Self

from quizgame.game.events import Answered, JournalEvent, Started
from quizgame.saves import contents, creating, files, rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.faults import Hindrance, Notice, NotWritableError, Trouble
from quizgame.saves.opening import Opened, open_save
from quizgame.saves.rescue import write_anew
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, ROUND_COLUMNS, Cell, Player, PlayerKind
from quizgame.saves.sqlite_errors import FAILURES, not_writable
from quizgame.saves.witness import Acknowledged, Witness

FILE_NAME = files.FILE_NAME
Derived = Mapping[str, bytes | str]
_NOTHING: Derived = MappingProxyType({})


_ROUND = rows.insertion("rounds", ROUND_COLUMNS[LIST])
_ANSWER = rows.insertion("answers", ANSWER_COLUMNS[LIST])
_MARK = rows.insertion("marks", MARK_COLUMNS[LIST])


class Journal:
    """An open save file, played by one of its players."""

    def __init__(self, path: Path, opened: Opened, player: Player) -> None:
        self._path = path
        self._wal = path.with_name(f"{path.name}-wal")
        self._connection = opened.connection
        self._witness = opened.witness
        self._found: Contents | None = opened.found
        self._player = player
        self._acknowledged = Acknowledged.last_of(opened.found)
        self._identity = files.identity(path), files.identity(self._wal)
        self.notices: tuple[Notice, ...] = opened.notices
        """What was found when it was opened."""

    @classmethod
    def open(cls, folder: Path, now: datetime, player: int = FIRST_PLAYER) -> Self:
        """Open or create the save file of a folder.

        Raises `SavesError` if it must not be used: another program has it, a newer quizgame wrote it, it is damaged.
        Raises `NotWritableError` if it can't be written; `read_only` may still read it. Raises ValueError if it does
        not have the player.
        """
        path = files.save_in(folder)
        opened = open_save(path, now)
        if player not in opened.found.players:
            opened.connection.close()
            opened.witness.close()
            raise ValueError(f"there is no player {player}")
        return cls(path, opened, opened.found.players[player])

    def append(self, event: JournalEvent, derived: Derived = _NOTHING) -> None:
        """Keep an event durably, and with it what was derived from all events up to it: both or neither.

        An event that is there already stays as it is. Raises `NotWritableError`.
        """
        if not self.in_place():
            raise NotWritableError(Trouble(Hindrance.GONE))
        self._found = None
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            acknowledged = self._insert(event)
            self._derive(derived)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise not_writable(error) from error
        finally:  # also when Ctrl+C comes in between
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
        self._acknowledged = acknowledged
        self._witness.write(acknowledged)

    def _insert(self, event: JournalEvent) -> Acknowledged:
        """Write an event; what is acknowledged once it is durable."""
        run, before = self._connection.execute, self._acknowledged
        match event:
            case Started():
                row = rows.started_row(event, self._player.id)
                run(_ROUND, (*row, LIST, rows.round_hash(self._player, row)))
            case Answered():
                number, digest = self._chained("answers", _ANSWER, rows.answered_row(event))
                return replace(before, answer=number, answer_hash=digest) if number else before
            case _:
                number, digest = self._chained("marks", _MARK, rows.mark_row(event))
                return replace(before, mark=number, mark_hash=digest) if number else before
        return before

    def _chained(self, table: str, insertion: str, row: tuple[Cell, ...]) -> tuple[int, bytes]:
        """Write a row whose hash goes on from the last one; its number, 0 if it was there already."""
        last = self._connection.execute(f"SELECT hash FROM {table} ORDER BY seq DESC LIMIT 1").fetchone()  # noqa: S608 - our own names
        digest = rows.row_hash(last[0] if last else b"", row)
        cursor = self._connection.execute(insertion, (*row, LIST, digest))
        return (cursor.lastrowid or 0) if cursor.rowcount > 0 else 0, digest

    def _derive(self, derived: Derived) -> None:
        for name, value in derived.items():
            row = self._player.id, name, value, rows.derived_hash(self._player.id, name, value)
            self._connection.execute("INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?)", row)

    def derived(self, name: str) -> bytes | str | None:
        """What was derived under this name for the player; None if nothing was, or if it is damaged."""
        query = "SELECT value, hash FROM derived WHERE player = ? AND name = ?"
        try:
            found = self._connection.execute(query, (self._player.id, name)).fetchone()
        except FAILURES:
            return None
        value, digest = found or (None, None)
        whole = isinstance(value, (bytes, str)) and rows.derived_hash(self._player.id, name, value) == digest
        return value if whole else None

    def contents(self) -> Contents:
        """Everything in the save, read whole. Raises `SavesError` if it is damaged."""
        return contents.read(self._connection, self._path) if self._found is None else self._found

    def answers(self) -> list[Answered]:
        """All answers of the player that were not taken back, oldest first. Raises `SavesError`."""
        return self.contents().counting(self._player.id)

    def play_as(self, player: Player) -> None:
        """Keep what follows for this player."""
        self._player = player

    def found_or_added(self, player: Player) -> Player:
        """Who was made in this save at the same moment under the same name, whatever the id; added if nobody was.

        Raises `NotWritableError`.
        """
        known = [one for one in self.players() if replace(one, id=0) == replace(player, id=0)]
        moment = datetime.fromisoformat(player.created)
        return known[0] if known else self.add_player(player.kind, player.name, player.sign, moment)

    def players(self) -> tuple[Player, ...]:
        """Players and classes, the first one first."""
        return tuple(self.contents().players.values())

    def add_player(self, kind: PlayerKind, name: str, sign: str, now: datetime) -> Player:
        """Add a player or a class. Raises `NotWritableError`."""
        self._found = None
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                (last,) = self._connection.execute("SELECT max(id) FROM players").fetchone()
                player = Player(last + 1, kind, name, sign, now.isoformat())
                creating.add_player(self._connection, player)
                return player
        except sqlite3.Error as error:
            raise not_writable(error) from error

    def in_place(self) -> bool:
        """Whether the file that is open is still the one that its path names, and its `-wal` too."""
        return (files.identity(self._path), files.identity(self._wal)) == self._identity

    def write_anew(self, now: datetime) -> Notice:
        """Put all that it holds where its file was deleted or replaced, and let go of the old file: open it again then.

        Raises `NotWritableError` or `SavesError` if that can't be; then this journal stays open.
        """
        notice = write_anew(self._connection, self._path, self._identity[0], now)
        self.close()
        with contextlib.closing(Witness(self._path.parent)) as witness:  # in a new folder there may be another's
            witness.write(self._acknowledged)
        return notice

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        self._connection.close()
        self._witness.close()
