"""The journal: a SQLite file that answers are added to, each in a durable transaction of its own.

`WAL` with `synchronous=FULL` loses no acknowledged answer in a power cut. One connection with an exclusive lock keeps a
second program out, and with it the defects of SQLite that need two connections.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Self

from quizgame.game.events import Answered, Guessed, JournalEvent, Started, TakenBack
from quizgame.saves import contents, creating, ends, files, rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.faults import Hindrance, Notice, NotWritableError, Trouble
from quizgame.saves.opening import Opened, open_save
from quizgame.saves.rescue import write_anew
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, ROUND_COLUMNS, Cell, Player, PlayerKind
from quizgame.saves.sqlite_errors import FAILURES, not_writable, refusal
from quizgame.saves.tables import TIP
from quizgame.saves.witness import Acknowledged, Witness

FILE_NAME = files.FILE_NAME
Derived = Mapping[str, str | None]
"""Names, and what is to be kept under them; None for what is to be kept no more."""
NOTHING: Derived = MappingProxyType({})

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
        self._found = opened.found if isinstance(opened.found, Contents) else None
        self.was_read_whole = self._found is not None
        """Whether all that it holds was read and found in order when it was opened."""
        self.is_damaged = False
        """Whether it was found to be damaged since: then it is not said that it was closed in good order."""
        self._player = player
        self._tip_keeper = ends.tip_keeper(opened.found.players)
        self._acknowledged = ends.of(opened.found)
        tip = ends.tip(opened.connection, opened.found.players)
        self._in_step = tip == self._acknowledged.as_bytes().decode()
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

    def append(self, event: JournalEvent, derived: Derived = NOTHING) -> None:
        """Keep an event durably, and with it what was derived from all events up to it: both or neither.

        An event that is there already stays as it is. Raises `NotWritableError`.
        """
        if not self.in_place():
            raise NotWritableError(Trouble(Hindrance.GONE))
        self._found = None
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            acknowledged = self._insert(event)
            self._derive({**derived, TIP: acknowledged.as_bytes().decode()})
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise not_writable(error) from error
        finally:  # also when Ctrl+C comes in between
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
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
            player = self._tip_keeper if name == TIP else self._player.id
            if value is None:
                self._connection.execute("DELETE FROM derived WHERE player = ? AND name = ?", (player, name))
            else:
                row = player, name, value, rows.derived_hash(player, name, value)
                self._connection.execute("INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?)", row)

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
            return {}
        if any(rows.derived_hash(self._player.id, name, value) != digest for name, value, digest in found):
            return {}
        return {name: value for name, value, _ in found}

    def contents(self) -> Contents:
        """Everything in the save, read whole. Raises `SavesError` if it is damaged."""
        return contents.read(self._connection, self._path) if self._found is None else self._found

    def answers(self) -> list[Answered]:
        """All answers of the player that were not taken back, oldest first. Raises `SavesError`."""
        return self.contents().counting(self._player.id)

    def read_through(self, wanted: Callable[[], bool]) -> Iterator[None]:
        """Read all of it while it is played: see `contents.read_through`. Raises `SavesError`."""
        return contents.read_through(self._connection, self._path, wanted)

    def answers_of(self, round_: str) -> list[Answered]:
        """The answers to one round that were not taken back, in their order. Raises `SavesError`."""
        return contents.answers_of(self._connection, self._path, round_)

    def attempts(self, round_: str, place: int, seat: str) -> int:
        """How often the answer at a place of a round was taken back. Raises `SavesError`."""
        query = "SELECT count(*) FROM marks WHERE what = 'taken back' AND round = ? AND place = ? AND seat = ?"
        [(count,)] = self._asked(query, round_, place, seat)
        return int(str(count))

    def last_pack(self, packs: Sequence[str]) -> str | None:
        """The one of these packs that the player answered something of last. Raises `SavesError`."""
        names = ", ".join("?" * len(packs))
        query = (
            f"SELECT pack FROM rounds WHERE player = ? AND pack IN ({names}) AND EXISTS (SELECT 1 FROM answers"  # noqa: S608 - our own marks
            " WHERE answers.round = rounds.id) ORDER BY rowid DESC LIMIT 1"
        )
        return next((str(pack) for (pack,) in self._asked(query, self._player.id, *packs)), None)

    def _asked(self, query: str, *values: Cell) -> list[tuple[Cell, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except FAILURES as error:
            raise refusal(error, self._path) from error

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
        in_place = self.in_place()
        self._connection.close()
        if in_place and not self.is_damaged and not files.beside(self._path):
            self._witness.note_closed(self._path)
        self._witness.close()
