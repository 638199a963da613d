"""What a class did, kept and read back: the round is the same again."""

import os
import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.game.events import ClassEvent, Moved, SwappedOut, Voted
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.class_start import resumed
from quizgame.saves import portable
from quizgame.saves.faults import Finding, Hindrance, NotWritableError, SavesError, Trouble
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.rows import Player
from quizgame.saves.settings import PlayerSettings
from quizgame.saves.tables import VERSION
from tests.game.play.classes import EVENTS, played, settings_by_chance
from tests.saves.released import released
from tests.saves.samples import MOMENT, answered, change, rows_of, save_with, started

OWLS = Player(0, "class", "5b", "", MOMENT.isoformat())


def a_round(seed: int) -> tuple[ClassRound, list[ClassEvent]]:
    """The end of a round that has steps of every sort in it, and its events."""
    rng = random.Random(seed)
    steps = list(played(EVENTS, replace(settings_by_chance(EVENTS, rng), mode="class-hands"), rng))
    return steps[-1][0], [event for _, event in steps]


def with_every_step() -> tuple[ClassRound, list[ClassEvent]]:
    for seed in range(1000):
        over, events = a_round(seed)
        kinds = {type(event) for event in events} | {event.move for event in events if isinstance(event, Moved)}
        if len(kinds) == 6 + 5:
            return over, events
    raise AssertionError("no round has all of them")


def test_a_round_with_every_step_in_it_is_the_same_again(tmp_path: Path) -> None:
    over, events = with_every_step()
    keeper = Keeper(tmp_path, MOMENT)
    keeper.keep(started("mine"), MOMENT)
    keeper.turn_to(OWLS, MOMENT)
    for event in events:
        keeper.keep(event, MOMENT)
        keeper.keep(event, MOMENT)  # once more, and it stays as it is
    assert list(keeper.class_rounds[over.started.round]) == events
    assert keeper.unsaved == 0
    keeper.close(MOMENT)

    again = Keeper(tmp_path, MOMENT)
    assert (again.answers, dict(again.class_rounds)) == ([], {})
    [owls] = again.classes
    assert (owls.kind, owls.name) == ("class", "5b")
    again.turn_to(owls, MOMENT)
    assert list(again.class_rounds) == [over.started.round]
    assert resumed(EVENTS, again.class_rounds[over.started.round]) == over
    assert sorted(again.class_rounds[over.started.round], key=lambda event: event.moment) == events
    assert len(again.answers) == len(over.turns)
    again.close(MOMENT)


def test_classes_are_kept_apart(tmp_path: Path) -> None:
    others = [replace(OWLS, name=name) for name in ("5a", "5b", "5b")]
    others[2] = replace(others[2], created=MOMENT.replace(year=2025).isoformat())
    for number, class_ in enumerate(others):
        keeper = Keeper(tmp_path, MOMENT)
        keeper.turn_to(class_, MOMENT)
        for event in a_round(number)[1]:
            keeper.keep(event, MOMENT)
        keeper.close(MOMENT)
    keeper = Keeper(tmp_path, MOMENT)
    assert [one.id for one in keeper.classes] == [2, 3, 4]
    for number, class_ in enumerate(keeper.classes):
        keeper.turn_to(class_, MOMENT)
        [(name, events)] = keeper.class_rounds.items()
        assert resumed(EVENTS, events).phase is ClassPhase.OVER
        assert name == a_round(number)[0].started.round
    keeper.close(MOMENT)


def test_a_class_plays_on_a_disk_that_takes_nothing_and_is_kept_when_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_with(tmp_path, started())
    over, events = a_round(1)

    def full(*_: object) -> Journal:
        raise NotWritableError(Trouble(Hindrance.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "open", full)
        keeper = Keeper(tmp_path, MOMENT)
        keeper.turn_to(replace(OWLS, id=2), MOMENT)
        for event in events:
            keeper.keep(event, MOMENT)
        assert (keeper.unsaved, keeper.trouble) == (len(events), Trouble(Hindrance.DISK_FULL))
        assert list(keeper.class_rounds[over.started.round]) == events
    with closing(Journal.open(tmp_path, MOMENT)) as other:  # meanwhile somebody else adds one
        other.add_player("class", "another", "", MOMENT)
    keeper.close(MOMENT)
    assert keeper.unsaved == 0
    again = Keeper(tmp_path, MOMENT)
    assert [one.name for one in again.classes] == ["another", "5b"]
    again.turn_to(again.classes[1], MOMENT)
    assert resumed(EVENTS, again.class_rounds[over.started.round]) == over
    again.close(MOMENT)


def test_a_save_that_is_deleted_in_the_middle_goes_on_with_the_class(tmp_path: Path) -> None:
    over, events = a_round(2)
    keeper = Keeper(tmp_path, MOMENT)
    keeper.turn_to(OWLS, MOMENT)
    for number, event in enumerate(events):
        if number == len(events) // 2:
            (tmp_path / FILE_NAME).unlink()
        keeper.keep(event, MOMENT)
    keeper.close(MOMENT)
    assert keeper.unsaved == 0
    again = Keeper(tmp_path, MOMENT)
    again.turn_to(again.classes[0], MOMENT)
    assert resumed(EVENTS, again.class_rounds[over.started.round]) == over
    again.close(MOMENT)


def test_what_waits_keeps_its_order_and_whose_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    over, events = a_round(3)

    def full(*_: object) -> Journal:
        raise NotWritableError(Trouble(Hindrance.DISK_FULL))

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "open", full)
        keeper = Keeper(tmp_path, MOMENT)
        keeper.keep(started("mine"), MOMENT)
        keeper.keep(answered(0, round_="mine"), MOMENT)
        for number, event in enumerate(events):
            keeper.turn_to(OWLS, MOMENT)
            keeper.keep(event, MOMENT)
            keeper.turn_back()
            keeper.keep(answered(number + 1, round_="mine"), MOMENT)
        assert keeper.unsaved == 2 + 2 * len(events)
        assert [answer.round for answer in keeper.answers] == ["mine"] * (1 + len(events))
    keeper.keep(answered(99, round_="mine"), MOMENT)
    assert (keeper.unsaved, keeper.player) == (0, 1)
    assert [answer.place for answer in keeper.answers] == [*range(1 + len(events)), 99]
    keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)
    assert [answer.place for answer in again.answers] == [*range(1 + len(events)), 99]
    again.turn_to(again.classes[0], MOMENT)
    assert resumed(EVENTS, again.class_rounds[over.started.round]) == over
    again.close(MOMENT)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files from being written into")
def test_a_save_that_is_written_into_gets_again_what_both_gave(tmp_path: Path) -> None:
    path = save_with(tmp_path, started("mine"), *(answered(place, round_="mine") for place in range(60)))
    copy = path.read_bytes()
    over, events = a_round(2)
    keeper = Keeper(tmp_path, MOMENT)
    assert keeper._journal
    keeper._journal._connection.execute("PRAGMA cache_size = 2")  # so that SQLite does not have all in its memory
    keeper.turn_to(OWLS, MOMENT)
    for event in events[: len(events) // 2]:
        keeper.keep(event, MOMENT)
    keeper.turn_back()
    for place in range(60, 150):
        keeper.keep(answered(place, round_="mine"), MOMENT)
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(copy)
    keeper.turn_to(OWLS, MOMENT)
    for event in events[len(events) // 2 :]:
        keeper.keep(event, MOMENT)
    keeper.close(MOMENT)
    assert (keeper.unsaved, [notice.what for notice in keeper.notices]) == (0, [Finding.WRITTEN_INTO])
    again = Keeper(tmp_path, MOMENT)
    assert [answer.place for answer in again.answers] == list(range(150))
    again.turn_to(again.classes[0], MOMENT)
    assert resumed(EVENTS, again.class_rounds[over.started.round]) == over
    again.close(MOMENT)


def test_what_is_derived_of_the_player_stands_while_a_class_plays(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, MOMENT)
    keeper.keep(started("mine"), MOMENT, {"figure": "1"})
    keeper.turn_to(OWLS, MOMENT)
    for event in a_round(1)[1]:
        keeper.keep(event, MOMENT)
    assert keeper.derived("") == {"figure": "1"}
    keeper.turn_back()
    keeper.keep(answered(0, round_="mine"), MOMENT, {"other": "2"})
    keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)
    assert again.derived("") == {"figure": "1", "other": "2"}
    assert not again.answers[1:]
    again.close(MOMENT)


def test_a_long_save_is_asked_of_the_player_and_read_whole_for_a_class(tmp_path: Path) -> None:
    over, events = a_round(1)
    keeper = Keeper(tmp_path, MOMENT)
    keeper.turn_to(OWLS, MOMENT)
    for event in events:
        keeper.keep(event, MOMENT)
    keeper.close(MOMENT)
    again = Keeper(tmp_path, MOMENT)  # closed in good order: opened from its ends
    assert again.check()
    assert (again.last_pack([over.started.pack]), again.rounds_played(over.started.pack, 5)) == (None, [])
    again.turn_to(again.classes[0], MOMENT)
    assert (again.last_pack([over.started.pack]), len(again.class_rounds)) == (over.started.pack, 1)
    again.turn_back()
    assert (again.last_pack([over.started.pack]), again.player) == (None, 1)
    again.close(MOMENT)


def test_a_class_is_the_same_on_another_machine(tmp_path: Path) -> None:
    _, events = with_every_step()
    keeper = Keeper(tmp_path / "here", MOMENT)
    keeper.turn_to(OWLS, MOMENT)
    for event in events:
        keeper.keep(event, MOMENT)
    with keeper.settled(MOMENT) as journal:
        text = journal.exported(keeper.classes[0].id, PlayerSettings()).as_json()
    keeper.close(MOMENT)
    other = Keeper(tmp_path / "there", MOMENT)
    with other.settled(MOMENT) as journal:
        owls, _ = journal.take_in(portable.read(text.encode()), "5b", "")
        assert journal.exported(owls.id, PlayerSettings()).as_json() == text
    other.turn_to(owls, MOMENT)
    assert sorted(other.class_rounds[events[0].round], key=lambda event: event.moment) == events
    other.close(MOMENT)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE marks SET detail = '[1,2,3]' WHERE what = 'voted'",
        "UPDATE marks SET what = 'pause' WHERE what = 'go on'",
        "UPDATE marks SET what = 'sing' WHERE what = 'go on'",
        "DELETE FROM marks WHERE what = 'swapped out'",
        "UPDATE rounds SET teams = 7",
        "UPDATE rounds SET left_out = '[\"war\"]'",
        "UPDATE rounds SET columns = 2",
    ],
)
def test_what_a_class_did_cant_be_changed_behind_its_back(tmp_path: Path, statement: str) -> None:
    _, events = with_every_step()
    path = save_with(tmp_path, *events)
    change(path, statement)
    with pytest.raises(SavesError):
        Keeper(tmp_path, MOMENT)


@pytest.mark.parametrize("version", [1, 2])
def test_a_class_plays_in_a_save_of_each_earlier_version(tmp_path: Path, version: int) -> None:
    path = released(version, tmp_path)
    before = rows_of(path, "SELECT hash FROM answers ORDER BY seq")
    keeper = Keeper(tmp_path, MOMENT)
    answers = len(keeper.answers)
    keeper.turn_to(replace(OWLS, name="6c"), MOMENT)
    over, events = with_every_step()
    for event in events:
        keeper.keep(event, MOMENT)
    keeper.close(MOMENT)
    assert rows_of(path, "PRAGMA user_version") == [(VERSION,)]
    assert rows_of(path, "SELECT hash FROM answers ORDER BY seq")[: len(before)] == before
    again = Keeper(tmp_path, MOMENT)
    assert len(again.answers) == answers
    again.turn_to(again.classes[-1], MOMENT)
    assert resumed(EVENTS, again.class_rounds[over.started.round]) == over
    again.keep(answered(0, round_="elsewhere"), MOMENT)
    again.close(MOMENT)


def test_the_second_version_is_backed_up_and_becomes_one_of_today(tmp_path: Path) -> None:
    path = released(2, tmp_path)
    marks = rows_of(path, "SELECT what, round, place, seat, attempt, moment, hash FROM marks ORDER BY seq")
    rounds = rows_of(path, "SELECT id, player, hash FROM rounds ORDER BY rowid")
    Keeper(tmp_path, MOMENT).close(MOMENT)
    assert rows_of(path, "SELECT what, round, place, seat, attempt, moment, hash FROM marks ORDER BY seq") == marks
    assert rows_of(path, "SELECT id, player, hash FROM rounds ORDER BY rowid") == rounds
    assert rows_of(tmp_path / "progress.v2-2024-05-17.sqlite", "PRAGMA user_version") == [(2,)]


def test_the_events_that_are_no_answers_are_told_apart() -> None:
    _, events = with_every_step()
    assert {type(event) for event in events} >= {Voted, SwappedOut, Moved}
