"""A year, a month or a day as people write it, with its era: 44 BC, AD 70, 15 March 44 BC, 20.2.1988."""

import re
from collections.abc import Iterator

from quizgame.banks.dates import MONTHS, DateError, parse, year_in_edtf

MONTH = "|".join(f"{name}|{name[:3]}" + ("|Sept" if name == "September" else "") for name in MONTHS)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WORDED = rf"(?:{_DAY}\.?(?: of)? )?(?P<month>{MONTH})\.?,?(?: of)? "
_AMERICAN = rf"(?P<month>{MONTH})\.? {_DAY},? "
_YEAR = r"(?P<year>\d{3,4})"
_YEAR_FIRST = r"(?P<year>\d{4})[-./ ](?P<month>\d{1,2})(?:[-./ ](?P<day>\d{1,2}))?"
_COMPACT = r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
_MONTH_AND_YEAR = r"(?P<month>\d{1,2})[-./](?P<year>\d{3,4})"
_DAY_FIRST = r"(?P<day>\d{1,2})\.? ?[-./] ?(?P<month>\d{1,2})\.? ?[-./] ?(?P<year>\d{3,4})"
_POINTS = (_WORDED + _YEAR, _AMERICAN + _YEAR, _YEAR_FIRST, _COMPACT, _MONTH_AND_YEAR, _DAY_FIRST, _YEAR)
_YEAR_OF_ERA = r"(?:the )?(?:year )?(?P<year>\d{1,3}(?:,\d{3})+|\d{1,11})"
_POINTS_OF_ERA = (_WORDED + _YEAR_OF_ERA, _AMERICAN + _YEAR_OF_ERA, _YEAR_OF_ERA)

BC = r"(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av\. ?j\.?-?c\.?)"
AD = r"(?:a\.? ?d\.?|c\.? ?e\.?)"
_ERA = rf"(?:{BC}|{AD})"
_WITH_ERA = re.compile(rf"(?:(?P<before>{_ERA}) ?)?(?P<rest>.*?)(?: ?(?P<after>(?<![a-z]){_ERA}))?", re.IGNORECASE)


def points(bare: str) -> Iterator[str]:
    """The years, months and days that this text may mean, in EDTF."""
    rest, era = era_of(bare)
    for form in _POINTS_OF_ERA if era else _POINTS:
        match = re.fullmatch(form, rest, re.IGNORECASE)
        if not match:
            continue
        parts = {"month": None, "day": None, **match.groupdict()}
        month, day = parts["month"], parts["day"]
        pairs = [(month, day)]
        if form is _DAY_FIRST and "." not in bare and month != day:  # 3/4/1988 is another day in another country
            pairs.append((day, month))
        year = _year(parts["year"] or "", era)
        found = [_point(year, *pair) for pair in pairs]
        if any(found):
            yield from filter(None, found)
            return


def era_of(bare: str) -> tuple[str, str]:
    """What is left without the era, and the era: "BC", "AD" or nothing."""
    match = _WITH_ERA.fullmatch(bare)
    era = match and (match["before"] or match["after"])
    if not match or not era or (match["before"] and match["after"]):
        return bare, ""
    return match["rest"].strip(), "BC" if re.fullmatch(BC, era) else "AD"


def _year(digits: str, era: str) -> str:
    """A year in EDTF, or what is none: nothing was in a year 0."""
    number = int(digits.replace(",", "")[:12])
    if era and not number:
        return ""
    return year_in_edtf(1 - number if era == "BC" else number)


def _point(year: str, month: str | None, day: str | None) -> str | None:
    number = month if month is None or month.isdigit() else str(number_of(month))
    if number and int(number) > len(MONTHS):
        return None
    text = "-".join([year, *(part.zfill(2) for part in (number, day) if part)])
    return text if is_date(text) else None


def number_of(month: str) -> int:
    """The number of a month from its name."""
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3].casefold() == month[:3].casefold())


def is_date(edtf: str) -> bool:
    """Whether this is a date in EDTF."""
    try:
        parse(edtf)
    except DateError:
        return False
    return True


def one_point(text: str) -> str | None:
    """What a text means in EDTF, or the first of what it may mean."""
    return next(points(text.strip()), None)
