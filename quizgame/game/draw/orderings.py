"""Orderings: events whose dates all tell them apart, with at least one of the topic they are drawn for."""

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from quizgame.banks.entries import Entry
from quizgame.banks.pack import Pack
from quizgame.game.draw.chance import shuffled
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.kinds.shared import Event

MIN_EVENTS, DEFAULT_EVENTS, MAX_EVENTS = 3, 4, 6
_CANDIDATES = 12
_TRIES = 8
"""Random events looked at for each card before a search goes through all of them."""
_TRIES_AN_ORDERING = 4


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard orderings should be."""

    cards: int = DEFAULT_EVENTS
    gap_days: float | None = None
    """What the smallest gap between neighbors should be near to; None for whatever comes."""


def draw_orderings(
    pack: Pack, topics: Sequence[str], count: int, rng: random.Random, difficulty: Difficulty
) -> tuple[OrderingQuestion, ...]:
    """Up to `count` orderings for different topics where that is possible, never the same set of events twice."""
    drawn: list[OrderingQuestion] = []
    sets: set[frozenset[str]] = set()
    turns = [topic for topic in topics if pack.events_of(topic)]
    rng.shuffle(turns)
    for turn in range(count * _TRIES_AN_ORDERING if turns else 0):
        if len(drawn) == count:
            break
        topic = turns[turn % len(turns)]
        if difficulty.gap_days is None:
            ordering = draw_ordering(pack, topic, topics, rng, difficulty.cards)
        else:
            ordering = draw_near(pack, topic, topics, rng, count=difficulty.cards, gap_days=difficulty.gap_days)
        if ordering and (events := frozenset(ordering.facts)) not in sets:
            sets.add(events)
            drawn.append(ordering)
    return tuple(drawn)


def draw_ordering(
    pack: Pack, topic: str, topics: Sequence[str], rng: random.Random, count: int = DEFAULT_EVENTS
) -> OrderingQuestion | None:
    """An ordering of `count` events (3 to 6), or of as many as can be told from a first one; None if fewer than 3.

    Events come from the topic; where it has too few, from the other `topics`, then from the rest of the pack.
    """
    for first in shuffled(pack.events_of(topic), rng):
        chosen = _grow([first], _pools(pack, topic, topics, rng), count, rng)
        if len(chosen) < count:
            chosen = max(chosen, _most_apart(first, _pools(pack, topic, topics, rng))[:count], key=len)
        if len(chosen) >= MIN_EVENTS:
            return _question(topic, rng.sample(chosen, len(chosen)))
    return None


def draw_near(
    pack: Pack, topic: str, topics: Sequence[str], rng: random.Random, *, count: int, gap_days: float
) -> OrderingQuestion | None:
    """An ordering whose smallest gap between neighbors is near to `gap_days`: the nearest of some random ones."""
    drawn = [draw_ordering(pack, topic, topics, rng, count) for _ in range(_CANDIDATES)]
    found = [ordering for ordering in drawn if ordering is not None]
    return min(found, key=lambda one: abs(math.log(smallest_gap(one) / max(1.0, gap_days))), default=None)


def smallest_gap(ordering: OrderingQuestion) -> float:
    """The days between the two neighbors that are nearest to each other, from middle to middle; at least 1."""
    days = sorted(event.date.middle for event in ordering.events)
    return max(1.0, min(later - earlier for earlier, later in pairwise(days)))


def _pools(pack: Pack, topic: str, topics: Sequence[str], rng: random.Random) -> Iterator[Sequence[Entry]]:
    """The events of the topic, then of each of the other topics, then of each that is not played."""
    yield pack.events_of(topic)
    yield from (pack.events_of(other) for other in shuffled(topics, rng) if other != topic)
    played = {topic, *topics}
    yield from (pack.events_of(other) for other in shuffled(pack.topics, rng) if other not in played)


def _grow(chosen: list[Entry], pools: Iterable[Sequence[Entry]], count: int, rng: random.Random) -> list[Entry]:
    """Add random events that can be told from all those chosen, from one pool after the other."""
    for pool in pools:
        for fact in islice(shuffled(pool, rng), _TRIES * count):
            if _fits(fact, chosen):
                chosen.append(fact)
            if len(chosen) == count:
                return chosen
    return chosen


def _fits(fact: Entry, chosen: Sequence[Entry]) -> bool:
    return all(_comparable(fact, other) and fact.label != other.label for other in chosen)


def _comparable(one: Entry, other: Entry) -> bool:
    return one.date is not None and other.date is not None and one.date.comparable(other.date)


def _most_apart(first: Entry, pools: Iterable[Sequence[Entry]]) -> list[Entry]:
    """A largest set of events with `first` in it: the one that ends soonest fits next (interval scheduling)."""
    others = {fact.id: fact for pool in pools for fact in pool if _comparable(fact, first)}
    chosen = [first]
    for fact in sorted(others.values(), key=lambda fact: fact.date.latest if fact.date else 0):
        if _fits(fact, chosen):
            chosen.append(fact)
    return chosen


def _question(topic: str, facts: Sequence[Entry]) -> OrderingQuestion:
    events = tuple(Event(fact.id, fact.topic, fact.label, fact.date) for fact in facts if fact.date is not None)
    tags = tuple(dict.fromkeys(tag for fact in facts for tag in fact.tags))
    return OrderingQuestion(topic, f"order-{topic}", events, tags)
