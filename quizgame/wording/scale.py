"""A line of time to scale: days to cells. Long stretches in which nothing happened are folded.

A gap is folded if it is 150 years long at least, and three times as long as all that stays: to scale, what lies on one
side of it would be a dot. A fold is a sign that tells its years; the pieces between folds are to scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgame.wording.language import counted

LEAST_FOLD = round(150 * 365.2425)
TIMES_THE_REST = 3
_MARGIN = 15
"""Around what stands at a fold: a fifteenth of what is not folded."""
_LEAST_PIECE = 11
"""The cells of the narrowest piece: a year stands below it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of days on a stretch of cells."""

    first: int
    last: int
    start: int
    width: int

    def cell(self, day: int) -> float:
        """Where a day lies, counted from the left end of the line."""
        return self.start + (day - self.first) / max(1, self.last - self.first) * (self.width - 1)


class Scale:
    """Days to cells, from 0 to width − 1; `busy` are the days of what lies on the line."""

    def __init__(self, first: int, last: int, width: int, busy: Sequence[tuple[int, int]] = ()) -> None:
        self.folds: list[tuple[int, str]] = []
        """The cell at which each fold begins, and its sign."""
        ends = [(first, last)]
        gaps = _folded(first, last, busy)
        while gaps:
            signs = [_sign(start, end) for start, end in gaps]
            room = width - sum(map(len, signs))
            if room >= max(width / 3, _LEAST_PIECE * (len(gaps) + 1)):
                ends = _between(first, last, gaps)
                break
            gaps.remove(min(gaps, key=lambda gap: gap[1] - gap[0]))
        signs = [_sign(one[1], other[0]) for one, other in pairwise(ends)]
        self.pieces: list[Piece] = []
        at = 0
        for (start, end), cells, sign in zip(
            ends, _widths(ends, width - sum(map(len, signs))), [*signs, ""], strict=True
        ):
            self.pieces.append(Piece(start, end, at, cells))
            at += cells
            if sign:
                self.folds.append((at, sign))
                at += len(sign)

    def cell(self, day: int) -> float:
        """Where a day lies; one in a fold, at the end of the piece before it."""
        piece = next((piece for piece in reversed(self.pieces) if piece.first <= day), self.pieces[0])
        return piece.cell(max(piece.first, min(day, piece.last)))


def _folded(first: int, last: int, busy: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The gaps to fold, in order."""
    gaps = []
    reached = min((start for start, _ in busy), default=first)
    for start, end in sorted(busy):
        if start > reached:
            gaps.append((reached, start))
        reached = max(reached, end)
    gaps.sort(key=lambda gap: gap[0] - gap[1])
    most, rest = 0, last - first
    for count, (start, end) in enumerate(gaps[:-1], 1):  # what is nearest together is told apart by its scale
        rest -= end - start
        if end - start < LEAST_FOLD:
            break
        if end - start >= TIMES_THE_REST * rest:
            most = count
    return sorted(gaps[:most])


def _between(first: int, last: int, gaps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that are left, each with a margin at its folds."""
    rest = last - first - sum(end - start for start, end in gaps)
    margin = min(LEAST_FOLD // 3, max(31, rest // _MARGIN))
    starts = [first, *(end - margin for _, end in gaps)]
    ends = [*(start + margin for start, _ in gaps), last]
    return list(zip(starts, ends, strict=True))


def _widths(ends: Sequence[tuple[int, int]], room: int) -> list[int]:
    """The cells of each stretch: by its days, none narrower than can be read."""
    least = min(_LEAST_PIECE, room // len(ends))
    spare, days = room - least * len(ends), sum(end - start for start, end in ends)
    done, widths, before = 0, [], 0
    for start, end in ends:
        done += end - start
        share = round(spare * done / max(1, days))
        widths.append(least + share - before)
        before = share
    return widths


def _sign(first: int, last: int) -> str:
    """The years that a fold leaves out: `╱ 4,900 years ╱`. They are rounded to two digits."""
    years = round((last - first) / 365.2425)
    return f"╱ {counted(round(years, min(-1, 2 - len(str(years)))), '{n} year', '{n} years')} ╱"
