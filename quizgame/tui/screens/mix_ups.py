"""What was taken for something else more than once: both side by side, and what tells them apart."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from quizgame.game.play.lengths import A_DAYS_DOSE
from quizgame.game.play.modes import PRACTICE, RoundSettings
from quizgame.learning.overview import MixUp, mix_ups
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words
from quizgame.wording import keys
from quizgame.wording import progress as told
from quizgame.wording.answers import said_of, source_in_words


class MixUps(Page):
    """All of them, to be scrolled through; Enter asks them."""

    CSS_PATH = "mix_ups.tcss"
    BINDINGS = [
        Binding("enter", "ask", keys.ASK_THESE),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("escape,q,m", "back", keys.BACK),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.mix_ups = tuple(mix_ups(session.figures))

    def compose_page(self) -> ComposeResult:
        """Two columns for each."""
        yield Words(told.MIX_UPS, classes="title")
        if not self.mix_ups:
            yield Words(told.NO_MIX_UPS)
        for one in self.mix_ups:
            with Vertical(classes="ground"):
                yield from self._side_by_side(one)

    def _side_by_side(self, one: MixUp) -> ComposeResult:
        with Horizontal(classes="both"):
            with Vertical(classes="side"):
                yield Words((f"✓ {one.right}", "bold $success"))
                yield Words((told.RIGHT_HERE, "$quiet"))
            with Vertical(classes="side"):
                yield Words((f"✗ {one.taken}", "bold $warning"))
                yield Words((told.TAKEN_FOR_IT, "$quiet"))
        yield Words(said_of(self._session.pack, one.fact))
        if one.difference:
            yield Words(one.difference)
        yield Words((source_in_words(self._session.pack, one.fact), "$quiet"), classes="source")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to be asked where nothing was mixed up."""
        if action == "ask" and not self.mix_ups:
            return False
        return super().check_action(action, parameters)

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)

    def action_ask(self) -> None:
        """A short quiz on just these."""
        facts = tuple(dict.fromkeys(one.fact for one in self.mix_ups))[:A_DAYS_DOSE]
        if self.is_a_new_press():
            flow.play(
                self,
                self._session,
                RoundSettings(self._session.pack.topics, len(facts), mode=PRACTICE, facts=facts),
            )
