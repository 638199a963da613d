"""The rows of a save, each checked as it is read."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quizgame.game.events import Answered, Started
from quizgame.saves import rows, version_1, version_2
from quizgame.saves.faults import Damage, Fault, Refusal, SavesError
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, PLAYER_COLUMNS, ROUND_COLUMNS, Mark, Player
from quizgame.saves.tables import TABLES

Row = tuple[Any, ...]
"""Cells as SQLite has them, which may be of any type."""


class Selects(NamedTuple):
    """How the rows of a version are read, with the columns of today."""

    players: str
    rounds: str
    answers: str
    marks: str


def _select(table: str, columns: tuple[str, ...], *, order: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"  # noqa: S608 - our own names


PLAYERS = _select("players", ("columns", "hash", *PLAYER_COLUMNS[LIST]), order="id")
ROUNDS = _select("rounds", ("columns", "hash", *ROUND_COLUMNS[LIST]), order="rowid")
ANSWERS = _select("answers", ("seq", "columns", "hash", *ANSWER_COLUMNS[LIST]), order="seq")
MARKS = _select("marks", ("seq", "columns", "hash", *MARK_COLUMNS[LIST]), order="seq")
SELECTS = {
    1: Selects(version_1.PLAYERS, version_1.ROUNDS, version_1.ANSWERS, version_1.MARKS),
    2: Selects(PLAYERS, version_2.ROUNDS, ANSWERS, version_2.MARKS),
    3: Selects(PLAYERS, ROUNDS, ANSWERS, MARKS),
}


def check_tables(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Whether the tables of a version are there. Raises `SavesError` or `sqlite3.Error`."""
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not found >= TABLES.get(version, {""}):
        raise damaged(path, Damage.TABLES)
    if version == 1 and found != TABLES[1]:
        raise damaged(path, Damage.HALF_CHANGED)


def damaged(path: Path, how: str | Damage, answer: int = 0) -> SavesError:
    """That a save is damaged, and how."""
    return SavesError(Fault(Refusal.DAMAGED, path, how, answer))


class Reader:
    """Reads one save of a version."""

    def __init__(self, connection: sqlite3.Connection, path: Path, version: int) -> None:
        self.run = connection.execute
        self.selects = SELECTS[version]
        self._path = path
        self._version = version

    def players(self) -> Iterator[Player]:
        """The players."""
        first = self._version == 1  # which had no hashes for players and rounds
        for number, digest, *cells in self.run(self.selects.players):
            try:
                if not first and rows.row_hash(b"", cells[: len(PLAYER_COLUMNS[number])], number) != digest:
                    raise ValueError("another hash")
                yield rows.player(cells)
            except (ValueError, KeyError):
                raise damaged(self._path, Damage.PLAYER) from None

    def rounds(self, players: Mapping[int, Player], found: Iterable[Row]) -> Iterator[tuple[Started, int]]:
        """The starts of rounds, and whose they are."""
        first = self._version == 1
        for number, digest, *cells in found:
            try:
                player, start = rows.started(cells)
                covered = cells[: len(ROUND_COLUMNS[number])]
                if not first and rows.round_hash(players[player], covered, number) != digest:
                    raise ValueError("another hash")
                if number < LIST and tuple(cells[len(covered) :]) != version_2.NEW_OF_A_ROUND:
                    raise ValueError("what the hash does not cover does not follow from the rest")
                yield start, players[player].id
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
                raise damaged(self._path, Damage.ROUND) from None

    def answers(self, found: Iterable[Row], before: bytes = b"") -> Iterator[tuple[int, bytes, Answered]]:
        """The numbers, hashes and answers of rows; `before` is the hash before the first one."""
        for seq, number, digest, *cells in found:
            try:
                covered = cells[: len(ANSWER_COLUMNS[number])]
                if rows.row_hash(before, covered, number) != digest:
                    raise ValueError("another hash")
                completed = version_1.completed(covered) if number == 1 else tuple(cells)
                if self._version > 1 and tuple(cells) != completed:
                    raise ValueError("what the hash does not cover does not follow from the rest")
                yield seq, digest, rows.answered(completed)
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
                raise damaged(self._path, Damage.ANSWER, seq) from None
            before = digest

    def marks(self, found: Iterable[Row], before: bytes = b"") -> Iterator[tuple[int, bytes, Mark]]:
        """The numbers, hashes and marks of rows; `before` is the hash before the first one."""
        for seq, number, digest, *cells in found:
            try:
                named = dict(zip(MARK_COLUMNS[LIST], cells, strict=True))
                covered = [named[name] for name in MARK_COLUMNS[number]]
                if rows.row_hash(b"" if number == 1 else before, covered, number) != digest:
                    raise ValueError("another hash")
                if number == 1 and (named["what"], named["seat"]) != ("taken back", ""):
                    raise ValueError("the first version knew nothing else")
                if number < LIST and named["detail"] != "":
                    raise ValueError("earlier versions knew no details")
                yield seq, digest, rows.mark(cells)
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
                raise damaged(self._path, Damage.MARK) from None
            before = digest
