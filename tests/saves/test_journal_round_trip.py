"""What the journal gives back is what it was given."""

import json
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.game.events import Answered, JournalEvent, Started, TakenBack
from quizgame.saves.faults import NotWritableError
from quizgame.saves.journal import Journal
from tests.often import examples
from tests.saves.samples import (
    FILES,
    MOMENT,
    answered,
    answers,
    answers_in,
    moments,
    rounds,
    rows_of,
    save_with,
    started,
    taken_back,
)

modest = examples(60)


@given(st.lists(answers(), max_size=12, unique_by=lambda one: (one.place, one.attempt)))
@example([answered(shown=("\x00", "\x1b[31m", "\u202e", "‘\U0010ffff", ""), response=None, topic="\x00")])
@modest
def test_every_answer_comes_back_as_it_was_in_its_order(given_: list[Answered]) -> None:
    with tempfile.TemporaryDirectory() as place:
        save_with(Path(place), started(), *given_)
        found = answers_in(Path(place))
        assert found == given_
        assert [one.moment.utcoffset() for one in found] == [one.moment.utcoffset() for one in given_]
        assert [list(map(type, one.facts_right)) for one in found] == [[bool] * len(one.facts_right) for one in given_]


@given(rounds())
@modest
def test_the_beginning_of_a_round_stands_in_its_table(round_: Started) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = save_with(Path(place), round_)
        [(name, player, moment, mode, pack, revision, seed, topics, length, *_)] = rows_of(path, "SELECT * FROM rounds")
        assert (name, mode, pack, revision, seed) == (
            round_.round,
            round_.mode,
            round_.pack,
            round_.revision,
            round_.seed,
        )
        assert (player, moment, length) == (1, round_.moment.isoformat(), round_.length)
        assert tuple(json.loads(topics)) == round_.topics


@given(moments)
@modest
def test_an_answer_taken_back_stands_in_its_table(moment: object) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = save_with(Path(place), started(), answered(), event := taken_back())
        assert rows_of(path, "SELECT round, place, attempt, moment FROM marks") == [
            (event.round, 0, 0, event.moment.isoformat())
        ]


def test_an_answer_taken_back_does_not_count_and_the_second_attempt_does(tmp_path: Path) -> None:
    again = answered(1, attempt=1, credit=0.0, points=0, facts_right=(False,))
    save_with(tmp_path, started(), answered(0), answered(1), taken_back(1), again, answered(2))
    assert answers_in(tmp_path) == [answered(0), again, answered(2)]


def test_only_the_answer_that_was_taken_back_goes(tmp_path: Path) -> None:
    events: list[JournalEvent] = [
        started(),
        started("round-2"),
        answered(1),
        answered(0),
        answered(1, round_="round-2"),
    ]
    save_with(tmp_path, *events, TakenBack("round-2", 1, 0, MOMENT))
    assert answers_in(tmp_path) == [answered(1), answered(0)]


def test_an_event_that_is_there_already_is_not_kept_twice(tmp_path: Path) -> None:
    events = (started(), answered(0), answered(1), taken_back(1))
    path = save_with(tmp_path, *(event for event in events for _ in range(2)), *events)
    assert answers_in(tmp_path) == [answered(0)]
    assert rows_of(path, "SELECT count(*) FROM rounds") == [(1,)]
    assert rows_of(path, "SELECT count(*) FROM answers") == [(2,)]
    assert rows_of(path, "SELECT count(*) FROM marks") == [(1,)]


def test_an_answer_that_comes_again_with_another_content_changes_nothing(tmp_path: Path) -> None:
    save_with(tmp_path, started(), answered(0), answered(0, points=7), answered(1))
    assert answers_in(tmp_path) == [answered(0), answered(1)]


def test_the_chain_of_hashes_goes_on_when_the_save_is_opened_again(tmp_path: Path) -> None:
    save_with(tmp_path, started(), answered(0))
    with closing(Journal.open(tmp_path, MOMENT)) as journal:  # not read before it is written to
        journal.append(answered(0))
        journal.append(answered(1))
    save_with(tmp_path, answered(2))
    assert answers_in(tmp_path) == [answered(0), answered(1), answered(2)]


def test_the_chain_of_hashes_goes_on_after_an_event_that_could_not_be_written(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        journal.append(started())
        journal.append(answered(0))
        with pytest.raises(NotWritableError):
            journal.append(answered(1, round_="a round that never began"))
        journal.append(answered(1))
        assert journal.answers() == [answered(0), answered(1)]


def test_a_new_save_is_empty(tmp_path: Path) -> None:
    assert answers_in(tmp_path / "new" / "saves") == []
    assert {path.name for path in (tmp_path / "new" / "saves").iterdir()} == FILES
