"""Dates as authors write them: what is not EDTF is refused with the EDTF that was probably meant.

A guess is only ever offered in the sentence of an error: the author knows what is right, and decides.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from quizgame.banks.dates import MONTHS, DateError, Interval, parse, quoted

_MONTH = "|".join(f"{name}|{name[:3]}" + ("|Sept" if name == "September" else "") for name in MONTHS)
_WORDED = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?(?: of)? )?(?P<month>{_MONTH})\.?,?(?: of)? (?P<year>\d{{3,4}})"
_AMERICAN = rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{3,4}})"
_YEAR_FIRST = r"(?P<year>\d{4})[-./ ](?P<month>\d{1,2})(?:[-./ ](?P<day>\d{1,2}))?"
_COMPACT = r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
_MONTH_AND_YEAR = r"(?P<month>\d{1,2})[-./](?P<year>\d{3,4})"
_DAY_FIRST = r"(?P<day>\d{1,2})\.? ?[-./] ?(?P<month>\d{1,2})\.? ?[-./] ?(?P<year>\d{3,4})"
_POINTS = (_WORDED, _AMERICAN, _YEAR_FIRST, _COMPACT, _MONTH_AND_YEAR, _DAY_FIRST, r"(?P<year>\d{3,4})")

_SEASONS = {"spring": ("03", "05"), "summer": ("06", "08"), "autumn": ("09", "11"), "fall": ("09", "11")}
_SEASON = "spring|summer|autumn|fall|winter"
_DASHES = "[-\u2010-\u2015\u2212~]"
_ERA = r"(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av\. ?j\.?-?c\.?)"
_ABOUT = r"(?:c|ca|cca|circa|about|around|approx|approximately|roughly|maybe|probably|perhaps|possibly)"
_PART = r"(?:(?:the )?(?:(?P<part>early|mid|middle|late|beginning|end)(?: of)?[- ]))?(?:the )?"
_ONE_MEND = re.compile(r"Write (?:the interval )?([0-9/-]+)")
"""The mend of a date that has only one meaning."""
_TELLS = re.compile(rf"(?<!\d)\d{{4}}(?!\d)|{_ERA}|\bcentury\b|\ba\.? ?d\b")
"""A number alone is a date in a bank, where one is asked for; elsewhere only one of four digits, or with an era."""
_SPAN = 10
_LONGEST = 60


def read(written: str) -> Interval:
    """Read a date of a bank; raises `DateError` with what the author could write in its place."""
    try:
        return parse(written)
    except DateError as error:
        bare = _bare(written)
        is_said = len(bare) > _LONGEST or "seasons" in error.what
        meant = None if is_said else _meant(bare)
        if meant is None:
            raise
        what = error.what
        if bare != written.strip().casefold() or "there is no such date" in what or "ends before it starts" in what:
            what = f"{quoted(written.strip())} is not a date"
        raise DateError(meant[0].format(what=what, date=quoted(written.strip())), meant[1]) from None


def only_meaning(written: str) -> Interval | None:
    """What a date in words or figures means if it can mean only one: 20 February 1988, 1914–18, the 1990s."""
    bare = _bare(written)
    meant = _meant(bare) if len(bare) <= _LONGEST else None
    one = _ONE_MEND.fullmatch(meant[1]) if meant else None
    return parse(one[1]) if one and _is_date(one[1]) else None


def is_meant_as_date(written: str) -> bool:
    """Whether somebody who wrote this meant a date, be it one that can be read or not: 1988, 44 BC, about 1500."""
    bare = _bare(written)
    tells = len(bare) <= _LONGEST and _TELLS.search(bare) is not None
    return tells and (_is_date(bare) or _meant(bare) is not None)


def _bare(written: str) -> str:
    """In small letters with digits from 0 to 9 and single spaces."""
    digits = (str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in written)
    return " ".join("".join(digits).split()).casefold()


def _meant(bare: str) -> tuple[str, str] | None:
    """What is wrong (`{what}`: what was said of it, `{date}`: the date) and the mend for it."""
    for form, answer in _FORMS:
        match = form.fullmatch(bare)
        if match and (found := answer(match)):
            return found
    points = list(_points(bare))
    return ("{what}", f"Write {' or '.join(points)}") if points else None


def _points(bare: str) -> Iterator[str]:
    """The years, months and days that this text may mean, in EDTF."""
    for form in _POINTS:
        match = re.fullmatch(form, bare, re.IGNORECASE)
        if not match:
            continue
        parts = {"month": None, "day": None, **match.groupdict()}
        month, day = parts["month"], parts["day"]
        pairs = [(month, day)]
        if form is _DAY_FIRST and "." not in bare and month != day:  # 3/4/1988 is another day in another country
            pairs.append((day, month))
        found = [_point(parts["year"] or "", *pair) for pair in pairs]
        if any(found):
            yield from filter(None, found)
            return


def _point(year: str, month: str | None, day: str | None) -> str | None:
    number = month if month is None or month.isdigit() else str(_number_of(month))
    text = "-".join([year.zfill(4), *(part.zfill(2) for part in (number, day) if part)])
    return text if _is_date(text) else None


def _number_of(month: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3].casefold() == month[:3].casefold())


def _is_date(edtf: str) -> bool:
    try:
        parse(edtf)
    except DateError:
        return False
    return True


def _one_point(text: str) -> str | None:
    return next(_points(text.strip()), None)


_Answer = tuple[str, str] | None


_BEFORE_CHRIST = (
    "the date {date} is not supported: years before 1 can't be read yet",
    "Leave `date` and `label` out for now",
)
_ONE_END = (
    "{date} is not a date: open intervals can't be put in order",
    "Write both ends, such as 1988/1994",
)


def _after_christ(match: re.Match[str]) -> _Answer:
    return "{date} is not a date", f"Write {match['year'].zfill(4)}"


def _interval(match: re.Match[str]) -> _Answer:
    start, end = match["start"].strip(), match["end"].strip()
    first = _one_point(start)
    if first and re.fullmatch(r"\d{1,2}", end) and re.fullmatch(r"\d{3,4}", start):  # 1914-18, 1988-9
        end = start[: -len(end)] + end
    last = _one_point(end)
    if first is None and last and re.fullmatch(r"\d{1,2}", start) and len(last) == 10:  # 9-10 November 2020
        first = f"{last[:8]}{start.zfill(2)}"
    elif first is None and last and re.fullmatch(_MONTH, start, re.IGNORECASE):  # September–November 2020
        first = f"{last[:4]}-{_number_of(start):02}"
    edtf = f"{first}/{last}"
    return ("{date} is not a date", f"Write the interval {edtf}") if first and last and _is_date(edtf) else None


def _about(match: re.Match[str]) -> _Answer:
    rest = _one_point(match["rest"])
    if rest is None:
        return None
    year = int(rest[:4])
    example = f"{max(1, year - _SPAN):04}/{min(9999, year + _SPAN):04}"
    return '{date} is not a date: "about" can\'t be put in order', f"Write the interval it lies in, such as {example}"


def _decade(match: re.Match[str]) -> _Answer:
    start = int(match["year"])
    decade = f"{start:04}/{start + 9:04}"
    mend = f"Write the interval {decade}"
    if start % 100 == 0 and start:
        mend += f", or {start:04}/{start + 99:04} for the whole century"
    return "{date} is not a date", _for_a_part(match, mend)


def _century(match: re.Match[str]) -> _Answer:
    number = int(match["number"])
    if not 1 <= number <= 99:
        return None
    return "{date} is not a date", _for_a_part(match, f"Write the interval {number * 100 - 99:04}/{number * 100:04}")


def _for_a_part(match: re.Match[str], mend: str) -> str:
    return f"{mend}, or the part of it that is meant" if match["part"] else mend


def _season(match: re.Match[str]) -> _Answer:
    year = int(match["year"])
    if (season := match["season"]) == "winter":
        mend = f"such as {year:04}-12/{year + 1:04}-02"
    else:
        first, last = _SEASONS[season]
        mend = f"such as {year:04}-{first}/{year:04}-{last}"
    return "{date} is not a date: seasons are not read", f"Write the months, {mend}"


def _part(match: re.Match[str]) -> _Answer:
    year = f"{int(match['year']):04}"
    first, last = {"e": ("01", "04"), "b": ("01", "04"), "m": ("05", "08")}.get(match["part"][0], ("09", "12"))
    return "{date} is not a date", f"Write the interval it lies in, such as {year}-{first}/{year}-{last}"


def _short_year(match: re.Match[str]) -> _Answer:
    year = match["year"].zfill(2)
    mend = f"Write 19{year} or 20{year}, or 00{year} for the year {int(year)}"
    return "{date} is not a date: a year has four digits", mend


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Answer]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), answer)
    for form, answer in (
        (rf".*\d.*\b{_ERA}|{_ERA} ?\d.*|[-\u2212] ?\d{{1,4}}", lambda _: _BEFORE_CHRIST),
        (r"(?:a\.? ?d\.?|c\.? ?e\.?) ?(?P<year>[1-9]\d{0,3})", _after_christ),
        (r"(?P<year>[1-9]\d{0,3}) ?(?:a\.? ?d\.?|c\.? ?e\.?)", _after_christ),
        (r"(?:in|on|year|the year) (?P<rest>.+)", lambda match: _meant(match["rest"])),
        (rf"(?:~ ?|{_ABOUT}\b\.? ?)(?P<rest>.+)", _about),
        (rf"{_PART}(?P<year>\d{{2,3}}0)['’]?s", _decade),
        (rf"{_PART}(?P<number>\d{{1,2}})(?:st|nd|rd|th)?\.?[- ](?:century|c\.)", _century),
        (rf"(?P<season>{_SEASON}),?(?: of)? (?P<year>\d{{3,4}})", _season),
        (rf"(?P<year>\d{{3,4}}),? (?P<season>{_SEASON})", _season),
        (r"(?:before|after|until|till|by|since|from|not before|not after)\b (?!.*\b(?:to|until)\b)[^-–]+",
         lambda _: _ONE_END),
        (r"(?P<part>early|mid|middle|late|beginning|end)(?: of|-in)?[- ](?P<year>\d{3,4})", _part),
        (rf"(?:from |between )?(?P<start>.+?) ?(?:{_DASHES}{{1,2}}|\b(?:to|until|and|or)\b|/) ?(?P<end>.+)", _interval),
        (r"['’]?(?P<year>0?[1-9]|[1-9]\d)", _short_year),
    )
)  # fmt: skip
