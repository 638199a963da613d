"""Rounds that were played are found again without reading all of a save."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.game.events import Answered, JournalEvent
from quizgame.saves.faults import Hindrance, NotWritableError, Trouble
from quizgame.saves.history import RoundPlayed, rounds_among
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from tests.saves.samples import MOMENT, answered, by_chance, save_with, started, taken_back


def a_history(rng: random.Random) -> list[JournalEvent]:
    """Some rounds of two packs, with slips, and answers that came back."""
    events: list[JournalEvent] = []
    for number in range(6):
        name, pack = f"round-{number}", rng.choice(("small", "other"))
        events.append(started(name, pack=pack, moment=MOMENT + timedelta(hours=number)))
        for place in range(rng.randrange(4)):
            answer = by_chance(rng, place)
            one = answered(place, round_=name, pack=pack, topic=answer.topic, credit=rng.choice((0.0, 0.5, 1.0)))
            events.append(one)
            if rng.random() < 0.3:
                events.append(taken_back(place, round_=name))
    return events


@contextmanager
def a_keeper(folder: Path) -> Iterator[Keeper]:
    keeper = Keeper(folder, MOMENT)
    try:
        yield keeper
    finally:
        keeper.close(MOMENT)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_looked_up_is_what_the_answers_tell(tmp_path: Path, seed: int) -> None:
    save_with(tmp_path, *a_history(random.Random(seed)))
    with closing(Journal.open(tmp_path, MOMENT)) as journal:
        answers = journal.answers()
        looked_up = journal.asking.rounds_played(journal.player.id, "small", 4)
        told = rounds_among(answers, "small", 4)
        assert [(one.id, one.answers, one.right) for one in looked_up] == [
            (one.id, one.answers, one.right) for one in told
        ]
        for one in looked_up:
            assert journal.asking.answers_of(one.id) == [answer for answer in answers if answer.round == one.id]


def test_the_last_round_comes_first_and_no_more_than_were_asked_for(tmp_path: Path) -> None:
    rounds: list[JournalEvent] = []
    for number in range(3):
        rounds += [started(f"r{number}", mode="dates"), answered(round_=f"r{number}", credit=0.5)]
    save_with(tmp_path, *rounds, started("nothing answered"))
    with a_keeper(tmp_path) as keeper:
        assert keeper.rounds_played("small", 2) == [
            RoundPlayed(f"r{number}", MOMENT, "dates", ("north", "south"), 1, 0) for number in (2, 1)
        ]
        assert keeper.rounds_played("another pack", 2) == []


def test_what_came_back_after_a_miss_is_shown_and_not_counted(tmp_path: Path) -> None:
    again = answered(1, seen=True)
    save_with(tmp_path, started(), answered(0, credit=0.0), again, taken_back(2), answered(2, 1, seen=True))
    with a_keeper(tmp_path) as keeper:
        [one] = keeper.rounds_played("small", 9)
        assert (one.answers, one.right) == (2, 1)
        assert [answer.place for answer in keeper.answers_of(one.id)] == [0, 1, 2]


def test_rounds_of_a_save_that_can_not_be_written_are_told_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotWritableError(Trouble(Hindrance.DISK_FULL))

    answers: list[Answered] = [answered(0), answered(1, credit=0.0)]
    events: list[JournalEvent] = [started(), *answers]
    with a_keeper(tmp_path / "saves") as keeper:
        monkeypatch.setattr(Journal, "append", full)
        for event in events:
            keeper.keep(event, MOMENT)
        assert keeper.trouble is not None
        assert [(one.answers, one.right) for one in keeper.rounds_played("small", 3)] == [(2, 1)]
        assert keeper.answers_of("round-1") == answers
