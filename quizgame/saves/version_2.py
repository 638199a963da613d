"""Saves of the second version: they knew classes as players, but no rounds of theirs.

What a class chose, and the details of its steps, are new columns; every row keeps its list and its hash.
"""

import sqlite3

from quizgame.saves.rows import MARK_COLUMNS, ROUND_COLUMNS
from quizgame.saves.tables import CREATE

_ROUND, _MARK = ", ".join(ROUND_COLUMNS[2]), ", ".join(MARK_COLUMNS[2])
NEW_OF_A_ROUND = ("[]", "[]", 0, 0, 0, "[]")
"""What the new columns hold for an older round: kinds, tags, teams, warm-up, clock, facts."""
ROUNDS = f"SELECT columns, hash, {_ROUND}, '[]', '[]', 0, 0, 0, '[]' FROM rounds ORDER BY rowid"  # noqa: S608 - our own names
MARKS = f"SELECT seq, columns, hash, {_MARK}, '' FROM marks ORDER BY seq"  # noqa: S608


def migrate(connection: sqlite3.Connection) -> None:
    """Make the tables of today out of those of the second version, within a transaction that somebody else ends.

    Marks get a new table, as two pauses at one place would have been one mark.
    """
    run = connection.execute
    for name in ("kinds", "left_out", "facts"):
        run(f"ALTER TABLE rounds ADD COLUMN {name} TEXT NOT NULL DEFAULT '[]'")
    for name in ("teams", "warm_up", "clock"):
        run(f"ALTER TABLE rounds ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0")
    run("ALTER TABLE marks RENAME TO marks_2")
    run(next(statement for statement in CREATE.split(";\n") if "CREATE TABLE marks " in statement))
    run(f"INSERT INTO marks (seq, columns, hash, {_MARK}, detail) " + MARKS.replace("FROM marks", "FROM marks_2"))
    run("DROP TABLE marks_2")
