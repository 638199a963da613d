"""Dates and distances in words."""

from quizgame.banks.dates import Interval
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
_YEAR, _MONTH = len("1988"), len("1988-02")
_DAYS_A_YEAR, _DAYS_A_MONTH = 365.25, 30.44


def date_in_words(date: Interval) -> str:
    """As precise as it was written: "20 February 1988", "May 1994", "1988–1994", "9–10 November 2020"."""
    start, _slash, end = date.edtf.partition("/")
    if not end or start == end:
        return _point(start, MONTHS)
    if len(start) == len(end) > _MONTH and start[:_MONTH] == end[:_MONTH]:
        return f"{int(start[_MONTH + 1 :])}–{_point(end, MONTHS)}"
    if len(start) == len(end) == _MONTH and start[:_YEAR] == end[:_YEAR]:
        return f"{MONTHS[int(start[_YEAR + 1 :]) - 1]}–{_point(end, MONTHS)}"
    dash = "–" if len(start) == len(end) == _YEAR else " – "
    return f"{_point(start, MONTHS)}{dash}{_point(end, MONTHS)}"


def _point(point: str, months: tuple[str, ...]) -> str:
    year, *rest = (int(part) for part in point.split("-"))
    if not rest:
        return str(year)
    month = f"{months[rest[0] - 1]} {year}"
    return f"{rest[1]} {month}" if len(rest) > 1 else month


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
