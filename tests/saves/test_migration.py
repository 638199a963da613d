"""A save of the first version becomes one of today whole, or it stays what it was, byte for byte."""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves import backup, version_1
from quizgame.saves.contents import Contents
from quizgame.saves.faults import Hindrance, Refusal, SavesError, Trouble
from quizgame.saves.files import FILE_NAME
from quizgame.saves.gate import looked_at
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.tables import VERSION
from tests.often import often
from tests.saves.released import longer, released
from tests.saves.samples import FILES, MOMENT, answered, answers_in, change, fingerprint, started
from tests.saves.test_kills import Server, server

ANSWERS = 1500
KILLS = often(8, 20)


@pytest.fixture(scope="module")
def programs() -> Iterator[Server]:
    yield from server("tests.saves.killed")


@pytest.fixture(scope="module")
def long_save(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a save of the first version with some thousand answers."""
    return longer(released(1, tmp_path_factory.mktemp("long")), ANSWERS).read_bytes()


@pytest.fixture(scope="module")
def short_save(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of one that is quick to read, so that most steps are those that matter."""
    return longer(released(1, tmp_path_factory.mktemp("short")), 60).read_bytes()


@pytest.fixture(scope="module")
def whole(long_save: bytes, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What it holds."""
    return seen(put(long_save, tmp_path_factory.mktemp("whole")))


def put(save: bytes, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / FILE_NAME).write_bytes(save)
    return folder / FILE_NAME


def seen(path: Path) -> Contents:
    with looked_at(path, whole=True) as sight:
        assert isinstance(sight.found, Contents)
        assert sight.findings == ()
        return sight.found


def check_old_or_new(path: Path, whole: Contents) -> int:
    """Look at what somebody left who was killed, then open it; the version that it had."""
    left = seen(path)
    assert (left.chain, left.answers, left.rounds) == (whole.chain, whole.answers, whole.rounds)
    assert set(left.mark_chain.values()) == set(whole.mark_chain.values())
    backups = [one.name for one in path.parent.glob("progress.v1-*")]
    assert len(backups) <= 1  # one that is there is not made again
    with closing(Journal.open(path.parent, MOMENT)) as journal:
        assert (journal.notices, journal.contents().answers) == ((), whole.answers)
    assert {one.name for one in path.parent.iterdir()} == {*FILES, "progress.v1-2024-05-17.sqlite"}
    return left.version


@pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked")
def test_kills_between_any_two_steps_leave_the_old_or_the_new(
    programs: Server, short_save: bytes, tmp_path: Path
) -> None:
    rng = random.Random(1)
    whole = seen(put(short_save, tmp_path / "whole"))
    [done] = programs.killed_after("open", 0, put(short_save, tmp_path / "done").parent)
    calls = int(done.removeprefix("done "))
    versions = set()
    for kill in range(often(20, 100)):
        path = put(short_save, tmp_path / str(kill))
        # reading is most of the calls even so, and the last steps are the ones that matter
        steps = rng.randint(1, calls) if kill % 2 else calls - int(rng.expovariate(1 / 60))
        assert programs.killed_after("open", steps, path.parent) == []
        versions.add(check_old_or_new(path, whole))
    assert versions == {1, VERSION}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked")
def test_kills_while_sqlite_writes_leave_the_old_or_the_new(
    programs: Server, long_save: bytes, whole: Contents, tmp_path: Path
) -> None:
    rng = random.Random(2)
    versions: list[int] = []
    # when a kill comes is a matter of time, so more of them until both were met
    while len(versions) < KILLS or (set(versions) != {1, VERSION} and len(versions) < 10 * KILLS):
        path = put(long_save, tmp_path / str(len(versions)))
        # once there is more in it than a transaction needs, a checkpoint moves it into the file
        wanted = rng.randint(1, len(long_save) * 3 // 2)
        programs.ask(f"open -1 {path.parent}")
        pid = int(programs.line().removeprefix("pid "))
        wal = path.with_name(f"{FILE_NAME}-wal")
        while size_of(wal) < wanted and size_of(path) <= len(long_save):
            time.sleep(0.0005)
        os.kill(pid, signal.SIGKILL)
        while programs.line() not in ("killed", "ended"):
            pass
        versions.append(check_old_or_new(path, whole))
    assert set(versions) == {1, VERSION}
    print(f"{len(versions)} kills, {versions.count(1)} left the old save")


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


@pytest.mark.parametrize("pages", [0, 1, 5, 11])
def test_a_disk_that_is_full_in_the_middle_leaves_the_save_as_it_was_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    path = longer(released(1, tmp_path), 100)
    before = fingerprint(path)
    migrate = version_1.migrate

    def on_a_full_disk(connection: sqlite3.Connection) -> None:
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {now + pages}")
        migrate(connection)

    with monkeypatch.context() as patch:
        patch.setattr(version_1, "migrate", on_a_full_disk)
        keeper = Keeper(tmp_path, MOMENT)
        assert keeper.trouble == Trouble(Hindrance.DISK_FULL)
        assert fingerprint(path) == before
        assert len(keeper.answers) == 146
        keeper.keep(started(), MOMENT)
        keeper.keep(answered(0), MOMENT)
        assert (keeper.unsaved, fingerprint(path)) == (2, before)
    keeper.keep(answered(1), MOMENT)
    assert keeper.unsaved == 0
    keeper.close(MOMENT)
    assert answers_in(tmp_path)[-2:] == [answered(0), answered(1)]
    assert len(list(tmp_path.glob("progress.v1-*"))) == 1


def test_a_backup_that_did_not_come_to_be_the_same_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(1, tmp_path)
    before = fingerprint(path)
    copy = backup.copy_whole

    def spoiled(source: sqlite3.Connection, expected: Contents, new: Path) -> None:
        copy(source, Contents(1, {}, {}, (), (), {}, {}), new)

    monkeypatch.setattr(backup, "copy_whole", spoiled)
    with pytest.raises(SavesError):
        Keeper(tmp_path, MOMENT)
    assert fingerprint(path) == before
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]


def test_a_migration_that_changes_an_answer_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(1, tmp_path)
    before = fingerprint(path)
    migrate = version_1.migrate

    def wrong(connection: sqlite3.Connection) -> None:
        migrate(connection)
        connection.execute("DELETE FROM answers WHERE seq = (SELECT max(seq) FROM answers)")

    monkeypatch.setattr(version_1, "migrate", wrong)
    with pytest.raises(SavesError) as caught:
        Keeper(tmp_path, MOMENT)
    assert caught.value.fault.what is Refusal.DAMAGED
    assert fingerprint(path) == before


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE answers SET points = 7 WHERE seq = 9",),
        ("DELETE FROM answers WHERE seq = 9",),
        ("UPDATE taken_back SET place = 9 WHERE place = 2",),
        ("DROP TABLE taken_back",),
        ("ALTER TABLE answers RENAME TO answers_1",),
        ("CREATE TABLE marks (seq INTEGER)",),
        ("PRAGMA user_version = 2",),
        ("PRAGMA user_version = 0",),
    ],
)
def test_a_damaged_or_half_changed_save_is_refused_and_stays_as_it_is(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    path = released(1, tmp_path)
    change(path, *statements)
    before = fingerprint(path)
    for _ in range(2):
        with pytest.raises(SavesError) as caught:
            Keeper(tmp_path, MOMENT)
        assert caught.value.fault.what is Refusal.DAMAGED
    assert fingerprint(path) == before
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]


def test_a_save_of_the_first_version_that_was_killed_has_what_its_wal_holds(tmp_path: Path) -> None:
    """As that version left it: without a witness."""
    path = released(1, tmp_path / "played")
    left = tmp_path / "left"
    longer(path, 20, before_it_is_closed=lambda: shutil.copytree(path.parent, left))
    assert (left / f"{FILE_NAME}-wal").stat().st_size
    keeper = Keeper(left, MOMENT)
    assert (len(keeper.answers), keeper.trouble, keeper.notices) == (66, None, ())
    keeper.close(MOMENT)
    assert len(backup.read_closed(left / "progress.v1-2024-05-17.sqlite").answers) == 73
