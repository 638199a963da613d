"""A list of events."""

from collections.abc import Sequence

from rich.cells import cell_len

from quizgame.game.kinds.shared import Event
from quizgame.tui.parts.listing import Listing
from quizgame.tui.parts.show import Part, padded
from quizgame.wording.dates import date_in_words

LEAST_LABEL, LEAST_DATE = 54, 18
"""Cells; where there is no room for both, a long span of dates ends in "…" before the labels do."""


class EventList(Listing):
    """One row an event; what does not fit into a row ends in "…", and the chosen one is shown whole elsewhere."""

    def __init__(self, events: Sequence[Event]) -> None:
        super().__init__(len(events), id="events")
        self.events = tuple(events)
        self.inside: frozenset[int] = frozenset(range(len(self.events)))
        """The events that are in the window of the line above; the others are quiet."""
        self._date_width = max((cell_len(date_in_words(event.date)) for event in self.events), default=0)

    def row(self, place: int, width: int) -> Sequence[Part]:
        """The date and the label."""
        event = self.events[place]
        style = "bold" if place == self.chosen else "" if place in self.inside else "$quiet"
        dates = min(self._date_width, max(LEAST_DATE, width - 2 - LEAST_LABEL))
        label = padded(event.label, max(2, width - dates - 2)).rstrip()
        return (padded(date_in_words(event.date), dates) + "  ", style or "$quiet"), (label, style)
