"""A `-wal` that rots: SQLite passes over the rest without a word, so it is held against what was acknowledged."""

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.events import Answered
from quizgame.saves import witness
from quizgame.saves.faults import Finding, Notice
from quizgame.saves.files import FILE_NAME
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.wal import has_a_torn_end
from tests.saves.samples import MOMENT, answered, by_chance, save_with, started, taken_back

WAL = f"{FILE_NAME}-wal"
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def given() -> list[Answered]:
    rng = random.Random(12)
    return [by_chance(rng, place) for place in range(30)]


@pytest.fixture(scope="module")
def left(given: list[Answered], tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """What a game leaves that is killed after 30 answers, the last ten of them in the `-wal`."""
    folder = tmp_path_factory.mktemp("played")
    save_with(folder, started(), *given[:20])
    with closing(Journal.open(folder, MOMENT)) as journal:
        for answer in given[20:]:
            journal.append(answer)
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def opened(folder: Path, parts: Parts) -> tuple[list[Answered], tuple[Notice, ...]]:
    """What a player gets who starts the game with these files."""
    for path in folder.iterdir():
        path.unlink()
    for name, data in parts.items():
        (folder / name).write_bytes(data)
    keeper = Keeper(folder, MOMENT)
    found = list(keeper.answers)
    keeper.keep(answered(999), MOMENT)
    assert keeper.trouble is None
    keeper.close(MOMENT)
    return found, keeper.notices


def damaged(wal: bytes, rng: random.Random) -> bytes:
    """A `-wal` with a flipped bit, an end that is cut off, or a part that is zeros or noise."""
    at, how = rng.randrange(len(wal)), rng.randrange(4)
    if how == 0:
        return wal[:at]
    if how == 1:
        return wal[:at] + bytes([wal[at] ^ 1 << rng.randrange(8)]) + wal[at + 1 :]
    length = rng.randint(1, 4096)
    patch = bytes(length) if how == 2 else rng.randbytes(length)
    return (wal[:at] + patch + wal[at + length :])[: len(wal)]


def test_300_damaged_wals_are_noticed_or_do_no_harm(given: list[Answered], left: Parts, tmp_path: Path) -> None:
    rng = random.Random(13)
    noticed = 0
    for _ in range(300):
        wal = damaged(left[WAL], rng)
        found, notices = opened(tmp_path, {**left, WAL: wal})
        assert found == given[: len(found)]  # always a beginning
        if len(found) == len(given):
            assert notices == ()
            continue
        [notice] = notices
        assert (notice.what, notice.count) == (Finding.MISSING, len(given) - len(found))
        if wal:  # and what is there is kept
            assert {(tmp_path / name).read_bytes() for name in notice.names} == {left[FILE_NAME], wal}
        noticed += 1
    assert noticed > 200
    print(f"300 damaged files, {noticed} noticed, the others harmless")


def test_a_bit_that_flips_is_noticed_without_a_witness_too(given: list[Answered], left: Parts, tmp_path: Path) -> None:
    rng = random.Random(14)
    parts = {FILE_NAME: left[FILE_NAME], WAL: left[WAL]}
    assert opened(tmp_path, parts) == (given, ())
    said = set()
    for _ in range(60):
        at = rng.randrange(len(left[WAL]))
        flipped = left[WAL][:at] + bytes([left[WAL][at] ^ 1 << rng.randrange(8)]) + left[WAL][at + 1 :]
        found, notices = opened(tmp_path, {**parts, WAL: flipped})
        assert found == given[: len(found)]
        if len(found) < len(given):
            said |= {notice.what for notice in notices}
            assert notices
    assert said == {Finding.TORN_END}


def test_what_was_said_once_is_not_said_again(left: Parts, given: list[Answered], tmp_path: Path) -> None:
    found, notices = opened(tmp_path, {**left, WAL: left[WAL][:5000]})
    assert notices
    keeper = Keeper(tmp_path, MOMENT)
    assert (keeper.answers, keeper.notices) == ([*found, answered(999)], ())
    keeper.close(MOMENT)


@pytest.mark.parametrize("text", [b"", b"\0" * 120, b"0 0 0 0 0\n", b"\xff\xfe", b"1 2"])
def test_a_witness_that_cant_be_read_does_no_harm(
    left: Parts, given: list[Answered], tmp_path: Path, text: bytes
) -> None:
    assert opened(tmp_path, {**left, witness.FILE_NAME: text}) == (given, ())


def test_a_witness_that_lags_after_a_power_cut_says_nothing(tmp_path: Path) -> None:
    folder, lagging = tmp_path / "played", b""
    save_with(folder, started(), answered(0))
    with closing(Journal.open(folder, MOMENT)) as journal:
        for place in range(1, 6):
            lagging = lagging if place > 3 else (folder / witness.FILE_NAME).read_bytes()
            journal.append(answered(place))
        shutil.copytree(folder, tmp_path / "left")
    (tmp_path / "left" / witness.FILE_NAME).write_bytes(lagging)
    keeper = Keeper(tmp_path / "left", MOMENT)
    assert (len(keeper.answers), keeper.notices) == (6, ())
    keeper.close(MOMENT)


def test_an_answer_taken_back_that_is_missing_is_noticed_too(tmp_path: Path) -> None:
    folder = tmp_path / "played"
    save_with(folder, started(), answered(0))
    with closing(Journal.open(folder, MOMENT)) as journal:
        before = (folder / WAL).stat().st_size
        journal.append(taken_back(0))
        shutil.copytree(folder, tmp_path / "left")
    wal = tmp_path / "left" / WAL
    wal.write_bytes(wal.read_bytes()[:before])
    keeper = Keeper(tmp_path / "left", MOMENT)
    assert [notice.what for notice in keeper.notices] == [Finding.MISSING]
    keeper.close(MOMENT)


def test_the_witness_follows_each_event_and_costs_no_force_onto_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(started())
        monkeypatch.delattr("os.fsync")
        for place in range(3):
            journal.append(answered(place))
            acknowledged = witness.read(tmp_path)
            assert acknowledged is not None
            assert acknowledged.answer == place + 1
            assert acknowledged.is_in(journal.contents())


def test_frames_of_an_earlier_turn_of_the_file_are_no_torn_end(tmp_path: Path) -> None:
    rng = random.Random(15)
    wals = set()
    save_with(tmp_path, started())
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        for place in range(60):
            journal.append(by_chance(rng, place))
            wal = (tmp_path / WAL).read_bytes()
            assert not has_a_torn_end(wal), place
            wals.add(len(wal))
    assert len(wals) < 50  # it began from the start again
