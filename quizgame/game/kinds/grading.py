"""What a response was worth: credit between 0 and 1, with the detail that feedback needs.

An ordering earns Kendall's tau, cut at 0 (Kendall 1938): over the pairs of events whose order the dates decide,
C in the right order and D in the wrong one, credit = max(0, (C − D)/(C + D)). A random order of five earns .16 on
average. People are told the number of cards to move, which is n minus the longest part that is in order already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from quizgame.banks.dates import Interval
from quizgame.game.kinds.questions import (
    ChoiceQuestion,
    Chose,
    Dated,
    DateQuestion,
    DontKnow,
    Ordered,
    OrderingQuestion,
    Question,
    Response,
)
from quizgame.game.kinds.typed_date import dating_credit


@dataclass(frozen=True, slots=True)
class ChoiceVerdict:
    """The verdict on a multiple-choice response."""

    credit: float
    key: int
    chosen: int | None
    """None for "I don't know"."""

    @property
    def right(self) -> bool:
        """Whether the answer was the key."""
        return self.chosen == self.key

    @property
    def facts_right(self) -> tuple[bool, ...]:
        """For each fact of the question, whether it was known."""
        return (self.right,)


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


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """The verdict on a typed date."""

    credit: float
    given: Interval | None
    """None for "I don't know"."""
    true: Interval

    @property
    def right(self) -> bool:
        """Whether the date that was typed has a day in common with the true one."""
        return self.credit == 1.0

    @property
    def facts_right(self) -> tuple[bool, ...]:
        """For the one fact, whether it was known."""
        return (self.right,)


Verdict = ChoiceVerdict | OrderingVerdict | DateVerdict


def grade(question: Question, response: Response) -> Verdict:
    """The verdict on a response; raises ValueError for one that does not fit the question."""
    if isinstance(question, ChoiceQuestion):
        return _grade_choice(question, response)
    if isinstance(question, DateQuestion):
        return _grade_date(question, response)
    return _grade_ordering(question, response)


def _grade_choice(question: ChoiceQuestion, response: Response) -> ChoiceVerdict:
    if isinstance(response, DontKnow):
        return ChoiceVerdict(0.0, question.key, None)
    if not isinstance(response, Chose) or not 0 <= response.option < len(question.options):
        raise ValueError(f"{response} does not answer a question with {len(question.options)} options")
    return ChoiceVerdict(float(response.option == question.key), question.key, response.option)


def _grade_date(question: DateQuestion, response: Response) -> DateVerdict:
    if isinstance(response, DontKnow):
        return DateVerdict(0.0, None, question.event.date)
    if not isinstance(response, Dated):
        raise ValueError(f"{response} is not a date")
    return DateVerdict(dating_credit(response.date, question.event.date), response.date, question.event.date)


def _grade_ordering(question: OrderingQuestion, response: Response) -> OrderingVerdict:
    dates = [event.date for event in question.events]
    truth = true_order(dates)
    if isinstance(response, DontKnow):
        return OrderingVerdict(0.0, None, truth, frozenset(), (False,) * len(dates))
    if not isinstance(response, Ordered) or sorted(response.order) != list(range(len(dates))):
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
    best: dict[date, tuple[int, ...]] = {date.min: ()}
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
