"""The ruler: a line of time to scale, as rows of text of one width.

Above the line stand letters for the events at their true places; below it, where each was put: the letter of the
card under the date whose place it was given. Where a date is only known to lie in an interval, the line is double.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from quizgame.banks.dates import Interval
from quizgame.wording.dates import SHORT_MONTHS
from quizgame.wording.spread import spread

_STEPS_IN_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_ROOM_FOR_TICK = 2


def ruler(dates: Sequence[Interval], placed: Sequence[int] | None, width: int) -> list[str]:
    """The rows for at most 26 events whose dates are in true order; `placed[k]` is the event put in place k.

    Events count from 0 here and are letters from A on the ruler. Without `placed` there is no row below the line.
    """
    if not dates:
        return []
    first, last = _ends(dates)
    scale = _Scale(first, last, width)
    centers = [scale.cell(interval.middle) for interval in dates]
    line = ["─"] * width
    for interval in dates:
        start, end = scale.cell(interval.earliest), scale.cell(interval.latest)
        if round(end) - round(start) > 1:
            line[round(start) : round(end) + 1] = "═" * (round(end) - round(start) + 1)
    for center in centers:
        line[round(center)] = "●"
    rows = [_labels([letter(event) for event in range(len(dates))], centers, width), "".join(line)]
    if placed is not None:
        rows.append(_labels([letter(event) for event in placed], centers, width))
    return [*rows, ticks(first, last, width)]


def letter(event: int) -> str:
    """The letter of an event: a number could be read as the day of its date."""
    return chr(ord("A") + event)


def _ends(dates: Sequence[Interval]) -> tuple[date, date]:
    """The first and last day of the ruler: whole months, at least two."""
    first = min(interval.earliest for interval in dates).replace(day=1)
    last = max(interval.latest for interval in dates)
    return first, max(last, _clamped(first, 62))


def _clamped(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


class _Scale:
    """Days to cells."""

    def __init__(self, first: date, last: date, width: int) -> None:
        self.first, self.days, self.width = first, max(1, (last - first) / timedelta(days=1)), width

    def cell(self, day: date) -> float:
        """Where a day lies, from 0 to width − 1."""
        return (day - self.first) / timedelta(days=1) / self.days * (self.width - 1)


def _labels(labels: Sequence[str], centers: Sequence[float], width: int) -> str:
    row = [" "] * width
    starts = spread([center + 0.5 for center in centers], [len(label) for label in labels], width)
    for start, label in zip(starts, labels, strict=True):
        row[start : start + len(label)] = label
    return "".join(row)


def ticks(first: date, last: date, width: int) -> str:
    """A row of years, or of months where years are too far apart, each at its place and none over another."""
    scale = _Scale(first, last, width)
    for months in _STEPS_IN_MONTHS:
        days = list(_marks(first, last, months))
        labels = [_tick(day, months) for day in days]
        starts = [round(scale.cell(day) - len(label) / 2 + 0.5) for day, label in zip(days, labels, strict=True)]
        inside = [(s, label) for s, label in zip(starts, labels, strict=True) if s >= 0 and s + len(label) <= width]
        apart = all(a + len(one) + _ROOM_FOR_TICK <= b for (a, one), (b, _) in pairwise(inside))
        if inside and apart:
            break
    else:
        inside = []
    if len(inside) < 2:  # a line too short or too long for round marks: name its ends
        ends = [(0, _tick(first, 1)), (width - len(_tick(last, 1)), _tick(last, 1))]
        both = ends[0][1] != ends[1][1] and len(ends[0][1]) + _ROOM_FOR_TICK <= ends[1][0]
        inside = ends if both else ends[:1]
    row = [" "] * width
    for start, label in inside:
        row[start : start + len(label)] = label
    return "".join(row)[:width]


def _marks(first: date, last: date, months: int) -> list[date]:
    """The days on which a step of so many months begins, none before `first`."""
    count = first.year * 12 + first.month - 1
    count += -count % months
    end = last.year * 12 + last.month - 1
    found = range(count, min(end, 9999 * 12 + 11) + 1, months)
    if len(found) > 500:
        return []
    return [date(index // 12, index % 12 + 1, 1) for index in found if index >= 12]


def _tick(day: date, months: int) -> str:
    return str(day.year) if months % 12 == 0 else f"{SHORT_MONTHS[day.month - 1]} {day.year}"
