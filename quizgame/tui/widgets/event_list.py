"""A list of events of which one is chosen. It draws the rows that are in view and no others, so it may be long."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from quizgame.game.kinds.shared import Event
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.rows import MARK
from quizgame.tui.parts.show import Part, Words, padded
from quizgame.wording import keys
from quizgame.wording.dates import date_in_words

LEAST_LABEL = 24


class EventList(Words, can_focus=True):
    """One row an event; what does not fit into a row ends in "…", and the chosen one is shown whole elsewhere."""

    BINDINGS = [
        Binding("enter", "choose", keys.OPEN),
        Binding("up,k", "walk(-1)", keys.UP, show=False),
        Binding("down,j", "walk(1)", keys.DOWN, show=False),
        Binding("pageup", "walk(-10)", keys.PAGE_UP, show=False),
        Binding("pagedown", "walk(10)", keys.PAGE_DOWN, show=False),
        Binding("home", "walk(-99999)", keys.UP, show=False),
        Binding("end", "walk(99999)", keys.DOWN, show=False),
    ]
    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """Another event is marked."""

        place: int

    @dataclass
    class Chosen(Message):
        """The marked event was chosen."""

        event: Event

    def __init__(self, events: Sequence[Event]) -> None:
        super().__init__(id="events")
        self.events = tuple(events)
        self.chosen = 0
        self.inside: frozenset[int] = frozenset(range(len(self.events)))
        """The events that are in the window of the line above; the others are quiet."""
        self._first = 0
        self._date_width = max((cell_len(date_in_words(event.date)) for event in self.events), default=0)

    def on_resize(self) -> None:
        """Another height, other rows."""
        self.draw()

    def draw(self) -> None:
        """Draw the rows in view, with the marked one among them."""
        height, width = self.size.height, self.size.width
        if not height or not self.events:
            return
        self._first = min(self._first, self.chosen, max(0, len(self.events) - height))
        self._first = max(self._first, self.chosen - height + 1)
        dates = max(4, min(self._date_width, width - 4 - LEAST_LABEL))
        rows: list[tuple[Part, ...]] = []
        for place in range(self._first, min(len(self.events), self._first + height)):
            event, here = self.events[place], place == self.chosen
            style = "bold" if here else "" if place in self.inside else "$quiet"
            date = padded(date_in_words(event.date), dates) + "  "
            label = padded(event.label, max(2, width - dates - 4)).rstrip()
            rows.append(((padded(MARK if here else "", 2), "bold $accent"), (date, style or "$quiet"), (label, style)))
        self.say_lines(rows, layout=False)

    def action_walk(self, step: int) -> None:
        """Mark another event."""
        place = max(0, min(len(self.events) - 1, self.chosen + step))
        if self.events and place != self.chosen:
            self.chosen = place
            self.post_message(self.Moved(place))

    def action_choose(self) -> None:
        """Open the marked event."""
        if self.events and (page := page_of(self)) and page.is_a_new_press():
            self.post_message(self.Chosen(self.events[self.chosen]))

    def on_click(self, event: Click) -> None:
        """Mark an event, or open the one that is marked."""
        event.stop()
        place = self._first + event.y
        if place == self.chosen:
            self.action_choose()
        elif place < len(self.events):
            self.action_walk(place - self.chosen)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel marks further on."""
        event.stop()
        self.action_walk(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel marks further back."""
        event.stop()
        self.action_walk(-3)
