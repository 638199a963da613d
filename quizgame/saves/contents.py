"""What a save holds, read whole and checked row by row: all of it, or a refusal."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgame.game.events import Answered, Guessed, TakenBack
from quizgame.saves import rows, version_1
from quizgame.saves.faults import Damage, Fault, Refusal, SavesError
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS, PLAYER_COLUMNS, ROUND_COLUMNS, Cell, Mark, Player
from quizgame.saves.sqlite_errors import FAILURES, refusal
from quizgame.saves.tables import TABLES, VERSION

Hashes = Mapping[int, bytes]
"""The hash of each row by the row's number, in their order."""
NO_HASH = bytes(16)
"""What stands for the last hash where there is none."""
_Row = tuple[Any, ...]
"""Cells as SQLite has them, which may be of any type."""
_ReadRows = Callable[[Iterable[_Row], bytes], Iterator[tuple[int, bytes, Answered | Mark]]]


def _select(table: str, columns: tuple[str, ...], *, order: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"  # noqa: S608 - our own names


_PLAYERS = _select("players", ("columns", "hash", *PLAYER_COLUMNS[LIST]), order="id")
_ROUNDS = _select("rounds", ("columns", "hash", *ROUND_COLUMNS[LIST]), order="rowid")
_ANSWERS = _select("answers", ("seq", "columns", "hash", *ANSWER_COLUMNS[LIST]), order="seq")
_MARKS = _select("marks", ("seq", "columns", "hash", *MARK_COLUMNS[LIST]), order="seq")
_AT_ONCE = 200
"""How many rows are read before somebody else may use the connection: a few milliseconds of them."""
_STEPS = 5_000
"""After how many steps SQLite asks whether it should go on."""


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
            raise _damaged(path, state.splitlines()[-1])
        _check_tables(connection, path, version)
        return _Reader(connection, path, version).all()
    except FAILURES as error:
        raise refusal(error, path) from error


def read_players(connection: sqlite3.Connection, path: Path) -> Mapping[int, Player]:
    """The players alone, of a save of today's version. Raises `SavesError` or `sqlite3.Error`."""
    _check_tables(connection, path, VERSION)
    return {player.id: player for player in _Reader(connection, path, VERSION).players()}


def read_last(connection: sqlite3.Connection, path: Path) -> tuple[int, bytes, int, bytes]:
    """The numbers and hashes of the last answer and the last mark, which go on from those before them.

    Of a save of today's version. Raises `SavesError` or `sqlite3.Error`.
    """
    reader = _Reader(connection, path, VERSION)
    return *_last(reader.answers, connection, _ANSWERS), *_last(reader.marks, connection, _MARKS)


def _last(read_rows: _ReadRows, connection: sqlite3.Connection, select: str) -> tuple[int, bytes]:
    found = connection.execute(f"{select} DESC LIMIT 2").fetchall()
    before = found[1][2] if len(found) > 1 else b""
    for seq, digest, _ in read_rows(found[:1], before):
        return seq, digest
    return 0, NO_HASH


def answers_of(connection: sqlite3.Connection, path: Path, round_: str) -> list[Answered]:
    """The answers to one round that were not taken back, in their order. Raises `SavesError`.

    Whether they are what was written is found out by whoever reads the whole save.
    """
    query = f"{_ANSWERS.partition(' ORDER BY ')[0]} WHERE round = ? ORDER BY seq"
    slips = "SELECT round, place, seat, attempt FROM marks WHERE what = 'taken back' AND round = ?"
    try:
        taken_back = set(connection.execute(slips, (round_,)))
        answers = [rows.answered(row[3:]) for row in connection.execute(query, (round_,))]
    except FAILURES as error:
        raise refusal(error, path) from error
    except (ValueError, KeyError):
        raise _damaged(path, Damage.ANSWER) from None
    return [answer for answer in answers if rows.place_of(answer) not in taken_back]


def read_through(connection: sqlite3.Connection, path: Path, wanted: Callable[[], bool]) -> Iterator[None]:
    """Read a save of today's version while it is played, and check all of it that `read` checks.

    Between two pieces, where it yields, somebody else may use the connection and add to the save; what takes longer
    than a piece is broken off if it is `wanted`, and begun again. Raises `SavesError` if it is damaged.
    """
    try:
        reader = _Reader(connection, path, VERSION)
        _check_tables(connection, path, VERSION)
        players = {player.id: player for player in reader.players()}
        rounds: set[str] = set()
        for found in _pieces(connection, _ROUNDS, "rowid"):
            rounds.update(round_ for round_, _ in reader.rounds(players, [row[:-1] for row in found]))
            yield
        for select, read_rows in ((_ANSWERS, reader.answers), (_MARKS, reader.marks)):
            last = b""
            for found in _pieces(connection, select, "seq"):
                for _, _, event in read_rows([row[:-1] for row in found], last):
                    if event.round not in rounds and not _has_round(connection, event.round):
                        raise _damaged(path, Damage.STRAY_ANSWER)
                last = found[-1][2]
                yield
        while (state := _quick_check(connection, wanted)) is None:
            yield
        if state != "ok":
            raise _damaged(path, state.splitlines()[-1])
    except FAILURES as error:
        raise refusal(error, path) from error


def _pieces(connection: sqlite3.Connection, select: str, number: str) -> Iterator[list[_Row]]:
    """Rows with their number behind them, a piece at a time."""
    start, order = select.split(" ORDER BY ")
    columns, table = start.split(" FROM ")
    query = f"{columns}, {number} FROM {table} WHERE {number} > ? ORDER BY {order} LIMIT {_AT_ONCE}"
    at: Cell = 0
    while found := connection.execute(query, (at,)).fetchall():
        at = found[-1][-1]
        yield found


def _has_round(connection: sqlite3.Connection, round_: str) -> bool:
    """Whether a round is there that may have begun since."""
    return connection.execute("SELECT 1 FROM rounds WHERE id = ?", (round_,)).fetchone() is not None


def _quick_check(connection: sqlite3.Connection, wanted: Callable[[], bool]) -> str | None:
    """What SQLite says of the file, or None if somebody needed the connection before it was done."""
    connection.set_progress_handler(wanted, _STEPS)
    try:
        [(state,)] = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            return None
        raise
    finally:
        connection.set_progress_handler(None, 0)
    return str(state)


def _check_tables(connection: sqlite3.Connection, path: Path, version: int) -> None:
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not found >= TABLES.get(version, {""}):
        raise _damaged(path, Damage.TABLES)
    if version == 1 and found != TABLES[1]:
        raise _damaged(path, Damage.HALF_CHANGED)


def _damaged(path: Path, how: str | Damage, answer: int = 0) -> SavesError:
    return SavesError(Fault(Refusal.DAMAGED, path, how, answer))


class _Reader:
    """Reads one save of a version."""

    def __init__(self, connection: sqlite3.Connection, path: Path, version: int) -> None:
        self._run = connection.execute
        self._path = path
        self._version = version

    def all(self) -> Contents:
        first = self._version == 1
        players = {player.id: player for player in self.players()}
        rounds = dict(self.rounds(players, self._run(version_1.ROUNDS if first else _ROUNDS)))
        answers = tuple(self.answers(self._run(version_1.ANSWERS if first else _ANSWERS)))
        marks = tuple(self.marks(self._run(version_1.MARKS if first else _MARKS)))
        if not {answer.round for _, _, answer in answers} <= rounds.keys():
            raise _damaged(self._path, Damage.STRAY_ANSWER)
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
        for number, digest, *cells in self._run(version_1.PLAYERS if first else _PLAYERS):
            try:
                if not first and rows.row_hash(b"", cells[: len(PLAYER_COLUMNS[number])], number) != digest:
                    raise ValueError("another hash")
                yield rows.player(cells)
            except (ValueError, KeyError):
                raise _damaged(self._path, Damage.PLAYER) from None

    def rounds(self, players: Mapping[int, Player], found: Iterable[_Row]) -> Iterator[tuple[str, int]]:
        """The ids and players of rounds."""
        first = self._version == 1
        for number, digest, *cells in found:
            try:
                round_, player, covered = cells[0], cells[1], cells[: len(ROUND_COLUMNS[number])]
                if not first and rows.round_hash(players[player], covered, number) != digest:
                    raise ValueError("another hash")
                yield round_, players[player].id
            except (ValueError, KeyError):
                raise _damaged(self._path, Damage.ROUND) from None

    def answers(self, found: Iterable[_Row], before: bytes = b"") -> Iterator[tuple[int, bytes, Answered]]:
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
                raise _damaged(self._path, Damage.ANSWER, seq) from None
            before = digest

    def marks(self, found: Iterable[_Row], before: bytes = b"") -> Iterator[tuple[int, bytes, Mark]]:
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
                raise _damaged(self._path, Damage.MARK) from None
            before = digest
