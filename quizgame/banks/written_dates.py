"""Dates as people write them: 44 BC, c. 1200, spring 1990, 20 February 1988, the 5th century BC, 1914–18.

What can mean only one thing is read as that. What may mean several things is refused, with what it may mean in EDTF:
the author knows what is right, and decides.
"""

import re
import unicodedata
from collections.abc import Callable

from quizgame.banks.dates import DateError, Interval, parse, quoted, year_in_edtf
from quizgame.banks.written_points import AD, BC, MONTH, era_of, is_date, number_of, one_point, points

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON = "|".join(_SEASONS)
_LONG = r"century|c\.|millennium"
_DASHES = "[-\u2010-\u2015\u2212~]"
_ABOUT = r"(?:c|ca|cca|circa|about|around|approx|approximately|roughly|maybe|probably|perhaps|possibly)"
_PART = r"(?:(?:the )?(?:(?P<part>early|mid|middle|late|beginning|end)(?: of)?[- ]))?(?:the )?"
_ONE_MEND = re.compile(r"Write (?:the interval )?([0-9XY~/-]+)")
"""The mend of a date that has only one meaning."""
_TELLS = re.compile(rf"^[-\u2212]\d{{3,5}}$|(?<!\d)\d{{4}}(?!\d)|{BC}|\bcentury\b|\ba\.? ?d\b")
"""A number alone is a date in a bank, where one is asked for; elsewhere only one of four digits, or with an era."""
_LONGEST = 60


def read(written: str) -> Interval:
    """Read a date of a bank; raises `DateError` with what the author could write in its place."""
    try:
        return parse(written)
    except DateError as error:
        bare = _bare(written)
        is_said = len(bare) > _LONGEST or "parts of a year" in error.what
        meant = None if is_said else _meant(bare)
        if meant is None:
            raise
        if found := _only(meant):
            return found
        what = error.what
        if bare != written.strip().casefold() or "there is no such date" in what or "ends before it starts" in what:
            what = f"{quoted(written.strip())} is not a date"
        raise DateError(meant[0].format(what=what, date=quoted(written.strip())), meant[1]) from None


def only_meaning(written: str) -> Interval | None:
    """What a date in words or figures means if it can mean only one: 20 February 1988, 1914–18, the 1990s."""
    bare = _bare(written)
    meant = _meant(bare) if len(bare) <= _LONGEST else None
    return _only(meant) if meant else None


def _only(meant: tuple[str, str]) -> Interval | None:
    one = _ONE_MEND.fullmatch(meant[1])
    return parse(one[1]) if one and is_date(one[1]) else None


def is_meant_as_date(written: str) -> bool:
    """Whether somebody who wrote this meant a date, be it one that can be read or not: 1988, 44 BC, about 1500."""
    bare = _bare(written)
    tells = len(bare) <= _LONGEST and _TELLS.search(bare) is not None
    return tells and (is_date(bare) or _meant(bare) is not None)


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
    meant = " or ".join(points(bare))
    return ("{what}", f"Write {meant}") if meant else None


_Answer = tuple[str, str] | None


_NO_YEAR = "{date} is not a date: there was no year 0", "Write 1 BC or AD 1"
_ONE_END = (
    "{date} is not a date: open intervals can't be put in order",
    "Write both ends, such as 1988/1994",
)


def _minus(match: re.Match[str]) -> _Answer:
    year = int(match["year"])
    if not year:
        return _NO_YEAR
    mend = f"Write {year} BC, or {year_in_edtf(-year)} if EDTF is meant, where that is {year + 1} BC"
    return "{date} is not a date", mend


def _interval(match: re.Match[str]) -> _Answer:
    start, end = match["start"].strip(), match["end"].strip()
    last = one_point(end)
    _, era = era_of(end)
    bare_start, era_before = era_of(start)
    if era_before == "AD" and not era:
        last = one_point(f"ad {end}")
    if era == "BC" and not era_before:
        start = f"{start} bc"
    first = one_point(start)
    if first and not (era or era_before) and re.fullmatch(r"\d{1,2}", end) and re.fullmatch(r"\d{3,4}", start):
        last = one_point(start[: -len(end)] + end)  # 1914-18, 1988-9
    elif last and re.fullmatch(r"\d{1,2}", bare_start) and re.fullmatch(r"-?\d{4}-\d\d-\d\d", last):
        first = f"{last[:-2]}{bare_start.zfill(2)}"  # 9-10 November 2020
    elif first is None and last and re.fullmatch(MONTH, bare_start, re.IGNORECASE):  # September–November 2020
        first = f"{last[: 5 if last[0] == '-' else 4]}-{number_of(bare_start):02}"
    edtf = f"{first}/{last}"
    return ("{date} is not a date", f"Write the interval {edtf}") if first and last and is_date(edtf) else None


def _about(match: re.Match[str]) -> _Answer:
    rest = list(points(match["rest"]))
    return ("{date} is not a date", f"Write {' or '.join(f'{point}~' for point in rest)}") if rest else None


def _decade(match: re.Match[str]) -> _Answer:
    start = int(match["year"])
    if match["bc"]:
        decade, century = (f"{year_in_edtf(-span - start)}/{year_in_edtf(1 - start)}" for span in (8, 98))
    else:
        decade, century = f"{start // 10:03}X", f"{start // 100:02}XX"
    mend = f"Write {decade}"
    if start % 100 == 0 and start:
        mend += f", or {century} for the whole century"
    return "{date} is not a date", _for_a_part(match, mend)


def _century(match: re.Match[str]) -> _Answer:
    number, size = int(match["number"]), 1000 if match["unit"].startswith("m") else 100
    if not 1 <= number <= (10_000 if match["bc"] else 9999) // size:
        return None
    first, last = number * size - size + 1, number * size
    if not match["bc"]:
        edtf = f"the interval {first:04}/{last:04}"
    elif size == 100:
        edtf = f"-{number - 1:02}XX"
    else:
        edtf = f"the interval {year_in_edtf(1 - last)}/{year_in_edtf(1 - first)}"
    return "{date} is not a date", _for_a_part(match, f"Write {edtf}")


def _for_a_part(match: re.Match[str], mend: str) -> str:
    return f"{mend}, or the part of it that is meant" if match["part"] else mend


def _season(match: re.Match[str]) -> _Answer:
    year, season, then = one_point(match["year"]), _SEASONS[match["season"]], match["next"]
    if year is None or not re.fullmatch(r"-?\d{4}", year):
        return None
    if then and not (season == 24 and year_in_edtf(int(year) + 1).endswith(then)):
        return None
    if season == 24 and not then:
        mend = f"Write {year}-24 for the winter that begins in that year, or {year_in_edtf(int(year) - 1)}-24"
        return "{date} is not a date: a winter lies in two years", mend
    return "{date} is not a date", f"Write {year}-{season}"


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
        (rf"0+ ?{BC}|{BC} ?0+", lambda _: _NO_YEAR),
        (r"[-\u2212] ?(?P<year>\d{1,4})", _minus),
        (r"(?:in|on|year|the year) (?P<rest>.+)", lambda match: _meant(match["rest"])),
        (rf"(?:~ ?|{_ABOUT}\b\.? ?)(?P<rest>.+)", _about),
        (rf"{_PART}(?P<year>\d{{1,3}}0)['’]?s(?P<bc> {BC})?", _decade),
        (rf"{_PART}(?P<number>\d{{1,3}})(?:st|nd|rd|th)?\.?[- ](?P<unit>{_LONG})(?: (?:(?P<bc>{BC})|{AD}))?", _century),
        (rf"(?P<season>{_SEASON}),?(?: of)? (?P<year>[^-–/]+)(?:[-–/](?P<next>\d{{1,4}}))?", _season),
        (rf"(?P<year>\d{{3,4}}),? (?P<season>{_SEASON})(?P<next>)", _season),
        (r"(?:before|after|until|till|by|since|from|not before|not after)\b (?!.*\b(?:to|until)\b)[^-–]+",
         lambda _: _ONE_END),
        (r"(?P<part>early|mid|middle|late|beginning|end)(?: of|-in)?[- ](?P<year>\d{3,4})", _part),
        (rf"(?:from |between )?(?P<start>.+?) ?(?:{_DASHES}{{1,2}}|\b(?:to|until|and|or)\b|/) ?(?P<end>.+)", _interval),
        (r"['’]?(?P<year>0?[1-9]|[1-9]\d)", _short_year),
    )
)  # fmt: skip
