"""A player is deleted for good: nothing of them is left in any byte of any file, and everything of the others is."""

import os
import random
import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizgame.game.events import Answered, Guessed, Started, TakenBack
from quizgame.saves import settings
from quizgame.saves.chosen_before import FILE_NAME as SETTINGS
from quizgame.saves.faults import NotWritableError
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from quizgame.saves.settings import ExamSettings, PlayerSettings, Settings
from tests.saves.released import released
from tests.saves.samples import MOMENT, answered, change, rows_of, started
from tests.saves.test_kills import server

GONE = 2


def round_of(player: int, number: int) -> str:
    rng = random.Random(player * 100 + number)
    return f"{rng.getrandbits(128):032x}"


def events(player: int, number: int) -> list[Started | Answered | TakenBack | Guessed]:
    """A round with a slip and a guess, at moments that nobody else has."""
    moment, round_ = MOMENT + timedelta(days=player, minutes=number), round_of(player, number)
    return [
        started(round_, moment=moment),
        *(answered(place, round_=round_, moment=moment + timedelta(seconds=place)) for place in range(4)),
        Guessed(round_, 2, 0, moment + timedelta(seconds=20)),
        TakenBack(round_, 3, 0, moment + timedelta(seconds=30)),
        answered(3, 1, round_=round_, moment=moment + timedelta(seconds=31), seen=True),
    ]


def played(folder: Path) -> Path:
    """A save of the first version that three others have played on, in turns, with all that may lie beside it."""
    path = released(1, folder)
    with closing(Journal.open(folder, MOMENT)) as journal:
        for id_, kind in ((2, "player"), (3, "class"), (4, "player")):
            one = journal.add_player("class" if kind == "class" else "player", f"name-{id_}", "★", when(id_))
            assert one.id == id_
        players = {one.id: one for one in journal.players()}
        for number in range(3):
            for id_, one in players.items():
                journal.play_as(one)
                for event in events(id_, number):
                    journal.append(event, {f"figures/{id_}": f"{number} of {id_}"})
    for name in (f"{FILE_NAME}.put-aside-2024-05-18", "progress (copy).sqlite", "progress.v2-2024-05-18.sqlite"):
        shutil.copy(path, folder / name)
    (folder / "kind-tiger.json").write_text(round_of(GONE, 0))
    (folder / "notes.txt").write_text("somebody's own notes")
    exam = PlayerSettings(exams={"small": ExamSettings(day=MOMENT.date(), topics=("north",))})
    chosen = Settings().with_player(GONE, exam).with_player(4, exam)
    settings.write(folder, chosen.without_player(GONE), MOMENT)
    (folder / f"{SETTINGS}.put-aside-2024-05-18").write_text(chosen.model_dump_json())
    return path


def when(id_: int) -> datetime:
    return MOMENT + timedelta(days=100 + id_)


def texts_of(player: int) -> list[str]:
    """What tells that something is of a player."""
    moments = [event.moment.isoformat() for number in range(3) for event in events(player, number)]
    return [*(round_of(player, number) for number in range(3)), *moments, when(player).isoformat(), f"name-{player}"]


def told_in(folder: Path, player: int) -> list[tuple[str, str]]:
    files = [(file.name, file.read_bytes()) for file in folder.rglob("*") if file.is_file()]
    return [(name, text) for name, data in files for text in texts_of(player) if text.encode() in data]


def everything_of(folder: Path) -> dict[int, list[object]]:
    """For each player, all that is theirs: the player, answers, marks, what was derived."""
    with closing(Journal.open(folder, MOMENT, whole=True)) as journal:
        held = journal.contents()
        return {
            id_: [
                player,
                [answer for answer in held.answers if held.rounds[answer.round] == id_],
                [mark for mark in held.marks if held.rounds[mark.round] == id_],
                journal.derived("", id_),
            ]
            for id_, player in held.players.items()
        }


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("saves"))


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    shutil.copytree(original.parent, tmp_path / "saves")
    return tmp_path / "saves"


def test_nothing_of_the_player_is_left_in_any_byte_and_all_of_the_others_is(folder: Path) -> None:
    before = everything_of(folder)
    assert {name for name, _ in told_in(folder, GONE)} >= {FILE_NAME, "kind-tiger.json", "progress (copy).sqlite"}
    assert all(before[id_][3] for id_ in before)
    keeper = Keeper(folder, MOMENT, player=4)
    keeper.delete(GONE, MOMENT)
    assert (keeper.player, keeper.trouble) == (4, None)
    assert told_in(folder, GONE) == []
    keeper.close(MOMENT)
    assert told_in(folder, GONE) == []
    assert everything_of(folder) == {id_: its for id_, its in before.items() if id_ != GONE}
    assert (folder / "notes.txt").exists()
    assert (folder / "progress.v1-2024-05-17.sqlite").exists()  # which never knew the player
    assert len(settings.read(folder).of(4).exams) == 1
    assert rows_of(folder / FILE_NAME, "PRAGMA integrity_check") == [("ok",)]


def test_the_game_goes_on_after_it_and_the_next_start_finds_nothing_to_say(folder: Path) -> None:
    keeper = Keeper(folder, MOMENT, player=GONE)
    keeper.delete(GONE, MOMENT)
    assert keeper.player == 1
    count = len(keeper.answers)
    for event in events(9, 0):
        keeper.keep(event, MOMENT)
    assert (keeper.trouble, len(keeper.answers)) == (None, count + 4)
    keeper.close(MOMENT)
    again = Keeper(folder, MOMENT)
    assert [notice for notice in again.notices if notice.names == ()] == []
    assert again.player == 1
    assert len(again.answers) == count + 4
    again.close(MOMENT)


def test_the_first_player_can_be_deleted_too_and_what_was_derived_stays_in_step(folder: Path) -> None:
    before = everything_of(folder)
    keeper = Keeper(folder, MOMENT)
    keeper.delete(1, MOMENT)
    keeper.close(MOMENT)
    assert not list(folder.glob("progress.v*"))  # of the first version, all of which was theirs
    assert everything_of(folder) == {id_: its for id_, its in before.items() if id_ != 1}
    keeper = Keeper(folder, MOMENT)
    assert keeper.player == 2
    keeper.close(MOMENT)


def test_after_the_last_person_somebody_new_without_a_name_plays(folder: Path) -> None:
    keeper = Keeper(folder, MOMENT)
    later = MOMENT + timedelta(days=500)
    for id_ in (1, 2, 4):
        keeper.delete(id_, later)
    [new] = keeper.players
    assert (new.name, new.created, keeper.player) == ("", later.isoformat(), new.id)
    assert keeper.answers == []
    keeper.close(MOMENT)
    assert [told_in(folder, id_) for id_ in (2, 4)] == [[], []]
    assert everything_of(folder).keys() == {3, new.id}


def test_where_it_cant_be_written_nothing_is_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything_of(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    keeper = Keeper(folder, MOMENT)
    with monkeypatch.context() as patch:
        patch.setattr("quizgame.saves.files.put_over", full)
        patch.setattr("quizgame.saves.creating.writing", full)
        with pytest.raises(NotWritableError):
            keeper.delete(GONE, MOMENT)
    keeper.keep(answered(50, round_=round_of(1, 0)), MOMENT)
    assert keeper.trouble is None
    keeper.close(MOMENT)
    after = everything_of(folder)
    assert {id_: its for id_, its in after.items() if id_ != 1} == {id_: its for id_, its in before.items() if id_ != 1}


def test_what_was_derived_and_damaged_is_not_taken_along(folder: Path) -> None:
    keeper = Keeper(folder, MOMENT)
    keeper.close(MOMENT)
    change(folder / FILE_NAME, "UPDATE derived SET value = 'x' WHERE name = 'figures/1'")
    keeper = Keeper(folder, MOMENT)
    keeper.delete(GONE, MOMENT)
    keeper.close(MOMENT)
    assert everything_of(folder)[1][3] == {}
    assert everything_of(folder)[4][3] != {}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program is forked")
def test_who_is_killed_in_the_middle_leaves_the_old_save_or_the_new_one(original: Path, tmp_path: Path) -> None:
    before = everything_of(shutil.copytree(original.parent, tmp_path / "before"))
    after = {id_: its for id_, its in before.items() if id_ != GONE}
    rng, found = random.Random(5), []
    for program in server("tests.saves.killed"):
        whole = shutil.copytree(original.parent, tmp_path / "whole")
        [done] = program.killed_after("delete", 0, whole)
        assert everything_of(whole) == after
        calls = int(done.removeprefix("done "))
        for kill in [*(calls - back for back in range(1, 150, 10)), *(rng.randint(1, calls) for _ in range(25))]:
            left = shutil.copytree(original.parent, tmp_path / f"{kill}", dirs_exist_ok=True)
            program.killed_after("delete", kill, left)
            is_new = everything_of(left) == after
            found.append(is_new)
            if is_new:
                assert told_in(left, GONE) == []
            else:
                assert everything_of(left) == before
    assert set(found) == {True, False}
