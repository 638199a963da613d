"""The file that a journal lives in: who may read it, how it is written, what it says of itself."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.tables import APPLICATION_ID, VERSION
from tests.saves.samples import FILES, MOMENT, answered, rows_of, save_with, started, taken_back


@pytest.fixture
def _mask_of_most_people() -> object:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.usefixtures("_mask_of_most_people")
def test_nobody_else_may_read_a_new_save(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    with closing(Journal.open(folder, MOMENT)) as journal:
        journal.append(started())
        assert mode_of(folder) == 0o700
        assert {path.name: mode_of(path) for path in folder.iterdir()} == {
            **dict.fromkeys(FILES, 0o600),
            f"{FILE_NAME}-wal": 0o600,
        }
    assert mode_of(folder / FILE_NAME) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    save_with(tmp_path, started())
    assert mode_of(tmp_path) == 0o750


def test_an_open_save_has_no_shared_memory_and_a_closed_one_is_one_file(tmp_path: Path) -> None:
    for turn in range(2):
        with closing(Journal.open(tmp_path, MOMENT)) as journal:
            journal.append(started())
            journal.append(answered(turn))
            journal.answers()
            assert {path.name for path in tmp_path.iterdir()} == {*FILES, f"{FILE_NAME}-wal"}
        assert {path.name for path in tmp_path.iterdir()} == FILES


def test_a_save_is_written_as_the_notes_on_durability_say(tmp_path: Path) -> None:
    for _ in range(2):  # new, and opened again
        with closing(Journal.open(tmp_path, MOMENT)) as journal:
            run = journal._connection.execute
            said = {
                name: run(f"PRAGMA {name}").fetchone()[0]
                for name in (
                    "journal_mode",
                    "synchronous",
                    "locking_mode",
                    "foreign_keys",
                    "secure_delete",
                    "wal_autocheckpoint",
                )
            }
            assert said == {
                "journal_mode": "wal",
                "synchronous": 2,  # FULL
                "locking_mode": "exclusive",
                "foreign_keys": 1,
                "secure_delete": 1,
                "wal_autocheckpoint": 100,
            }


def test_an_event_is_in_the_file_when_append_returns(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        size = 0
        for event in (started(), answered(), taken_back()):
            journal.append(event)
            before, size = size, (tmp_path / f"{FILE_NAME}-wal").stat().st_size
            assert size > before
            assert not journal._connection.in_transaction


def test_the_header_says_whose_file_it_is_and_of_which_version(tmp_path: Path) -> None:
    path = save_with(tmp_path, started())
    assert rows_of(path, "PRAGMA application_id") == [(APPLICATION_ID,)] == [(int.from_bytes(b"QUIG"),)]
    assert rows_of(path, "PRAGMA user_version") == [(VERSION,)]
    assert rows_of(path, "PRAGMA integrity_check") == [("ok",)]


def test_the_header_says_so_from_the_first_moment(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, MOMENT)
    header = (tmp_path / FILE_NAME).read_bytes()[:100]
    journal.close()
    assert header[60:64] == VERSION.to_bytes(4)
    assert header[68:72] == APPLICATION_ID.to_bytes(4)


def test_a_deleted_row_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(started())
        journal.append(answered(shown=("Rumpelstilzchen",)))
        journal._connection.execute("DELETE FROM answers")
    assert b"Rumpelstilzchen" not in (tmp_path / FILE_NAME).read_bytes()


def test_the_tables_are_strict(tmp_path: Path) -> None:
    path = save_with(tmp_path, started(), answered())
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE answers SET points = 'many'")
