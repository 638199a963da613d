"""Folders that may not be written to: the game is played all the same, and what is there is read."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves.journal import FILE_NAME, Journal
from tests.saves.other_process import NOBODY, told_by
from tests.saves.released import longer, released
from tests.saves.samples import FILES, MOMENT, answered, answers_in, fingerprint, save_with, started, taken_back

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders of Windows have no modes")
CALM = "the folder can't be written to"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of a guest's that the guest can get to; the folders of pytest are closed to other users."""
    place = Path(tempfile.mkdtemp(prefix="quizgame-"))
    place.chmod(0o755)
    yield place
    place.chmod(0o755)
    shutil.rmtree(place)


def give_away(folder: Path) -> None:
    """Make it the guest's, as only root can."""
    if os.geteuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)


def test_a_folder_that_can_be_written_to_only_later(folder: Path) -> None:
    give_away(folder)
    told = told_by("play_as_guest", folder)
    assert told["at first"] == [CALM, 0]
    assert told["shut"] == [CALM, 2, 5]
    assert told["files"] == []
    assert told["open"] == [None, 3, 0]
    assert told["new"] == [[0, 0], [2, 0], [1, 1]]
    assert [one.place for one in answers_in(folder)] == [0, 2, 1]


def test_an_old_save_is_read_and_gets_the_new_answers_later(folder: Path) -> None:
    save_with(folder, started(), answered(0), answered(1), taken_back(0))
    give_away(folder)
    told = told_by("play_as_guest", folder)
    assert told["at first"] == [CALM, 1]
    assert told["shut"] == [CALM, 3, 5]
    assert set(told["files"]) == FILES
    assert told["open"] == [None, 4, 0]
    assert [(one.round, one.place) for one in answers_in(folder)] == [
        ("round-1", 1),
        ("later", 0),
        ("later", 2),
        ("later", 1),
    ]


def test_a_save_of_somebody_else_is_read_and_not_touched(folder: Path) -> None:
    path = save_with(folder, started(), answered(0), answered(1))
    path.chmod(0o444)
    folder.chmod(0o555)
    before = fingerprint(path)
    assert told_by("look_as_guest", folder) == {"answers": 2, "trouble": CALM}
    assert fingerprint(path) == before
    assert {one.name for one in folder.iterdir()} == FILES


def test_a_read_only_file_in_an_open_folder_is_read_and_not_touched(folder: Path) -> None:
    path = save_with(folder, started(), answered(0))
    path.chmod(0o444)
    folder.chmod(0o777)  # the guest is somebody else
    before = fingerprint(path)
    assert told_by("look_as_guest", folder) == {"answers": 1, "trouble": CALM}
    assert fingerprint(path) == before


def test_a_damaged_save_that_can_only_be_read_is_refused(folder: Path) -> None:
    path = save_with(folder, started(), *(answered(place) for place in range(60)))
    path.write_bytes(path.read_bytes()[:-8192] + bytes(8192))
    path.chmod(0o444)
    folder.chmod(0o555)
    assert "damaged" in told_by("look_as_guest", folder)["refused"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="a folder is closed to its owner only for others")
def test_a_save_that_may_not_even_be_read_is_refused_with_the_reason(folder: Path) -> None:
    save_with(folder, started()).chmod(0o600)
    assert told_by("look_as_guest", folder)["refused"].endswith("can't be read: permission denied.")


def test_a_save_that_could_not_be_begun_is_read_as_empty(folder: Path) -> None:
    (folder / FILE_NAME).touch()
    (folder / FILE_NAME).chmod(0o444)
    folder.chmod(0o555)
    assert told_by("look_as_guest", folder) == {"answers": 0, "trouble": CALM}


@pytest.mark.parametrize("whose", ["somebody else's", "the guest's own"])
@pytest.mark.parametrize("version", [1, 2])
def test_what_a_killed_game_left_in_a_folder_that_is_read_only_now_is_seen(
    folder: Path, tmp_path: Path, version: int, whose: str
) -> None:
    expected = 7
    if version == 1:
        path = released(1, tmp_path / "played")
        longer(path, 7, before_it_is_closed=lambda: shutil.copytree(path.parent, folder, dirs_exist_ok=True))
        expected += 46
    else:
        with closing(Journal.open(tmp_path / "played", MOMENT)) as journal:
            journal.append(started())
            for place in range(7):
                journal.append(answered(place))
            shutil.copytree(tmp_path / "played", folder, dirs_exist_ok=True)
    if whose == "the guest's own":
        give_away(folder)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    before = {path.name: fingerprint(path) for path in folder.iterdir()}
    assert before.keys() >= {FILE_NAME, f"{FILE_NAME}-wal"}
    assert told_by("look_as_guest", folder) == {"answers": expected, "trouble": CALM}
    assert {path.name: fingerprint(path) for path in folder.iterdir()} == before


def test_a_save_of_the_first_version_that_can_only_be_read_is_read_and_not_changed(folder: Path) -> None:
    path = released(1, folder)
    path.chmod(0o444)
    folder.chmod(0o555)
    before = fingerprint(path)
    assert told_by("look_as_guest", folder) == {"answers": 46, "trouble": CALM}
    assert fingerprint(path) == before
    assert [one.name for one in folder.iterdir()] == [FILE_NAME]
