"""The power goes: what the disk holds at any moment is a save with every acknowledged answer.

A copy of the file and of the `-wal` beside it, taken between two commits, is what is left. An answer on its way is cut
anywhere, followed by whatever stood on the disk before, or both.
"""

import random
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.events import Answered
from quizgame.saves.faults import Finding
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.tables import APPLICATION_ID
from quizgame.saves.witness import FILE_NAME as WITNESS
from tests.often import often
from tests.saves.samples import FILES, MOMENT, answered, by_chance, save_with, started, taken_back

WAL = f"{FILE_NAME}-wal"
SECTOR = 512
CUTS = often(600, 3000)
ANSWERS = 230  # some more than a checkpoint needs
EACH = often(3, 1)
"""After each of so many answers the power goes; and after those that a checkpoint followed."""


def bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def after_the_power_is_back(folder: Path, file: bytes, wal: bytes, witness: bytes = b"") -> list[Answered]:
    """The answers of a save that consists of these bytes."""
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(file)
    if wal:
        (folder / WAL).write_bytes(wal)
    if witness:
        (folder / WITNESS).write_bytes(witness)
    with closing(Journal.open(folder, MOMENT)) as journal:
        assert {notice.what for notice in journal.notices} <= (set() if witness else {Finding.TORN_END, Finding.MENDED})
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
    folder, lagging = tmp_path / "played", b""
    with closing(journal):
        for place in range(ANSWERS):
            given.append(by_chance(rng, place))
            journal.append(given[-1])
            if place % 10 == 9:
                journal.append(taken_back(place))
                given.pop()
            if rng.random() < 0.5:
                lagging = bytes_of(folder / WITNESS)
            file, wal = bytes_of(folder / FILE_NAME), bytes_of(folder / WAL)
            if place % EACH and len(file) in sizes:
                continue
            sizes.add(len(file))
            assert after_the_power_is_back(tmp_path / str(place), file, wal, lagging) == given
    assert len(sizes) > 1  # checkpoints wrote into the file while it was played


def test_an_answer_that_was_cut_on_its_way_costs_no_other(journal: Journal, tmp_path: Path) -> None:
    rng = random.Random(5)
    given: list[Answered] = []
    folder = tmp_path / "played"
    with closing(journal):
        for place in range(ANSWERS):
            before, witness = bytes_of(folder / WAL), bytes_of(folder / WITNESS)
            file = bytes_of(folder / FILE_NAME)
            new = by_chance(rng, place)
            journal.append(new)
            after = bytes_of(folder / WAL)
            # else a checkpoint followed, so the answer was on the disk before
            if place % EACH == 0 and bytes_of(folder / FILE_NAME) == file:
                known = rng.choice((b"", witness))
                assert after_the_power_is_back(tmp_path / str(place), file, torn(before, after, rng), known) == given
            given.append(new)
    assert len(list(tmp_path.iterdir())) > ANSWERS / EACH * 0.9


def torn(before: bytes, after: bytes, rng: random.Random) -> bytes:
    """A file whose sectors were on their way to the disk: not all arrived, and in any order."""
    size = max(len(before), len(after))
    old, new = before.ljust(size, b"\0"), after.ljust(size, b"\0")
    sectors = range(0, size, SECTOR)
    changed = [at for at in sectors if old[at : at + SECTOR] != new[at : at + SECTOR]]
    lost = rng.choice(changed)
    # a sector that begins with what was forced onto the disk before keeps that
    first = next(at for at in range(changed[0], size) if old[at] != new[at])
    noise = rng.choice((b"", rng.randbytes(SECTOR))) if lost >= first else b""
    found = [
        (noise or old[at : at + SECTOR]) if at == lost else rng.choice((old, new))[at : at + SECTOR] for at in sectors
    ]
    return b"".join(found)[: rng.choice((len(before), size)) if len(before) <= lost else size]


@pytest.mark.parametrize("witness", [True, False])
def test_a_checkpoint_that_was_cut_anywhere_costs_nothing(journal: Journal, tmp_path: Path, witness: bool) -> None:
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
    known = bytes_of(folder / WITNESS) if witness else b""
    for turn in range(40):
        lost = rng.choice(on_their_way[1:])
        disk = [rng.choice((old, new))[at : at + SECTOR] if at != lost else rng.randbytes(SECTOR) for at in sectors]
        assert after_the_power_is_back(tmp_path / str(turn), b"".join(disk), wal, known) == given


def test_cuts_while_a_save_is_made_leave_none_or_a_whole_one(tmp_path: Path) -> None:
    """It has its name only once it is on the disk; what was written by then under another name may be anything."""
    rng = random.Random(7)
    save_with(tmp_path)
    whole = bytes_of(tmp_path / FILE_NAME)
    made = 0
    for turn in range(CUTS):
        for path in tmp_path.iterdir():
            path.unlink()
        unfinished = tmp_path / f"progress.new-{turn}.sqlite"
        unfinished.write_bytes(torn(b"", whole, rng))
        if rng.random() < 0.3:
            unfinished.with_name(f"{unfinished.name}-wal").write_bytes(rng.randbytes(rng.randrange(300)))
        if rng.random() < 0.5:
            (tmp_path / FILE_NAME).write_bytes(whole)
            made += 1
        with closing(Journal.open(tmp_path, MOMENT)) as journal:
            assert (journal.answers(), journal.notices) == ([], ())
        assert {path.name for path in tmp_path.iterdir()} == FILES
    assert CUTS / 3 < made < CUTS * 2 / 3


@pytest.fixture(scope="module")
def begun_in_its_place() -> tuple[bytes, bytes]:
    """As the first version began a save: the file after its first transaction, and SQLite's journal before its end."""
    with tempfile.TemporaryDirectory() as place, closing(sqlite3.connect(Path(place) / FILE_NAME)) as connection:
        connection.isolation_level = None
        run = connection.execute
        run("BEGIN IMMEDIATE")
        for table in ("players", "rounds", "answers", "taken_back"):
            run(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, moment TEXT NOT NULL)")
        run(f"PRAGMA application_id = {APPLICATION_ID}")
        run("PRAGMA user_version = 1")
        run("PRAGMA cache_spill = 1")
        hot = bytes_of(Path(place) / f"{FILE_NAME}-journal")
        run("COMMIT")
        return bytes_of(Path(place) / FILE_NAME), hot


def test_saves_that_the_first_version_was_cut_in_making_become_new_ones(
    begun_in_its_place: tuple[bytes, bytes], tmp_path: Path
) -> None:
    rng = random.Random(8)
    file, hot = begun_in_its_place
    assert hot
    # SQLite forces its journal onto the disk before it writes into the file: that the file had no pages before
    hot = bytes.fromhex("d9d505f920a163d7") + (0).to_bytes(4) + rng.randbytes(4) + (0).to_bytes(4) + hot[20:]
    for turn in range(often(100, 300)):
        folder = tmp_path / str(turn)
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(torn(b"", file, rng))
        (folder / f"{FILE_NAME}-journal").write_bytes(hot)
        save_with(folder, started(), answered(0))
        with closing(Journal.open(folder, MOMENT)) as journal:
            assert (journal.answers(), journal.notices) == ([answered(0)], ())
        kept = {f"{FILE_NAME}.put-aside-2024-05-17", f"{FILE_NAME}-journal.put-aside-2024-05-17"}
        assert {path.name for path in folder.iterdir()} == FILES | kept
