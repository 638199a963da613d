"""A start that does not know how long somebody has played: from the ends of the save, and the rest read behind it."""

import os
import random
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves import contents, read_through, witness
from quizgame.saves.contents import Contents
from quizgame.saves.faults import Fault, Refusal, SavesError
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.witness import Witness
from tests.saves.samples import (
    MOMENT,
    answered,
    answers_in,
    by_chance,
    change,
    fingerprint,
    rows_of,
    save_with,
    started,
    taken_back,
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(6)
    first, *others = (started(f"round-{number}", pack=f"pack-{number % 2}") for number in (0, 2, 3))
    answers = [by_chance(rng, place) for place in range(500)]
    folder = tmp_path_factory.mktemp("original")
    return save_with(folder, started(), first, *answers, taken_back(3), answered(0, round_="round-0"), *others)


@pytest.fixture
def save(original: Path, tmp_path: Path) -> Path:
    """A save with 501 answers, one of them taken back, closed in good order."""
    for file in original.parent.iterdir():
        shutil.copy(file, tmp_path)
    as_if_closed_so(tmp_path / FILE_NAME)
    return tmp_path / FILE_NAME


def was_read_whole(folder: Path) -> bool:
    with closing(Journal.open(folder, MOMENT)) as journal:
        return journal.was_read_whole


def trouble_of(keeper: Keeper) -> Refusal | None:
    return keeper.trouble.what if isinstance(keeper.trouble, Fault) else None


def as_if_closed_so(path: Path) -> None:
    """Let the witness say that the file looked like this when it was closed, as if the disk had changed it since."""
    acknowledged = witness.read(path.parent)
    assert acknowledged
    with closing(Witness(path.parent)) as there:
        there.write(acknowledged)
        there.note_closed(path)


def test_a_save_that_was_closed_in_good_order_is_not_read_whole(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> Contents:
        raise AssertionError("all of it was read")

    with monkeypatch.context() as patch:
        patch.setattr(contents, "read", read)
        for place in range(3):
            keeper = Keeper(save.parent, MOMENT)
            assert (keeper.notices, keeper.trouble) == ((), None)
            assert keeper.last_pack(["pack-1", "other"]) is None
            assert keeper.last_pack(["small", "pack-0", "pack-1"]) == "pack-0"
            assert (keeper.attempts("round-1", 3), keeper.attempts("round-1", 4)) == (1, 0)
            assert [answer.place for answer in keeper.answers_of("round-0")] == list(range(place + 1))
            keeper.keep(answered(place + 1, round_="round-0"), MOMENT)
            keeper.close(MOMENT)
    assert len(answers_in(save.parent)) == 503


def touch(path: Path) -> None:
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1))


def without_a_witness(path: Path) -> None:
    (path.parent / witness.FILE_NAME).unlink()


def out_of_step(path: Path) -> None:
    change(path, "DELETE FROM derived")
    as_if_closed_so(path)


def another_file(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)


@pytest.mark.parametrize("happened", [touch, without_a_witness, out_of_step, another_file])
def test_whatever_happened_in_between_it_is_read_whole_once(save: Path, happened: Callable[[Path], None]) -> None:
    assert not was_read_whole(save.parent)
    happened(save)
    expected = [True, True, True] if happened is out_of_step else [True, False, False]
    assert [was_read_whole(save.parent) for _ in range(3)] == expected


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM answers WHERE seq = (SELECT max(seq) FROM answers)",
        "UPDATE answers SET points = 7 WHERE seq = (SELECT max(seq) FROM answers)",
        "UPDATE answers SET hash = x'00' WHERE seq = (SELECT max(seq) FROM answers) - 1",
        "DELETE FROM marks",
        "UPDATE marks SET moment = ''",
        "UPDATE players SET name = 'somebody else'",
    ],
)
def test_damage_at_the_ends_is_found_before_anything_is_written(save: Path, statement: str) -> None:
    change(save, statement)
    as_if_closed_so(save)
    before = fingerprint(save)
    try:
        journal = Journal.open(save.parent, MOMENT)
    except SavesError:
        assert fingerprint(save) == before
    else:
        journal.close()
        assert journal.was_read_whole
        assert journal.notices


DAMAGES = [
    "UPDATE answers SET points = points + 1 WHERE seq = 250",
    "DELETE FROM answers WHERE seq = 250",
    "UPDATE answers SET hash = x'00' WHERE seq = 250",
    "UPDATE answers SET round = 'round-2' WHERE seq = 250",
    "UPDATE rounds SET seed = 'OTHER-1' WHERE id = 'round-1'",
    "DELETE FROM rounds WHERE id = 'round-0'",
]


@pytest.mark.parametrize("statement", DAMAGES)
def test_damage_in_the_middle_is_found_while_it_is_played_and_nothing_more_is_written(
    save: Path, statement: str
) -> None:
    change(save, statement)
    as_if_closed_so(save)
    keeper = Keeper(save.parent, MOMENT)
    keeper.keep(answered(900), MOMENT)
    assert trouble_of(keeper) is None
    assert not keeper.check()
    for unsaved in (0, 1):
        assert (trouble_of(keeper), keeper.unsaved) == (Refusal.DAMAGED, unsaved)
        keeper.keep(answered(901 + unsaved), MOMENT)
    keeper.close(MOMENT)
    assert rows_of(save, "SELECT max(place) FROM answers") == [(900,)]
    with pytest.raises(SavesError):
        Journal.open(save.parent, MOMENT)


def test_a_page_that_is_broken_is_found_while_it_is_played(save: Path) -> None:
    data = bytearray(save.read_bytes())
    page = int.from_bytes(data[16:18])
    [(root,)] = rows_of(save, "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_marks_1'")
    data[page * (root - 1) : page * root] = bytes(page)
    save.write_bytes(data)
    as_if_closed_so(save)
    keeper = Keeper(save.parent, MOMENT)
    assert not keeper.check()
    keeper.close(MOMENT)


def test_it_is_read_through_while_somebody_plays(save: Path) -> None:
    keeper = Keeper(save.parent, MOMENT)
    sound: list[bool] = []
    reading = threading.Thread(target=lambda: sound.append(keeper.check()))
    reading.start()
    for place in range(1000, 1060):
        keeper.keep(started(f"late-{place}"), MOMENT)
        keeper.keep(answered(place, round_=f"late-{place}"), MOMENT)
    reading.join()
    assert (sound, keeper.trouble, keeper.unsaved) == ([True], None, 0)
    keeper.close(MOMENT)
    assert len(answers_in(save.parent)) == 560


def test_what_takes_long_gives_way_to_an_answer(save: Path) -> None:
    asked: list[bool] = []

    def wanted() -> bool:
        asked.append(len(asked) < 3)
        return asked[-1]

    with closing(sqlite3.connect(save)) as connection:
        connection.executescript("CREATE TABLE other (x); INSERT INTO other VALUES (zeroblob(4000000));")
        pieces = read_through._quick_check
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(read_through, "_STEPS", 1)
            assert [pieces(connection, wanted) for _ in range(4)] == [None, None, None, "ok"]


def test_who_closes_it_ends_the_reading(save: Path) -> None:
    keeper = Keeper(save.parent, MOMENT)
    pieces = keeper._journal.read_through(lambda: False) if keeper._journal else iter(())
    next(pieces)
    keeper.close(MOMENT)
    assert keeper.check()
    assert not was_read_whole(save.parent)
