"""A day to come, typed by a person: "friday", "tomorrow", "in 10 days", "4 December", "2026-12-04"."""

import re
from datetime import date, timedelta
from enum import Enum, auto

from quizgame.banks.clean import clean
from quizgame.banks.dates import MONTHS

MOST_DAYS_AHEAD = 730
"""Two years: what is further away is more likely a slip."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TODAY, TOMORROW = "today", "tomorrow"
_IN = re.compile(r"(?:in )?(?P<count>\d{1,4}) (?P<unit>day|days|week|weeks)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)? (?:of )?(?P<month>[^\W\d]{3,9})\.?(?:,? (?P<year>\d{4}))?"
)
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?")
_LEAST_LETTERS = 3


class DayFault(Enum):
    """Why a text names no day that could be meant."""

    NOTHING_TYPED = auto()
    NOT_A_DAY = auto()
    NO_SUCH_DAY = auto()
    IN_THE_PAST = auto()
    TOO_FAR = auto()


class TypedDayError(ValueError):
    """A text that names no day to come."""

    def __init__(self, fault: DayFault, typed: str) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.typed = clean(typed).strip()[:30]


def read_day(text: str, today: date) -> date:
    """The day that is meant: today or later; without a year the next one. Raises `TypedDayError`."""
    bare = " ".join(text.casefold().replace(",", ", ").split())
    if not bare:
        raise TypedDayError(DayFault.NOTHING_TYPED, text)
    try:
        day = _told(bare.removeprefix("on "), today)
    except (ValueError, OverflowError):
        raise TypedDayError(DayFault.NO_SUCH_DAY, text) from None
    if day is None:
        raise TypedDayError(DayFault.NOT_A_DAY, text)
    if day < today:
        raise TypedDayError(DayFault.IN_THE_PAST, text)
    if (day - today).days > MOST_DAYS_AHEAD:
        raise TypedDayError(DayFault.TOO_FAR, text)
    return day


def _told(bare: str, today: date) -> date | None:
    """The day; None if it is none at all. Raises ValueError for one that no calendar has."""
    if bare in (TODAY, TOMORROW):
        return today + timedelta(days=bare == TOMORROW)
    if match := _IN.fullmatch(bare):
        return today + timedelta(days=int(match["count"]) * (7 if match["unit"].startswith("week") else 1))
    if match := _ISO.fullmatch(bare):
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    weekday = _place(bare.removeprefix("next "), WEEKDAYS)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    match = _DAY_FIRST.fullmatch(bare) or _MONTH_FIRST.fullmatch(bare)
    month = _place(match["month"], MONTHS) if match else None
    if match is None or month is None:
        return None
    return _of_year(int(match["day"]), month + 1, match["year"], today)


def _of_year(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year), month, day)
    for later in range(9):  # 29 February comes again after eight years at most
        try:
            found = date(today.year + later, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("no year has this day")


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names begins with a word of three letters or more."""
    if len(word) < _LEAST_LETTERS:
        return None
    return next((place for place, name in enumerate(names) if name.casefold().startswith(word)), None)
