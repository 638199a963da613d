"""Several players on one machine: made, switched between, renamed, exported, taken in, deleted."""

import json
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.game.kinds.shared import DontKnow
from quizgame.saves import settings as settings_file
from quizgame.saves.faults import NotWritableError
from quizgame.saves.journal import FILE_NAME
from quizgame.saves.keeper import Keeper
from quizgame.saves.portable import ImportFault, NotTaken
from quizgame.saves.settings import PlayerSettings
from quizgame.session import players
from quizgame.session.naming import ANIMALS, KINDS, SIGNS, new_name, new_sign
from quizgame.session.session import open_session
from quizgame.session.wishes import Wishes
from quizgame.wording import names
from tests.packs import write_pack
from tests.saves.samples import MOMENT, answered, fingerprint, rows_of, started, taken_back


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    keeper = Keeper(tmp_path / "saves", MOMENT)
    for event in (started(), answered(0), answered(1), taken_back(1), answered(1, 1)):
        keeper.keep(event, MOMENT)
    yield keeper
    keeper.close(MOMENT)


def test_names_are_words_that_can_be_said_and_nobody_has_the_same() -> None:
    assert set(names._WORDS) == {*KINDS, *ANIMALS}
    rng, taken = random.Random(4), [new_name((), random.Random(1))]
    for _ in range(len(KINDS) * len(ANIMALS) + 50):
        taken.append(new_name(taken, rng))
    assert len(set(taken)) == len(taken)
    signs: list[str] = []
    for _ in range(2 * len(SIGNS)):
        signs.append(new_sign(signs, rng))
    assert {signs.count(sign) for sign in SIGNS} == {2}


def test_the_first_player_gets_a_name_when_there_is_a_second_one(keeper: Keeper) -> None:
    [first] = keeper.players
    assert names.with_sign(first) == names.NO_NAME
    new = players.add(keeper)
    first, second = keeper.players
    assert second == new == players.who_plays(keeper)
    assert len({first.name, first.sign, second.name, second.sign}) == 4
    assert all(names.is_named(one, names.name_in_words(one).upper()) for one in (first, second))
    assert not names.is_named(first, names.name_in_words(second))
    third = players.add(keeper)
    assert keeper.players == (first, second, third)


def test_each_has_answers_of_their_own_and_the_next_start_is_as_the_last_one(keeper: Keeper, tmp_path: Path) -> None:
    new = players.add(keeper)
    assert (keeper.answers, keeper.player) == ([], new.id)
    keeper.keep(started("round-2"), MOMENT)
    keeper.keep(answered(7, round_="round-2"), MOMENT)
    assert [answer.place for answer in keeper.answers] == [7]
    players.switch(keeper, keeper.players[0])
    assert [(answer.place, answer.attempt) for answer in keeper.answers] == [(0, 0), (1, 1)]
    players.switch(keeper, new)
    keeper.close(MOMENT)
    again = players.opened_as_last_time(tmp_path / "saves")
    assert (again.player, [answer.place for answer in again.answers]) == (new.id, [7])
    again.close(MOMENT)


def test_a_session_shows_what_its_player_knows(tmp_path: Path) -> None:
    write_pack(tmp_path / "banks")
    folder = tmp_path / "saves"
    session = open_session((tmp_path / "banks",), folder, Wishes())
    sitting = session.start_round(session.settings)
    sitting.answer(DontKnow())
    assert session.figures.answers == 1
    session.pause(sitting)
    players.add(session.keeper)
    session.others_play()
    assert (session.figures.answers, session.paused, session.is_new_here) == (0, None, True)
    players.switch(session.keeper, session.keeper.players[0])
    session.others_play()
    assert session.figures.answers == 1
    session.close()


def test_another_name_leaves_everything_else_as_it_is(keeper: Keeper) -> None:
    players.add(keeper)
    first = keeper.players[0]
    renamed = players.rename(keeper, first)
    assert renamed.name != first.name
    assert (renamed.id, renamed.sign, renamed.created) == (first.id, first.sign, first.created)
    assert keeper.players[0] == renamed
    players.switch(keeper, renamed)
    assert len(keeper.answers) == 2


def test_what_was_exported_is_the_same_on_another_machine(keeper: Keeper, tmp_path: Path) -> None:
    players.add(keeper)
    first = keeper.players[0]
    chosen = PlayerSettings(days_a_week=5)
    settings_file.write(keeper.folder, settings_file.read(keeper.folder).with_player(first.id, chosen), MOMENT)
    text = players.exported(keeper, first)
    other = Keeper(tmp_path / "other", MOMENT + timedelta(days=1))
    there, added = players.take_in(other, text.encode())
    assert (there.name, there.sign, there.created, added) == (first.name, first.sign, first.created, 3)
    players.switch(other, there)
    players.switch(keeper, first)
    assert other.answers == keeper.answers
    assert settings_file.read(other.folder).of(there.id) == chosen
    told = json.loads(players.exported(other, there))
    assert told == json.loads(text)
    other.close(MOMENT)


def test_the_same_answers_twice_are_there_once_and_new_ones_are_added(keeper: Keeper, tmp_path: Path) -> None:
    [first] = keeper.players
    text = players.exported(keeper, first)
    assert players.take_in(keeper, text.encode()) == (first, 0)
    assert len(keeper.players) == 1
    keeper.keep(answered(2), MOMENT)
    longer = players.exported(keeper, first)
    other = Keeper(tmp_path / "other", MOMENT + timedelta(days=1))
    assert [players.take_in(other, one.encode())[1] for one in (text, longer, text, longer)] == [3, 1, 0, 0]
    assert len(other.players) == 2
    other.close(MOMENT)


def test_an_export_of_the_second_version_is_taken_in(keeper: Keeper, tmp_path: Path) -> None:
    [first] = keeper.players
    text = players.exported(keeper, first)
    told = json.loads(text) | {"version": 2}
    for row in told["rounds"]:
        for name in ("kinds", "left_out", "teams", "warm_up", "clock", "facts"):
            del row[name]
    for row in told["marks"]:
        del row["detail"]
    other = Keeper(tmp_path / "other", MOMENT + timedelta(days=1))
    there, added = players.take_in(other, json.dumps(told).encode())
    assert added == 3
    assert json.loads(players.exported(other, there))["rounds"] == json.loads(text)["rounds"]
    other.close(MOMENT)


def test_a_name_that_somebody_has_here_is_given_to_nobody_else(keeper: Keeper, tmp_path: Path) -> None:
    players.add(keeper)
    first = keeper.players[0]
    told = json.loads(players.exported(keeper, first))
    told["player"]["created"] = MOMENT.replace(year=2001).isoformat()
    for row in told["rounds"]:
        row["id"] = "of-somebody-else"
    for row in (*told["answers"], *told["marks"]):
        row["round"] = "of-somebody-else"
    there, added = players.take_in(keeper, json.dumps(told).encode())
    assert added == 3
    assert there.name != first.name
    assert len(keeper.players) == 3


def broken(text: str, **changes: object) -> str:
    return json.dumps(json.loads(text) | changes)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (lambda text: broken(text, version=99), NotTaken.NEWER),
        (lambda text: broken(text, format="another"), NotTaken.NOT_OURS),
        (lambda _: "[" * 100_000, NotTaken.NOT_OURS),
        (lambda _: "[]", NotTaken.NOT_OURS),
        (lambda text: text[:-40], NotTaken.NOT_OURS),
        (lambda text: broken(text, rounds=[]), NotTaken.BROKEN),
        (lambda text: text.replace('"kinds": []', '"kinds": ""'), NotTaken.BROKEN),
        (lambda text: text.replace('"warm_up": 0', '"warm_up": 2'), NotTaken.BROKEN),
        (lambda text: text.replace('"detail": ""', '"detail": [1]'), NotTaken.BROKEN),
        (lambda text: broken(text, answers=[{"round": "round-1"}]), NotTaken.BROKEN),
        (lambda text: broken(text, answers=7), NotTaken.BROKEN),
        (lambda text: broken(text, player={"kind": "player"}), NotTaken.BROKEN),
        (lambda text: broken(text, settings={"days_a_week": 99}), NotTaken.BROKEN),
        (lambda text: text.replace('"credit": 1.0', '"credit": "all"'), NotTaken.BROKEN),
        (lambda text: text.replace('"points": 100', '"points": true'), NotTaken.BROKEN),
        (lambda text: text.replace('"points": 100', f'"points": {2**64}'), NotTaken.BROKEN),
        (lambda text: text.replace('"credit": 1.0', '"credit": NaN'), NotTaken.NOT_OURS),
        (lambda text: text.replace('"topic": "north"', '"topic": "\\ud800"'), NotTaken.BROKEN),
    ],
)
def test_what_is_not_an_export_is_refused_and_nothing_is_changed(keeper: Keeper, changed, why: NotTaken) -> None:  # type: ignore[no-untyped-def]
    text = players.exported(keeper, keeper.players[0])
    before = fingerprint(keeper.folder / FILE_NAME)
    with pytest.raises(ImportFault) as caught:
        players.take_in(keeper, changed(text).encode())
    assert caught.value.why is why
    assert fingerprint(keeper.folder / FILE_NAME) == before
    assert len(keeper.players) == 1


def test_rounds_of_two_players_are_not_taken_for_one(keeper: Keeper) -> None:
    first = keeper.players[0]
    text = players.exported(keeper, first)
    players.add(keeper)
    keeper.keep(started("round-2"), MOMENT)
    told = json.loads(text)
    told["rounds"].append(told["rounds"][0] | {"id": "round-2"})
    with pytest.raises(ImportFault) as caught:
        players.take_in(keeper, json.dumps(told).encode())
    assert caught.value.why is NotTaken.OF_ANOTHER


def test_whoever_is_deleted_is_gone_and_can_come_back_from_a_file(keeper: Keeper, tmp_path: Path) -> None:
    second = players.add(keeper)
    first = keeper.players[0]
    text = players.exported(keeper, first)
    players.delete(keeper, first)
    assert (keeper.players, keeper.player) == ((second,), second.id)
    assert settings_file.read(keeper.folder).player == second.id
    back, added = players.take_in(keeper, text.encode())
    assert (back.name, added) == (first.name, 3)
    keeper.close(MOMENT)
    again = players.opened_as_last_time(tmp_path / "saves")
    assert again.player == second.id
    again.close(MOMENT)


def test_where_nothing_can_be_written_nobody_is_added(keeper: Keeper) -> None:
    assert keeper._journal
    run = keeper._journal._connection.execute
    run(f"PRAGMA max_page_count = {run('PRAGMA page_count').fetchone()[0]}")
    while not keeper.trouble:
        keeper.keep(answered(100 + keeper.unsaved + len(keeper.answers), shown=("x" * 3000,)), MOMENT)
    with pytest.raises(NotWritableError):
        players.add(keeper)
    assert len(keeper.players) == 1
    run("PRAGMA max_page_count = 100000")


def test_the_chain_holds_after_all_of_it(keeper: Keeper) -> None:
    players.add(keeper)
    players.take_in(keeper, players.exported(keeper, keeper.players[0]).encode())
    players.rename(keeper, keeper.players[1])
    keeper.close(MOMENT)
    again = Keeper(keeper.folder, MOMENT)
    assert (again.trouble, again.notices, len(again.players)) == (None, (), 2)
    again.close(MOMENT)
    assert rows_of(keeper.folder / FILE_NAME, "SELECT count(*) FROM answers") == [(3,)]
