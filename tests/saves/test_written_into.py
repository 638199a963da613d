"""Something else writes into a save while it is open, as `cp` and some synchronisers do: noticed at the next answer.

What can't be read any more is let go as it is, and what was answered since the start is added to what stands there.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame.game.events import Answered
from quizgame.saves.faults import Finding, Refusal, SavesError
from quizgame.saves.files import FILE_NAME
from quizgame.saves.keeper import Keeper
from quizgame.wording.saving import notice_in_words
from tests.saves.samples import FILES, MOMENT, answered, answers_in, by_chance, fingerprint, save_with, started

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files from being written into")
NOISE = random.Random(2).randbytes(30_000)


def events(count: int, round_: str) -> list[Answered]:
    rng = random.Random(round_)
    return [answered(place, round_=round_, topic=rng.choice(("north", "south"))) for place in range(count)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rng = random.Random(1)
    save_with(tmp_path / "saves", started(), *(by_chance(rng, place) for place in range(60)))
    return tmp_path / "saves"


@pytest.fixture
def keeper(folder: Path) -> Keeper:
    """A keeper of a game that goes on after 60 old answers, so long that its `-wal` was put into the file."""
    keeper = Keeper(folder, MOMENT)
    keeper.keep(started("now"), MOMENT)
    for event in events(70, "now"):
        keeper.keep(event, MOMENT)
    assert (keeper.trouble, keeper.notices) == (None, ())
    return keeper


def late(*places: int) -> list[Answered]:
    return [answered(place, round_="now") for place in places]


def written_into(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(data)


def after(keeper: Keeper, folder: Path) -> tuple[list[Answered], list[Answered]]:
    """Play on; what is in memory and what is on the disk after the end."""
    keeper.keep(answered(70, round_="now"), MOMENT)
    keeper.keep(answered(71, round_="now"), MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    keeper.close(MOMENT)
    return list(keeper.answers), answers_in(folder)


def test_a_file_that_is_emptied_gets_what_was_answered_since_the_start(folder: Path, keeper: Keeper) -> None:
    written_into(folder / FILE_NAME, b"")
    given, found = after(keeper, folder)
    assert found == given[-72:] == [*events(70, "now"), *late(70, 71)]
    said = [(notice.what, notice.count) for notice in keeper.notices]
    assert said[-1] == (Finding.MISSING, 60)
    assert (Finding.WRITTEN_INTO, 0) in said
    assert {notice.path for notice in keeper.notices} == {folder / FILE_NAME}
    assert all(notice_in_words(notice) for notice in keeper.notices)


def test_an_older_copy_of_the_save_gets_what_was_answered_since_the_start(folder: Path, tmp_path: Path) -> None:
    """So much that SQLite does not still have all of it in its memory."""
    old = (folder / FILE_NAME).read_bytes()
    keeper = Keeper(folder, MOMENT)
    keeper.keep(started("now"), MOMENT)
    assert keeper._journal
    keeper._journal._connection.execute("PRAGMA cache_size = 2")
    for event in events(70, "now"):
        keeper.keep(event, MOMENT)
    written_into(folder / FILE_NAME, old)
    given, found = after(keeper, folder)
    assert found == given
    assert Finding.MISSING not in [notice.what for notice in keeper.notices]
    again = Keeper(folder, MOMENT)
    assert again.notices == ()
    again.close(MOMENT)


def test_what_can_not_be_a_save_is_left_as_it_is_until_it_is_moved_away(folder: Path, keeper: Keeper) -> None:
    written_into(folder / FILE_NAME, NOISE)
    path = folder / FILE_NAME
    for place in (70, 71):
        keeper.keep(answered(place, round_="now"), MOMENT)
        assert (keeper.trouble.what if keeper.trouble else None) is Refusal.NOT_A_SAVE
        assert keeper.unsaved >= 71
        assert keeper.notices == ()
        assert path.read_bytes() == NOISE
    path.rename(folder / "noise")
    given, found = after_the_way_is_free(keeper, folder)
    assert found == given[-73:] == [*events(70, "now"), *late(70, 71, 72)]


def after_the_way_is_free(keeper: Keeper, folder: Path) -> tuple[list[Answered], list[Answered]]:
    keeper.keep(answered(72, round_="now"), MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    assert [notice.count for notice in keeper.notices if notice.what is Finding.MISSING] == [60]
    keeper.close(MOMENT)
    return list(keeper.answers), answers_in(folder)


def test_what_others_wrote_is_not_touched_at_the_end_either(folder: Path, keeper: Keeper) -> None:
    """SQLite would put what is left of the `-wal` into it."""
    written_into(folder / FILE_NAME, NOISE)
    keeper.close(MOMENT)
    assert (folder / FILE_NAME).read_bytes() == NOISE
    assert keeper.unsaved == 71
    with pytest.raises(SavesError):
        Keeper(folder, MOMENT)


def touch(folder: Path) -> None:
    os.utime(folder / FILE_NAME)


def copy(folder: Path) -> None:
    shutil.copyfile(folder / FILE_NAME, folder.parent / "copy")
    shutil.copyfile(folder.parent / "copy", folder / FILE_NAME)


@pytest.mark.parametrize("harm", [touch, copy])
def test_what_changes_nothing_leaves_nothing_behind(folder: Path, keeper: Keeper, harm: Callable[[Path], None]) -> None:
    for place in range(80, 83):
        harm(folder)
        keeper.keep(answered(place, round_="now"), MOMENT)
    given, found = after(keeper, folder)
    assert found == given
    assert {path.name for path in folder.iterdir()} == FILES


def test_another_save_that_is_copied_over_it_is_kept(folder: Path, keeper: Keeper, tmp_path: Path) -> None:
    other = save_with(tmp_path / "other", started("other"), *events(30, "other"))
    shutil.copyfile(other, folder / FILE_NAME)
    before = fingerprint(other)
    _, found = after(keeper, folder)
    assert set(events(70, "now")) <= set(found)
    there = {fingerprint(path) for path in folder.iterdir()}
    assert before in there or set(events(30, "other")) <= set(found)
