"""Saves of released versions, for the tests: copies of the files that stand here for ever, and longer ones."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from quizgame.saves.files import FILE_NAME
from quizgame.saves.rows import ANSWER_COLUMNS

VERSIONS = Path(__file__).parent / "versions"
FOLDER_OF_RIVERS = VERSIONS / "banks"


def released(version: int, folder: Path) -> Path:
    """A copy of the save of a version in this folder."""
    folder.mkdir(exist_ok=True, parents=True)
    shutil.copyfile(VERSIONS / f"version-{version}.sqlite", folder / FILE_NAME)
    return folder / FILE_NAME


def longer(path: Path, answers: int, before_it_is_closed: Callable[[], object] = lambda: None) -> Path:
    """The save of the first version at this path, with so many more answers, as that version wrote them."""
    columns = ", ".join(ANSWER_COLUMNS[1])
    with closing(sqlite3.connect(path)) as connection:
        *row, before = connection.execute(f"SELECT {columns}, hash FROM answers ORDER BY seq DESC LIMIT 1").fetchone()  # noqa: S608 - our own names
        for place in range(1000, 1000 + answers):
            row[1] = place
            before = blake2b(before + json.dumps(row, ensure_ascii=False).encode(), digest_size=16).digest()
            signs = ", ".join("?" * (len(row) + 1))
            connection.execute(f"INSERT INTO answers ({columns}, hash) VALUES ({signs})", (*row, before))  # noqa: S608 - our own names
        connection.commit()
        before_it_is_closed()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path
