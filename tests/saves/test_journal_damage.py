"""A save that rots: what comes out is what was put in, or a refusal; never other answers."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quizgame.game.events import Answered, JournalEvent
from quizgame.saves.faults import SavesError
from quizgame.saves.keeper import Keeper
from quizgame.saves.rows import ANSWER_COLUMNS, LIST, MARK_COLUMNS
from tests.saves.samples import MOMENT, answered, by_chance, change, save_with, started, taken_back

LEAF = 13
"""The first byte of a page with rows of a table."""


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a save with 40 answers, of which two were taken back."""
    rng = random.Random(3)
    events: list[JournalEvent] = [started(), *(by_chance(rng, place) for place in range(40))]
    path = save_with(tmp_path_factory.mktemp("whole"), *events, taken_back(7), answered(7, attempt=1), taken_back(39))
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, save: bytes) -> Path:
    """A copy of it, for damaging."""
    (tmp_path / "progress.sqlite").write_bytes(save)
    return tmp_path / "progress.sqlite"


def opened(path: Path) -> list[Answered] | None:
    """What a player would get: the answers, or None if the save is refused."""
    try:
        keeper = Keeper(path.parent, MOMENT)
    except SavesError:
        return None
    answers = list(keeper.answers)
    keeper.close(MOMENT)
    return answers


def other(value: Any, rng: random.Random) -> Any:
    """A value with one bit flipped, of the same type."""
    if isinstance(value, int):
        return value ^ 1 << rng.randrange(6, 16)  # numbers of places are small, and no place may come twice
    if isinstance(value, float):
        return value + 2.0 ** -rng.randrange(1, 40)
    data = bytearray(value if isinstance(value, bytes) else value.encode())
    if not data:
        return b"\x01" if isinstance(value, bytes) else "\x01"
    at = rng.randrange(len(data))
    data[at] ^= 1 << rng.randrange(5)
    return bytes(data) if isinstance(value, bytes) else data.decode(errors="replace")


@pytest.mark.parametrize("column", [*ANSWER_COLUMNS[LIST], "columns", "hash"])
def test_a_flipped_bit_in_any_column_of_an_answer_is_noticed(path: Path, save: bytes, column: str) -> None:
    rng = random.Random(column)
    for seq in rng.sample(range(1, 41), 6):
        path.write_bytes(save)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            [(value,)] = connection.execute(f"SELECT {column} FROM answers WHERE seq = ?", (seq,))  # noqa: S608 - our own names
            changed = other(value, rng) if value is not None else 1 if column == "rating" else "[0]"
            connection.execute(f"UPDATE answers SET {column} = ? WHERE seq = ?", (changed, seq))  # noqa: S608 - our own names
            connection.commit()
        assert opened(path) is None, (seq, value, changed)


@pytest.mark.parametrize("column", [*MARK_COLUMNS[LIST], "columns", "hash"])
def test_a_change_of_what_was_taken_back_is_noticed(path: Path, column: str) -> None:
    rng = random.Random(column)
    with closing(sqlite3.connect(path)) as connection:
        [(value,)] = connection.execute(f"SELECT {column} FROM marks WHERE place = 7")  # noqa: S608 - our own names
        connection.execute(f"UPDATE marks SET {column} = ? WHERE place = 7", (other(value, rng),))  # noqa: S608 - our own names
        connection.commit()
    assert opened(path) is None


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM answers WHERE seq = 1",
        "DELETE FROM answers WHERE seq = 20",
        "UPDATE answers SET seq = seq - 40 WHERE seq = 30",
        "UPDATE answers SET response = NULL WHERE seq = (SELECT max(seq) FROM answers WHERE response IS NOT NULL)",
        "DELETE FROM marks WHERE seq = 1",
        "DELETE FROM rounds",
        "DELETE FROM players",
        "UPDATE rounds SET player = 2",
        "UPDATE marks SET what = 'guessed' WHERE seq = 2",
        "INSERT INTO marks VALUES (3, 'taken back', 'round-1', 3, '', 0, '2024-05-17T12:30:00+04:00', '', 3, x'00')",
    ],
)
def test_rows_that_nobody_wrote_or_that_somebody_took_out_are_noticed(path: Path, statement: str) -> None:
    change(path, statement)
    assert opened(path) is None


def test_a_last_answer_that_a_broken_page_hides_is_noticed(path: Path, save: bytes) -> None:
    """The hashes of the others are still right: only the page itself tells that there was one more."""
    pages = [at for at in range(0, len(save), 4096) if save[at] == LEAF]
    [start] = [at for at in pages if b'["fact-7"]' in save[at : at + 4096]]  # of the second attempt alone
    rows = int.from_bytes(save[start + 3 : start + 5])
    path.write_bytes(save[: start + 3] + (rows - 1).to_bytes(2) + save[start + 5 :])
    with closing(sqlite3.connect(path)) as connection:
        places = [place for (place,) in connection.execute("SELECT place FROM answers ORDER BY seq")]
    assert places == list(range(40))  # the second attempt at place 7 is gone
    assert opened(path) is None


def test_a_text_that_became_bytes_is_noticed(path: Path) -> None:
    loose = "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'answers'"
    strict = "UPDATE sqlite_master SET sql = sql || ' STRICT' WHERE name = 'answers'"
    change(path, "PRAGMA writable_schema = ON", loose)
    change(path, "UPDATE answers SET topic = CAST(topic AS BLOB) WHERE seq = 12")
    change(path, "PRAGMA writable_schema = ON", strict)
    assert opened(path) is None


def test_200_changed_cells_are_noticed_or_do_no_harm(path: Path, save: bytes) -> None:
    whole = opened(path)
    assert whole is not None
    rng = random.Random(11)
    cells = _cells(path)
    harmless = []
    for _ in range(200):
        table, key, column, value = rng.choice(cells)
        path.write_bytes(save)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            try:
                changed = other(value, rng) if value is not None else 1 if column == "rating" else "x"
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key}", (changed,))  # noqa: S608 - our own names
            except sqlite3.IntegrityError:
                continue  # the same place and attempt twice: the tables keep that out themselves
            connection.commit()
        found = opened(path)
        if found is not None:
            assert found == whole, (table, key, column)
            harmless.append((table, column))
    assert {column for _, column in harmless} <= {"seq"}  # as long as the order stays


def _cells(path: Path) -> list[tuple[str, str, str, Any]]:
    """Each stored cell: its table, its row, its column, and its value."""
    cells = []
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for table, names in {"answers": ["seq"], "rounds": ["id"], "players": ["id"], "marks": ["seq"]}.items():
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own names
                key = " AND ".join(f"{name} = '{row[name]}'" for name in names)
                cells += [(table, key, column, row[column]) for column in row.keys()]  # noqa: SIM118 - a Row has no items
    return cells


def test_600_flipped_bits_of_the_file_are_noticed_or_do_no_harm(path: Path, save: bytes) -> None:
    whole = opened(path)
    rng = random.Random(23)
    noticed = 0
    for turn in range(600):
        at = rng.randrange(100 if turn % 6 == 0 else len(save))  # the header is small, and every bit of it matters
        path.write_bytes(save[:at] + bytes([save[at] ^ 1 << rng.randrange(8)]) + save[at + 1 :])
        found = opened(path)
        assert found in (None, whole), f"byte {at} of {len(save)}"
        noticed += found is None
        for beside in path.parent.glob("progress.sqlite-*"):
            beside.unlink()
    assert noticed > 100  # many bits of a file are empty space, or an index that can be made again


def test_pages_of_zeros_or_of_another_page_are_noticed_or_do_no_harm(path: Path, save: bytes) -> None:
    whole = opened(path)
    pages = [save[at : at + 4096] for at in range(0, len(save), 4096)]
    for number, page in enumerate(pages):
        for wrong in (bytes(4096), page[:2048] + bytes(2048), pages[number - 1]):
            path.write_bytes(b"".join([*pages[:number], wrong, *pages[number + 1 :]]))
            assert opened(path) in (None, whole), f"page {number}"
