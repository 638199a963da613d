"""The journal: a SQLite file that answers are added to, each in a durable transaction of its own.

`WAL` with `synchronous=FULL` loses no acknowledged answer in a power cut. One connection with an exclusive lock keeps a
second program out, and with it the defects of SQLite that need two connections.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from quizgame.game.events import Answered, JournalEvent, Started
from quizgame.saves import derived as rows_beside
from quizgame.saves import files, people, rows
from quizgame.saves.deleting import delete
from quizgame.saves.derived import NOTHING, TIP, Derived
from quizgame.saves.open_file import OpenFile
from quizgame.saves.opening import Opened, open_save
from quizgame.saves.portable import Portable
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, ROUND_COLUMNS, Cell, Player, PlayerKind
from quizgame.saves.settings import PlayerSettings
from quizgame.saves.sqlite_errors import FAILURES, not_writable, refusal_or_trouble
from quizgame.saves.witness import Acknowledged

FILE_NAME = files.FILE_NAME
_ROUND = rows.insertion("rounds", ROUND_COLUMNS[LIST])
_ANSWER = rows.insertion("answers", ANSWER_COLUMNS[LIST])
_MARK = rows.insertion("marks", MARK_COLUMNS[LIST])


class Journal(OpenFile):
    """An open save file, played by one of its players."""

    def __init__(self, path: Path, opened: Opened, player: Player) -> None:
        super().__init__(path, opened)
        self._player = player
        self._tip_keeper = rows_beside.tip_keeper(opened.found.players)
        tip = rows_beside.tip(opened.connection, opened.found.players)
        self._in_step = tip == self._acknowledged.as_bytes().decode()

    @classmethod
    def open(cls, folder: Path, now: datetime, player: int | None = None, *, whole: bool = False) -> Self:
        """Open or create the save file of a folder; read the `whole` of it in any case, or only where it must be.

        Raises `SavesError` if it must not be used: another program has it, a newer quizgame wrote it, it is damaged.
        Raises `NotWritableError` if it can't be written; `read_only` may still read it. Raises ValueError if it does
        not have the player; without one the first person plays.
        """
        path = files.save_in(folder)
        opened = open_save(path, now, whole=whole)
        players = opened.found.players
        wanted = people.first(players) if player is None else player
        if wanted not in players:
            opened.connection.close()
            opened.witness.close()
            raise ValueError(f"there is no player {player}")
        return cls(path, opened, players[wanted])

    @property
    def player(self) -> Player:
        """Who plays."""
        return self._player

    def append(self, event: JournalEvent, derived: Derived | None = NOTHING) -> None:
        """Keep an event durably, and with it what was derived from all events up to it: both or neither. None if that
        is not known: then what was derived before is thrown away.

        An event that is there already stays as it is. Raises `NotWritableError`.
        """
        with self.transaction() as connection:
            self._acknowledged = self._insert(event)
            if derived is None:
                rows_beside.remove(connection, self._player.id)
            self._derive(derived or NOTHING)
        self._in_step = True

    def append_of(self, class_: Player, event: JournalEvent, derived: Derived | None = NOTHING) -> None:
        """Keep an event of a class, which is added to the save with its first one. Raises `NotWritableError`."""
        own = self._player
        self._player = self._found_or_added(class_)
        try:
            self.append(event, derived)
        finally:
            self._player = own

    def _found_or_added(self, class_: Player) -> Player:
        known = next((one for one in self.players() if one.is_same_as(class_)), None)
        moment = datetime.fromisoformat(class_.created)
        return known or self.add_player(class_.kind, class_.name, class_.sign, moment)

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
        """Write what was derived. What does not go with the last event is not added to: all of it is thrown away."""
        if not self._in_step:
            self._connection.execute("DELETE FROM derived")
        rows_beside.write(self._connection, self._player.id, derived)
        rows_beside.write(self._connection, self._tip_keeper, {TIP: self._acknowledged.as_bytes().decode()})

    def put_derived(self, derived: Derived) -> None:
        """Keep what was made again from all that happened so far. Raises `NotWritableError`."""
        with self.transaction():
            self._derive(derived)
        self._in_step = True

    def put_all_derived(self, derived: Mapping[int, Derived]) -> None:
        """Keep what was made again for each player, in the place of all there was. Raises `NotWritableError`."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM derived")
            for player, its in derived.items():
                rows_beside.write(connection, player, its)
            self._derive(NOTHING)
        self._in_step = True

    def derived(self, prefix: str = "", player: int | None = None) -> Mapping[str, str]:
        """What was derived for the player under names that begin so; nothing, if it does not go with the last event or
        a part of it is damaged.
        """
        if not self._in_step:
            return {}
        try:
            return rows_beside.read(self._connection, self._player.id if player is None else player, prefix)
        except (*FAILURES, ValueError):
            self.distrust_derived()
            return {}

    def distrust_derived(self) -> None:
        """Whatever was derived does not go with the last event: it is thrown away when the next thing is written."""
        self._in_step = False

    def answers(self) -> list[Answered]:
        """All answers of the player that were not taken back, oldest first. Raises `SavesError`."""
        return self.contents().counting(self._player.id)

    def players(self) -> tuple[Player, ...]:
        """Players and classes, the first one first. Raises `SavesError`."""
        return self.asking.players()

    def add_player(self, kind: PlayerKind, name: str, sign: str, now: datetime) -> Player:
        """Add a player or a class. Raises `NotWritableError`."""
        with self.transaction() as connection:
            return people.add(connection, kind, name, sign, now.isoformat())

    def rename(self, player: Player) -> None:
        """Give a player another name and sign. Raises `NotWritableError`."""
        with self.transaction() as connection:
            people.rename(connection, player)

    def play_as(self, player: Player) -> None:
        """Keep what follows for this player."""
        self._player = player

    def exported(self, player: int, chosen: PlayerSettings) -> Portable:
        """Everything of a player. Raises `SavesError`."""
        return people.exported(self._connection, self.contents(), player, chosen)

    def take_in(self, portable: Portable, name: str, sign: str) -> tuple[Player, int]:
        """Add what is not there yet of a player from a file, who gets this name if they are not there themselves.

        Returns the player and how many answers are new. Raises `ImportFault` or `NotWritableError`; then it is as it
        was.
        """
        before = self._acknowledged
        with self.transaction() as connection:
            player = people.whose(connection, portable, self.players()) or people.add(
                connection, portable.player.kind, name, sign, portable.player.created
            )
            people.put_rounds(connection, player, portable)
            for event in (*portable.answers, *portable.marks):
                self._acknowledged = self._insert(event)
            rows_beside.remove(connection, player.id)
            self._derive(NOTHING)
        self._in_step = True
        return player, self._acknowledged.answer - before.answer

    def delete(self, player: int, now: datetime) -> None:
        """Delete a player for good, and let go of the file: open it again then. See `deleting`.

        Raises `SavesError` or `NotWritableError`; then it stays open and is as it was.
        """
        try:
            delete(self._connection, self._path, player, now, self.close_alone)
        except OSError as error:
            raise not_writable(error) from error
        except sqlite3.Error as error:
            raise refusal_or_trouble(error, self._path) from error
