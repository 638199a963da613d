"""Several players, seats, guesses, and what is derived from the answers and written with them."""

import os
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.game.events import Guessed
from quizgame.saves.faults import NotWritableError
from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.keeper import Keeper
from tests.often import examples
from tests.saves.samples import MOMENT, answered, answers_in, change, rows_of, save_with, started, taken_back
from tests.saves.test_kills import server


def guessed(place: int = 0, attempt: int = 0, seat: str = "") -> Guessed:
    return Guessed("round-1", place, attempt, MOMENT, seat)


def test_a_new_save_has_one_player_without_a_name(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        [player] = journal.players()
    assert (player.id, player.kind, player.name, player.sign) == (1, "player", "", "")
    assert player.created == MOMENT.isoformat()


def test_players_and_classes_have_answers_of_their_own(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(started())
        journal.append(answered(0))
        ani = journal.add_player("player", "Անի", "🦊", MOMENT)
        owls = journal.add_player("class", "5b", "🦉", MOMENT)
    assert [(one.id, one.kind, one.name) for one in (ani, owls)] == [(2, "player", "Անի"), (3, "class", "5b")]
    for player in (ani, owls):
        keeper = Keeper(tmp_path, MOMENT, player=player.id)
        assert keeper.answers == []
        keeper.keep(started(f"round-of-{player.id}"), MOMENT)
        keeper.keep(answered(player.id, round_=f"round-of-{player.id}"), MOMENT)
        keeper.close(MOMENT)
    for id_, places in ((1, [0]), (2, [2]), (3, [3])):
        keeper = Keeper(tmp_path, MOMENT, player=id_)
        assert [answer.place for answer in keeper.answers] == places
        keeper.close(MOMENT)
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert journal.players()[1:] == (ani, owls)


def test_a_player_who_is_not_there_cant_be_chosen_and_the_save_is_free_again(tmp_path: Path) -> None:
    save_with(tmp_path, started())
    with pytest.raises(ValueError, match="no player 7"):
        Journal.open(tmp_path, MOMENT, player=7)
    assert answers_in(tmp_path) == []


def test_two_teams_answer_one_question(tmp_path: Path) -> None:
    owls, foxes = answered(0, seat="owls"), answered(0, seat="foxes", points=0, credit=0.0, facts_right=(False,))
    again = replace(foxes, attempt=1, seen=True)
    slip = replace(taken_back(0), seat="foxes")
    save_with(tmp_path, started(), owls, foxes, slip, again, owls)
    assert answers_in(tmp_path) == [owls, again]
    assert rows_of(tmp_path / FILE_NAME, "SELECT count(*) FROM answers") == [(3,)]


def test_a_guess_is_kept_and_read_back(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, MOMENT)
    for event in (started(), answered(0), answered(1), answered(1, seat="owls"), guessed(1), guessed(1)):
        keeper.keep(event, MOMENT)
    for _ in range(2):
        assert [keeper.was_a_guess(answer) for answer in keeper.answers] == [False, True, False]
        keeper.close(MOMENT)
        keeper = Keeper(tmp_path, MOMENT)
    keeper.close(MOMENT)
    assert rows_of(tmp_path / FILE_NAME, "SELECT what, place, seat FROM marks") == [("guessed", 1, "")]


def test_a_slip_and_a_guess_about_the_same_answer_are_two_marks(tmp_path: Path) -> None:
    save_with(tmp_path, started(), answered(0), guessed(0), taken_back(0), answered(0, 1), guessed(0, 1))
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert journal.answers() == [answered(0, 1)]
        assert journal.contents().guesses() == {("round-1", 0, "", 0), ("round-1", 0, "", 1)}


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
names = st.sampled_from(["memory", "memory/ü", "memories", "calendar", "ü"])


@given(st.lists(st.dictionaries(names, texts | st.none()), min_size=1, max_size=6))
@examples(30)
def test_what_was_derived_comes_back_as_it_was_last(turns: list[dict[str, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        expected: dict[str, str] = {}
        with closing(Journal.open(Path(place), MOMENT)) as journal:
            journal.append(started())
            for number, derived in enumerate(turns):
                journal.append(answered(number), derived)
                kept = {**expected, **derived}
                expected = {name: value for name, value in kept.items() if value is not None}
        with closing(Journal.open(Path(place), MOMENT)) as journal:
            for prefix in ("memory", "memory/", "calendar", "ü", "something else"):
                beginning = {name: value for name, value in expected.items() if name.startswith(prefix)}
                assert journal.derived(prefix) == beginning


def test_what_was_derived_for_one_player_is_not_there_for_another(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.add_player("player", "Ani", "🦊", MOMENT)
        journal.append(started(), {"known": "1"})
    with closing(Journal.open(tmp_path, MOMENT, player=2)) as journal:
        assert journal.derived("known") == {}
        journal.append(started("round-2"), {"known": "2"})
        journal.append(answered(0, round_="round-2"), {"known": "3"})
    for player, value in ((1, "1"), (2, "3")):
        with closing(Journal.open(tmp_path, MOMENT, player=player)) as journal:
            assert journal.derived("known") == {"known": value}


@pytest.mark.parametrize(
    "statement", ["DELETE FROM derived WHERE name = 'tip'", "UPDATE derived SET value = 'x' WHERE name = 'tip'"]
)
def test_what_does_not_go_with_the_last_event_is_not_there_and_not_added_to(tmp_path: Path, statement: str) -> None:
    """As when a program has played in between that knows nothing of it."""
    save_with(tmp_path, started())
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(answered(0), {"known": "1", "other": "1"})
    change(tmp_path / FILE_NAME, statement)
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert journal.derived("") == {}
        journal.append(answered(1), {"known": "2"})
        assert journal.derived("known") == {"known": "2"}
        assert journal.derived("other") == {}


def test_what_was_made_again_is_kept_and_added_to(tmp_path: Path) -> None:
    save_with(tmp_path, started(), answered(0))
    change(tmp_path / FILE_NAME, "DELETE FROM derived")
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.put_derived({"known": "1", "other": "1"})
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert journal.derived("known") == {"known": "1"}
        journal.append(answered(1))
        assert journal.derived("other") == {"other": "1"}


def test_a_transaction_that_fails_keeps_neither_the_answer_nor_what_was_derived(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(started())
        journal.append(answered(0), {"known": "1"})
        with pytest.raises(NotWritableError):
            journal.append(answered(1, round_="a round that never began"), {"known": "2"})
        assert (len(journal.answers()), journal.derived("known")) == (1, {"known": "1"})
        (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
        journal._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(NotWritableError):
            journal.append(answered(1), {"known": "2" * 50_000})
        assert (len(journal.answers()), journal.derived("known")) == (1, {"known": "1"})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program is forked")
def test_who_is_killed_in_between_leaves_both_or_neither(tmp_path: Path) -> None:
    for program in server("tests.saves.killed"):
        for until, left in (("answer", (1, "1")), ("derived", (1, "1")), ("both", (2, "2"))):
            program.killed_after(until, -1, tmp_path / until)
            with closing(Journal.open(tmp_path / until, MOMENT)) as journal:
                assert (len(journal.answers()), journal.derived("known")["known"]) == left


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE derived SET value = '2' WHERE name = 'known'",
        "UPDATE derived SET value = CAST('1' AS BLOB) WHERE name = 'known'",
        "UPDATE derived SET name = 'other' WHERE name = 'known'",
        "UPDATE derived SET hash = x'00' WHERE name = 'known'",
    ],
)
def test_what_was_derived_and_then_damaged_is_as_if_it_was_not_there(tmp_path: Path, statement: str) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(started(), {"known": "1"})
    change(tmp_path / FILE_NAME, statement)
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        assert (journal.derived("known"), journal.derived("other")) == ({}, {})
