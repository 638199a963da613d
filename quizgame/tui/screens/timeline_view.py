"""The whole story on one line."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Resize

from quizgame.game.play.growing import events_for_line
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words
from quizgame.tui.widgets.event_list import EventList
from quizgame.wording import keys
from quizgame.wording.screens import NO_EVENTS_YET
from quizgame.wording.timeline import Line, in_order

LEAST_LINE = 20


class TimelineView(Page):
    """All events of the chosen topics: a line to scale above, the list below."""

    CSS_PATH = "timeline_view.tcss"
    BINDINGS = [
        Binding("plus,equals_sign", "zoom(1)", keys.CLOSER),
        Binding("minus", "zoom(-1)", keys.WIDER),
        Binding("escape,q", "back", keys.BACK),
    ]

    def __init__(self, session: Session, topics: tuple[str, ...]) -> None:
        super().__init__()
        self._session = session
        events = in_order(events_for_line(session.pack, topics)[0])
        self.line = Line(events)
        self.events = EventList(events)
        self.zoom = 0
        self._marks, self._ticks = Words(id="window-line"), Words(id="window-ticks", classes="quiet")

    def compose_head(self) -> ComposeResult:
        """The line stays while the list scrolls."""
        with Vertical(id="overview"):
            yield self._marks
            yield self._ticks

    def compose_page(self) -> ComposeResult:
        """The list."""
        if self.events.events:
            yield self.events
        else:
            yield Words(NO_EVENTS_YET)

    def on_mount(self) -> None:
        """The first event."""
        if self.events.events:
            self.events.focus()

    def on_resize(self, event: Resize) -> None:
        """Another width, another scale."""
        super().on_resize(event)
        self.call_after_refresh(self._draw)

    def on_listing_moved(self) -> None:
        """Another event: the window goes with it."""
        self._draw()

    def on_listing_chosen(self, message: EventList.Chosen) -> None:
        """The fact, in its study notes."""
        event = self.events.events[message.place]
        flow.read_notes(self, self._session, event.topic, (event.fact,))

    def _draw(self) -> None:
        width = self._marks.size.width
        if not self.events.events or width < LEAST_LINE:
            return
        seen = self.line.window(self.events.chosen, self.zoom, width)
        self._marks.say(seen.marks)
        self._ticks.say(seen.ticks)
        self.events.inside = frozenset(seen.inside)
        self.events.draw()

    def action_zoom(self, step: int) -> None:
        """From the whole story down to three months."""
        self.zoom = max(0, min(len(self.line.zooms) - 1, self.zoom + step))
        self._draw()
