"""Places that a save may lie in, and what may stand where its files are wanted."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.saves import opening, witness
from quizgame.saves.faults import Finding, Hindrance, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.files import FILE_NAME
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from tests.saves.samples import MOMENT, answered, answers_in, fingerprint, save_with, started
from tests.saves.test_foreign_parts import ASIDE, WAL, events, from_another_save, killed

unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files and names")


@unix
@pytest.mark.parametrize("name", [b"a?mode=memory#b%20c", b"\xff\xfe", "сейв\n".encode(), b"-rf", b":memory:", b" "])
def test_a_folder_may_have_any_name(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    save_with(folder, started(), answered(0))
    left = killed(folder, answered(1))
    assert answers_in(left) == [answered(0), answered(1)]
    assert len(list(tmp_path.iterdir())) == 2


@unix
def test_a_link_may_lead_to_a_save_of_any_name(tmp_path: Path) -> None:
    odd = tmp_path / "my?mode=memory#50%25 save\n'\".db"
    save_with(tmp_path / "real", started(), answered(0)).rename(odd)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FILE_NAME).symlink_to(odd)
    save_with(tmp_path / "a", answered(1))
    assert answers_in(tmp_path / "a") == [answered(0), answered(1)]
    assert [path.name for path in (tmp_path / "a").iterdir()] == [FILE_NAME]


@unix
def test_a_link_to_nothing_makes_the_save_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FILE_NAME).symlink_to(tmp_path / "deep" / "save.db")
    save_with(tmp_path / "a", started(), answered(0))
    assert answers_in(tmp_path / "a") == [answered(0)]
    assert (tmp_path / "deep" / "save.db").exists()


@unix
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).symlink_to(tmp_path / FILE_NAME)
    with pytest.raises(SavesError) as caught:
        Keeper(tmp_path, MOMENT)
    assert caught.value.fault.what is Refusal.UNREADABLE


@unix
def test_what_is_no_file_is_refused_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    with pytest.raises(SavesError) as caught:
        Keeper(tmp_path, MOMENT)
    assert caught.value.fault.what is Refusal.NOT_A_SAVE
    assert (tmp_path / FILE_NAME).is_fifo()


@unix
def test_what_is_no_file_is_not_replaced_where_a_link_leads_to_it(tmp_path: Path) -> None:
    """A pipe of the test's own stands for a device: a fault here must not cost the machine one of its own."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FILE_NAME).symlink_to(tmp_path / "pipe")
    with pytest.raises(SavesError) as caught:
        Keeper(tmp_path / "a", MOMENT)
    assert caught.value.fault.what is Refusal.NOT_A_SAVE
    assert (tmp_path / "pipe").is_fifo()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("progress")] == []


def test_a_folder_in_the_place_of_the_witness_keeps_no_save_from_being_made(tmp_path: Path) -> None:
    (tmp_path / witness.FILE_NAME).mkdir()
    save_with(tmp_path, started(), answered(0))
    assert answers_in(tmp_path) == [answered(0)]


def test_the_witness_of_another_save_is_heard_once_and_changes_nothing(tmp_path: Path) -> None:
    save_with(tmp_path / "a", started(), *events(1, 20))
    for other, count, finding in (("b", 50, Finding.MISSING), ("c", 10, Finding.OTHER_HISTORY)):
        save_with(tmp_path / other, started(), *events(2, count))
        shutil.copyfile(tmp_path / other / witness.FILE_NAME, tmp_path / "a" / witness.FILE_NAME)
        keeper = Keeper(tmp_path / "a", MOMENT)
        assert (keeper.answers, [notice.what for notice in keeper.notices]) == (events(1, 20), [finding])
        keeper.close(MOMENT)
    keeper = Keeper(tmp_path / "a", MOMENT)
    assert (keeper.answers, keeper.notices) == (events(1, 20), ())
    keeper.close(MOMENT)


@pytest.mark.parametrize("deleted", [True, False])
def test_a_witness_that_is_deleted_or_damaged_during_play_costs_nothing(tmp_path: Path, deleted: bool) -> None:
    keeper = Keeper(tmp_path, MOMENT)
    keeper.keep(started(), MOMENT)
    if deleted and os.name != "nt":
        (tmp_path / witness.FILE_NAME).unlink()
    else:
        (tmp_path / witness.FILE_NAME).write_bytes(b"x" * 500)
    keeper.keep(answered(0), MOMENT)
    keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)
    assert (again.answers, again.trouble, again.notices) == ([answered(0)], None, ())
    again.close(MOMENT)


def test_a_clock_that_was_set_back_changes_nothing(tmp_path: Path) -> None:
    save_with(tmp_path, started(), answered(0))
    early = MOMENT - timedelta(days=9000)
    keeper = Keeper(tmp_path, early)
    keeper.keep(started("early", moment=early), early)
    keeper.keep(answered(0, round_="early", moment=early), early)
    keeper.close(early)
    assert [one.round for one in answers_in(tmp_path)] == ["round-1", "early"]


@contextmanager
def no_room(monkeypatch: pytest.MonkeyPatch, what: str) -> Iterator[None]:
    """A disk that is full at this step of opening."""

    class Full(sqlite3.OperationalError):
        sqlite_errorname = "SQLITE_FULL"

    def full(*_: object) -> None:
        raise Full("no room")

    with monkeypatch.context() as patch:
        patch.setattr(opening, what, full)
        yield


def test_where_a_killed_save_can_not_be_copied_to_it_is_looked_at_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = killed(tmp_path / "a", started(), *events(1, 7))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert answers_in(left) == events(1, 7)
    assert all(path.is_file() for path in left.iterdir())


def test_where_it_can_be_copied_nowhere_it_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = killed(tmp_path / "a", started(), *events(1, 7))
    before = {path.name: fingerprint(path) for path in left.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(SavesError) as caught:
        Keeper(left, MOMENT)
    assert (caught.value.fault.what, caught.value.fault.detail) == (Refusal.UNREADABLE, "No space left on device")
    assert {path.name: fingerprint(path) for path in left.iterdir()} == before


def test_that_answers_are_missing_is_said_on_a_full_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_with(tmp_path, started(), *events(1, 20))
    path.unlink()
    with no_room(monkeypatch, "make"):
        keeper = Keeper(tmp_path, MOMENT)
        assert keeper.trouble == Trouble(Hindrance.DISK_FULL)
        assert [(notice.what, notice.count) for notice in keeper.notices] == [(Finding.MISSING, 20)]
    keeper.keep(started("now"), MOMENT)
    assert keeper.unsaved == 0
    assert [(notice.what, notice.count) for notice in keeper.notices] == [(Finding.MISSING, 20)]
    keeper.close(MOMENT)


def test_what_was_put_aside_is_said_on_a_full_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_with(tmp_path / "a", started(), *events(1, 20))
    shutil.copyfile(from_another_save(tmp_path) / WAL, tmp_path / "a" / WAL)
    with no_room(monkeypatch, "_prepared"):
        keeper = Keeper(tmp_path / "a", MOMENT)
    assert keeper.trouble == Trouble(Hindrance.DISK_FULL)
    [notice] = keeper.notices
    assert notice.what is Finding.FOREIGN_PART
    assert f"{WAL}{ASIDE}" in notice.names
    assert keeper.answers == events(1, 20)
    keeper.close(MOMENT)


@unix
def test_no_player_is_added_to_a_save_that_is_gone(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path / "a", MOMENT)) as journal:
        shutil.rmtree(tmp_path / "a")
        with pytest.raises(NotWritableError):
            journal.add_player("player", "Ann", "", MOMENT)
