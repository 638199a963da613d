"""Chance at the cost of what is taken: nothing here goes through all that could come."""

import heapq
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")


def shuffled(items: Sequence[_T], rng: random.Random) -> Iterator[_T]:
    """All of them by chance: Fisher and Yates's shuffle, one step at a time."""
    moved: dict[int, int] = {}
    for at in range(len(items)):
        other = rng.randrange(at, len(items))
        yield items[moved.get(other, other)]
        moved[other] = moved.pop(at, at)


def arrivals(pools: Iterable[tuple[float, Sequence[_T]]], rng: random.Random) -> Iterator[tuple[int, _T]]:
    """Weighted sampling without replacement: every item of the pools, each with the number of its pool.

    A pool is a weight above 0 and the items that each have it. Each item waits for an exponential time of its weight
    and the shortest wait comes first (Efraimidis & Spirakis 2006, in logarithms). Of n items of one weight the first
    one comes after an exponential time of n weights, and waiting has no memory: so one time a pool is enough.
    """
    queue = [
        (rng.expovariate(weight * len(items)), number, weight, len(items), shuffled(items, rng))
        for number, (weight, items) in enumerate(pools)
        if items
    ]
    heapq.heapify(queue)
    while queue:
        when, number, weight, left, items = queue[0]
        yield number, next(items)
        if left > 1:
            heapq.heapreplace(queue, (when + rng.expovariate(weight * (left - 1)), number, weight, left - 1, items))
        else:
            heapq.heappop(queue)
