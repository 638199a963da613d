"""Dates in order: the ways to play with them."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.game.kinds.shared import Event
from quizgame.game.play.growing import events_for_line, scope_of_line
from quizgame.game.play.modes import DAILY, DATES, GROWING, ORDERINGS, RoundSettings
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Drawn, Line, Part, Words, content, padded
from quizgame.wording import keys, screens
from quizgame.wording.figures import daily_lines, longest_line, resolution_in_words
from quizgame.wording.rounds import why_mixed
from quizgame.wording.timeline import Line as StoryLine
from quizgame.wording.timeline import in_order

LOOK = "look"
NAME_WIDTH, LEAST_LINE = 22, 20


class WayRow(Row):
    """A way to play."""

    def __init__(self, mode: str, title: str, about: str) -> None:
        super().__init__(classes="way")
        self.mode, self._title, self._about = mode, title, about

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its name and what it is."""
        return padded(self._title, NAME_WIDTH), (self._about, "$quiet")


class WholeLine(Drawn):
    """All that can be put in order, to scale: what the ways are about, seen before a word is read."""

    def __init__(self, events: Sequence[Event]) -> None:
        super().__init__(id="whole-line")
        self._line = StoryLine(events)

    def draw(self, width: int) -> list[Line]:
        """The line and its years."""
        seen = self._line.window(None, 0, max(LEAST_LINE, width))
        return [content((seen.marks, "$primary")), content((seen.ticks, "$quiet"))]


class TimelineMenu(Page):
    """What can be done with dates."""

    CSS_PATH = "timeline_view.tcss"
    BINDINGS = [Binding("escape,q,t", "back", keys.BACK)]

    def __init__(self, session: Session, topics: tuple[str, ...]) -> None:
        super().__init__()
        self._session, self._topics = session, topics
        self._figures = Words(id="figure", classes="heading")

    def compose_page(self) -> ComposeResult:
        """The ways, the personal figure, and a word on short topics."""
        pack = self._session.pack
        events = in_order(events_for_line(pack, self._topics)[0])
        yield Words(screens.TIMELINE, classes="title")
        with Vertical(classes="ground"):
            yield WayRow(ORDERINGS, screens.ORDERINGS, screens.ORDERINGS_ABOUT)
            yield WayRow(GROWING, screens.GROWING, screens.GROWING_ABOUT)
            yield WayRow(DAILY, screens.DAILY, screens.DAILY_ABOUT)
            yield WayRow(DATES, screens.DATES, screens.DATES_ABOUT)
            yield WayRow(LOOK, screens.LOOK, screens.events_on_line(len(events)))
            if events:
                yield WholeLine(events)
        yield self._figures
        if note := why_mixed(pack, self._topics):
            yield Words(note, classes="quiet")

    def on_mount(self) -> None:
        """The first way."""
        self.query(WayRow).focus()  # none, if the page has gone again already
        self._tell()

    def on_screen_resume(self) -> None:
        """Back from a game: the figures have moved."""
        super().on_screen_resume()
        self._tell()

    def _tell(self) -> None:
        figures = self._session.figures
        best = figures.best(GROWING, scope_of_line(self._session.pack, self._topics))
        said = (resolution_in_words(figures.resolution), longest_line(best), daily_lines(figures))
        self._figures.say(" · ".join(text for text in said if text))

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Play it, or look."""
        if not isinstance(message.row, WayRow):
            return
        if message.row.mode == LOOK:
            flow.look_at_timeline(self, self._session, self._topics)
        else:
            flow.play(self, self._session, RoundSettings(self._topics, mode=message.row.mode))
