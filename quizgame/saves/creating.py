"""A new save: made whole under another name, then given its own.

So a power cut leaves a save, or none, and never a file that neither we nor SQLite know.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from quizgame.saves import files, rows
from quizgame.saves.rows import LIST, PLAYER_COLUMNS, Player
from quizgame.saves.tables import APPLICATION_ID, CREATE, VERSION

FIRST_PLAYER = 1


def make(path: Path, now: datetime) -> None:
    """Make an empty save with one player without a name.

    Raises FileExistsError if somebody else was faster, OSError or `sqlite3.Error` if it can't be written.
    """
    with files.new_file(path.parent) as new:
        with writing(new) as connection:
            add_player(connection, Player(FIRST_PLAYER, "player", "", "", now.isoformat()))
        files.put_in_place(new, path)


@contextlib.contextmanager
def writing(new: Path) -> Iterator[sqlite3.Connection]:
    """A save without a player, to be filled; whole at the end. Raises `sqlite3.Error` if it can't be written."""
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
        run = connection.execute
        run("PRAGMA journal_mode = MEMORY")  # nobody knows this file yet
        run("BEGIN")
        for statement in CREATE.split(";\n"):
            run(statement)
        yield connection
        run(f"PRAGMA application_id = {APPLICATION_ID}")
        run(f"PRAGMA user_version = {VERSION}")
        run("COMMIT")
        run("PRAGMA journal_mode = WAL")


def add_player(connection: sqlite3.Connection, player: Player) -> None:
    """Add a player or a class, within a transaction that somebody else ends."""
    row = rows.player_row(player)
    connection.execute(rows.insertion("players", PLAYER_COLUMNS[LIST]), (*row, LIST, rows.row_hash(b"", row)))
