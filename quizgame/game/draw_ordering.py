"""Orderings: events whose dates all tell them apart, with at least one of the topic they are drawn for."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise

from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.game.questions import Event, OrderingQuestion
from quizgame.game.ruler import middle

MIN_EVENTS, DEFAULT_EVENTS, MAX_EVENTS = 3, 4, 6
_CANDIDATES = 12
_TRIES = 8
"""Random events looked at for each card before a search goes through all of them."""


def draw_ordering(
    pack: Pack, topic: str, topics: Sequence[str], rng: random.Random, count: int = DEFAULT_EVENTS
) -> OrderingQuestion | None:
    """An ordering of `count` events (3 to 6), or of as many as can be told from a first one; None if fewer than 3.

    Events come from the topic; where it has too few, from the other `topics`, then from the rest of the pack.
    """
    own = pack.events_of(topic)
    wider = [other for other in topics if other != topic]
    rest = [other for other in pack.topics if other != topic and other not in wider]
    others = [*rng.sample(wider, len(wider)), *rng.sample(rest, len(rest))]
    pools = [own, *(pack.events_of(other) for other in others)]
    for first in rng.sample(own, len(own)):
        chosen = _grow([first], pools, count, rng)
        if len(chosen) < count:
            chosen = max(chosen, _most_apart(first, pools)[:count], key=len)
        if len(chosen) >= MIN_EVENTS:
            return _question(pack, topic, rng.sample(chosen, len(chosen)))
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
    days = sorted(middle(event.date) for event in ordering.events)
    return max(1.0, min((later - earlier).days for earlier, later in pairwise(days)))


def _grow(chosen: list[Fact], pools: Sequence[Sequence[Fact]], count: int, rng: random.Random) -> list[Fact]:
    """Add random events that can be told from all those chosen, from one pool after the other."""
    for pool in pools:
        tries = rng.sample(pool, min(len(pool), _TRIES * count))
        for fact in tries:
            if len(chosen) == count:
                return chosen
            if _fits(fact, chosen):
                chosen.append(fact)
    return chosen


def _fits(fact: Fact, chosen: Sequence[Fact]) -> bool:
    return all(_comparable(fact, other) and fact.label != other.label for other in chosen)


def _comparable(one: Fact, other: Fact) -> bool:
    return one.date is not None and other.date is not None and one.date.comparable(other.date)


def _most_apart(first: Fact, pools: Sequence[Sequence[Fact]]) -> list[Fact]:
    """A largest set of events with `first` in it: the one that ends soonest fits next (interval scheduling)."""
    others = {fact.id: fact for pool in pools for fact in pool if _comparable(fact, first)}
    chosen = [first]
    for fact in sorted(others.values(), key=lambda fact: fact.date.latest.toordinal() if fact.date else 0):
        if _fits(fact, chosen):
            chosen.append(fact)
    return chosen


def _question(pack: Pack, topic: str, facts: Sequence[Fact]) -> OrderingQuestion:
    events = tuple(
        Event(fact.id, pack.source_of(fact.id)[0].topic, fact.label, fact.date)
        for fact in facts
        if fact.date is not None and fact.label is not None
    )
    tags = tuple(dict.fromkeys(tag for fact in facts for tag in fact.tags))
    return OrderingQuestion(topic, f"order-{topic}", events, tags)
