"""A start after `kill -9`: what was left is gone on with from its ends, and read whole where anything is odd."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves import files, witness
from quizgame.saves.faults import Refusal, SavesError
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from tests.saves.other_process import start
from tests.saves.samples import MOMENT, answered, answers_in, change, fingerprint, save_with, started

pytestmark = pytest.mark.skipif(not files.STATES_TELL, reason="here the state of a file tells nothing")


def killed(folder: Path, answers: int = 3) -> Path:
    """A save that was open in a program that was killed after so many answers."""
    with start("hold", folder) as player:
        assert player.stdin
        assert player.stdout
        player.stdout.readline()
        for _ in range(answers):
            print(file=player.stdin, flush=True)
            player.stdout.readline()
        player.kill()
    return folder / FILE_NAME


def was_read_whole(folder: Path) -> bool:
    with closing(Journal.open(folder, MOMENT)) as journal:
        assert journal.notices == ()
        return journal.was_read_whole


@pytest.mark.parametrize("answers", [0, 1, 40])
def test_what_a_killed_program_left_is_not_read_whole(tmp_path: Path, answers: int) -> None:
    save_with(tmp_path, started("earlier"), answered(0, round_="earlier"))
    path = killed(tmp_path, answers)
    assert files.beside(path) == [files.wal_of(path)]
    keeper = Keeper(tmp_path, MOMENT)
    assert keeper._journal is not None
    assert not keeper._journal.was_read_whole
    assert keeper.check()
    assert [answer.place for answer in keeper.answers] == [0, *range(answers)]
    keeper.close(MOMENT)
    assert not was_read_whole(tmp_path)


def test_it_may_be_killed_again_and_again(tmp_path: Path) -> None:
    for answers in (2, 0, 5, 0, 0, 3):  # each begins the same round, whose answers are there already
        killed(tmp_path, answers)
    assert not was_read_whole(tmp_path)
    assert len(answers_in(tmp_path)) == 5


def touch_the_save(path: Path) -> None:
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 1))


def touch_its_wal(path: Path) -> None:
    touch_the_save(files.wal_of(path))


def put_a_copy_in_its_place(path: Path) -> None:
    shutil.copy2(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


def put_a_copy_in_the_place_of_its_wal(path: Path) -> None:
    put_a_copy_in_its_place(files.wal_of(path))


def lose_the_witness(path: Path) -> None:
    (path.parent / witness.FILE_NAME).unlink()


def cut_the_witness(path: Path) -> None:
    place = path.parent / witness.FILE_NAME
    place.write_bytes(place.read_bytes()[:-3])


def say_it_was_closed(path: Path) -> None:
    place = path.parent / witness.FILE_NAME
    line = place.read_bytes().partition(b"\n")[0]
    place.write_bytes(line + b"\n" + witness._looks(line, "closed", files.look(path)) + b"\n")


@pytest.mark.parametrize(
    "happened",
    [
        *(touch_the_save, touch_its_wal, put_a_copy_in_its_place, put_a_copy_in_the_place_of_its_wal),
        *(lose_the_witness, cut_the_witness, say_it_was_closed),
    ],
)
def test_where_anything_is_not_as_it_was_left_all_of_it_is_read(
    tmp_path: Path, happened: Callable[[Path], None]
) -> None:
    path = killed(tmp_path)
    happened(path)
    assert was_read_whole(tmp_path)
    assert len(answers_in(tmp_path)) == 3


def test_an_answer_that_the_witness_did_not_hear_of_is_there_and_all_is_read(tmp_path: Path) -> None:
    path = killed(tmp_path, 2)
    heard = (tmp_path / witness.FILE_NAME).read_bytes()
    other = tmp_path / "other"
    shutil.copytree(tmp_path, other)
    with closing(Journal.open(other, MOMENT)) as journal:
        journal.append(answered(2))
        for file in (path, files.wal_of(path)):
            shutil.copy2(other / file.name, file)
    (tmp_path / witness.FILE_NAME).write_bytes(heard)
    shutil.rmtree(other)
    assert was_read_whole(tmp_path)
    assert len(answers_in(tmp_path)) == 3


def test_what_another_program_wrote_beside_it_is_never_put_into_it(tmp_path: Path) -> None:
    save_with(tmp_path / "ours", started("earlier"), answered(0, round_="earlier"))
    path = killed(tmp_path / "ours")
    theirs = killed(tmp_path / "theirs", 7)
    shutil.copy2(files.wal_of(theirs), files.wal_of(path))
    with closing(Journal.open(tmp_path / "ours", MOMENT)) as journal:
        assert journal.was_read_whole
        assert journal.notices


def test_damage_that_was_found_in_play_is_not_forgotten_by_a_kill(tmp_path: Path) -> None:
    path = save_with(tmp_path, started(), *(answered(place) for place in range(300)))
    change(path, "UPDATE answers SET points = points + 1 WHERE seq = 150")
    with closing(witness.Witness(tmp_path)) as there:
        acknowledged = witness.read(tmp_path)
        assert acknowledged
        there.write(acknowledged)
        there.note_closed(path)
    keeper = Keeper(tmp_path, MOMENT)
    keeper.keep(answered(900), MOMENT)
    assert not keeper.check()
    assert not witness.is_as_left(path)
    assert keeper._journal
    keeper._journal.close()
    before = fingerprint(path)
    with pytest.raises(SavesError) as refused:
        Journal.open(tmp_path, MOMENT)
    assert refused.value.fault.what is Refusal.DAMAGED
    assert fingerprint(path) == before
