"""Orderings as hard as they were wished for, and events to be dated."""

import math
import random
from collections import Counter
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval
from quizgame.banks.pack import Pack
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.orderings import Difficulty, draw_near, draw_ordering, draw_orderings, smallest_gap
from quizgame.game.draw.questions import MOST_ORDERINGS, draw_round
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from tests.game.strategies import (
    all_comparable,
    bank,
    brief,
    day,
    days,
    events,
    fact,
    modest,
    orderings,
    pack_of,
    packs,
    tray,
)

YEAR = 365.25
SEEDS = range(150)


def story(seed: int = 7, count: int = 60) -> Pack:
    """Two topics of days, months and years in four decades."""
    rng = random.Random(seed)
    dates: list[Interval] = []
    for _ in range(count):
        first = rng.randrange(40 * 365)
        dates.append(days(first, first + rng.choice((0, 0, 0, 30, 364))))
    return pack_of(bank("north", events("n", dates[::2])), bank("east", events("e", dates[1::2])))


PACK = story()


def near(seed: int, wish: float, count: int = 4) -> OrderingQuestion:
    found = draw_near(PACK, "north", PACK.topics, random.Random(seed), count=count, gap_days=wish)
    assert found
    return found


def any_(seed: int, count: int = 4) -> OrderingQuestion:
    found = draw_ordering(PACK, "north", PACK.topics, random.Random(seed), count)
    assert found
    return found


def off(question: OrderingQuestion, wish: float) -> float:
    """How far the smallest gap is from the wish, as the logarithm of their ratio."""
    return abs(math.log(smallest_gap(question) / wish))


def test_the_smallest_gap_is_the_one_between_the_nearest_neighbors_of_time() -> None:
    assert smallest_gap(tray([day(100), day(0), day(90), day(300)])) == 10
    assert smallest_gap(tray([days(100, 120), day(0), day(90), day(300)])) == 20
    assert smallest_gap(tray([day(0), days(1, 2), day(3)])) == 1


@pytest.mark.parametrize("count", [3, 4, 5, 6])
@pytest.mark.parametrize("wish", [7.0, YEAR, 40 * YEAR])
def test_an_ordering_near_a_wish_has_all_its_cards_and_they_can_be_told_apart(count: int, wish: float) -> None:
    for seed in range(20):
        question = near(seed, wish, count)
        assert len(question.events) == len(set(question.facts)) == count
        assert all_comparable([event.date for event in question.events])
        assert any(event.topic == "north" for event in question.events)


@pytest.mark.parametrize("count", [3, 4, 6])
@pytest.mark.parametrize("wish", [20.0, 90.0, YEAR, 3 * YEAR])
def test_the_smallest_gap_is_nearer_to_the_wish_than_by_chance(count: int, wish: float) -> None:
    chosen = mean(off(near(seed, wish, count), wish) for seed in SEEDS)
    by_chance = mean(off(any_(seed, count), wish) for seed in SEEDS)
    assert chosen < 0.6 * by_chance


def test_a_smaller_wish_gives_smaller_gaps() -> None:
    gaps = [mean(math.log(smallest_gap(near(seed, wish))) for seed in SEEDS) for wish in (10.0, 60.0, YEAR, 5 * YEAR)]
    assert gaps == sorted(gaps)
    assert gaps[-1] - gaps[0] > math.log(8)


@pytest.mark.parametrize("wish", [0.0, 0.1, 1e9])
def test_a_wish_that_nothing_comes_near_to_still_gives_an_ordering(wish: float) -> None:
    assert len(near(1, wish).events) == 4


def test_no_ordering_is_near_to_anything_where_there_is_none() -> None:
    pack = pack_of(bank("north", events("n", [day(0), day(1)])))
    assert draw_near(pack, "north", pack.topics, random.Random(1), count=4, gap_days=30.0) is None


@given(packs(), st.integers(3, 6), st.none() | st.floats(1, 20_000), st.integers(0, 2**32))
@brief
def test_orderings_of_a_difficulty_follow_its_number_of_cards(
    pack: Pack, count: int, wish: float | None, seed: int
) -> None:
    drawn = draw_orderings(pack, pack.topics, 4, random.Random(seed), Difficulty(count, wish))
    assert len(drawn) <= 4
    assert len({frozenset(question.facts) for question in drawn}) == len(drawn)
    for question in drawn:
        assert 3 <= len(question.events) <= count
        assert all_comparable([event.date for event in question.events])
    assert drawn == draw_orderings(pack, pack.topics, 4, random.Random(seed), Difficulty(count, wish))


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_orderings_of_a_round_are_as_hard_as_wished(count: int) -> None:
    def drawn(wish: float | None) -> list[OrderingQuestion]:
        chance = random.Random(5)
        return [
            question
            for _ in range(30)
            for question in orderings(draw_round(PACK, PACK.topics, 10, chance, difficulty=Difficulty(count, wish)))
        ]

    close, any_gap = drawn(YEAR), drawn(None)
    assert len(close) == len(any_gap) == 30 * MOST_ORDERINGS
    assert {len(question.events) for question in close + any_gap} == {count}
    assert mean(off(question, YEAR) for question in close) < mean(off(question, YEAR) for question in any_gap) / 2


def test_every_set_of_events_comes_alike() -> None:
    """The topic's events come by chance, and so do the topics that help out."""
    pack = pack_of(bank("north", events("n", [day(number) for number in range(5)])))
    drawn = (draw_ordering(pack, "north", pack.topics, random.Random(seed), 3) for seed in range(3000))
    sets = Counter(frozenset(question.facts) for question in drawn if question)
    assert len(sets) == 10
    assert all(225 <= count <= 375 for count in sets.values())  # 300, give or take 4½ standard deviations
    helpers = pack_of(*(bank(f"topic-{number}", events(f"{number}-", [day(number)])) for number in range(6)))
    played, rest = ("topic-0", "topic-1", "topic-2", "topic-3"), {"4-0", "5-0"}
    drawn = (draw_ordering(helpers, "topic-0", played, random.Random(seed), 3) for seed in range(1500))
    sets = Counter(frozenset(question.facts) - {"0-0"} for question in drawn if question)
    assert len(sets) == 3
    assert all(400 <= count <= 600 for count in sets.values())
    assert not any(rest & names for names in sets)


def dated(pack: Pack, count: int, seed: int = 1, topics: tuple[str, ...] | None = None) -> tuple[DateQuestion, ...]:
    return draw_dates(pack, pack.topics if topics is None else topics, count, random.Random(seed))


@given(packs(), st.integers(0, 20), st.integers(0, 2**32))
@modest
def test_each_event_is_dated_once_and_all_if_there_is_room(pack: Pack, count: int, seed: int) -> None:
    every = {fact.id: fact for topic in pack.topics for fact in pack.events_of(topic)}
    drawn = dated(pack, count, seed)
    names = [name for question in drawn for name in question.facts]
    assert len(names) == len(set(names)) == min(count, len(every))
    assert set(names) <= set(every)
    for question in drawn:
        source = every[question.event.fact]
        assert (question.event.label, question.event.date) == (source.label, source.date)
        assert (question.id, question.tags) == (f"date-{source.id}", source.tags)


def test_the_events_to_be_dated_come_by_chance_and_only_from_these_topics() -> None:
    pack = pack_of(bank("north", events("n", [day(0), day(1), day(2)])), bank("east", events("e", [day(3)])))
    first = Counter(dated(pack, 1, seed)[0].event.fact for seed in range(1200))
    assert set(first) == {"n0", "n1", "n2", "e0"}
    assert all(220 <= count <= 380 for count in first.values())  # 300, give or take 5 standard deviations
    assert {question.event.fact for question in dated(pack, 9, topics=("north",))} == {"n0", "n1", "n2"}
    assert dated(pack_of(bank("bare", [fact("plain")])), 5) == ()


def test_a_borrowed_event_is_dated_for_the_first_topic_that_has_it() -> None:
    pack = pack_of(
        bank("north", events("n", [day(0)])),
        bank("east", events("e", [day(1)]), borrows=["n0"]),
        bank("south", [], borrows=["n0"]),
    )

    for chosen in (("north", "east", "south"), ("east", "south"), ("south",)):
        [question] = [question for question in dated(pack, 9, topics=chosen) if question.event.fact == "n0"]
        assert question.topic == chosen[0]
        assert question.event.topic == "north"  # where it is written, as on the cards of an ordering
