"""A date typed by a person."""

import re
from enum import Enum, auto

from quizgame.banks.dates import MONTHS, SEASONS, DateError, Interval, parse
from quizgame.banks.written_dates import only_meaning
from quizgame.banks.written_points import era_of
from quizgame.game.kinds.shared import NotAnAnswer

_MONTHS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_WORDED = re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<month>[a-z]{3,9})\.?,? (?P<year>\d{1,4})")
_AMERICAN = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_NUMBERS = re.compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{1,4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_ABOUT = re.compile(r"^(?:~|c\.|(?:c|ca|circa|about|around)\b\.?) ?(?=.)")
_FOUR_DIGITS = 4
_SMALLEST_OF_FOUR = 1000


class DateFault(Enum):
    """Why a text is no date."""

    NOTHING_TYPED = auto()
    NOT_A_DATE = auto()
    NOT_A_MONTH = auto()
    NO_SUCH_DATE = auto()
    SHORT_YEAR = auto()
    """One of fewer than four digits, where nothing happened that long ago."""
    WHICH_ERA = auto()
    """One of fewer than four digits, where things happened before the year 1."""


class TypedDateError(NotAnAnswer):
    """A text that is no date."""

    def __init__(self, fault: DateFault, part: str) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.part = part
        """The part of what was typed that is not understood."""


def read_date(text: str, first_year: int = 1) -> Interval:
    """A date as people type it: "1988", "May 1994", "5/1994", "20 Feb 1988", "1988-02-20", "44 BC", "spring 1990".

    `first_year` is that of the earliest event there is: if it has four digits, "88" is more likely a short form than
    the year 88, and "0088" says which is meant; if it lies before the year 1, "44" may be 44 BC. "About" is allowed
    and means nothing: a year is taken as it is. Raises `TypedDateError`.
    """
    bare = _ABOUT.sub("", " ".join(text.casefold().split()))
    if not bare:
        raise TypedDateError(DateFault.NOTHING_TYPED, "")
    _, era = era_of(bare)
    worded = only_meaning(bare)
    if worded and (worded.ends[0].month in SEASONS or era) and is_at_most_a_year(worded):
        return worded
    for form in (_ISO, _NUMBERS, _WORDED, _AMERICAN):
        match = form.fullmatch(bare)
        if match:
            return _interval(match.groupdict(), bare, first_year)
    raise TypedDateError(DateFault.NOT_A_DATE, text.strip()[:30])


def is_at_most_a_year(date: Interval) -> bool:
    """Whether this is no more than a year: who types a century is asked for less."""
    return date.latest - date.earliest < 366


def _interval(parts: dict[str, str | None], typed: str, first_year: int) -> Interval:
    month, year = parts.get("month"), parts["year"] or ""
    number = int(month) if month and month.isdecimal() else _MONTHS.get((month or "")[:3])
    if month and number is None:
        raise TypedDateError(DateFault.NOT_A_MONTH, month)
    if len(year) < _FOUR_DIGITS and first_year >= _SMALLEST_OF_FOUR:
        raise TypedDateError(DateFault.SHORT_YEAR, year)
    if len(year) < _FOUR_DIGITS and 0 < int(year) <= 1 - first_year:
        raise TypedDateError(DateFault.WHICH_ERA, year)
    if int(year) == 0 or (number or 1) > len(MONTHS):
        raise TypedDateError(DateFault.NO_SUCH_DATE, typed)
    day = parts.get("day")
    rest = [f"{int(part):02}" for part in (number, day) if part is not None]
    try:
        return parse("-".join([f"{int(year):04}", *rest]))
    except DateError:
        raise TypedDateError(DateFault.NO_SUCH_DATE, typed) from None
