"""When was it? A date typed by a person, and what a near miss is worth."""

import re
from datetime import timedelta

from quizgame.banks.dates import DateError, Interval, parse

YEARS_TO_NOTHING = 5.0
"""A date this far off earns nothing. A design choice: five years is about the length of a school."""

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_WORDED = re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<month>[a-z]{3,9})\.? (?P<year>\d{1,4})")
_AMERICAN = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_NUMBERS = re.compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{1,4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


def read_date(text: str) -> Interval:
    """A year, month or day as people type it: "1988", "May 1994", "5/1994", "20 Feb 1988", "1988-02-20".

    Raises `DateError` with a sentence.
    """
    bare = " ".join(text.casefold().split())
    for form in (_ISO, _NUMBERS, _WORDED, _AMERICAN):
        match = form.fullmatch(bare)
        if match:
            return _interval(match.groupdict(), bare)
    raise DateError(f"{text.strip()[:30]!r} is not a date", "Type a year, or a month and a year, such as May 1994")


def _interval(parts: dict[str, str | None], typed: str) -> Interval:
    month = parts.get("month")
    number = int(month) if month and month.isdigit() else _MONTHS.get((month or "")[:3])
    if month and number is None:
        raise DateError(f"{month!r} is not a month", "Type a month such as May, or only the year")
    day = parts.get("day")
    rest = [f"{int(part):02}" for part in (number, day) if part is not None]
    edtf = "-".join([f"{int(parts['year'] or 0):04}", *rest])
    try:
        return parse(edtf)
    except DateError:
        raise DateError(f"there is no such date as {typed!r}", "Check the month and the day") from None


def years_apart(one: Interval, other: Interval) -> float:
    """The years between two intervals; 0 if they share a day."""
    gap = max(other.earliest - one.latest, one.earliest - other.latest, timedelta(0))
    return gap.days / 365.25


def dating_credit(given: Interval, true: Interval) -> float:
    """1 if the two share a day, then falling evenly to 0 at `YEARS_TO_NOTHING`."""
    return max(0.0, 1.0 - years_apart(given, true) / YEARS_TO_NOTHING)
