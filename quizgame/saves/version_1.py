"""Saves of the first version: what they left to be guessed, and how they become saves of today.

The first version had one player without a name, did not say the kind of an answer, knew no seats, and kept slips in a
table of their own.
"""

import sqlite3
from collections.abc import Sequence

from quizgame.saves import rows
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, PLAYER_COLUMNS, ROUND_COLUMNS, Cell, listed
from quizgame.saves.tables import CREATE, TABLES

PLAYERS = "SELECT 2, NULL, id, 'player', '', '', created FROM players ORDER BY id"
ROUNDS = f"SELECT 2, NULL, {', '.join(ROUND_COLUMNS[2])}, '[]', '[]', 0, 0, 0, '[]' FROM rounds ORDER BY rowid"  # noqa: S608 - our own names
ANSWERS = f"SELECT seq, 1, hash, {', '.join(ANSWER_COLUMNS[1])} FROM answers ORDER BY seq"  # noqa: S608
MARKS = (
    "SELECT row_number() OVER (ORDER BY moment, round, place, attempt), 1, hash, 'taken back', round, place, '',"
    " attempt, moment, '' FROM taken_back ORDER BY 1"
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
    facts, shown = (listed(str(cells[name]), str) for name in ("facts", "shown"))
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
    players = {id_: rows.player((id_, *cells)) for _, _, id_, *cells in run(_old(PLAYERS, "players"))}
    for player in players.values():
        row = rows.player_row(player)
        run(rows.insertion("players", PLAYER_COLUMNS[LIST]), (*row, LIST, rows.row_hash(b"", row)))
    for _, _, *row in run(_old(ROUNDS, "rounds")):
        digest = rows.round_hash(players[row[1]], row)
        run(rows.insertion("rounds", ROUND_COLUMNS[LIST]), (*row, LIST, digest))
    insertion = rows.insertion("answers", ("seq", *ANSWER_COLUMNS[LIST]))
    answers = ((seq, *completed(row), 1, digest) for seq, _, digest, *row in run(_old(ANSWERS, "answers")))
    connection.executemany(insertion, answers)
    marks = _old(MARKS, "taken_back")
    run(f"INSERT INTO marks (seq, columns, hash, what, round, place, seat, attempt, moment, detail) {marks}")
    for name in ("taken_back", "answers", "rounds", "players"):
        run(f"DROP TABLE {name}_1")


def _old(select: str, table: str) -> str:
    return select.replace(f"FROM {table}", f"FROM {table}_1")
