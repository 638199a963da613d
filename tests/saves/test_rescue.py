"""A saves folder that is deleted or replaced while it is played: noticed at the next answer, and written anew."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.events import Guessed
from quizgame.saves import rescue
from quizgame.saves.backup import read_closed
from quizgame.saves.faults import Fault, Finding, Hindrance, Refusal, Trouble
from quizgame.saves.files import FILE_NAME
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from tests.saves.other_process import start
from tests.saves.samples import FILES, MOMENT, answered, answers_in, fingerprint, save_with, started, taken_back

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files from being deleted")
ASIDE = ".put-aside-2024-05-17"


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def remove_file(folder: Path) -> None:
    (folder / FILE_NAME).unlink()


def remove_wal(folder: Path) -> None:
    (folder / f"{FILE_NAME}-wal").unlink()


def move_folder(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def replace_file(folder: Path) -> None:
    other = save_with(folder.with_name("other"), started("other"), answered(0, round_="other"))
    other.replace(folder / FILE_NAME)


def replace_with_a_copy(folder: Path) -> None:
    shutil.copyfile(folder / FILE_NAME, folder / "tmp")
    (folder / "tmp").replace(folder / FILE_NAME)


def replace_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    save_with(folder, started("other"), answered(0, round_="other"))


def replace_wal(folder: Path) -> None:
    (folder / "tmp").write_bytes(b"something else")
    (folder / "tmp").replace(folder / f"{FILE_NAME}-wal")


def copy_over_itself(folder: Path) -> None:
    with (folder / FILE_NAME).open("r+b") as file:  # as `cp` does
        data = file.read()
        file.truncate(0)
        file.seek(0)
        file.write(data)


def empty_wal(folder: Path) -> None:
    os.truncate(folder / f"{FILE_NAME}-wal", 0)


def copy_over_wal(folder: Path) -> None:
    (folder / f"{FILE_NAME}-wal").write_bytes(b"something else" * 1000)


HARM = [
    copy_over_itself,
    empty_wal,
    copy_over_wal,
    remove_folder,
    remove_file,
    remove_wal,
    move_folder,
    replace_file,
    replace_with_a_copy,
    replace_folder,
    replace_wal,
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_with(tmp_path / "saves", started(), answered(0), answered(1))
    return tmp_path / "saves"


@pytest.fixture
def keeper(folder: Path) -> Keeper:
    """A keeper of a game that has just begun, in a folder with two old answers."""
    keeper = Keeper(folder, MOMENT)
    keeper.keep(started("now"), MOMENT)
    keeper.keep(answered(0, round_="now"), MOMENT)
    keeper.keep(Guessed("now", 0, 0, MOMENT), MOMENT)
    return keeper


@pytest.mark.parametrize("harm", HARM)
def test_all_answers_are_written_anew_with_the_next_one(
    folder: Path, keeper: Keeper, harm: Callable[[Path], None]
) -> None:
    harm(folder)
    keeper.keep(answered(1, round_="now"), MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    assert [notice.what for notice in keeper.notices] == [Finding.WRITTEN_ANEW]
    keeper.keep(taken_back(1, round_="now"), MOMENT)
    keeper.keep(answered(1, 1, round_="now"), MOMENT)
    kept = list(keeper.answers)
    assert [(one.round, one.place, one.attempt) for one in kept] == [
        ("round-1", 0, 0),
        ("round-1", 1, 0),
        ("now", 0, 0),
        ("now", 1, 1),
    ]
    keeper.close(MOMENT)
    again = Keeper(folder, MOMENT)
    assert again.answers == kept
    assert [again.was_a_guess(answer) for answer in again.answers] == [False, False, True, False]
    assert again.notices == ()
    again.close(MOMENT)


@pytest.mark.parametrize("harm", HARM)
def test_all_answers_are_written_anew_at_the_end_at_the_latest(
    folder: Path, keeper: Keeper, harm: Callable[[Path], None]
) -> None:
    harm(folder)
    keeper.close(MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    assert [(one.round, one.place) for one in answers_in(folder)] == [("round-1", 0), ("round-1", 1), ("now", 0)]


@pytest.mark.parametrize("harm", [replace_file, replace_folder])
def test_a_save_that_took_its_place_is_kept_under_another_name(
    folder: Path, keeper: Keeper, harm: Callable[[Path], None]
) -> None:
    harm(folder)
    other = fingerprint(folder / FILE_NAME)
    keeper.keep(answered(1, round_="now"), MOMENT)
    keeper.close(MOMENT)
    [notice] = keeper.notices
    assert f"{FILE_NAME}{ASIDE}" in notice.names
    assert fingerprint(folder / f"{FILE_NAME}{ASIDE}") == other
    assert [one.round for one in read_closed(folder / f"{FILE_NAME}{ASIDE}").answers] == ["other"]


def test_nothing_is_kept_while_there_can_be_no_folder_and_all_of_it_is_when_there_can(
    folder: Path, keeper: Keeper
) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file")  # no folder can be made here, not even by root
    for place in range(1, 4):
        keeper.keep(answered(place, round_="now"), MOMENT)
        assert keeper.trouble == Fault(Refusal.NOT_A_FOLDER, folder)
        assert keeper.unsaved == place + len(keeper.answers)  # the old ones are gone too
    folder.unlink()
    keeper.keep(answered(4, round_="now"), MOMENT)
    assert keeper.unsaved == 0
    keeper.close(MOMENT)
    assert [one.place for one in answers_in(folder)] == [0, 1, 0, 1, 2, 3, 4]
    assert {path.name for path in folder.iterdir()} == FILES


def test_what_could_never_be_written_anew_is_not_called_saved(folder: Path, keeper: Keeper) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file")
    keeper.close(MOMENT)
    assert keeper.trouble == Fault(Refusal.NOT_A_FOLDER, folder)
    assert keeper.unsaved == 3


def test_a_new_folder_that_another_game_plays_in_is_not_touched(folder: Path, keeper: Keeper) -> None:
    shutil.rmtree(folder)
    with start("hold", folder) as other:
        assert other.stdout
        assert "true" in other.stdout.readline()
        keeper.keep(answered(1, round_="now"), MOMENT)
        assert keeper.trouble == Fault(Refusal.IN_USE, folder / FILE_NAME)
        assert keeper.unsaved == 1 + 4
        other.communicate("\n", timeout=20)
    keeper.keep(answered(2, round_="now"), MOMENT)
    assert keeper.unsaved == 0
    keeper.close(MOMENT)
    assert [one.round for one in answers_in(folder)] == ["round-1", "round-1", "now", "now", "now"]
    assert {path.name for path in folder.iterdir()} == FILES  # what the other kept is in ours too: nothing is put aside


def test_a_disk_without_room_for_a_new_save_is_said(
    folder: Path, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    shutil.rmtree(folder)
    with monkeypatch.context() as patch:
        patch.setattr(rescue, "copy_whole", full)
        keeper.keep(answered(1, round_="now"), MOMENT)
        assert keeper.trouble == Trouble(Hindrance.GONE, "No space left on device")
        assert list(folder.iterdir()) == []
    keeper.close(MOMENT)
    assert len(answers_in(folder)) == 4


def test_a_journal_whose_file_is_gone_takes_no_event(folder: Path) -> None:
    with closing(Journal.open(folder, MOMENT)) as journal:
        assert journal.in_place()
        shutil.rmtree(folder)
        assert not journal.in_place()
        with pytest.raises(Exception, match="GONE"):
            journal.append(answered(2))
