"""Days as whole numbers, before the year 1 too.

A day is its number in the Gregorian calendar, continued backwards: 1 is 1 January of the year 1, as in
`date.toordinal`, and the day before it is 0. Years are counted as astronomers count them, so that there are no holes:
0 is 1 BC, −43 is 44 BC. A day of a source that counts in the Julian calendar keeps the date that the source gives it.
"""

from datetime import date

_YEARS, _DAYS = 400, 146_097
"""After so many years and days the calendar begins anew."""

FIRST_YEAR, LAST_YEAR = -99_999_999_999, 9999


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day; raises ValueError for one that the calendar does not have."""
    cycles, rest = divmod(year - 1, _YEARS)
    return date(rest + 1, month, day).toordinal() + cycles * _DAYS


def parts_of(number: int) -> tuple[int, int, int]:
    """The year, month and day of a day."""
    cycles, rest = divmod(number - 1, _DAYS)
    day = date.fromordinal(rest + 1)
    return day.year + cycles * _YEARS, day.month, day.day


def year_of(number: int) -> int:
    """The year of a day."""
    return parts_of(number)[0]


def last_of_month(year: int, month: int) -> int:
    """The last day of a month, as its number."""
    return (day_number(year + 1) if month == 12 else day_number(year, month + 1)) - 1


FIRST_DAY, LAST_DAY = day_number(FIRST_YEAR), day_number(LAST_YEAR, 12, 31)
