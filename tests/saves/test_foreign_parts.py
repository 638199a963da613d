"""Parts of a save that come from two machines: none is put into the other, and no answer of either is lost."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.game.events import JournalEvent
from quizgame.saves import backup
from quizgame.saves.faults import Finding, Refusal, SavesError
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.wording.saving import notice_in_words
from tests.saves.released import longer, released
from tests.saves.samples import FILES, MOMENT, answered, answers_in, by_chance, fingerprint, save_with, started

WAL = f"{FILE_NAME}-wal"
ASIDE = ".put-aside-2024-05-17"


def events(seed: int, count: int, first: int = 0) -> list[JournalEvent]:
    rng = random.Random(seed)
    return [by_chance(rng, place) for place in range(first, first + count)]


def killed(folder: Path, *given: JournalEvent) -> Path:
    """What is left of a save that was killed with these events in its `-wal`."""
    left = folder.with_name(f"{folder.name}-left")
    with closing(Journal.open(folder, MOMENT)) as journal:
        for event in given:
            journal.append(event)
        shutil.copytree(folder, left)
    return left


def from_another_save(tmp_path: Path) -> Path:
    return killed(tmp_path / "b", started("other"), *(answered(n, round_="other") for n in range(5)))


def from_another_long_save(tmp_path: Path) -> Path:
    save_with(tmp_path / "b", started(), *events(9, 90))
    return killed(tmp_path / "b", *events(10, 40, 90))


def from_the_same_save_elsewhere(tmp_path: Path) -> Path:
    """Two machines went on from the same 20 answers."""
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    return killed(tmp_path / "b", *events(11, 7, 20))


def from_the_first_version(tmp_path: Path) -> Path:
    path = released(1, tmp_path / "b")
    longer(path, 20, before_it_is_closed=lambda: shutil.copytree(path.parent, tmp_path / "b-left"))
    return tmp_path / "b-left"


def from_another_program(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    with closing(sqlite3.connect(tmp_path / "b" / FILE_NAME)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.execute("INSERT INTO recipes VALUES ('soup')")
        connection.commit()
        shutil.copytree(tmp_path / "b", tmp_path / "b-left")
    return tmp_path / "b-left"


STRANGERS: list[Callable[[Path], Path]] = [
    from_another_save,
    from_another_long_save,
    from_the_same_save_elsewhere,
    from_the_first_version,
    from_another_program,
]


@pytest.mark.parametrize("witness", ["with its witness", "without"])
@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_wal_of_another_save_is_put_aside(tmp_path: Path, stranger: Callable[[Path], Path], witness: str) -> None:
    save_with(tmp_path / "a", started(), *events(1, 20))
    other = stranger(tmp_path)
    save_with(tmp_path / "a", *events(1, 30)[20:])  # A has gone on since
    a = tmp_path / "a"
    if witness == "without":
        (a / "progress.witness").unlink()
    shutil.copyfile(other / WAL, a / WAL)
    before, wal = fingerprint(a / FILE_NAME), fingerprint(a / WAL)
    keeper = Keeper(a, MOMENT)
    assert keeper.answers == events(1, 30)
    [notice] = keeper.notices
    assert notice.what is Finding.FOREIGN_PART
    assert set(notice.names) == {f"{WAL}{ASIDE}", f"{FILE_NAME}{ASIDE}"}
    assert str(a / FILE_NAME) in notice_in_words(notice)
    assert fingerprint(a / f"{WAL}{ASIDE}") == wal
    assert fingerprint(a / f"{FILE_NAME}{ASIDE}") == before
    keeper.keep(answered(31), MOMENT)
    keeper.close(MOMENT)
    again = Keeper(a, MOMENT)  # once is enough
    assert (again.answers, again.notices) == ([*events(1, 30), answered(31)], ())
    again.close(MOMENT)
    for name in notice.names:  # with both, the other save is as it was
        assert (a / name).exists()


def test_a_wal_of_another_save_beside_one_without_answers_is_put_aside_too(tmp_path: Path) -> None:
    """None is a beginning of any; but they were made at two moments."""
    save_with(tmp_path / "a")
    with closing(Journal.open(tmp_path / "b", MOMENT.replace(second=7))) as journal:
        journal.append(started())
        journal.append(answered(0))
        shutil.copyfile(tmp_path / "b" / WAL, tmp_path / WAL)
    for witness in (True, False):
        if not witness:
            (tmp_path / "a" / "progress.witness").unlink()
        shutil.copyfile(tmp_path / WAL, tmp_path / "a" / WAL)
        keeper = Keeper(tmp_path / "a", MOMENT)
        assert (keeper.answers, [notice.what for notice in keeper.notices]) == ([], [Finding.FOREIGN_PART])
        keeper.close(MOMENT)
    assert {path.name for path in (tmp_path / "a").iterdir()} == {
        *FILES,
        f"{WAL}{ASIDE}",
        f"{WAL}{ASIDE}-2",
        f"{FILE_NAME}{ASIDE}",
        f"{FILE_NAME}{ASIDE}-2",
    }


def test_a_hot_journal_of_another_file_is_put_aside(tmp_path: Path) -> None:
    """SQLite would write its pages into the save, without a question."""
    a = tmp_path / "a"
    save_with(a, started(), *events(1, 20))
    with closing(sqlite3.connect(tmp_path / "other.sqlite", isolation_level=None)) as connection:
        run = connection.execute
        run("CREATE TABLE recipes (name TEXT)")
        run("PRAGMA cache_size = 1")
        run("BEGIN")
        for number in range(4000):
            run("INSERT INTO recipes VALUES (?)", (f"soup {number}" * 20,))
        shutil.copyfile(tmp_path / "other.sqlite-journal", a / f"{FILE_NAME}-journal")
    assert (a / f"{FILE_NAME}-journal").read_bytes()[:8] == bytes.fromhex("d9d505f920a163d7")
    before = fingerprint(a / FILE_NAME)
    keeper = Keeper(a, MOMENT)
    assert fingerprint(a / f"{FILE_NAME}{ASIDE}") == before
    assert (keeper.answers, [notice.what for notice in keeper.notices]) == (events(1, 20), [Finding.FOREIGN_PART])
    keeper.close(MOMENT)
    assert (a / f"{FILE_NAME}-journal{ASIDE}").exists()


def test_a_wal_without_its_save_is_put_aside(tmp_path: Path) -> None:
    left = from_another_save(tmp_path)
    (left / FILE_NAME).unlink()
    wal = fingerprint(left / WAL)
    keeper = Keeper(left, MOMENT)
    assert keeper.answers == []
    assert [(notice.what, notice.count) for notice in keeper.notices] == [
        (Finding.FOREIGN_PART, 0),
        (Finding.MISSING, 5),
    ]
    keeper.close(MOMENT)
    assert fingerprint(left / f"{WAL}{ASIDE}") == wal


def test_another_save_under_our_own_wal_is_kept_and_ours_is_played(tmp_path: Path) -> None:
    """The witness says which of the two holds what was acknowledged here."""
    left = killed(tmp_path / "a", started(), *events(1, 4))
    stranger = save_with(tmp_path / "b", started(), *events(2, 9))
    shutil.copyfile(stranger, left / FILE_NAME)
    keeper = Keeper(left, MOMENT)
    kept = [name for notice in keeper.notices for name in notice.names]
    keeper.close(MOMENT)
    held = [backup.read_closed(left / FILE_NAME), *(backup.read_closed(left / n) for n in kept if "-wal" not in n)]
    found = {tuple(contents.answers) for contents in held}
    assert tuple(events(2, 9)) in found
    assert tuple(keeper.answers) == tuple(events(1, 4)) or (left / f"{WAL}{ASIDE}").exists()


def test_an_older_copy_that_replaced_the_save_is_played_and_what_is_missing_is_said(tmp_path: Path) -> None:
    path = save_with(tmp_path, started(), *events(1, 20))
    old = path.read_bytes()
    save_with(tmp_path, *events(1, 26)[20:])
    path.write_bytes(old)
    keeper = Keeper(tmp_path, MOMENT)
    assert (keeper.answers, keeper.trouble) == (events(1, 20), None)
    [notice] = keeper.notices
    assert (notice.what, notice.count) == (Finding.MISSING, 6)
    keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)
    assert again.notices == ()
    again.close(MOMENT)


def test_a_save_from_elsewhere_with_other_answers_is_played_and_that_is_said(tmp_path: Path) -> None:
    save_with(tmp_path / "a", started(), *events(1, 20))
    other = save_with(tmp_path / "b", started(), *events(2, 30))
    shutil.copyfile(other, tmp_path / "a" / FILE_NAME)
    keeper = Keeper(tmp_path / "a", MOMENT)
    assert (keeper.answers, [notice.what for notice in keeper.notices]) == (events(2, 30), [Finding.OTHER_HISTORY])
    keeper.close(MOMENT)


NAMES = (
    "progress (conflicted copy 2026-11-26).sqlite",
    "progress (1).sqlite",
    "progress-PC2.sqlite",
    "progress.sync-conflict-20261126-101010-ABCDEFG.sqlite",
    "progress.sqlite-wal (Conflict)",
    "Progress - Copy.sqlite",
    "Copy of progress.sqlite",
)


def test_copies_made_by_others_are_named_and_not_touched(tmp_path: Path) -> None:
    path = save_with(tmp_path, started(), *events(1, 5))
    for name in NAMES:
        shutil.copyfile(path, tmp_path / name)
    (tmp_path / "notes.txt").write_text("mine")
    before = {name: fingerprint(tmp_path / name) for name in NAMES}
    keeper = Keeper(tmp_path, MOMENT)
    [notice] = keeper.notices
    assert (notice.what, set(notice.names)) == (Finding.OTHER_SAVES, set(NAMES))
    sentence = notice_in_words(notice)
    assert all(name in sentence for name in NAMES)
    keeper.keep(answered(9), MOMENT)
    keeper.close(MOMENT)
    assert {name: fingerprint(tmp_path / name) for name in NAMES} == before


def test_our_own_backups_and_what_was_put_aside_are_no_copies_made_by_others(tmp_path: Path) -> None:
    path = save_with(tmp_path, started(), *events(1, 5))
    for name in ("progress.v1-2026-11-26.sqlite", "progress.v1-2026-11-26-2.sqlite", f"{FILE_NAME}{ASIDE}"):
        shutil.copyfile(path, tmp_path / name)
    keeper = Keeper(tmp_path, MOMENT)
    assert keeper.notices == ()
    keeper.close(MOMENT)


def test_a_damaged_save_with_a_wal_of_another_is_refused_and_not_touched(tmp_path: Path) -> None:
    save_with(tmp_path / "a", started(), *events(1, 60))
    shutil.copyfile(from_another_save(tmp_path) / WAL, tmp_path / "a" / WAL)
    path = tmp_path / "a" / FILE_NAME
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    before = {one.name: fingerprint(one) for one in path.parent.iterdir()}
    with pytest.raises(SavesError) as caught:
        Keeper(path.parent, MOMENT)
    assert caught.value.fault.what is Refusal.DAMAGED
    assert {one.name: fingerprint(one) for one in path.parent.iterdir()} == before


def test_the_save_of_a_link_keeps_its_parts_where_the_link_leads(tmp_path: Path) -> None:
    save_with(tmp_path / "real", started(), *events(1, 20))
    shutil.copyfile(from_another_save(tmp_path) / WAL, tmp_path / "real" / WAL)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FILE_NAME).symlink_to(tmp_path / "real" / FILE_NAME)
    keeper = Keeper(tmp_path / "a", MOMENT)
    assert (keeper.answers, [notice.what for notice in keeper.notices]) == (events(1, 20), [Finding.FOREIGN_PART])
    keeper.close(MOMENT)
    assert answers_in(tmp_path / "real") == events(1, 20)


def test_a_part_of_another_save_beside_one_without_answers_is_not_taken_over(tmp_path: Path) -> None:
    """A witness of nothing is in every save."""
    with closing(Journal.open(tmp_path / "a", MOMENT - timedelta(days=1))):
        pass
    shutil.copyfile(from_another_save(tmp_path) / WAL, tmp_path / "a" / WAL)
    keeper = Keeper(tmp_path / "a", MOMENT)
    assert (keeper.answers, [notice.what for notice in keeper.notices]) == ([], [Finding.FOREIGN_PART])
    keeper.close(MOMENT)
    assert (tmp_path / "a" / f"{WAL}{ASIDE}").exists()
