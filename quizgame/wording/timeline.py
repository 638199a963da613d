"""All events on one line: a window on it to scale, at any zoom, and the whole of it as text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.banks.days import FIRST_DAY, LAST_DAY, year_of
from quizgame.game.kinds.shared import Event
from quizgame.wording.cells import cells, filled
from quizgame.wording.dates import date_in_words, year_in_words, years_in_words
from quizgame.wording.language import _
from quizgame.wording.ruler import bare_line, ticks
from quizgame.wording.scale import Scale

ZOOMS_IN_YEARS = (3000.0, 1000.0, 300.0, 100.0, 40.0, 10.0, 3.0, 1.0, 0.25)
"""What a window may cover, from millennia down to three months."""
_DAYS_A_YEAR = 365.25
ONE, SEVERAL, MANY, CHOSEN = "●", "▲", "█", "◆"
"""Marks on the line: no figure, which could be read as a year."""
_MANY = 4


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the line, as wide as the screen."""

    first: int
    last: int
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
        days = self._days or [0]
        margin = max(31, (max(days) - min(days)) // 50)
        self._ends = max(FIRST_DAY, min(days) - margin), min(LAST_DAY, max(days) + margin)
        years = (self._ends[1] - self._ends[0]) / _DAYS_A_YEAR
        self.zooms = (None, *(step for step in ZOOMS_IN_YEARS if step < years))
        """How many years each step of the zoom covers; the first covers everything."""

    def window(self, chosen: int | None, zoom: int, width: int) -> Window:
        """The window at a step of `zooms` around the chosen event, or the first one, `width` cells wide."""
        days = self._days
        first, last = self._range(days[chosen or 0], self.zooms[zoom])
        inside = tuple(place for place, day in enumerate(days) if first <= day <= last)
        scale = Scale(first, last, width, [(days[place], days[place]) for place in inside])
        line = list(bare_line(scale, width))
        for at, count in Counter(round(scale.cell(days[place])) for place in inside).items():
            line[at] = ONE if count == 1 else SEVERAL if count < _MANY else MANY
        if chosen is not None:
            line[round(scale.cell(days[chosen]))] = CHOSEN
        return Window(first, last, inside, "".join(line), ticks(scale, width))

    def _range(self, center: int, years: float | None) -> tuple[int, int]:
        """The window's ends; near an end of the story it stops there, so that no room is wasted."""
        first, last = self._ends
        if years is None:
            return first, last
        half = int(years * _DAYS_A_YEAR / 2)
        start = max(first, min(center - half, last - 2 * half))
        return start, start + 2 * half


def as_text(events: Sequence[Event], width: int = 76) -> list[str]:
    """The whole line for paper: a ruler, then the events by decade with their dates."""
    ordered = in_order(events)
    if not ordered:
        return [_("There are no events with a date here.")]
    overview = Line(ordered).window(None, 0, width)
    rows = [overview.marks, overview.ticks, ""]
    dates = [date_in_words(event.date) for event in ordered]
    longest, below = max(map(cells, dates)), ""
    span = _span_of_headings(ordered)
    for event, said in zip(ordered, dates, strict=True):
        heading = _heading(year_of(event.date.earliest), span)
        if heading != below:
            below = heading
            rows += [""] if rows[-1] else []
            rows.append(heading)
        rows.append(f"  {filled(said, longest)}  {event.label}")
    return rows


def _span_of_headings(ordered: Sequence[Event]) -> int:
    """How many years stand below one heading: ten, or a hundred or a thousand where the story is long."""
    years = (ordered[-1].date.earliest - ordered[0].date.earliest) / _DAYS_A_YEAR
    return 10 if years <= 500 else 100 if years <= 5000 else 1000


def _heading(year: int, span: int) -> str:
    """The decade, century or millennium of a year. Before the year 1 decades are told by their years: 50–41 BC."""
    if span == 10 and year >= 10:
        return _("{year}s").format(year=f"{year // 10}0")
    if span == 10:
        first = year - (year - 1) % 10
        return years_in_words(first, 9 if year > 0 else first + 9)
    first = year - (year - 1) % span
    if span == 100:
        return years_in_words(first, first + 99)
    return f"{year_in_words(first)} – {year_in_words(first + span - 1)}"
