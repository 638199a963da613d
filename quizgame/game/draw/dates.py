"""Rounds of dates: when was it?"""

import random
from collections.abc import Iterator, Sequence
from itertools import islice

from quizgame.banks.entries import Entry
from quizgame.banks.pack import Pack
from quizgame.game.draw.chance import arrivals
from quizgame.game.draw.tables import tables_of
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.shared import Event


def draw_dates(pack: Pack, topics: Sequence[str], count: int, rng: random.Random) -> tuple[DateQuestion, ...]:
    """Up to `count` events of these topics, each once, to be dated."""
    first_year = tables_of(pack).first_year
    return tuple(
        DateQuestion(
            topic,
            f"date-{fact.id}",
            Event(fact.id, fact.topic, fact.label, fact.date),
            fact.tags,
            first_year,
        )
        for topic, fact in islice(_events(pack, topics, rng), max(0, count))
        if fact.date is not None
    )


def _events(pack: Pack, topics: Sequence[str], rng: random.Random) -> Iterator[tuple[str, Entry]]:
    """All events by chance, each for the first of the topics that draw it."""
    drawn_by = tables_of(pack).events_drawn_by
    pools = [(1.0, pack.events_of(topic)) for topic in topics]
    for number, fact in arrivals(pools, rng):
        if topics[number] == next(topic for topic in topics if topic in drawn_by(fact.id)):
            yield topics[number], fact
