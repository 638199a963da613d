"""What a save holds, read whole and checked row by row: all of it, or a refusal."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgame.game.events import Answered, Guessed, TakenBack
from quizgame.saves import rows, version_1
from quizgame.saves.faults import Damage, Fault, Refusal, SavesError
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, PLAYER_COLUMNS, ROUND_COLUMNS, Mark, Player
from quizgame.saves.sqlite_errors import FAILURES, refusal
from quizgame.saves.tables import TABLES, VERSION

Hashes = Mapping[int, bytes]
"""The hash of each row by the row's number, in their order."""
NO_HASH = bytes(16)
"""What stands for the last hash where there is none."""
Row = tuple[Any, ...]
"""Cells as SQLite has them, which may be of any type."""
ReadRows = Callable[[Iterable[Row], bytes], Iterator[tuple[int, bytes, Answered | Mark]]]


def _select(table: str, columns: tuple[str, ...], *, order: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"  # noqa: S608 - our own names


PLAYERS = _select("players", ("columns", "hash", *PLAYER_COLUMNS[LIST]), order="id")
ROUNDS = _select("rounds", ("columns", "hash", *ROUND_COLUMNS[LIST]), order="rowid")
ANSWERS = _select("answers", ("seq", "columns", "hash", *ANSWER_COLUMNS[LIST]), order="seq")
MARKS = _select("marks", ("seq", "columns", "hash", *MARK_COLUMNS[LIST]), order="seq")


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a save."""

    version: int
    players: Mapping[int, Player]
    rounds: Mapping[str, int]
    """The player of each round."""
    answers: tuple[Answered, ...]
    """Oldest first, with those that were taken back."""
    marks: tuple[Mark, ...]
    chain: Hashes
    """Of the answers."""
    mark_chain: Hashes

    def counting(self, player: int) -> list[Answered]:
        """A player's answers that were not taken back, oldest first."""
        slips = self.slips()
        mine = (answer for answer in self.answers if self.rounds[answer.round] == player)
        return [answer for answer in mine if rows.place_of(answer) not in slips]

    def slips(self) -> set[rows.Place]:
        """The answers that were taken back."""
        return {rows.place_of(mark) for mark in self.marks if isinstance(mark, TakenBack)}

    def guesses(self) -> set[rows.Place]:
        """The answers that were guesses, say those who gave them."""
        return {rows.place_of(mark) for mark in self.marks if isinstance(mark, Guessed)}

    def begins(self, other: "Contents") -> bool:
        """Whether this is what the other save held at some time: in the same order, and nothing that it lacks."""
        return (
            self.players.keys() <= other.players.keys()
            and all(player.created == other.players[id_].created for id_, player in self.players.items())
            and self.rounds.items() <= other.rounds.items()
            and all(one == two for one, two in zip(self.chain.items(), other.chain.items(), strict=False))
            and len(self.chain) <= len(other.chain)
            and set(self.mark_chain.values()) <= set(other.mark_chain.values())
        )


def read(connection: sqlite3.Connection, path: Path) -> Contents:
    """Read everything. Raises `SavesError`, which names `path`, if it is damaged or of a newer version."""
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise SavesError(Fault(Refusal.NEWER, path))
        [(state,)] = connection.execute("PRAGMA quick_check(1)")
        if state != "ok":  # a broken page can hide the last rows, which no hash would miss
            raise damaged(path, state.splitlines()[-1])
        check_tables(connection, path, version)
        return Reader(connection, path, version).all()
    except FAILURES as error:
        raise refusal(error, path) from error


def read_players(connection: sqlite3.Connection, path: Path) -> Mapping[int, Player]:
    """The players alone, of a save of today's version. Raises `SavesError` or `sqlite3.Error`."""
    check_tables(connection, path, VERSION)
    return {player.id: player for player in Reader(connection, path, VERSION).players()}


def read_last(connection: sqlite3.Connection, path: Path) -> tuple[int, bytes, int, bytes]:
    """The numbers and hashes of the last answer and the last mark, which go on from those before them.

    Of a save of today's version. Raises `SavesError` or `sqlite3.Error`.
    """
    reader = Reader(connection, path, VERSION)
    return *_last(reader.answers, connection, ANSWERS), *_last(reader.marks, connection, MARKS)


def _last(read_rows: ReadRows, connection: sqlite3.Connection, select: str) -> tuple[int, bytes]:
    found = connection.execute(f"{select} DESC LIMIT 2").fetchall()
    before = found[1][2] if len(found) > 1 else b""
    for seq, digest, _ in read_rows(found[:1], before):
        return seq, digest
    return 0, NO_HASH


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
        self._run = connection.execute
        self._path = path
        self._version = version

    def all(self) -> Contents:
        """Everything."""
        first = self._version == 1
        players = {player.id: player for player in self.players()}
        rounds = dict(self.rounds(players, self._run(version_1.ROUNDS if first else ROUNDS)))
        answers = tuple(self.answers(self._run(version_1.ANSWERS if first else ANSWERS)))
        marks = tuple(self.marks(self._run(version_1.MARKS if first else MARKS)))
        if not {answer.round for _, _, answer in answers} <= rounds.keys():
            raise damaged(self._path, Damage.STRAY_ANSWER)
        return Contents(
            self._version,
            players,
            rounds,
            tuple(answer for _, _, answer in answers),
            tuple(mark for _, _, mark in marks),
            {seq: digest for seq, digest, _ in answers},
            {seq: digest for seq, digest, _ in marks},
        )

    def players(self) -> Iterator[Player]:
        """The players."""
        first = self._version == 1  # which had no hashes for players and rounds
        for number, digest, *cells in self._run(version_1.PLAYERS if first else PLAYERS):
            try:
                if not first and rows.row_hash(b"", cells[: len(PLAYER_COLUMNS[number])], number) != digest:
                    raise ValueError("another hash")
                yield rows.player(cells)
            except (ValueError, KeyError):
                raise damaged(self._path, Damage.PLAYER) from None

    def rounds(self, players: Mapping[int, Player], found: Iterable[Row]) -> Iterator[tuple[str, int]]:
        """The ids and players of rounds."""
        first = self._version == 1
        for number, digest, *cells in found:
            try:
                round_, player, covered = cells[0], cells[1], cells[: len(ROUND_COLUMNS[number])]
                if not first and rows.round_hash(players[player], covered, number) != digest:
                    raise ValueError("another hash")
                yield round_, players[player].id
            except (ValueError, KeyError):
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
                yield seq, digest, rows.mark(cells)
            except (ValueError, KeyError, TypeError, OverflowError):
                raise damaged(self._path, Damage.MARK) from None
            before = digest
