"""A save that is read while it is played: all of it that was not read when it was opened, a piece at a time."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from quizgame.saves.faults import Damage
from quizgame.saves.reader import ANSWERS, MARKS, ROUNDS, Reader, Row, check_tables, damaged
from quizgame.saves.rows import Cell
from quizgame.saves.sqlite_errors import FAILURES, refusal
from quizgame.saves.tables import VERSION

_AT_ONCE = 50
"""How many rows are read before somebody else may use the connection: about a millisecond of them."""
_STEPS = 5_000
"""After how many steps SQLite asks whether it should go on."""


def read_through(connection: sqlite3.Connection, path: Path, wanted: Callable[[], bool]) -> Iterator[None]:
    """Read a save of today's version while it is played, and check all of it that `read` checks.

    Between two pieces, where it yields, somebody else may use the connection and add to the save; what takes longer
    than a piece is broken off if it is `wanted`, and begun again. Raises `SavesError` if it is damaged.
    """
    try:
        reader = Reader(connection, path, VERSION)
        check_tables(connection, path, VERSION)
        players = {player.id: player for player in reader.players()}
        rounds: set[str] = set()
        for found in _pieces(connection, ROUNDS, "rowid"):
            rounds.update(start.round for start, _ in reader.rounds(players, [row[:-1] for row in found]))
            yield
        for select, read_rows in ((ANSWERS, reader.answers), (MARKS, reader.marks)):
            last = b""
            for found in _pieces(connection, select, "seq"):
                for _, _, event in read_rows([row[:-1] for row in found], last):
                    if event.round not in rounds and not _has_round(connection, event.round):
                        raise damaged(path, Damage.STRAY_ANSWER)
                last = found[-1][2]
                yield
        while (state := _quick_check(connection, wanted)) is None:
            yield
        if state != "ok":
            raise damaged(path, state.splitlines()[-1])
    except FAILURES as error:
        raise refusal(error, path) from error


def _pieces(connection: sqlite3.Connection, select: str, number: str) -> Iterator[list[Row]]:
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
