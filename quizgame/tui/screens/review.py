"""A round once more, question by question: what was answered, what is right, why, and where it stands."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.play.round import Round
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.wording import keys
from quizgame.wording.answers import in_short, own_answer
from quizgame.wording.feedback import feedback
from quizgame.wording.rounds import right_of
from quizgame.wording.screens import REVIEW


class Review(Page):
    """All of them, to be scrolled through."""

    BINDINGS = [
        Binding("escape,enter,q", "back", keys.BACK),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("pagedown,space", "scroll(10)", keys.PAGE_DOWN, show=False),
    ]

    def __init__(self, session: Session, played: Round) -> None:
        super().__init__()
        self._session, self._round = session, played

    def compose_page(self) -> ComposeResult:
        """As one long text."""
        yield Paragraphs(list(self._paragraphs()), id="review")

    def _paragraphs(self) -> Iterator[Paragraph]:
        result = self._round.result
        yield Paragraph(((REVIEW, "bold"), f"  {right_of(result.right, result.asked)}"), indented=False)
        for number, given in enumerate(self._round.given, 1):
            said = feedback(self._session.pack, given)
            color = "$success" if said.right else "$warning"
            yield Paragraph(((f"{said.sign} {number}. ", f"bold {color}"), in_short(given.question)), apart=True)
            own = own_answer(given.question, given.response), color
            for line, style in (own, (said.answer, "bold"), (said.why, ""), (said.reason, "")):
                if line:
                    yield Paragraph(((line, style),))
            for place, card in enumerate(said.placed, 1):
                note = f" ({card.note})" if card.note else ""
                yield Paragraph((f"{place}. {card.date}: {card.label}{note}",))
            if said.source:
                yield Paragraph(((said.source, "$quiet"),))

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """To what the round came to."""
        flow.back(self)
