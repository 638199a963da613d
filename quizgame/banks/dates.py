"""Dates as intervals, written in EDTF.

A source says "in 1988", "in May 1994" or "on 20 February 1988". Each is an interval of days, and one event is before
another only if its last possible day is before the other's first. EDTF is ISO 8601-2; of it we read years, months,
days and intervals of these (level 0 without times), in the years 1 to 9999. A year of three digits needs no zero before
it: nobody means anything else by 800.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = tuple("January February March April May June July August September October November December".split())
"""The months in English, whatever language the process is set to."""

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_THREE_DIGITS = re.compile(r"(?:^|(?<=/))([0-9]{3})(?=$|[-/])")

_REFUSED = (
    (re.compile(r"\.\.|^/|/$"), "open intervals (`..`) can't be put in order", "Write both ends, such as 1988/1994"),
    (re.compile(r"[?~%]"), "uncertain dates (`?`, `~`, `%`) can't be put in order", "Write the interval it lies in"),
    (re.compile(r"(?<![A-Za-z])[Xu]+(?![A-Za-z])"), "unspecified digits (`X`) are not read",
     "Write the interval it lies in, such as 1980/1989"),
    (re.compile(r"[\[\]{}]"), "sets of dates are not read", "Write the interval they lie in"),
    (re.compile(r"\dT|:"), "times of day are not read", "Write the day"),
    (re.compile(r"^-|/-|Y-?\d|(^|/)0000"), "years before 1 and beyond 9999 can't be read yet",
     "Leave the date out"),
    (re.compile(r"^\d{4}-(2[1-9]|3\d|4[01])(/|$)|/\d{4}-(2[1-9]|3\d|4[01])$"), "seasons are not read",
     "Write the months, such as 1993-03/1993-05"),
)  # fmt: skip


class DateError(ValueError):
    """A date that can't be used: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


@dataclass(frozen=True, slots=True)
class Interval:
    """When something happened: no earlier than `earliest`, no later than `latest`."""

    edtf: str
    earliest: date
    latest: date

    def before(self, other: "Interval") -> bool:
        """Whether this is certainly over before the other begins."""
        return self.latest < other.earliest

    def comparable(self, other: "Interval") -> bool:
        """Whether the dates decide which of the two is the earlier one."""
        return self.before(other) or other.before(self)

    @property
    def middle(self) -> date:
        """The day in the middle."""
        return self.earliest + (self.latest - self.earliest) / 2


def parse(text: str) -> Interval:
    """Read an EDTF date or interval; raises `DateError` with a sentence and the way to mend it."""
    edtf = _THREE_DIGITS.sub(r"0\1", text.strip())
    for form, what, mend in _REFUSED:
        if form.search(edtf):
            raise DateError(f"the date {quoted(edtf)} is not supported: {what}", mend)
    start, slash, end = edtf.partition("/")
    first = _days(start, edtf)
    last = _days(end, edtf) if slash else first
    if first[0] > last[0] or first[1] > last[1]:
        raise DateError(f"the interval {quoted(edtf)} ends before it starts", "Write the earlier date first")
    return Interval(edtf, first[0], last[1])


def spanning(first: date, last: date) -> Interval:
    """The interval from one day to another, written as short as can be: a year, a month, a day, or both ends."""
    day = first.isoformat()
    for text in (day, day[:7], day[:4]):
        found = parse(text)
        if (found.earliest, found.latest) == (first, last):
            return found
    return parse(f"{day}/{last.isoformat()}")


def _days(point: str, edtf: str) -> tuple[date, date]:
    """The first and the last day of a year, month or day."""
    match = _POINT.fullmatch(point)
    if not match or not point.isascii():
        raise DateError(f"{quoted(edtf)} is not a date", "Write 1988, 1988-02, 1988-02-20 or 1988/1994")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year or 0, month, 1), date(year or 0, month, calendar.monthrange(year or 0, month)[1])
        exact = date(year or 0, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise DateError(f"there is no such date as {quoted(edtf)}", "Check the month and the day") from None
    return exact, exact


def quoted(edtf: str) -> str:
    """A date in a message: its beginning is enough."""
    return repr(edtf if len(edtf) <= 40 else f"{edtf[:40]}…")
