"""A date typed by a person."""

import re
from enum import Enum, auto

from quizgame.banks.dates import MONTHS, DateError, Interval, parse
from quizgame.game.kinds.shared import NotAnAnswer

_MONTHS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_WORDED = re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<month>[a-z]{3,9})\.?,? (?P<year>\d{1,4})")
_AMERICAN = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_NUMBERS = re.compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{1,4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
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


class TypedDateError(NotAnAnswer):
    """A text that is no date."""

    def __init__(self, fault: DateFault, part: str) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.part = part
        """The part of what was typed that is not understood."""


def read_date(text: str, first_year: int = 1) -> Interval:
    """A year, month or day as people type it: "1988", "May 1994", "5/1994", "20 Feb 1988", "1988-02-20".

    `first_year` is that of the earliest event there is: if it has four digits, "88" is more likely a short form than
    the year 88, and "0088" says which is meant. Raises `TypedDateError`.
    """
    bare = " ".join(text.casefold().split())
    if not bare:
        raise TypedDateError(DateFault.NOTHING_TYPED, "")
    for form in (_ISO, _NUMBERS, _WORDED, _AMERICAN):
        match = form.fullmatch(bare)
        if match:
            return _interval(match.groupdict(), bare, first_year)
    raise TypedDateError(DateFault.NOT_A_DATE, text.strip()[:30])


def _interval(parts: dict[str, str | None], typed: str, first_year: int) -> Interval:
    month, year = parts.get("month"), parts["year"] or ""
    number = int(month) if month and month.isdecimal() else _MONTHS.get((month or "")[:3])
    if month and number is None:
        raise TypedDateError(DateFault.NOT_A_MONTH, month)
    if len(year) < _FOUR_DIGITS and first_year >= _SMALLEST_OF_FOUR:
        raise TypedDateError(DateFault.SHORT_YEAR, year)
    day = parts.get("day")
    rest = [f"{int(part):02}" for part in (number, day) if part is not None]
    try:
        return parse("-".join([f"{int(year):04}", *rest]))
    except DateError:
        raise TypedDateError(DateFault.NO_SUCH_DATE, typed) from None
