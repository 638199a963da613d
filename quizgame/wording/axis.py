"""The axis of a line that grows: its events to scale, the gap in which a card is held, and last time's line behind it.

Rows of one width, in pieces that each have a part to play: a front end gives each part its color.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

from quizgame.banks.dates import Interval
from quizgame.wording.language import _
from quizgame.wording.ruler import bare_line, ends_of, ticks
from quizgame.wording.scale import Scale

LEAST_WIDTH = 30
LAST_TIME = _("○ last time")


class Role(Enum):
    """What a piece of a row is."""

    AXIS = auto()
    BEFORE = auto()
    """Of last time's line."""
    GAP = auto()
    """Where the card is held."""
    CARD = auto()
    """What points at it."""
    EVENT = auto()
    RIGHT = auto()
    MISSED = auto()


@dataclass(frozen=True, slots=True)
class OnAxis:
    """What lies on an axis."""

    dates: tuple[Interval, ...]
    """Of the line, in its order."""
    range: tuple[Interval, ...] = ()
    """All dates that may come: the axis is as long as these from the start, so that nothing on it ever moves."""
    before: tuple[Interval, ...] = ()
    """Of the line that was played last time."""
    gap: int | None = None
    """Where the card is held: before the event of this number."""
    card: int | None = None
    """The event that was the card, once it lies."""
    became: Mapping[int, bool] = field(default_factory=dict)
    """Which events went where they belong, as far as that is known."""


def axis(shown: OnAxis, width: int) -> list[list[tuple[str, Role]]]:
    """Three rows: what points at the axis, the axis, its years. None where there is no room, or nothing to show."""
    if not shown.dates or width < LEAST_WIDTH:
        return []
    every = (*shown.dates, *shown.range, *shown.before)
    scale = Scale(*ends_of(every), width, [(interval.earliest, interval.latest) for interval in every])
    cells = [round(scale.cell(interval.middle)) for interval in shown.dates]
    signs, roles = list(bare_line(scale, width)), list[Role]([Role.AXIS] * width)

    def put(cell: int, sign: str, role: Role) -> None:
        signs[cell], roles[cell] = sign, role

    for interval in shown.before:
        put(round(scale.cell(interval.middle)), "○", Role.BEFORE)
    if shown.gap is not None:
        left, right = _sides(cells, shown.gap, width)
        for cell in range(left + 1, right):
            put(cell, "○" if signs[cell] == "○" else "━", Role.GAP)
    for event, cell in enumerate(cells):
        known = shown.became.get(event)
        put(cell, "●", Role.EVENT if known is None else Role.RIGHT if known else Role.MISSED)
    return [_pointing(shown, cells, width), _pieces("".join(signs), roles), [(ticks(scale, width), Role.AXIS)]]


def _sides(cells: Sequence[int], gap: int, width: int) -> tuple[int, int]:
    """The cells between which a gap lies."""
    return cells[gap - 1] if gap else -1, cells[gap] if gap < len(cells) else width


def _pointing(shown: OnAxis, cells: Sequence[int], width: int) -> list[tuple[str, Role]]:
    """Where the card would lie, or lies; beside it, where there is room, what the signs of last time are."""
    row, roles = [" "] * width, list[Role]([Role.AXIS] * width)
    at = None
    if shown.gap is not None:
        left, right = _sides(cells, shown.gap, width)
        at = (left + right) // 2
    elif shown.card is not None:
        at = cells[shown.card]
    legend = LAST_TIME if shown.before else ""
    start = 0 if at is not None and at >= width // 2 else width - len(legend)
    row[start : start + len(legend)] = legend
    roles[start : start + len(legend)] = [Role.BEFORE] * len(legend)
    if at is not None:
        at = min(max(0, at), width - 1)
        row[at], roles[at] = "▾", Role.CARD
    return _pieces("".join(row), roles)


def _pieces(text: str, roles: Sequence[Role]) -> list[tuple[str, Role]]:
    """A row as pieces of one part each."""
    made, at = [], 0
    for role, run in groupby(roles):
        count = len(list(run))
        made.append((text[at : at + count], role))
        at += count
    return made
