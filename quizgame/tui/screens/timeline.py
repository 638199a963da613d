"""Dates in order: the ways to play with them, and the whole story on one line."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import DescendantFocus, Resize

from quizgame.game.kinds.questions import Event
from quizgame.game.play.growing import DAILY, GROWING, events_for_line
from quizgame.game.play.round import DATES, ORDERINGS
from quizgame.learning.records import best, games
from quizgame.learning.resolution import resolution
from quizgame.session.choose import RoundSettings
from quizgame.session.session import Session
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.quiz import Quiz
from quizgame.wording.answers import cards, why_mixed
from quizgame.wording.timeline import ZOOMS_IN_YEARS, in_order, window

ORDERINGS_IN_A_ROUND = 6
LOOK = "look"
NAME_WIDTH = 24


class WayRow(Row):
    """A way to play."""

    def __init__(self, mode: str, name: str, about: str) -> None:
        super().__init__(classes="way")
        self.mode, self._name, self._about = mode, name, about

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its name and what it is."""
        return (f"{self._name:{NAME_WIDTH}}", "bold"), (self._about, "$quiet")


class TimelineMenu(Page):
    """What can be done with dates."""

    BINDINGS = [Binding("escape,q,t", "app.pop_screen", "back", key_display="Esc")]

    def __init__(self, session: Session, settings: RoundSettings) -> None:
        super().__init__()
        self._session, self._settings = session, settings

    def compose_page(self) -> ComposeResult:
        """The ways, the personal figure, and a word on short topics."""
        pack = self._session.pack
        yield Words("Timeline", classes="title")
        yield WayRow(
            ORDERINGS,
            "Put dates in order",
            "as close as you can tell apart",
        )
        yield WayRow(GROWING, "Growing timeline", "a card at a time into a line")
        yield WayRow(DAILY, "Today's line", "the same for everybody today")
        yield WayRow(DATES, "When was it?", "type the year")
        count = len(events_for_line(pack, self._settings.topics)[0])
        yield WayRow(LOOK, "Look at the timeline", f"{count} events on one line")
        yield Words("", id="figure", classes="heading")
        if note := why_mixed(pack, self._settings.topics):
            yield Words(note, classes="quiet")

    def on_mount(self) -> None:
        """The first way."""
        self.query(WayRow).first().focus()
        self._tell()

    def on_screen_resume(self) -> None:
        """Back from a game: the figures have moved."""
        self._tell()

    def _tell(self) -> None:
        answers, pack = self._session.keeper.answers, self._session.pack
        said = [resolution(pack, answers).in_words()]
        whole = self._settings.topics == pack.topics or events_for_line(pack, self._settings.topics)[1]
        record = best(answers, pack.id, GROWING, "all" if whole else "+".join(self._settings.topics))
        if record:
            said.append(f"Your longest line: {cards(record.right)} right")
        lines = len(games(answers, pack.id, DAILY, "all"))
        if lines:
            said.append("1 line of the day played" if lines == 1 else f"{lines} lines of the day played")
        self.query_one("#figure", Words).say(" · ".join(text for text in said if text))

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Play it, or look."""
        row = message.row
        if not isinstance(row, WayRow):
            return
        settings = replace(self._settings, mode=row.mode, seed=None)
        if row.mode == LOOK:
            self.app.push_screen(TimelineView(self._session, self._settings))
        elif row.mode in (GROWING, DAILY):
            self.app.push_screen(GrowingScreen(self._session, settings))
        else:
            length = ORDERINGS_IN_A_ROUND if row.mode == ORDERINGS else settings.length
            self.app.push_screen(Quiz(self._session, replace(settings, length=length)))


class EventRow(Row):
    """An event of the story."""

    def __init__(self, event: Event) -> None:
        super().__init__(classes="event")
        self.event = event

    def compose(self) -> ComposeResult:
        """The mark, the date, the label."""
        yield Words(classes="mark")
        yield Words(self.event.date.in_words(), classes="date")
        yield Words(self.event.label, classes="said")

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its label; the date has a column of its own."""
        return (self.event.label,)


class TimelineView(Page):
    """All events of the chosen topics: a line to scale above, the list below."""

    CSS_PATH = "timeline.tcss"
    BINDINGS = [
        Binding("plus,equals_sign", "zoom(1)", "closer", key_display="+"),
        Binding("minus", "zoom(-1)", "wider", key_display="-"),
        Binding("escape,q", "app.pop_screen", "back", key_display="Esc"),
    ]

    def __init__(self, session: Session, settings: RoundSettings) -> None:
        super().__init__()
        self._pack = session.pack
        self.events = in_order(events_for_line(session.pack, settings.topics)[0])
        self.zoom = 0
        self.chosen = 0

    def compose_head(self) -> ComposeResult:
        """The line stays while the list scrolls."""
        with Vertical(id="overview"):
            yield Words(id="window-line")
            yield Words(id="window-ticks", classes="quiet")

    def compose_page(self) -> ComposeResult:
        """The list."""
        if not self.events:
            yield Words("No event with a date here yet.")
        for event in self.events:
            yield EventRow(event)

    def on_mount(self) -> None:
        """The first event."""
        rows = self.query(EventRow)
        if rows:
            rows.first().focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002 - Textual's signature
        """Another event: the window goes with it."""
        if isinstance(self.focused, EventRow):
            self.chosen = self.events.index(self.focused.event)
            self._draw()

    def on_resize(self, event: Resize) -> None:
        """Another width, another scale."""
        super().on_resize(event)
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        line = self.query_one("#window-line", Words)
        if not self.events or line.size.width < 20:
            return
        seen = window(self.events, self.chosen, self.zoom, line.size.width)
        line.say(seen.marks)
        self.query_one("#window-ticks", Words).say(seen.ticks)
        for row in self.query(EventRow):
            row.set_class(self.events.index(row.event) not in seen.inside, "-outside")

    def action_zoom(self, step: int) -> None:
        """From the whole story down to three months."""
        self.zoom = max(0, min(len(ZOOMS_IN_YEARS) - 1, self.zoom + step))
        self._draw()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """The fact, in its study notes."""
        if isinstance(message.row, EventRow):
            event = message.row.event
            self.app.push_screen(Notes(self._pack, event.topic, (event.fact,)))
