"""An ordering drawn from ten thousand events against one drawn from thirty, in the same run."""

import random
from statistics import median
from time import perf_counter

import pytest

from quizgame.banks.dates import Interval
from quizgame.banks.pack import Pack
from quizgame.game.draw.orderings import draw_ordering
from tests.game.strategies import bank, days, events, pack_of

FEW, MANY = 30, 10_000
FORTY_YEARS = 40 * 365
REPEATS = 300
MOST = 5.0


def dates(count: int) -> list[Interval]:
    """Days, months, years and longer, as sources give them, anywhere in forty years."""
    rng = random.Random(count)
    firsts = [rng.randrange(FORTY_YEARS) for _ in range(count)]
    return [days(first, first + rng.choice((0, 0, 29, 364, 364, 1500))) for first in firsts]


def pack_with(count: int, topics: int) -> Pack:
    """A pack with so many events dealt to its topics, and its lookups made."""
    facts = events("event-", dates(count))
    pack = pack_of(*(bank(f"topic-{number}", facts[number::topics]) for number in range(topics)))
    assert sum(len(pack.events_of(topic)) for topic in pack.topics) == count
    assert pack.source_of(facts[0].id)
    return pack


def seconds(pack: Pack, topic: str, topics: tuple[str, ...], seed: int, cards: int) -> float:
    rng = random.Random(seed)
    started = perf_counter()
    question = draw_ordering(pack, topic, topics, rng, cards)
    took = perf_counter() - started
    assert question
    assert len(question.events) == cards
    return took


def measured(few: Pack, many: Pack, cards: int, *, whole: bool) -> tuple[float, float]:
    """The medians of both packs, measured in turns."""
    floors: list[float] = []
    ours: list[float] = []
    for seed in range(REPEATS):
        for pack, times in ((few, floors), (many, ours)):
            topic = random.Random(seed).choice(pack.topics)
            times.append(seconds(pack, topic, pack.topics if whole else (topic,), seed, cards))
    return median(floors), median(ours)


@pytest.mark.benchmark
@pytest.mark.parametrize("cards", [4, 6])
@pytest.mark.parametrize(
    ("topics", "whole"), [(1, True), (20, True), (20, False), (1000, True), (1000, False)], ids=str
)
def test_an_ordering_from_many_events_takes_as_long_as_one_from_few(topics: int, whole: bool, cards: int) -> None:
    few, many = pack_with(FEW, min(3, topics)), pack_with(MANY, topics)
    measured(few, many, cards, whole=whole)
    ratios = []
    for _ in range(2):  # a machine that does other things at the same time gets another chance
        floor, ours = measured(few, many, cards, whole=whole)
        ratios.append(ours / floor)
        print(f"\n{topics} topics: {1e6 * floor:.0f} µs from {FEW}, {1e6 * ours:.0f} µs from {MANY}: {ratios[-1]:.2f}")
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"ratios {ratios}, at most {MOST} is wanted")
