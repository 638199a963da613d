"""The weeks in which a player played. A week begins on Monday (ISO 8601)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from quizgame.learning.days import Day

DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Week:
    """One week."""

    monday: date
    answers: tuple[int | None, ...]
    """On each of its days, from Monday on; None for days that are still to come."""

    @property
    def days_played(self) -> int:
        """On how many of its days something was answered."""
        return sum(bool(count) for count in self.answers)


def last_weeks(days: Mapping[date, Day], today: date, count: int) -> list[Week]:
    """So many weeks up to today's, the oldest first."""
    monday = today - timedelta(days=today.weekday())
    return [_week(days, today, monday - timedelta(weeks=back)) for back in reversed(range(count))]


def _week(days: Mapping[date, Day], today: date, monday: date) -> Week:
    its = [monday + timedelta(days=day) for day in range(DAYS_A_WEEK)]
    return Week(monday, tuple((days[day].answers if day in days else 0) if day <= today else None for day in its))
