"""All events on one line: a window on it to scale, at any zoom, and the whole of it as text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quizgame.game.kinds.shared import Event
from quizgame.wording.cells import cells, filled
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _
from quizgame.wording.ruler import ticks

ZOOMS_IN_YEARS = (None, 100.0, 40.0, 10.0, 3.0, 1.0, 0.25)
"""What a window covers: everything, then from a century down to three months."""
ONE, SEVERAL, MANY, CHOSEN = "●", "▲", "█", "◆"
"""Marks on the line: no figure, which could be read as a year."""
_MANY = 4


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the line, as wide as the screen."""

    first: date
    last: date
    inside: tuple[int, ...]
    """The events in it, by their place."""
    marks: str
    """The line, with a mark for an event, for two or three, for more in a cell, and for the chosen one."""
    ticks: str


def in_order(events: Sequence[Event]) -> list[Event]:
    """The events, earliest first."""
    return sorted(events, key=lambda event: (event.date.earliest, event.date.latest, event.label))


class Line:
    """A line of events that are `in_order`."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._days = [event.date.middle for event in events]
        self._ends = min(self._days, default=date.min), max(self._days, default=date.max)

    def window(self, chosen: int, zoom: int, width: int) -> Window:
        """The window at a step of `ZOOMS_IN_YEARS` around the chosen event, `width` cells wide."""
        days = self._days
        first, last = self._range(days[chosen], ZOOMS_IN_YEARS[zoom])
        inside = tuple(place for place, day in enumerate(days) if first <= day <= last)
        span = max(1, (last - first).days)

        def cell(day: date) -> int:
            return round((day - first).days / span * (width - 1))

        line = ["─"] * width
        for at, count in Counter(cell(days[place]) for place in inside).items():
            line[at] = ONE if count == 1 else SEVERAL if count < _MANY else MANY
        line[cell(days[chosen])] = CHOSEN
        return Window(first, last, inside, "".join(line), ticks(first, last, width))

    def _range(self, center: date, years: float | None) -> tuple[date, date]:
        """The window's ends; near an end of the story it stops there, so that no room is wasted."""
        first, last = self._ends
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
        return [_("There are no events with a date here.")]
    overview = Line(ordered).window(0, 0, width)
    rows = [overview.marks.replace(CHOSEN, ONE), overview.ticks, ""]
    dates = [date_in_words(event.date) for event in ordered]
    longest, decade = max(map(cells, dates)), None
    for event, said in zip(ordered, dates, strict=True):
        if event.date.earliest.year // 10 != decade:
            decade = event.date.earliest.year // 10
            rows += [""] if rows[-1] else []
            rows.append(_("{year}s").format(year=f"{decade}0"))
        rows.append(f"  {filled(said, longest)}  {event.label}")
    return rows
