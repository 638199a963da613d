"""Files that are not ours, or no longer whole: refused in a sentence, and left as they are."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves.faults import SavesError
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.tables import VERSION
from quizgame.wording.saving import saves_error_in_words
from tests.saves.samples import MOMENT, answered, by_chance, change, fingerprint, save_with, started


def whole(folder: Path) -> Path:
    """A save of some pages."""
    rng = random.Random(5)
    return save_with(folder, started(), *(by_chance(rng, place) for place in range(60)))


def refused(folder: Path) -> str:
    """The sentence with which a save is refused; whatever happens, its folder must stay as it is."""
    before = {path.name: fingerprint(path) for path in folder.iterdir()}
    with pytest.raises(SavesError) as caught:
        Keeper(folder, MOMENT)
    assert {path.name: fingerprint(path) for path in folder.iterdir()} == before
    sentence = saves_error_in_words(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert str(folder) in sentence
    return sentence


def cut(share: float) -> Callable[[bytes], bytes]:
    return lambda data: data[: int(len(data) * share)]


def zeroed(start: int, end: int | None) -> Callable[[bytes], bytes]:
    return lambda data: data[:start] + bytes(len(data[start:end])) + (data[end:] if end else b"")


def garbage(start: int, end: int | None) -> Callable[[bytes], bytes]:
    noise = random.Random(7)
    return lambda data: data[:start] + noise.randbytes(len(data[start:end])) + (data[end:] if end else b"")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut in the middle": cut(0.5),
    "cut to its first page": lambda data: data[:4096],
    "cut in its first page": lambda data: data[:700],
    "cut in its header": lambda data: data[:60],
    "cut to one byte": lambda data: data[:1],
    "cut by one byte": lambda data: data[:-1],
    "all zeros": zeroed(0, None),
    "zeros instead of the header": zeroed(0, 100),
    "zeros after the header": zeroed(100, None),
    "zeros after the first page": zeroed(4096, None),
    "zeros instead of the last pages": lambda data: data[:-8192] + bytes(8192),
    "all garbage": garbage(0, None),
    "garbage after the header": garbage(100, None),
    "garbage after the first page": garbage(4096, None),
    "a text": lambda _: b"Dear diary, \n" * 500,
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_file_is_refused_and_not_touched(tmp_path: Path, how: str) -> None:
    path = whole(tmp_path)
    path.write_bytes(DAMAGE[how](path.read_bytes()))
    assert str(path) in refused(tmp_path)


def test_a_save_whose_tables_are_gone_is_refused(tmp_path: Path) -> None:
    path = whole(tmp_path)
    change(path, "DROP TABLE answers")
    assert "damaged" in refused(tmp_path)


@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize("application", [0, 0x0F055112])
def test_a_file_of_another_program_is_refused_and_not_touched(tmp_path: Path, mode: str, application: int) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.execute("INSERT INTO recipes VALUES ('soup')")
        connection.commit()
    assert "not a save of quizgame" in refused(tmp_path)


def test_a_save_of_a_newer_quizgame_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = whole(tmp_path)
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    assert "newer quizgame" in refused(tmp_path)


def test_a_save_that_a_newer_quizgame_had_to_leave_in_the_middle_is_refused_and_still_whole(tmp_path: Path) -> None:
    """After `kill -9` the new version stands in the `-wal` beside the file, not in its header."""
    running, left = tmp_path / "running", tmp_path / "left"
    whole(running)
    with closing(Journal.open(running, MOMENT)) as newer:
        newer._connection.execute("CREATE TABLE streaks (days INTEGER)")
        newer._connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        shutil.copytree(running, left)
    assert (left / FILE_NAME).read_bytes()[60:64] == VERSION.to_bytes(4)
    assert "newer quizgame" in refused(left)
    with closing(sqlite3.connect(left / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert connection.execute("SELECT count(*) FROM streaks").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (60,)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(SavesError) as caught:
        Keeper(tmp_path, MOMENT)
    assert "can't be read" in saves_error_in_words(caught.value)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("mine")
    for folder in (tmp_path / "saves", tmp_path / "saves" / "deeper"):
        with pytest.raises(SavesError) as caught:
            Keeper(folder, MOMENT)
        assert "is a file" in saves_error_in_words(caught.value)
    assert (tmp_path / "saves").read_text() == "mine"


def test_a_file_that_is_still_empty_becomes_a_save(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    save_with(tmp_path, started(), answered())
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert journal.answers() == [answered()]


def test_a_path_with_an_escape_code_is_shown_without_it(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[31mred"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"no save")
    with pytest.raises(SavesError) as caught:
        Keeper(folder, MOMENT)
    sentence = saves_error_in_words(caught.value)
    assert "[31mred" in sentence
    assert "\x1b" not in sentence
