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

from quizgame.game.events import Answered, Guessed, JournalEvent, Started, TakenBack
from quizgame.saves import contents, creating, files, history, rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.faults import Finding, Hindrance, Notice, NotWritableError, Trouble
from quizgame.saves.history import RoundPlayed
from quizgame.saves.opening import Opened, open_save
from quizgame.saves.rescue import let_go, write_anew
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, ROUND_COLUMNS, Cell, Player, PlayerKind
from quizgame.saves.sqlite_errors import FAILURES, not_writable
from quizgame.saves.witness import Acknowledged, Witness

FILE_NAME = files.FILE_NAME
Derived = Mapping[str, str | None]
"""Names, and what is to be kept under them; None for what is to be kept no more."""
NOTHING: Derived = MappingProxyType({})
TIP = "tip"
"""The name under which stands what the derived things were derived from: the last event of all players."""


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
        self._in_step = self._tip() == self._acknowledged.as_bytes().decode()
        self._state = self._state_now()
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

    def append(self, event: JournalEvent, derived: Derived | None = NOTHING) -> None:
        """Keep an event durably, and with it what was derived from all events up to it: both or neither. None if that
        is not known: then what was derived before is thrown away.

        An event that is there already stays as it is. Raises `NotWritableError`.
        """
        if not self.in_place():
            raise NotWritableError(Trouble(Hindrance.GONE))
        self._found = None
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            acknowledged = self._insert(event)
            if derived is None:
                self._connection.execute("DELETE FROM derived WHERE player = ?", (self._player.id,))
            self._derive({**(derived or {}), TIP: acknowledged.as_bytes().decode()})
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise not_writable(error) from error
        finally:  # also when Ctrl+C comes in between
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            self._state = self._state_now()
        self._acknowledged, self._in_step = acknowledged, True
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
            case TakenBack() | Guessed():
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
        """Write what was derived. What does not go with the last event is not added to: all of it is thrown away."""
        if not self._in_step:
            self._connection.execute("DELETE FROM derived")
        for name, value in derived.items():
            player = FIRST_PLAYER if name == TIP else self._player.id
            if value is None:
                self._connection.execute("DELETE FROM derived WHERE player = ? AND name = ?", (player, name))
            else:
                row = player, name, value, rows.derived_hash(player, name, value)
                self._connection.execute("INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?)", row)

    def _tip(self) -> str | None:
        query = "SELECT value FROM derived WHERE player = ? AND name = ?"
        found = self._connection.execute(query, (FIRST_PLAYER, TIP)).fetchone()
        return found and str(found[0])

    def put_derived(self, derived: Derived) -> None:
        """Keep what was made again from all that happened so far. Raises `NotWritableError`."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._derive({**derived, TIP: self._acknowledged.as_bytes().decode()})
            self._connection.execute("COMMIT")
            self._in_step = True
        except sqlite3.Error as error:
            raise not_writable(error) from error
        finally:
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            self._state = self._state_now()

    def derived(self, prefix: str) -> Mapping[str, str]:
        """What was derived for the player under names that begin so; nothing, if it does not go with the last event
        or a part of it is damaged: a program that knows nothing of it may have played in between.
        """
        query = "SELECT name, value, hash FROM derived WHERE player = ? AND name >= ? AND name < ?"
        if not self._in_step:
            return {}
        try:
            found = self._connection.execute(query, (self._player.id, prefix, f"{prefix}\U0010ffff")).fetchall()
        except FAILURES:
            found = [("", "", b"")]
        if any(rows.derived_hash(self._player.id, name, value) != digest for name, value, digest in found):
            self.distrust_derived()
            return {}
        return {name: value for name, value, _ in found}

    def distrust_derived(self) -> None:
        """Whatever was derived does not go with the last event: it is thrown away when the next thing is written."""
        self._in_step = False

    def contents(self) -> Contents:
        """Everything in the save, read whole. Raises `SavesError` if it is damaged."""
        return contents.read(self._connection, self._path) if self._found is None else self._found

    def answers(self) -> list[Answered]:
        """All answers of the player that were not taken back, oldest first. Raises `SavesError`."""
        return self.contents().counting(self._player.id)

    def rounds_played(self, pack: str, count: int) -> list[RoundPlayed]:
        """The player's last rounds of a pack, the newest first; none if they can't be read."""
        try:
            return history.rounds_played(self._connection, self._player.id, pack, count)
        except (*FAILURES, ValueError):
            return []

    def answers_of(self, round_: str) -> list[Answered]:
        """The answers to one round that were not taken back, in their order; none if they can't be read."""
        try:
            return history.answers_of(self._connection, round_)
        except (*FAILURES, ValueError, KeyError):
            return []

    def players(self) -> tuple[Player, ...]:
        """Players and classes, the first one first."""
        return tuple(self.contents().players.values())

    def add_player(self, kind: PlayerKind, name: str, sign: str, now: datetime) -> Player:
        """Add a player or a class. Raises `NotWritableError`."""
        if not self.in_place():
            raise NotWritableError(Trouble(Hindrance.GONE))
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
        finally:
            self._state = self._state_now()

    def in_place(self) -> bool:
        """Whether the file that is open is still the one that its path names, and its `-wal` too, as we left them."""
        return self._state_now() == self._state

    def _state_now(self) -> tuple[files.State, files.State]:
        return files.state(self._path), files.state(self._wal)

    def write_anew(self, now: datetime) -> Notice:
        """Put all that it holds where its file was deleted, replaced or written into, and let go of the old file.

        Open it again then. Raises `SavesError` with DAMAGED if what it holds can't be read any more: `let_go` then.
        Raises `SavesError` or `NotWritableError` if it can't be written. In both cases this journal stays open.
        """
        names = write_anew(self._connection, self._path, self._identity, self._acknowledged, now)
        self.close()
        with contextlib.closing(Witness(self._path.parent)) as witness:  # in a new folder there may be another's
            witness.write(self._acknowledged)
        return Notice(Finding.WRITTEN_ANEW, self._path, names)

    def let_go(self, now: datetime) -> tuple[str, ...]:
        """Let go of a file that others wrote into, as they left it; the names of what was put aside. Raises OSError."""
        names = let_go(self._connection, self._path, self._identity[0], now)
        self._witness.close()
        return names

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        self._connection.close()
        self._witness.close()
