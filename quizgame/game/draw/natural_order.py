"""Options that are numbers, years or dates are shown in their natural order; only others are shuffled."""

import re
from collections.abc import Sequence

from quizgame.banks.dates import MONTHS

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = "|".join(_MONTHS)
_DATES = (
    re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTH})(?: (?P<year>\d{{3,4}}))?"),
    re.compile(rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{3,4}})"),
    re.compile(rf"(?P<month>{_MONTH})(?: (?P<year>\d{{3,4}}))?"),
)
_ERAS = (
    re.compile(r"(?P<year>\d[\d,]*) (?:bc|bce|ad|ce)"),
    re.compile(r"(?:ad|ce) (?P<year>\d[\d,]*)"),
)
_BEFORE = re.compile(r"bce?$")
_LEAD = r"(?:about|around|at least|in|on|by|more than|less than|nearly|over|under|from|the|early|late|spring|\$|€|£)"
_NUMBER = re.compile(rf"(?:{_LEAD} ?)*(?P<number>\d[\d,]*(?:\.\d+)?)(?P<rest>.*)")
_WORDS = {
    word: number
    for number, word in enumerate(
        "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}

_Key = tuple[str, float, float, float]


def natural_order(options: Sequence[str]) -> list[int] | None:
    """The indexes of the options in their natural order, or None if they have no such order."""
    keys = [_key(option) for option in options]
    known = [key for key in keys if key is not None]
    if len(known) < len(keys) or len({key[0] for key in known}) > 1 or len(set(known)) < len(known):
        return None
    return sorted(range(len(known)), key=known.__getitem__)


def _key(option: str) -> _Key | None:
    text = option.casefold().strip(" .")
    bare = re.sub(rf"^(?:{_LEAD} )+", "", text)
    for form in _DATES:
        if match := form.fullmatch(bare):
            parts = match.groupdict()
            kind = "date" if parts["year"] else "day of any year"
            return kind, float(parts["year"] or 0), float(_MONTHS[parts["month"]]), float(parts.get("day") or 0)
    for form in _ERAS:
        if not (match := form.fullmatch(bare)):
            continue
        year = float(match["year"].replace(",", ""))
        return "year", 1 - year if _BEFORE.search(bare) else year, 0.0, 0.0
    if match := _NUMBER.fullmatch(text):
        unit = re.sub(r"\d+", "", match["rest"]).strip()
        return f"number {unit.removesuffix('s')}", float(match["number"].replace(",", "")), 0.0, 0.0
    first, _, unit = text.partition(" ")
    if first in _WORDS:
        return f"number {unit.removesuffix('s')}", float(_WORDS[first]), 0.0, 0.0
    return None
