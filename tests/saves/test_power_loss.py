"""The power goes: what the disk holds at any moment is a save with every acknowledged answer.

A copy of the file and of the `-wal` beside it, taken between two commits, is what is left. An answer on its way is cut
anywhere, followed by whatever stood on the disk before, or both.
"""

import random
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.events import Answered
from quizgame.saves.journal import FILE_NAME, Journal
from tests.saves.samples import MOMENT, answered, by_chance, save_with, started, taken_back

WAL = f"{FILE_NAME}-wal"
SECTOR = 512
ANSWERS = 90  # some more than a checkpoint needs


def bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def after_the_power_is_back(folder: Path, file: bytes, wal: bytes) -> list[Answered]:
    """The answers of a save that consists of these bytes."""
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(file)
    if wal:
        (folder / WAL).write_bytes(wal)
    with closing(Journal.open(folder, MOMENT)) as journal:
        journal.append(answered(1000, round_="before"))  # and it can be written to
        return [one for one in journal.answers() if one.round != "before"]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    folder = tmp_path / "played"
    save_with(folder, started("before"), started())
    return Journal.open(folder, MOMENT)


def test_a_copy_between_two_answers_holds_all_of_them(journal: Journal, tmp_path: Path) -> None:
    rng = random.Random(4)
    given: list[Answered] = []
    sizes = set()
    with closing(journal):
        for place in range(ANSWERS):
            given.append(by_chance(rng, place))
            journal.append(given[-1])
            if place % 10 == 9:
                journal.append(taken_back(place))
                given.pop()
            file, wal = bytes_of(tmp_path / "played" / FILE_NAME), bytes_of(tmp_path / "played" / WAL)
            sizes.add(len(file))
            assert after_the_power_is_back(tmp_path / str(place), file, wal) == given
    assert len(sizes) > 1  # checkpoints wrote into the file while it was played


def test_an_answer_that_was_cut_on_its_way_costs_no_other(journal: Journal, tmp_path: Path) -> None:
    rng = random.Random(5)
    given: list[Answered] = []
    folder = tmp_path / "played"
    with closing(journal):
        for place in range(ANSWERS):
            before = bytes_of(folder / WAL)
            file = bytes_of(folder / FILE_NAME)
            new = by_chance(rng, place)
            journal.append(new)
            after = bytes_of(folder / WAL)
            # no checkpoint came in between: the file is the same, and the `-wal` goes on where it was
            if bytes_of(folder / FILE_NAME) == file and after.startswith(before):
                cut = rng.randrange(len(before), len(after))
                torn = after[:cut] + rng.choice((b"", bytes(len(after) - cut), rng.randbytes(len(after) - cut)))
                assert after_the_power_is_back(tmp_path / str(place), file, torn) == given
            given.append(new)
    assert len(list(tmp_path.iterdir())) > ANSWERS / 2


def test_a_checkpoint_that_was_cut_anywhere_costs_nothing(journal: Journal, tmp_path: Path) -> None:
    rng = random.Random(6)
    given = [by_chance(rng, place) for place in range(20)]
    folder = tmp_path / "played"
    for answer in given:
        journal.append(answer)
    old, wal = bytes_of(folder / FILE_NAME), bytes_of(folder / WAL)
    journal.close()  # puts the `-wal` into the file, whose sectors may reach the disk in any order
    new = bytes_of(folder / FILE_NAME)
    old = old.ljust(len(new), b"\0")
    sectors = range(0, len(new), SECTOR)
    on_their_way = [at for at in sectors if old[at : at + SECTOR] != new[at : at + SECTOR]]
    assert len(on_their_way) > 10
    for turn in range(40):
        torn = rng.choice(on_their_way[1:])
        disk = [rng.choice((old, new))[at : at + SECTOR] if at != torn else rng.randbytes(SECTOR) for at in sectors]
        assert after_the_power_is_back(tmp_path / str(turn), b"".join(disk), wal) == given
