"""All events on one line: a window on it to scale, at any zoom, and the whole of it as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quizgame.game.kinds.questions import Event
from quizgame.wording.ruler import ticks

ZOOMS_IN_YEARS = (None, 100.0, 40.0, 10.0, 3.0, 1.0, 0.25)
"""What a window covers: everything, then from a century down to three months."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the line, as wide as the screen."""

    first: date
    last: date
    inside: tuple[int, ...]
    """The events in it, as indexes."""
    marks: str
    """The line: ● for an event, a figure where several share a cell, ◆ for the chosen one."""
    ticks: str


def in_order(events: Sequence[Event]) -> list[Event]:
    """The events, earliest first."""
    return sorted(events, key=lambda event: (event.date.earliest, event.date.latest, event.label))


def window(events: Sequence[Event], chosen: int, zoom: int, width: int) -> Window:
    """The window at a step of `ZOOMS_IN_YEARS` around the chosen event; the events must be in order."""
    days = [event.date.middle for event in events]
    first, last = _range(days, days[chosen], ZOOMS_IN_YEARS[zoom])
    span = max(1, (last - first).days)
    line = ["─"] * width
    counts: dict[int, int] = {}
    inside = tuple(index for index, day in enumerate(days) if first <= day <= last)
    for index in inside:
        cell = round((days[index] - first).days / span * (width - 1))
        counts[cell] = counts.get(cell, 0) + 1
        line[cell] = "●" if counts[cell] == 1 else str(min(9, counts[cell]))
    line[round((days[chosen] - first).days / span * (width - 1))] = "◆"
    return Window(first, last, inside, "".join(line), ticks(first, last, width))


def _range(days: Sequence[date], center: date, years: float | None) -> tuple[date, date]:
    """The window's ends; near an end of the story it stops there, so that no room is wasted."""
    first, last = min(days), max(days)
    margin = max(31, (last - first).days // 50)
    first, last = _moved(first, -margin), _moved(last, margin)
    if years is None or (last - first).days <= years * 365.25:
        return first, last
    half = int(years * 365.25 / 2)
    start = max(first, min(_moved(center, -half), _moved(last, -2 * half)))
    return start, _moved(start, 2 * half)


def _moved(day: date, days: int) -> date:
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))


def as_text(events: Sequence[Event], width: int = 76) -> list[str]:
    """The whole line for paper: a ruler, then the events by decade with their dates."""
    ordered = in_order(events)
    if not ordered:
        return ["There are no events with a date here."]
    overview = window(ordered, 0, 0, width)
    rows = [overview.marks.replace("◆", "●"), overview.ticks, ""]
    decade = None
    for event in ordered:
        if event.date.earliest.year // 10 != decade:
            decade = event.date.earliest.year // 10
            rows += [""] if rows[-1] else []
            rows.append(f"{decade}0s")
        rows.append(f"  {event.date.in_words():18}  {event.label}")
    return rows
