"""The ruler: a line of time to scale, as rows of text of one width.

Above the line stand letters for the events at their true places; below it, where each was put: the letter of the
card under the date whose place it was given. Where a date is only known to lie in an interval, the line is double.
Where nothing happened for very long, it is folded (`scale`).
"""

from collections.abc import Sequence
from itertools import pairwise

from quizgame.banks.dates import Interval
from quizgame.banks.days import LAST_DAY, day_number, parts_of
from quizgame.wording.dates import SHORT_MONTHS, year_in_words
from quizgame.wording.scale import Piece, Scale
from quizgame.wording.spread import spread

_STEPS_IN_MONTHS = (1, 3, 6, *(12 * step * 10**zeros for zeros in range(11) for step in (1, 2, 5)))
_ROOM_FOR_TICK = 2
_MOST_MARKS = 500


def ruler(dates: Sequence[Interval], placed: Sequence[int] | None, width: int) -> list[str]:
    """The rows for at most 26 events whose dates are in true order; `placed[k]` is the event put in place k.

    Events count from 0 here and are letters from A on the ruler. Without `placed` there is no row below the line.
    """
    if not dates:
        return []
    first, last = ends_of(dates)
    scale = Scale(first, last, width, [(interval.earliest, interval.latest) for interval in dates])
    centers = [scale.cell(interval.middle) for interval in dates]
    line = list(bare_line(scale, width))
    for interval in dates:
        start, end = scale.cell(interval.earliest), scale.cell(interval.latest)
        if round(end) - round(start) > 1:
            line[round(start) : round(end) + 1] = "═" * (round(end) - round(start) + 1)
    for center in centers:
        line[round(center)] = "●"
    rows = [_labels([letter(event) for event in range(len(dates))], centers, width), "".join(line)]
    if placed is not None:
        rows.append(_labels([letter(event) for event in placed], centers, width))
    return [*rows, ticks(scale, width)]


def letter(event: int) -> str:
    """The letter of an event: a number could be read as the day of its date."""
    return chr(ord("A") + event)


def ends_of(dates: Sequence[Interval]) -> tuple[int, int]:
    """The first and last day of a line on which these lie: whole months, at least two."""
    year, month, _ = parts_of(min(interval.earliest for interval in dates))
    first = day_number(year, month)
    last = max(interval.latest for interval in dates)
    return first, max(last, min(first + 62, LAST_DAY))


def bare_line(scale: Scale, width: int) -> str:
    """The line with its folds, before anything stands on it."""
    line = ["─"] * width
    for at, sign in scale.folds:
        line[at : at + len(sign)] = sign
    return "".join(line)


def _labels(labels: Sequence[str], centers: Sequence[float], width: int) -> str:
    row = [" "] * width
    starts = spread([center + 0.5 for center in centers], [len(label) for label in labels], width)
    for start, label in zip(starts, labels, strict=True):
        row[start : start + len(label)] = label
    return "".join(row)


def ticks(scale: Scale, width: int) -> str:
    """A row of years, or of months where years are too far apart, each at its place and none over another."""
    row = [" "] * width
    for piece in scale.pieces:
        found = _labels_of(piece)
        if len(found) < 2:
            found = _its_ends(piece) if len(scale.pieces) == 1 else [_its_year(piece, width)]
        for start, label in found:
            row[start : start + len(label)] = label
    return "".join(row)[:width]


def _labels_of(piece: Piece) -> list[tuple[int, str]]:
    """The labels of a stretch between folds, each with the cell at which it begins."""
    left, right = piece.start, piece.start + piece.width
    for months in _STEPS_IN_MONTHS:
        days = _marks(piece.first, piece.last, months)
        labels = [_tick(day, months) for day in days]
        starts = [round(piece.cell(day) - len(label) / 2 + 0.5) for day, label in zip(days, labels, strict=True)]
        inside = [(s, label) for s, label in zip(starts, labels, strict=True) if s >= left and s + len(label) <= right]
        apart = all(a + len(one) + _ROOM_FOR_TICK <= b for (a, one), (b, _) in pairwise(inside))
        if inside and apart:
            break
    else:
        inside = []
    return inside


def _its_ends(piece: Piece) -> list[tuple[int, str]]:
    """What names a line too short or too long for round marks."""
    first, last = _tick(piece.first, 1), _tick(piece.last, 1)
    ends = [(0, first), (piece.width - len(last), last)]
    both = first != last and len(first) + _ROOM_FOR_TICK <= ends[1][0]
    return ends if both else ends[:1]


def _its_year(piece: Piece, width: int) -> tuple[int, str]:
    """What names a short stretch at a fold; it may reach below the fold."""
    is_last = piece.start + piece.width == width
    day = piece.first if piece.start == 0 else piece.last if is_last else (piece.first + piece.last) // 2
    label = _tick(day, 12)
    return max(piece.start, min(round(piece.cell(day) - len(label) / 2 + 0.5), width - len(label))), label


def _marks(first: int, last: int, months: int) -> list[int]:
    """The days on which a step of so many months begins, none before `first`; none at all if they are too many.

    There is no year 0, so what is round before the year 1 is one year later for astronomers: 500 BC, AD 1, 500.
    """
    if (last - first) / 30 > months * _MOST_MARKS:
        return []
    (year, month, _), (end_year, end_month, _) = parts_of(first), parts_of(last)
    start, end = year * 12 + month - 1, end_year * 12 + end_month - 1
    steps = (
        step + 12 if months > 12 and step <= 0 else step
        for step in range(start - start % months - months, end + 1, months)
    )
    return [day_number(step // 12, step % 12 + 1) for step in steps if start <= step <= end]


def _tick(day: int, months: int) -> str:
    year, month, _ = parts_of(day)
    return year_in_words(year) if months % 12 == 0 else f"{SHORT_MONTHS[month - 1]} {year_in_words(year)}"
