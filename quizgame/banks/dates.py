"""Dates as intervals, written in EDTF.

A source says "in 1988", "in May 1994" or "on 20 February 1988". Each is an interval of days, and one event is before
another only if its last possible day is before the other's first. EDTF is ISO 8601-2; of it we read years, months,
days and intervals of these, seasons, unspecified last digits of a year and approximate dates (level 1 without open
ends and `?`), in the years up to 9999. Years before 1 are counted as there: `0000` is 1 BC, `-0043` is 44 BC,
`Y-10000` is 10,001 BC. A year of three digits needs no zero before it: nobody means anything else by 800.
"""

import re
from dataclasses import dataclass

from quizgame.banks.days import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, day_number, last_of_month, parts_of

MONTHS = tuple("January February March April May June July August September October November December".split())
"""The months in English, whatever language the process is set to."""
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""Spring, summer, autumn and winter as EDTF numbers them, with the month in which each begins."""

_YEAR = r"(?P<year>-?\d{4}|-?\d{3}X|-?\d\dXX|Y-?\d{5,})"
_POINT = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~)?")
_THREE_DIGITS = re.compile(r"(?:^|(?<=/))([0-9]{3})(?=$|[-~/])")
_UNTOLD = re.compile(r"(?<=\d\d|\dX|XX)(-XX){1,2}(?=$|[~/])")
"""A day or a month that is not told: it may be any."""
_DAYS_ABOUT = 7

_REFUSED = (
    (re.compile(r"\.\.|^/|/$"), "open intervals (`..`) can't be put in order", "Write both ends, such as 1988/1994"),
    (re.compile(r"[?%]|~(?!/|$)|(^|/)~"), "uncertain dates (`?`, `%`) can't be put in order",
     "Write the interval it lies in"),
    (re.compile(r"(?<![A-Za-z])[Xu]{3,}|X\d|\du|(?<![A-Za-z])u|X-\d"),
     "unspecified digits are read only at the end of a year", "Write the interval it lies in, such as 1980/1989"),
    (re.compile(r"[\[\]{}]"), "sets of dates are not read", "Write the interval they lie in"),
    (re.compile(r"\dT|:"), "times of day are not read", "Write the day"),
    (re.compile(r"^-?\d{4}-(2[5-9]|3\d|4[01])(/|$)|/-?\d{4}-(2[5-9]|3\d|4[01])$"),
     "of the parts of a year only the seasons 21 to 24 are read", "Write the months, such as 1993-03/1993-05"),
)  # fmt: skip


class DateError(ValueError):
    """A date that can't be used: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month, a season or a day; several years, where the last digits of a year are not told."""

    year: int
    """As astronomers count: 0 is 1 BC. Of several years the first."""
    month: int | None = None
    """From 1, or a key of `SEASONS`."""
    day: int | None = None
    about: bool = False
    years: int = 1
    """10 or 100 where digits are not told."""

    def days(self) -> tuple[int, int]:
        """The first and the last day; raises ValueError if the calendar does not have them."""
        if self.day is not None:
            first = day_number(self.year, self.month or 0, self.day)
            return self._widened(first, first, _DAYS_ABOUT)
        if self.month is not None:
            start = SEASONS.get(self.month, self.month)
            later = 0 if start == self.month else 2
            year, end = self.year + (start + later) // 13, (start + later - 1) % 12 + 1
            return self._widened(day_number(self.year, start), last_of_month(year, end), 31)
        margin = _years_about(self.year) if self.about else 0
        first, last = day_number(self.year - margin), day_number(self.year + self.years + margin) - 1
        return max(FIRST_DAY, first), min(LAST_DAY, last)

    def _widened(self, first: int, last: int, margin: int) -> tuple[int, int]:
        return (first - margin, min(LAST_DAY, last + margin)) if self.about else (first, min(LAST_DAY, last))


@dataclass(frozen=True, slots=True)
class Interval:
    """When something happened: no earlier than `earliest`, no later than `latest`; days are numbered as in `days`."""

    edtf: str
    earliest: int
    latest: int

    def before(self, other: "Interval") -> bool:
        """Whether this is certainly over before the other begins."""
        return self.latest < other.earliest

    def comparable(self, other: "Interval") -> bool:
        """Whether the dates decide which of the two is the earlier one."""
        return self.before(other) or other.before(self)

    @property
    def middle(self) -> int:
        """The day in the middle."""
        return self.earliest + (self.latest - self.earliest) // 2

    @property
    def ends(self) -> tuple[Point, Point]:
        """As it was written: from when to when; twice the same for a single year, month or day."""
        start, slash, end = self.edtf.partition("/")
        first = _point(start, self.edtf)
        return first, _point(end, self.edtf) if slash else first


def parse(text: str) -> Interval:
    """Read an EDTF date or interval; raises `DateError` with a sentence and the way to mend it."""
    edtf = _THREE_DIGITS.sub(r"0\1", text.strip())
    for form, what, mend in _REFUSED:
        if form.search(edtf):
            raise DateError(f"the date {quoted(edtf)} is not supported: {what}", mend)
    edtf = _UNTOLD.sub("", edtf)
    start, slash, end = edtf.partition("/")
    first = _days(start, edtf)
    last = _days(end, edtf) if slash else first
    exact = first, last
    if slash and "~" in edtf:
        exact = _days(start.removesuffix("~"), edtf), _days(end.removesuffix("~"), edtf)
    if exact[0][0] > exact[1][0] or exact[0][1] > exact[1][1]:
        raise DateError(f"the interval {quoted(edtf)} ends before it starts", "Write the earlier date first")
    return Interval(edtf, first[0], last[1])


def _years_about(year: int) -> int:
    """How far off an approximate year may be: ten years, and long ago a hundredth to a tenth of the years before us.

    A choice of ours, as EDTF gives no number: 10 for 44 BC and 1200, 100 for 2500 BC, 1,000 for 10,000 BC.
    """
    return 10 if year > -1000 else 10 ** (len(str(1 - year)) - 2)


def spanning(first: int, last: int) -> Interval:
    """The interval from one day to another, written as short as can be: a year, a month, a day, or both ends."""
    starts, ends = _written(first), _written(last)
    for text in (*starts, *(f"{start}/{end}" for start, end in zip(starts, ends, strict=False))):
        found = parse(text)
        if (found.earliest, found.latest) == (first, last):
            return found
    return Interval(f"{starts[0]}/{ends[0]}", first, last)


def _written(number: int) -> tuple[str, ...]:
    """The year, the month and the day that a day lies in."""
    year, month, day = parts_of(number)
    text = year_in_edtf(year)
    return (text,) if text.startswith("Y") else (text, f"{text}-{month:02}", f"{text}-{month:02}-{day:02}")


def year_in_edtf(year: int) -> str:
    """A year as EDTF writes it: 0044, -0043, Y-10000."""
    if not -LAST_YEAR <= year <= LAST_YEAR:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _days(point: str, edtf: str) -> tuple[int, int]:
    """The first and the last day of a year, month or day."""
    try:
        return _point(point, edtf).days()
    except ValueError as error:
        if isinstance(error, DateError):
            raise
        raise DateError(f"there is no such date as {quoted(edtf)}", "Check the month and the day") from None


def _point(point: str, edtf: str) -> Point:
    match = _POINT.fullmatch(point)
    if not match or not point.isascii():
        raise DateError(f"{quoted(edtf)} is not a date", "Write 1988, 1988-02, 1988-02-20 or 1988/1994")
    written = match["year"].removeprefix("Y")
    years = 10 ** written.count("X")
    year = _in_bounds(written.replace("X", "0"), edtf)
    if years > 1 and written.startswith("-"):
        year -= years - 1
    month, day = (int(part) if part else None for part in match.group("month", "day"))
    if written == "-0000":
        raise DateError(f"there is no such date as {quoted(edtf)}", "Write 0000 for 1 BC, or 0001 for AD 1")
    if match["year"].startswith("Y") and match["month"]:
        raise DateError(f"{quoted(edtf)} is not a date", "Write only the year after a Y")
    return Point(year, month, day, bool(match["about"]), years)


def _in_bounds(written: str, edtf: str) -> int:
    year = int(written) if len(written) <= len(str(FIRST_YEAR)) else FIRST_YEAR - 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"the date {quoted(edtf)} is not supported: it lies too far from us", "Leave the date out")
    return year


def quoted(edtf: str) -> str:
    """A date in a message: its beginning is enough."""
    return repr(edtf if len(edtf) <= 40 else f"{edtf[:40]}…")
