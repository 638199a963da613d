"""Saves of the first version: what they left to be guessed, and how they become saves of today.

The first version had one player without a name, did not say the kind of an answer, knew no seats, and kept slips in a
table of their own.
"""

import json
import sqlite3
from collections.abc import Sequence

from quizgame.saves.rows import (
    ANSWER_COLUMNS,
    LIST,
    PLAYER_COLUMNS,
    ROUND_COLUMNS,
    Cell,
    row_hash,
)
from quizgame.saves.tables import CREATE, TABLES

PLAYERS = "SELECT id, 'player', '', '', created FROM players ORDER BY id"
ROUNDS = f"SELECT {', '.join(ROUND_COLUMNS[2])} FROM rounds ORDER BY rowid"  # noqa: S608 - our own names
ANSWERS = f"SELECT seq, 1, hash, {', '.join(ANSWER_COLUMNS[1])} FROM answers ORDER BY seq"  # noqa: S608
MARKS = (
    "SELECT row_number() OVER (ORDER BY moment, round, place, attempt), 1, hash, 'taken back', round, place, '',"
    " attempt, moment FROM taken_back ORDER BY 1"
)


def completed(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells of an answer of the first version, with those that came later."""
    return *row, kind_of(row), "", 0, None


def kind_of(row: Sequence[Cell]) -> str:
    """The kind of question that was answered, from an answer's cells. Raises ValueError if they are damaged.

    A pack may call a question "order-of-events" or "date-of-birth", so its id alone does not tell: only an ordering has
    several facts, and only a typed date showed a single text.
    """
    cells = dict(zip(ANSWER_COLUMNS[1], row, strict=True))
    question, mode = str(cells["question"]), str(cells["mode"])
    facts, shown = (json.loads(str(cells[name])) for name in ("facts", "shown"))
    if mode in ("growing", "daily") and question.startswith(f"{mode}-"):
        return "gap"
    if len(facts) > 1:
        return "ordering"
    if question.startswith("date-") and len(shown) == 1:
        return "date"
    return "choice"


def migrate(connection: sqlite3.Connection) -> None:
    """Make the tables of today out of those of the first version, within a transaction that somebody else ends."""
    run = connection.execute
    for name in sorted(TABLES[1]):
        run(f"ALTER TABLE {name} RENAME TO {name}_1")
    for statement in CREATE.split(";\n"):
        run(statement)
    for table, select, columns in (("players", PLAYERS, PLAYER_COLUMNS), ("rounds", ROUNDS, ROUND_COLUMNS)):
        names = ", ".join((*columns[LIST], "columns", "hash"))
        signs = ", ".join("?" * (len(columns[LIST]) + 2))
        old = run(select.replace(f"FROM {table}", f"FROM {table}_1"))
        rows = ((*row, LIST, row_hash(b"", row)) for row in old)
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({signs})", rows)  # noqa: S608
    names = ", ".join(("seq", "columns", "hash", *ANSWER_COLUMNS[2]))
    signs = ", ".join("?" * (len(ANSWER_COLUMNS[2]) + 3))
    answers = ((*row[:3], *completed(row[3:])) for row in run(ANSWERS.replace("FROM answers", "FROM answers_1")))
    connection.executemany(f"INSERT INTO answers ({names}) VALUES ({signs})", answers)  # noqa: S608
    marks = MARKS.replace("FROM taken_back", "FROM taken_back_1")
    run(f"INSERT INTO marks (seq, columns, hash, what, round, place, seat, attempt, moment) {marks}")
    for name in ("taken_back", "answers", "rounds", "players"):
        run(f"DROP TABLE {name}_1")
