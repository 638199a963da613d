"""Dates in order: three to six events, put in order earliest first.

An ordering earns Kendall's tau, cut at 0 (Kendall 1938): over the pairs of events whose order the dates decide,
C in the right order and D in the wrong one, credit = max(0, (C − D)/(C + D)). A random order of five earns .16 on
average. People are told the number of cards to move, which is n minus the longest part that is in order already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import ClassVar

from quizgame.banks.dates import Interval
from quizgame.banks.days import FIRST_DAY
from quizgame.game.kinds.shared import DontKnow, Event, NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in


@dataclass(frozen=True, slots=True)
class OrderingQuestion:
    """Events to be put in order, in the shuffled order of the tray."""

    kind: ClassVar[str] = "ordering"

    topic: str
    """The topic it was drawn for; some events may come from others."""
    id: str
    events: tuple[Event, ...]
    tags: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about, in the order of the tray."""
        return tuple(event.fact for event in self.events)

    @property
    def shown(self) -> tuple[str, ...]:
        """The labels of the cards, in the order of the tray."""
        return tuple(event.label for event in self.events)

    def read(self, line: str) -> "Ordered":
        """The response that a line of text gives: the number of each card once, from 1. Raises `NotAnAnswer`."""
        numbers = numbers_in(line, len(self.events))
        if sorted(numbers) != list(range(1, len(self.events) + 1)):
            raise NotAnAnswer(line)
        return Ordered(tuple(number - 1 for number in numbers))


@dataclass(frozen=True, slots=True)
class Ordered:
    """The response: indexes of the events, earliest first, each exactly once."""

    order: tuple[int, ...]

    @property
    def kept(self) -> tuple[int, ...]:
        """The response as a save keeps it."""
        return self.order


@dataclass(frozen=True, slots=True)
class OrderingVerdict:
    """The verdict on an ordering. All indexes are those of the question's events."""

    credit: float
    placed: tuple[int, ...] | None
    """The order that was given; None for "I don't know"."""
    true_order: tuple[int, ...]
    staying: frozenset[int]
    """The events that can stay where they are while the others are moved."""
    facts_right: tuple[bool, ...]
    """For each event, whether it stands right to each true neighbour that the dates tell it from."""

    @property
    def right(self) -> bool:
        """Whether no pair stands the wrong way round."""
        return self.cards_to_move == 0

    @property
    def cards_to_move(self) -> int:
        """The least number of cards to take out and put in elsewhere."""
        return len(self.true_order) - len(self.staying)


def grade_ordering(question: OrderingQuestion, response: Ordered | DontKnow) -> OrderingVerdict:
    """The verdict on an order; raises ValueError for one that does not have each event once."""
    dates = [event.date for event in question.events]
    truth = true_order(dates)
    if isinstance(response, DontKnow):
        return OrderingVerdict(0.0, None, truth, frozenset(), (False,) * len(dates))
    if sorted(response.order) != list(range(len(dates))):
        raise ValueError(f"{response} does not put {len(dates)} events in order")
    placed = response.order
    staying = frozenset(placed[place] for place in longest_in_order([dates[index] for index in placed]))
    return OrderingVerdict(
        ordering_credit([dates[index] for index in placed]), placed, truth, staying, _facts_right(dates, placed, truth)
    )


def true_order(dates: Sequence[Interval]) -> tuple[int, ...]:
    """The indexes of the dates, earliest first; where dates overlap, by their first day, then their last."""
    return tuple(sorted(range(len(dates)), key=lambda index: (dates[index].earliest, dates[index].latest)))


def ordering_credit(dates: Sequence[Interval]) -> float:
    """Kendall's tau of dates in a given order, cut at 0; pairs that overlap are not marked. 1 if no pair counts."""
    in_order = sum(one.before(other) for one, other in combinations(dates, 2))
    reversed_ = sum(other.before(one) for one, other in combinations(dates, 2))
    marked = in_order + reversed_
    return max(0.0, (in_order - reversed_) / marked) if marked else 1.0


def longest_in_order(dates: Sequence[Interval]) -> tuple[int, ...]:
    """The places of a longest part of the dates in which no later one is certainly before an earlier one.

    With days instead of intervals this is the longest increasing subsequence (Schensted 1961). With intervals a place
    fits if its last day is not before the latest first day of those kept so far, so that day is the state to keep.
    """
    best: dict[int, tuple[int, ...]] = {FIRST_DAY: ()}
    for place, interval in enumerate(dates):
        for latest_start, kept in list(best.items()):
            if interval.latest >= latest_start:
                start = max(interval.earliest, latest_start)
                best[start] = max(best.get(start, ()), (*kept, place), key=len)
    return max(best.values(), key=len)


def _facts_right(dates: Sequence[Interval], placed: Sequence[int], truth: Sequence[int]) -> tuple[bool, ...]:
    place = {event: at for at, event in enumerate(placed)}
    right = [True] * len(dates)
    for earlier, later in pairwise(truth):
        if dates[earlier].before(dates[later]) and place[earlier] > place[later]:
            right[earlier] = right[later] = False
    return tuple(right)
