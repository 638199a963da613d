"""The rounds that were played last, and one of them question by question."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.game.events import Answered
from quizgame.saves.history import RoundPlayed
from quizgame.session.clock import now
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.listing import Listing
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.show import Part, Words, padded
from quizgame.wording import history as told
from quizgame.wording import keys

ROUNDS_LISTED = 200
WHEN_WIDTH, MODE_WIDTH, RESULT_WIDTH = 14, 18, 16


class RoundList(Listing):
    """A row a round."""

    def __init__(self, session: Session, rounds: Sequence[RoundPlayed]) -> None:
        super().__init__(len(rounds), id="rounds")
        self.rounds, self._session = tuple(rounds), session

    def row(self, place: int, width: int) -> Sequence[Part]:
        """When, how, what came of it, and of which topics."""
        one = self.rounds[place]
        used = WHEN_WIDTH + MODE_WIDTH + RESULT_WIDTH
        topics = padded(told.topics_in_words(self._session.pack, one), max(0, width - used)).rstrip()
        when = padded(told.moment_in_words(one.moment, now().date()), WHEN_WIDTH)
        result = padded(told.result_of(one), RESULT_WIDTH)
        return when, (padded(told.mode_in_words(one.mode), MODE_WIDTH), "$quiet"), result, (topics, "$quiet")


class History(Page):
    """Enter looks at a round."""

    CSS_PATH = "history.tcss"
    BINDINGS = [Binding("escape,q,h", "back", keys.BACK)]

    def __init__(self, session: Session, rounds: Sequence[RoundPlayed]) -> None:
        super().__init__()
        self._session = session
        self.rounds = RoundList(session, rounds)

    def compose_page(self) -> ComposeResult:
        """A line a round, the last one first."""
        yield Words(told.HISTORY, classes="title")
        with Vertical(classes="ground"):
            yield self.rounds if self.rounds.rounds else Words(told.NO_ROUNDS_YET)

    def on_mount(self) -> None:
        """The last one."""
        if self.rounds.rounds:
            self.rounds.focus()

    async def on_listing_chosen(self, message: Listing.Chosen) -> None:
        """Every question of it."""
        await flow.look_at_round(self, self._session, self.rounds.rounds[message.place])


class PastRound(Page):
    """All answers of a round, to be scrolled through."""

    BINDINGS = [
        Binding("escape,enter,q,h", "back", keys.BACK),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("pagedown,space", "scroll(10)", keys.PAGE_DOWN, show=False),
    ]

    def __init__(self, session: Session, played: RoundPlayed, answers: Sequence[Answered]) -> None:
        super().__init__()
        self._session, self._played = session, played
        self._looked = told.looked_at(session.pack, answers)

    def compose_page(self) -> ComposeResult:
        """As one long text."""
        yield Paragraphs(list(self._paragraphs()), id="past-round")

    def _paragraphs(self) -> Iterator[Paragraph]:
        played = self._played
        when = told.moment_in_words(played.moment, now().date())
        mode = told.mode_in_words(played.mode)
        yield Paragraph(((mode, "bold"), f"  {when}  {told.result_of(played)}"), indented=False)
        if not self._looked:
            yield Paragraph((told.NOTHING_TO_SHOW,), apart=True)
        for number, one in enumerate(self._looked, 1):
            color = "$success" if one.sign == "✓" else "$warning"
            yield Paragraph(((f"{one.sign} {number}. ", f"bold {color}"), one.asked), apart=True)
            for line, style in ((one.given, color), (one.right, "bold")):
                if line:
                    yield Paragraph(((line, style),))
            if one.source:
                yield Paragraph(((one.source, "$quiet"),))

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)
