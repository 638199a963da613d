"""When was it? A date is typed; a near miss is worth something.

Credit, "right" and what is said of a miss come from one measure: the days from the nearest day that was given to the
nearest day it can have been.
"""

from dataclasses import dataclass
from typing import ClassVar

from quizgame.banks.dates import Interval
from quizgame.game.kinds.shared import DontKnow, Event
from quizgame.game.kinds.typed_date import read_date

YEARS_TO_NOTHING = 5.0
"""A date this far off earns nothing. A design choice: five years is about the length of a school."""
_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """An event to be dated."""

    kind: ClassVar[str] = "date"

    topic: str
    id: str
    event: Event
    tags: tuple[str, ...] = ()
    first_year: int = 1
    """That of the earliest event of the pack: tells how a short year is meant."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about."""
        return (self.event.fact,)

    @property
    def shown(self) -> tuple[str, ...]:
        """The label of the event."""
        return (self.event.label,)

    def read(self, line: str) -> "Dated":
        """The response that a line of text gives: a date. Raises `TypedDateError`."""
        return Dated(read_date(line, self.first_year))


@dataclass(frozen=True, slots=True)
class Dated:
    """The response: a year, a month or a day."""

    date: Interval

    @property
    def kept(self) -> tuple[int, ...]:
        """The response as a save keeps it."""
        return self.date.earliest, self.date.latest


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
        return self.given is not None and not self.days_off

    @property
    def days_off(self) -> int:
        """The days between the two; 0 if they share one, or if none was given."""
        return 0 if self.given is None else days_apart(self.given, self.true)

    @property
    def facts_right(self) -> tuple[bool, ...]:
        """For the one fact, whether it was known."""
        return (self.right,)


def grade_date(question: DateQuestion, response: Dated | DontKnow) -> DateVerdict:
    """The verdict on a date."""
    true = question.event.date
    if isinstance(response, DontKnow):
        return DateVerdict(0.0, None, true)
    return DateVerdict(dating_credit(response.date, true), response.date, true)


def days_apart(one: Interval, other: Interval) -> int:
    """The days from the end of the earlier to the beginning of the later; 0 if they share a day."""
    return max(other.earliest - one.latest, one.earliest - other.latest, 0)


def dating_credit(given: Interval, true: Interval) -> float:
    """1 if the two share a day, then falling evenly to 0 at `YEARS_TO_NOTHING`."""
    return max(0.0, 1.0 - days_apart(given, true) / _DAYS_A_YEAR / YEARS_TO_NOTHING)
