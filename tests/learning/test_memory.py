"""What is remembered of a fact, against a replay with py-fsrs, and the days on which an answer counts."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizgame.learning.memory import AGAIN, GOOD, GRADES, Memory, intervals, reviewed
from tests.game.strategies import GRADES as ALL_GRADES
from tests.game.strategies import modest
from tests.learning.answers import START, days_later

SCHEDULER = Scheduler(
    desired_retention=0.9, learning_steps=(), relearning_steps=(), maximum_interval=120, enable_fuzzing=False
)
TBILISI, PARIS = ZoneInfo("Asia/Tbilisi"), ZoneInfo("Europe/Paris")


def replayed(days: list[tuple[int, int]]) -> Card:
    """What the package itself makes of reviews that come whole days after each other."""
    card, moment = Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC)
    for passed, grade in days:
        moment += timedelta(days=passed)
        card, _ = SCHEDULER.review_card(card, Rating(grade), moment)
    return card


@given(
    st.lists(st.tuples(st.integers(1, 200), st.sampled_from(ALL_GRADES), st.integers(0, 1439)), min_size=1, max_size=12)
)
@modest
def test_a_memory_is_what_the_package_makes_of_the_same_days(history: list[tuple[int, int, int]]) -> None:
    memory, midnight = None, datetime(2026, 1, 1, tzinfo=TBILISI)
    for passed, grade, minute in history:
        midnight += timedelta(days=passed)
        moment = midnight + timedelta(minutes=minute)
        assert memory is None or memory.counts(moment)
        memory = reviewed(memory, ALL_GRADES[grade - 1], moment)
    card = replayed([(passed, grade) for passed, grade, _ in history])
    assert memory
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert card.last_review
    assert memory.interval == (card.due - card.last_review).days
    assert memory.due == midnight.date() + timedelta(days=memory.interval)
    for later in (0, 1, 30):
        expected = SCHEDULER.get_card_retrievability(card, card.last_review + timedelta(days=later))
        assert memory.recall(midnight + timedelta(days=later, hours=8)) == expected


def test_a_fact_is_due_when_recall_has_fallen_to_nine_in_ten() -> None:
    memory = reviewed(reviewed(None, GOOD, START), GOOD, days_later(2))
    assert memory.recall(memory.last + timedelta(days=memory.interval)) == pytest.approx(0.9, abs=0.02)
    assert memory.recall(memory.last) == 1
    assert memory.recall(memory.last - timedelta(days=3)) == 1


def test_no_interval_is_longer_than_a_school_term() -> None:
    memory = None
    for _ in range(12):
        memory = reviewed(memory, 4, START if memory is None else memory.last + timedelta(days=memory.interval))
    assert memory
    assert memory.interval == 120
    assert memory.stability > 120


def test_better_grades_wait_longer() -> None:
    for memory in (None, reviewed(None, GOOD, START)):
        waits = intervals(memory, days_later(5))
        assert list(waits) == sorted(waits)
        assert waits[0] >= 1
        assert waits == tuple(reviewed(memory, grade, days_later(5)).interval for grade in GRADES)


def at(text: str, zone: ZoneInfo | timezone | None = None) -> datetime:
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=zone) if zone else found


def test_who_plays_each_evening_a_little_earlier_has_waited_for_a_day() -> None:
    memory = reviewed(None, GOOD, at("2026-05-04T20:00+04:00"))
    next_evening = at("2026-05-05T19:00+04:00")
    assert memory.recall(next_evening) < 1
    assert reviewed(memory, GOOD, next_evening).stability == replayed([(0, 3), (1, 3)]).stability


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("2026-05-04T00:00:00+04:00", "2026-05-04T23:59:59+04:00", False),
        ("2026-05-04T23:59:59+04:00", "2026-05-05T00:00:00+04:00", True),
        # a traveller: it is the day where the player is that counts
        ("2026-05-04T23:30+04:00", "2026-05-04T21:45+02:00", False),
        ("2026-05-04T21:00+00:00", "2026-05-05T01:30+04:00", True),
        # over the date line to the west a day is left out, over it to the east one comes twice
        ("2026-05-04T23:00-11:00", "2026-05-06T00:30+14:00", True),
        ("2026-05-05T08:00+14:00", "2026-05-04T08:00-11:00", False),
        ("2026-05-05T08:00+14:00", "2026-05-05T09:00-11:00", False),
        ("2026-05-05T08:00+14:00", "2026-05-06T00:30-11:00", True),
        # a clock that is set back by some hours gives no second first answer, by years it does not lock the fact
        ("2026-05-04T10:00+04:00", "2026-05-03T23:00+04:00", False),
        ("2026-05-04T10:00+04:00", "2026-05-03T10:00+04:00", False),
        ("2026-05-04T10:00+04:00", "2026-05-03T09:59+04:00", True),
        ("2035-05-04T10:00+04:00", "2026-05-04T10:00+04:00", True),
    ],
)
def test_the_first_answer_of_a_day_counts(first: str, second: str, counts: bool) -> None:
    assert reviewed(None, GOOD, at(first)).counts(at(second)) is counts


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"])
def test_a_day_of_23_or_25_hours_is_one_day(night: str) -> None:
    evening = at(f"{night}T18:00", PARIS) - timedelta(days=1)
    memory = reviewed(None, GOOD, evening)
    assert not memory.counts(at(f"{date.fromisoformat(night) - timedelta(days=1)}T23:59", PARIS))
    for time in ("00:30", "02:30", "18:00", "23:30"):
        assert memory.counts(at(f"{night}T{time}", PARIS))
        assert memory.recall(at(f"{night}T{time}", PARIS)) == replay_recall(1)
    assert memory.due == evening.date() + timedelta(days=memory.interval)


def replay_recall(days: int) -> float:
    card = replayed([(0, 3)])
    assert card.last_review
    return SCHEDULER.get_card_retrievability(card, card.last_review + timedelta(days=days))


def test_a_review_after_a_clock_was_set_back_is_one_like_any_other() -> None:
    wrong = reviewed(None, GOOD, at("2035-05-04T10:00+04:00"))
    mended = reviewed(wrong, GOOD, at("2026-05-04T10:00+04:00"))
    assert mended.due < date(2026, 10, 1)
    assert mended.recall(at("2027-05-04T10:00+04:00")) < 0.9


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(ALL_GRADES)), min_size=1, max_size=8))
@modest
def test_time_only_takes_away(history: list[tuple[int, int]]) -> None:
    memory, moment = None, START
    for passed, grade in history:
        moment += timedelta(days=passed)
        memory = reviewed(memory, ALL_GRADES[grade - 1], moment)
    assert isinstance(memory, Memory)
    recalls = [memory.recall(moment + timedelta(days=day)) for day in range(0, 200, 9)]
    assert all(0 < later <= earlier <= 1 for earlier, later in pairwise(recalls))
    assert reviewed(memory, AGAIN, moment + timedelta(days=9)).stability <= memory.stability
