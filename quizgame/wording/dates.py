"""Dates and distances in words."""

from quizgame.banks.dates import SEASONS, Interval, Point
from quizgame.game.kinds.dating import days_apart
from quizgame.wording.language import _, counted

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
_SEASONS = dict(zip(SEASONS, (_("spring"), _("summer"), _("autumn"), _("winter")), strict=True))
_ORDINALS = {1: _("{n}st"), 2: _("{n}nd"), 3: _("{n}rd")}
_DAYS_A_YEAR, _DAYS_A_MONTH = 365.25, 30.44
_CENTURY, _DECADE = 100, 10
_FOUR_DIGITS, _TWO_DIGITS = 9999, 99


def date_in_words(date: Interval) -> str:
    """As precise as it was written: "20 February 1988", "May 1994", "1988–1994", "9–10 November 2020", "44 BC"."""
    start, end = date.ends
    if start == end:
        return _point(start)
    if not start.about and not end.about and start.month not in SEASONS and end.month not in SEASONS:
        if start.day and end.day and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{_point(end)}"
        if start.month and end.month and not start.day and not end.day and start.year == end.year:
            return f"{MONTHS[start.month - 1]}–{_point(end)}"
        if start.month is end.month is None:
            return years_in_words(start.year, end.year + end.years - 1)
    era = start.year < 1 <= end.year
    return f"{_point(start)} – {_point(end, with_ad=era)}"


def _point(point: Point, *, with_ad: bool = False) -> str:
    if point.years > 1:
        said = _several_years(point)
    elif point.month is None:
        said = year_in_words(point.year, with_ad=with_ad)
    elif point.month in _SEASONS:
        years = years_in_words(point.year, point.year + 1) if point.month == 24 else year_in_words(point.year)
        said = f"{_SEASONS[point.month]} {years}"
    else:
        said = f"{MONTHS[point.month - 1]} {year_in_words(point.year, with_ad=with_ad)}"
        said = f"{point.day} {said}" if point.day else said
    return _("about {date}").format(date=said) if point.about else said


def _several_years(point: Point) -> str:
    if point.years == _DECADE and point.year >= _CENTURY and point.year % _CENTURY:
        return _("{year}s").format(year=point.year)
    return years_in_words(point.year, point.year + point.years - 1)


def year_in_words(year: int, *, with_ad: bool = False) -> str:
    """A year as astronomers count it, as people do: 1988, AD 70, 44 BC, 10,000 BC. There is no year 0 in words."""
    if year < 1:
        number = 1 - year
        return _("{year} BC").format(year=f"{number:,}" if number > _FOUR_DIGITS else number)
    return _("AD {year}").format(year=year) if with_ad or year <= _TWO_DIGITS else str(year)


def years_in_words(first: int, last: int) -> str:
    """From one year to another: 1988–1994, 58–50 BC, 27 BC – AD 14, AD 70–79; the 12th century, the 5th century BC."""
    if last - first == _CENTURY - 1 and last % _CENTURY == 0:
        number, text = (last // _CENTURY, _("{nth} century")) if last > 0 else (0, "")
        if last <= 0:
            number, text = 1 - last // _CENTURY, _("{nth} century BC")
        return text.format(nth=ordinal(number))
    if first < 1 <= last:
        return f"{year_in_words(first)} – {year_in_words(last, with_ad=True)}"
    if last < 1:
        return f"{year_in_words(first).rpartition(' ')[0]}–{year_in_words(last)}"
    return f"{year_in_words(first)}–{last}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th … 21st."""
    last = 0 if number // 10 % 10 == 1 else number % 10
    return _ORDINALS.get(last, _("{n}th")).format(n=number)


def distance_in_words(one: Interval, other: Interval) -> str:
    """How far apart two dates are at least, from their nearest days: "about 2 years", "at least 3 months", "5 days"."""
    days = days_apart(one, other)
    exact = one.earliest == one.latest and other.earliest == other.latest
    return _days(days, exact=exact)


def _days(days: int, *, exact: bool) -> str:
    if days < 21:
        count = counted(days, "{n} day", "{n} days")
        return count if exact else _("at least {count}").format(count=count)
    about = _("about {count}") if exact else _("at least about {count}")
    if days < 60:
        count = counted(round(days / 7), "{n} week", "{n} weeks")
    elif days < 700:
        count = counted(round(days / _DAYS_A_MONTH), "{n} month", "{n} months")
    else:
        count = counted(round(days / _DAYS_A_YEAR), "{n} year", "{n} years")
    return about.format(count=count)


def gap_in_words(days: float) -> str:
    """A gap as a person says it: "about 3 weeks", "about 14 months", "about 4 years"."""
    if days < 45:
        count = counted(max(1, round(days / 7)), "{n} week", "{n} weeks")
    elif days < 3 * _DAYS_A_YEAR:
        count = counted(round(days / _DAYS_A_MONTH), "{n} month", "{n} months")
    else:
        count = counted(round(days / _DAYS_A_YEAR), "{n} year", "{n} years")
    return _("about {count}").format(count=count)
