"""Dates in order: the ways to play with them."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.play.growing import events_for_line, scope_of_line
from quizgame.game.play.modes import DAILY, DATES, GROWING, ORDERINGS, RoundSettings
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, padded
from quizgame.wording import keys, screens
from quizgame.wording.figures import daily_lines, longest_line, resolution_in_words
from quizgame.wording.rounds import why_mixed

LOOK = "look"
NAME_WIDTH = 22


class WayRow(Row):
    """A way to play."""

    def __init__(self, mode: str, title: str, about: str) -> None:
        super().__init__(classes="way")
        self.mode, self._title, self._about = mode, title, about

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its name and what it is."""
        return (padded(self._title, NAME_WIDTH), "bold"), (self._about, "$quiet")


class TimelineMenu(Page):
    """What can be done with dates."""

    BINDINGS = [Binding("escape,q,t", "back", keys.BACK)]

    def __init__(self, session: Session, topics: tuple[str, ...]) -> None:
        super().__init__()
        self._session, self._topics = session, topics
        self._figures = Words(id="figure", classes="heading")

    def compose_page(self) -> ComposeResult:
        """The ways, the personal figure, and a word on short topics."""
        pack = self._session.pack
        count = len(events_for_line(pack, self._topics)[0])
        yield Words(screens.TIMELINE, classes="title")
        yield WayRow(ORDERINGS, screens.ORDERINGS, screens.ORDERINGS_ABOUT)
        yield WayRow(GROWING, screens.GROWING, screens.GROWING_ABOUT)
        yield WayRow(DAILY, screens.DAILY, screens.DAILY_ABOUT)
        yield WayRow(DATES, screens.DATES, screens.DATES_ABOUT)
        yield WayRow(LOOK, screens.LOOK, screens.events_on_line(count))
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
