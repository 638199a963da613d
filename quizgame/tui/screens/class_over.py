"""After a round of a class: what was reached together, and what to do with it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Resize

from quizgame.game.play.class_round import ClassRound
from quizgame.session.classroom import Classroom
from quizgame.session.session import Session
from quizgame.tui import flow_class
from quizgame.tui.parts.big import BigWords
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Door, Row
from quizgame.tui.parts.show import Words, wrapped
from quizgame.tui.widgets.reached import ReachedCards
from quizgame.tui.widgets.report_line import ReportLine
from quizgame.wording import class_over as told
from quizgame.wording import keys

AROUND, AROUND_TALL = 11, 13
"""Rows of the window that neither the headline nor the cards have: the title, the ways on, the keys; with air."""


class ClassOver(Page):
    """Enter leads to what did not land; nothing here ranks anybody."""

    CSS_PATH = "class_over.tcss"
    BINDINGS = [
        Binding("enter,t", "teach", told.TEACH_AGAIN, show=False),  # before a row has the focus
        Binding("i", "items", told.ITEMS, show=False),
        Binding("r", "report", told.REPORT, show=False),
        Binding("e", "paper", told.PAPER, show=False),
        Binding("a", "again", told.AGAIN, show=False),
        Binding("q,escape", "leave", keys.BACK),
    ]

    def __init__(self, session: Session, classroom: Classroom, play: ClassRound) -> None:
        super().__init__()
        self._session, self._classroom, self._round = session, classroom, play
        self._won = BigWords(self._rows_for_headline, id="won")
        self._cards = ReachedCards(lambda: self._rows() - 2, id="cards")
        self._report = ReportLine(classroom, play.started)

    def compose_page(self) -> ComposeResult:
        """What was reached, the ways on."""
        play = self._round
        yield Words(told.round_over(play), classes="title")
        yield self._won
        yield self._cards
        yield Words(told.effort(play), id="effort")
        with Vertical(id="doors", classes="ground"):
            yield Door(told.TEACH_AGAIN, "Enter", "teach", id="first")
            yield Door(told.ITEMS, "i", "items")
            yield Door(told.REPORT, "r", "report")
            if self._has_sheet:
                yield Door(told.PAPER, "e", "paper")
            yield Door(told.AGAIN, "a", "again")
        yield self._report

    @property
    def _has_sheet(self) -> bool:
        """A starter has no code, and so none."""
        return not self._round.selection.facts

    def on_mount(self) -> None:
        """Enter takes the first door."""
        play = self._round
        headline = told.headline(play)
        self._won.display = bool(headline)
        self._won.say(headline, "bold $accent" if told.may_celebrate(play) else "bold")
        self._cards.tell(told.reached(play, self._classroom.figures(play.started.round)))
        self.query("#first").focus()  # none, if the page has gone again already

    def on_resize(self, event: Resize) -> None:
        """Another size has room for larger letters, or for smaller ones only."""
        super().on_resize(event)
        self._cards.draw_again()
        self._won.draw_again()
        self.call_after_refresh(self._won.draw_again)  # what it has room for depends on the cards, laid out after it

    def _rows(self) -> int:
        effort = len(wrapped(told.effort(self._round), max(1, self._cards.size.width)))
        return self.size.height - effort - (AROUND_TALL if self.has_class("-tall") else AROUND)

    def _rows_for_headline(self) -> int:
        """What the cards leave; a hard subject is not cheered at."""
        if not told.may_celebrate(self._round):
            return 0
        return self._rows() - len(self._cards.lines(self._cards.size.width)) - 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A sheet can be typed in where there is one."""
        if action == "paper" and not self._has_sheet:
            return False
        return super().check_action(action, parameters)

    async def on_row_chosen(self, message: Row.Chosen) -> None:
        """A door."""
        if isinstance(message.row, Door):
            await self.run_action(message.row.action)

    def action_teach(self) -> None:
        """The facts that were missed most, one after the other."""
        found = self._classroom.to_teach_again(self._round.started.round)
        if found:
            flow_class.teach_again(self, self._classroom, found)
        else:
            self._report.say(told.NOTHING_MISSED)

    def action_items(self) -> None:
        """Each question, and what was said to it."""
        flow_class.open_items(self, self._classroom, self._round.started)

    def action_report(self) -> None:
        """A folder is typed; there the report is written."""
        self._report.ask()

    def action_paper(self) -> None:
        """What was written on the sheets of this round."""
        flow_class.enter_paper(self, self._classroom, self._round.selection)

    def action_again(self) -> None:
        """Set up another round."""
        flow_class.to_setup(self, self._session, self._classroom)

    def action_leave(self) -> None:
        """To the set-up."""
        flow_class.to_setup(self, self._session, self._classroom)
