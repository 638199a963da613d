"""An index that is damaged, cut off, foreign or can't be written is thrown away, and packs say what they said."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from quizgame.banks.files.content import content_of
from quizgame.banks.files.read import read_library
from quizgame.banks.shelved import ShelfError, ShelvedPack
from quizgame.saves import files
from quizgame.saves.library_index import FILE_NAME
from quizgame.saves.library_rows import ALL_TOPICS, INDEXES, TABLES, mark_of, number_of
from tests.often import examples
from tests.packs import write_pack
from tests.saves.shelves import assert_alike, came_from_index, read_with_index
from tests.short_packs import write_short

FRESH_FOLDERS = (HealthCheck.function_scoped_fixture,)


class Known:
    """Some packs, what they say, and an index of them."""

    def __init__(self, folder: Path) -> None:
        self.banks = folder / "banks"
        write_pack(self.banks)
        write_short(self.banks)
        self.wanted = read_library((self.banks,))
        self.content = content_of(self.banks / "space") or b""
        with read_with_index(self.banks, folder):
            self.index = (folder / FILE_NAME).read_bytes()


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    return Known(tmp_path_factory.mktemp("known"))


def assert_comes_to_the_same(known: Known, saves: Path) -> None:
    """Whatever lies there: all packs say what their files say, and soon they are in the index again."""
    for _ in range(2):
        with read_with_index(known.banks, saves) as found:
            assert_alike(found, known.wanted)
    with read_with_index(known.banks, saves) as found:
        assert_alike(found, known.wanted)
        assert came_from_index(found) == [True, True]


PLACES = st.tuples(
    st.floats(0, 1, exclude_max=True),
    st.sampled_from((1, 1, 8, 500, 5000)),
    st.sampled_from((b"\0", b"\xff", b"1", b"x")),
)


@given(st.lists(PLACES, min_size=1, max_size=4))
@example([(0.25, 5000, b"1")])
@example([(0.25, 5000, b"\0")])
@example([(0.5, 5000, b"\0")])
@example([(0.75, 5000, b"1")])
@examples(150, suppress_health_check=FRESH_FOLDERS)
def test_any_bytes_changed(
    known: Known,
    tmp_path_factory: pytest.TempPathFactory,
    changes: list[tuple[float, int, bytes]],
) -> None:
    saves = tmp_path_factory.mktemp("damaged")
    changed = bytearray(known.index)
    for share, length, byte in changes:
        at = int(share * len(known.index))
        changed[at : at + length] = byte * min(length, len(known.index) - at)
    (saves / FILE_NAME).write_bytes(changed)
    assert_comes_to_the_same(known, saves)


def test_any_letter_of_a_line_changed(known: Known, tmp_path: Path) -> None:
    """What SQLite takes for sound: each column of each table, in each row by itself."""
    columns = [("packs", "head"), ("topics", "drawn"), ("topics", "topic"), ("said", "entry"), ("said", "said")]
    columns += [("said", "id"), ("said", "mark"), ("said", "entry_mark"), ("topics", "mark"), ("packs", "number")]
    path = tmp_path / FILE_NAME
    for table, column in columns:
        path.write_bytes(known.index)
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()  # noqa: S608
        for row, cell in rows:
            path.write_bytes(known.index)
            changed = cell + 1 if isinstance(cell, int) else cell[:3] + cell[3:4] * 2 + cell[5:]
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (changed, row))  # noqa: S608
            assert_comes_to_the_same(known, tmp_path)


def test_any_row_missing(known: Known, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    for table in ("about", "packs", "topics", "said"):
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(known.index)
            [(count,)] = connection.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608
        for row in range(count):
            path.write_bytes(known.index)
            with closing(sqlite3.connect(path)) as connection, connection:
                query = f"DELETE FROM {table} WHERE rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET ?)"  # noqa: S608
                connection.execute(query, (row,))
            assert_comes_to_the_same(known, tmp_path)


LIES = {
    "a head without banks": ("packs", "head", "", '"banks":[', '"banks":[],"more":['),
    "a topic that is not there": ("topics", "drawn", ALL_TOPICS, '"sun"', '"son"'),
    "a date that is none": ("topics", "drawn", "moon", '"1966-02"', '"1966-99"'),
    "another shape": ("topics", "drawn", "sun", '"sun-light", ', '0, "sun-light", '),
    "an entry of no topic": ("said", "entry", "sun-light", '"sun"', '"son"'),
    "a question less": ("said", "said", "luna-lands", '"questions":[', '"text":"Nothing.","questions":[],"more":['),
    "a fact that says less": ("said", "said", "luna-lands", '"label":', '"text":'),
    "a word that is a fact": ("said", "said", "orbit", '"term":', '"text":'),
}
"""The table, the column, the row, and what is written in the place of what, each with the mark that it should have."""


@pytest.mark.parametrize("lie", LIES)
def test_lies_with_the_right_mark(lie: str, known: Known, tmp_path: Path) -> None:
    table, column, name, old, new = LIES[lie]
    path, key = tmp_path / FILE_NAME, {"packs": "number", "topics": "topic", "said": "id"}[table]
    mark = "entry_mark" if column == "entry" else "mark"
    path.write_bytes(known.index)
    number = number_of(known.content)
    with closing(sqlite3.connect(path)) as connection, connection:
        which, row = (f"{key} = ?", (number,)) if table == "packs" else (f"pack = ? AND {key} = ?", (number, name))
        [(line,)] = connection.execute(f"SELECT {column} FROM {table} WHERE {which}", row).fetchall()  # noqa: S608
        assert old in line
        lying = line.replace(old, new, 1)
        called = {"packs": "head", "said": f"entry {name}" if column == "entry" else name}.get(table, name)
        values = (lying, mark_of(known.content, called, lying), *row)
        connection.execute(f"UPDATE {table} SET {column} = ?, {mark} = ? WHERE {which}", values)  # noqa: S608
    assert_comes_to_the_same(known, tmp_path)


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.9, 0.999])
def test_cut_off(share: float, known: Known, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(known.index[: int(share * len(known.index))])
    assert_comes_to_the_same(known, tmp_path)


def _with(*statements: str) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


FOREIGN: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("no database at all\n" * 999),
    "another table": _with("CREATE TABLE more (x)"),
    "a table of another shape": _with("ALTER TABLE said ADD COLUMN more"),
    "a view in the place of a table": _with("DROP TABLE said", "CREATE VIEW said AS SELECT 1 AS id"),
    "a trigger": _with("CREATE TRIGGER t AFTER INSERT ON said BEGIN DELETE FROM about; END"),
    "an index less": _with("DROP INDEX said_in_pack"),
    "rules of another version": _with("UPDATE about SET rules = x'00'"),
    "two rules": _with("INSERT INTO about SELECT * FROM about"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_foreign(kind: str, known: Known, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(known.index)
    FOREIGN[kind](path)
    assert_comes_to_the_same(known, tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        assert {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema")} == {*TABLES, *INDEXES}


def test_what_lies_beside_it_is_not_looked_at(known: Known, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(known.index)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE more (x)")
        connection.commit()
        beside = {end: path.with_name(FILE_NAME + end).read_bytes() for end in ("-wal", "-shm")}
    path.write_bytes(known.index)
    for end, data in beside.items():
        path.with_name(FILE_NAME + end).write_bytes(data)
    with read_with_index(known.banks, tmp_path) as found:
        assert came_from_index(found) == [True, True]
        assert_alike(found, known.wanted)


def test_damage_that_shows_while_it_is_played_is_read_from_the_files(known: Known, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(known.index)
    _with("UPDATE said SET said = replace(said, 'crew', 'cows')")(path)
    with read_with_index(known.banks, tmp_path) as found:
        pack = found.packs[0].pack
        assert isinstance(pack, ShelvedPack)
        assert pack.said("luna-lands") == known.wanted.packs[0].pack.said("luna-lands")
        assert path.exists()
        assert pack.said("eagle-lands") == known.wanted.packs[0].pack.said("eagle-lands")  # of a crew
        assert not path.exists()
        assert_alike(found, known.wanted)


def test_a_pack_that_is_gone_and_whose_index_is_damaged_says_so(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "banks")
    for _ in range(2):
        with read_with_index(tmp_path / "banks", tmp_path / "saves") as found:
            pass
    (tmp_path / "saves" / FILE_NAME).unlink()
    pack.rename(tmp_path / "elsewhere")
    with pytest.raises(ShelfError):
        found.packs[0].pack.entry("eagle-lands")


def test_a_disk_that_is_full_costs_time_alone(known: Known, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "put_over", full)
    for _ in range(2):
        with read_with_index(known.banks, tmp_path) as found:
            assert_alike(found, known.wanted)
            assert came_from_index(found) == [False, False]
        assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    assert_comes_to_the_same(known, tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that takes no files")
def test_a_folder_that_takes_no_files_costs_time_alone(known: Known) -> None:
    with read_with_index(known.banks, Path("/proc/self")) as found:
        assert_alike(found, known.wanted)


def test_a_folder_that_may_not_be_looked_into_costs_time_alone(
    known: Known, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file = Path.is_file

    def refused(path: Path) -> bool:
        if path.name == FILE_NAME:
            raise PermissionError(13, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refused)
    with read_with_index(known.banks, tmp_path) as found:
        assert_alike(found, known.wanted)


def test_a_folder_in_its_place_costs_time_alone(known: Known, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME / "inside").mkdir(parents=True)
    with read_with_index(known.banks, tmp_path) as found:
        assert_alike(found, known.wanted)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
