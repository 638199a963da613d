"""Dates as other programs' files tell them: EDTF where everybody can read it, else in English words that we read again.

A learner there sees the date, so `-0043` goes out as "44 BC", and comes in as what it was.
"""

import re

from quizgame.banks.dates import MONTHS, DateError, Point, parse
from quizgame.banks.days import LAST_YEAR

_PLAIN = re.compile(r"(?!0000)\d{4}(?:-(?!2)\d\d(?:-\d\d)?)?")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def told(edtf: str) -> str:
    """A date of a bank, so that it can be shown anywhere; what is no date stays as it is."""
    try:
        start, end = parse(edtf).ends
    except DateError:
        return edtf
    parts = edtf.split("/")
    if all(_PLAIN.fullmatch(part) for part in parts):
        return edtf
    if len(parts) == 1:
        return _point(start) or edtf
    if start.about or end.about or {start.month, end.month} & _SEASONS.keys() or start.years > 1 or end.years > 1:
        return edtf
    return f"{_point(start, with_ad=True)} to {_point(end, with_ad=True)}"


def _point(point: Point, *, with_ad: bool = False) -> str:
    """In words; empty for what no words can say exactly."""
    if point.years > 1:
        return _years(point)
    year = str(1 - point.year) + " BC" if point.year < 1 else f"{point.year} AD" if with_ad else f"{point.year:04}"
    if point.month == 24:
        year = f"{year}–{point.year + 1}" if 0 < point.year < LAST_YEAR else ""
    if point.month in _SEASONS:
        said = f"{_SEASONS[point.month]} {year}" if year and not point.about else ""
    else:
        said = f"{MONTHS[point.month - 1]} {year}" if point.month else year
        said = f"{point.day} {said}" if point.day else said
    return f"about {said}" if point.about and said else said


def _years(point: Point) -> str:
    if point.years == 100 and point.year < 0:
        number = -point.year // 100 + 1
        last = 0 if number // 10 % 10 == 1 else number % 10
        return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') } century BC"
    return f"{point.year}s" if point.years == 10 and point.year % 100 and point.year > 99 else ""
