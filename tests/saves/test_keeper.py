"""The keeper: what a player answered is there at once, and on the disk as soon as the disk takes it."""

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgame.game.events import Answered, JournalEvent
from quizgame.saves import journal as journal_module
from quizgame.saves.faults import Hindrance, NotWritableError, Trouble
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from tests.saves.other_process import told_by
from tests.saves.samples import MOMENT, answered, answers_in, by_chance, rows_of, started, taken_back


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    """A keeper of a round that has begun."""
    keeper = Keeper(tmp_path / "saves", MOMENT)
    keeper.keep(started(), MOMENT)
    yield keeper
    keeper.close(MOMENT)


def pages(keeper: Keeper, count: int | None) -> None:
    """Leave the save no more room than it has, or so many pages."""
    assert keeper._journal
    run = keeper._journal._connection.execute
    run(f"PRAGMA max_page_count = {count or run('PRAGMA page_count').fetchone()[0]}")


def play_until_full(keeper: Keeper) -> list[Answered]:
    given: list[Answered] = []
    rng = random.Random(1)
    while not keeper.trouble:
        given.append(by_chance(rng, len(given)))
        keeper.keep(given[-1], MOMENT)
        assert len(given) < 500
    return given


def test_what_was_kept_is_there_after_a_restart(keeper: Keeper, tmp_path: Path) -> None:
    again = answered(1, attempt=1)
    for event in (answered(0), answered(1), taken_back(1), again):
        keeper.keep(event, MOMENT)
        assert (keeper.trouble, keeper.unsaved) == (None, 0)
    assert keeper.answers == [answered(0), again]
    keeper.close(MOMENT)
    restarted = Keeper(tmp_path / "saves", MOMENT)
    assert restarted.answers == [answered(0), again]
    restarted.keep(answered(2), MOMENT)
    assert restarted.answers == [answered(0), again, answered(2)]
    restarted.close(MOMENT)


def test_a_full_disk_is_said_in_a_calm_phrase_and_the_game_goes_on(keeper: Keeper) -> None:
    pages(keeper, None)
    given = play_until_full(keeper)
    assert keeper.trouble == Trouble(Hindrance.DISK_FULL)
    keeper.keep(answered(900), MOMENT)
    assert (keeper.answers, keeper.unsaved) == ([*given, answered(900)], 2)


def test_what_waited_for_room_is_written_in_its_order_once(keeper: Keeper, tmp_path: Path) -> None:
    pages(keeper, None)
    given = play_until_full(keeper)
    late: list[JournalEvent] = [started("late"), answered(0, round_="late"), taken_back(0, round_="late")]
    late += [answered(0, attempt=1, round_="late"), answered(1, round_="late")]
    for event in late:
        keeper.keep(event, MOMENT)
    assert keeper.unsaved == 1 + len(late)
    pages(keeper, 10_000)
    keeper.keep(answered(2, round_="late"), MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    keeper.close(MOMENT)
    expected = [*given, *late[3:], answered(2, round_="late")]
    assert keeper.answers == answers_in(tmp_path / "saves") == expected
    assert rows_of(tmp_path / "saves" / "progress.sqlite", "SELECT count(*) FROM answers") == [(len(expected) + 1,)]


def test_what_still_waits_is_written_at_the_end(keeper: Keeper, tmp_path: Path) -> None:
    pages(keeper, None)
    given = play_until_full(keeper)
    pages(keeper, 10_000)
    keeper.close(MOMENT)
    assert answers_in(tmp_path / "saves") == given


def test_a_disk_that_is_full_now_and_then_loses_and_doubles_nothing(keeper: Keeper, tmp_path: Path) -> None:
    rng = random.Random(8)
    given = []
    troubles = 0
    for place in range(300):
        if rng.random() < 0.1:
            pages(keeper, None if rng.random() < 0.7 else 10_000)
        given.append(by_chance(rng, place))
        keeper.keep(given[-1], MOMENT)
        troubles += keeper.trouble is not None
        assert (keeper.unsaved > 0) == (keeper.trouble is not None)
    assert 20 < troubles < 280
    pages(keeper, 10_000)
    keeper.close(MOMENT)
    assert answers_in(tmp_path / "saves") == given


def _interrupted(when: str) -> Callable[[Journal, JournalEvent], None]:
    write = Journal._insert

    def insert(journal: Journal, event: JournalEvent) -> None:
        if when == "before":
            raise KeyboardInterrupt
        write(journal, event)
        if when == "committed":
            journal._connection.execute("COMMIT")
        raise KeyboardInterrupt

    return insert


@pytest.mark.parametrize("when", ["before", "after", "committed"])
def test_ctrl_c_while_an_answer_is_written_loses_and_doubles_nothing(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    keeper.keep(answered(0), MOMENT)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_insert", _interrupted(when))
        with pytest.raises(KeyboardInterrupt):
            keeper.keep(answered(1), MOMENT)
    keeper.keep(answered(2), MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    keeper.close(MOMENT)
    assert answers_in(tmp_path / "saves") == [answered(0), answered(1), answered(2)]


def test_a_disk_that_fails_when_a_save_is_made_stops_no_game(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Journal:
        raise NotWritableError(Trouble(Hindrance.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(journal_module.Journal, "open", fail)
        keeper = Keeper(tmp_path, MOMENT)
        for event in (started(), answered(0)):
            keeper.keep(event, MOMENT)
        assert (keeper.trouble, keeper.unsaved) == (Trouble(Hindrance.DISK_FULL), 2)
        assert keeper.answers == [answered(0)]
    keeper.keep(answered(1), MOMENT)
    assert (keeper.trouble, keeper.unsaved) == (None, 0)
    keeper.close(MOMENT)
    assert answers_in(tmp_path) == [answered(0), answered(1)]


def _own_disks() -> bool:
    """Whether a process here may have small disks of its own."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-Urm", "true"], check=False, capture_output=True).returncode == 0  # noqa: S607


ON_A_DISK_OF_ITS_OWN = ("unshare", "-Urm")


@pytest.mark.skipif(not _own_disks(), reason="no name spaces here")
def test_a_real_disk_that_is_full_and_then_has_room_again(tmp_path: Path) -> None:
    told = told_by("fill_the_disk", tmp_path, before=ON_A_DISK_OF_ITS_OWN)
    full_at = told["full at"]
    assert 3 < full_at < 500
    assert told["full"] == ["the disk is full", 4, full_at + 3]
    assert told["room"] == [None, 0]
    assert told["places"] == list(range(full_at + 4))


@pytest.mark.skipif(not _own_disks(), reason="no name spaces here")
def test_a_game_that_begins_on_a_full_disk(tmp_path: Path) -> None:
    told = told_by("begin_on_a_full_disk", tmp_path, before=ON_A_DISK_OF_ITS_OWN)
    assert told == {"full": ["the disk is full", 3, 2], "places": [0, 1]}
