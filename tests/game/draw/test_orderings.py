"""Orderings: only events that their dates tell apart, and as many of them as were asked for where there are so many."""

import random
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.entries import Entry
from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.game.draw.orderings import draw_ordering
from quizgame.game.kinds.ordering import OrderingQuestion
from tests.game.strategies import (
    all_comparable,
    bank,
    day,
    days,
    draw,
    events,
    fact,
    intervals,
    modest,
    orderings,
    pack_of,
)


@st.composite
def packs_of_events(draw_one: st.DrawFn) -> Pack:
    """Two topics of a few events that often overlap; the second one may borrow from the first."""
    dates = st.lists(intervals(), min_size=1, max_size=6)
    north, east = events("n", draw_one(dates)), events("e", draw_one(dates))
    borrows = draw_one(st.sets(st.sampled_from([fact.id for fact in north]), max_size=2))
    return pack_of(bank("north", north), bank("east", east, borrows=sorted(borrows)))


def can_be_told_apart(facts: tuple[Entry, ...]) -> bool:
    return all_comparable([fact.date for fact in facts if fact.date])


def all_events(pack: Pack) -> dict[str, Entry]:
    return {fact.id: fact for topic in pack.topics for fact in pack.events_of(topic)}


def order(pack: Pack, topic: str, seed: int, count: int = 4) -> OrderingQuestion:
    found = draw_ordering(pack, topic, pack.topics, random.Random(seed), count)
    assert found is not None
    return found


@given(packs_of_events(), st.integers(3, 6), st.integers(0, 2**32))
@modest
def test_an_ordering_is_found_exactly_when_three_events_can_be_told_apart(pack: Pack, count: int, seed: int) -> None:
    for topic in pack.topics:
        own = {fact.id for fact in pack.events_of(topic)}
        possible = any(
            can_be_told_apart(three) and own & {fact.id for fact in three}
            for three in combinations(all_events(pack).values(), 3)
        )
        assert (draw_ordering(pack, topic, pack.topics, random.Random(seed), count) is not None) == possible


@given(packs_of_events(), st.integers(3, 6), st.integers(0, 2**32))
@modest
def test_all_events_of_an_ordering_can_be_told_apart(pack: Pack, count: int, seed: int) -> None:
    for topic in pack.topics:
        question = draw_ordering(pack, topic, pack.topics, random.Random(seed), count)
        if question:
            assert all_comparable([event.date for event in question.events])
            assert 3 <= len(question.events) <= count
            assert len(set(question.facts)) == len(question.events)
            assert set(question.facts) & {fact.id for fact in pack.events_of(topic)}


@given(packs_of_events(), st.integers(3, 6), st.integers(0, 2**32))
@modest
def test_an_ordering_is_short_only_if_no_other_event_fits_in(pack: Pack, count: int, seed: int) -> None:
    question = draw_ordering(pack, "north", pack.topics, random.Random(seed), count)
    if question and len(question.events) < count:
        dates = [event.date for event in question.events]
        others = [fact for name, fact in all_events(pack).items() if name not in question.facts]
        assert not any(all_comparable([*dates, other.date]) for other in others if other.date)


@given(packs_of_events(), st.integers(0, 2**32))
@modest
def test_the_cards_say_what_the_facts_say(pack: Pack, seed: int) -> None:
    question = draw_ordering(pack, "east", pack.topics, random.Random(seed))
    for event in question.events if question else ():
        home, source = pack.source_of(event.fact)
        assert isinstance(source, Fact)
        assert (event.topic, event.label, event.date) == (home.topic, source.label, source.date)


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_an_ordering_has_as_many_events_as_asked_for_where_there_are_enough(count: int) -> None:
    pack = pack_of(bank("north", events("n", [day(number) for number in range(9)])))
    for seed in range(30):
        assert len(order(pack, "north", seed, count).events) == count


def test_an_event_among_many_that_fit_nowhere_is_found() -> None:
    vague = events("vague", [days(0, 500)] * 40)
    pack = pack_of(
        bank("north", [*vague, fact("exact", when=day(3), wordings=0)]),
        bank("east", events("e", [day(10), day(20)])),
    )
    for seed in range(30):
        assert set(order(pack, "north", seed).facts) == {"exact", "e0", "e1"}


def test_a_long_event_does_not_take_the_place_of_two_short_ones() -> None:
    pack = pack_of(bank("north", events("n", [day(0), day(10), day(20), day(30), days(9, 21), days(8, 22)])))
    for seed in range(60):
        question = order(pack, "north", seed)
        assert len(question.events) == 4 or {"n4", "n5"} & set(question.facts)
    full = Counter(len(order(pack, "north", seed).events) for seed in range(200))
    assert full[4] >= 120  # whenever a short one was drawn first, which is 4 times in 6


def test_an_ordering_found_by_search_is_no_longer_than_asked_for() -> None:
    shorts = [day(number) for number in range(0, 70, 10)]
    pack = pack_of(bank("north", events("n", [*shorts, *[days(5, 65)] * 20])))
    for seed in range(60):
        assert len(order(pack, "north", seed, 3).events) == 3


def test_events_come_from_the_topic_first_then_from_those_played_then_from_the_rest() -> None:
    pack = pack_of(
        bank("north", events("n", [day(0), day(1)])),
        bank("east", events("e", [day(number) for number in range(10, 14)])),
        bank("south", events("s", [day(number) for number in range(20, 24)])),
    )
    for seed in range(30):
        rng = random.Random(seed)
        two_topics = draw_ordering(pack, "north", ["north", "east"], rng)
        assert two_topics
        assert Counter(event.topic for event in two_topics.events) == {"north": 2, "east": 2}
        alone = draw_ordering(pack, "east", ["east"], rng)
        assert alone
        assert Counter(event.topic for event in alone.events) == {"east": 4}
        six = draw_ordering(pack, "north", ["north"], rng, 6)
        assert six
        assert len(six.events) == 6


def test_two_cards_never_carry_the_same_words() -> None:
    twins = [one.model_copy(update={"label": "The same words"}) for one in events("twin", [day(0), day(5), day(7)])]
    pack = pack_of(bank("north", [*twins, *events("n", [day(20), day(30), day(40)])]))
    for seed in range(40):
        labels = [event.label for event in order(pack, "north", seed).events]
        assert len(set(labels)) == len(labels)


def test_the_cards_lie_on_the_tray_in_any_order() -> None:
    pack = pack_of(bank("north", events("n", [day(number) for number in range(4)])))
    trays = Counter(order(pack, "north", seed).facts for seed in range(2400))
    assert len(trays) == 24
    assert all(55 <= count <= 145 for count in trays.values())  # 100, give or take 4½ standard deviations
    mixed = pack_of(bank("north", events("n", [day(5)])), bank("east", events("e", [day(0), day(8), day(9)])))
    places = Counter(order(mixed, "north", seed).facts.index("n0") for seed in range(1600))
    assert all(320 <= places[place] <= 480 for place in range(4))


def test_no_two_orderings_of_a_round_have_the_same_events() -> None:
    pack = pack_of(
        bank("north", [*events("n", [day(number) for number in range(5)]), fact("a", wordings=3)]),
        bank("east", [*events("e", [day(10), day(11)]), fact("b", wordings=3)]),
    )
    for seed in range(100):
        sets = [frozenset(question.facts) for question in orderings(draw(pack, 50, seed))]
        assert len(sets) == len(set(sets))
        assert len(sets) > 2


def test_the_orderings_of_a_round_are_for_different_topics() -> None:
    pack = pack_of(
        bank("north", events("n", [day(number) for number in range(9)])),
        bank("east", events("e", [day(number) for number in range(10, 19)])),
    )
    for seed in range(40):
        assert {question.topic for question in orderings(draw(pack, 10, seed))} == {"north", "east"}


def test_an_ordering_carries_the_tags_of_its_events_once() -> None:
    tagged = [one.model_copy(update={"tags": ("war", "death")}) for one in events("n", [day(0), day(1), day(2)])]
    assert order(pack_of(bank("north", tagged)), "north", 0).tags == ("war", "death")
