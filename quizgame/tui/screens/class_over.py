"""After a round of a class: what was reached together, and what to do with it."""

import asyncio

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from quizgame.game.play.class_round import ClassRound
from quizgame.paper.desk import save_report
from quizgame.session.classroom import Classroom
from quizgame.session.session import Session
from quizgame.tui import flow_class
from quizgame.tui.parts.big import BigWords
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.class_rows import Line, Way
from quizgame.tui.widgets.team_board import TeamBoard
from quizgame.wording import class_screens as told
from quizgame.wording import keys

LONGEST = 200
ROOM_FOR_WINNERS = 12
"""Rows of the window that large words have."""


class ClassOver(Page):
    """Enter leads to what did not land; nothing here ranks anybody."""

    CSS_PATH = "class_playing.tcss"
    BINDINGS = [
        Binding("enter", "teach", keys.TEACH_AGAIN, show=False),  # before a row has the focus
        Binding("i", "items", told.ITEMS, show=False),
        Binding("r", "report", told.REPORT, show=False),
        Binding("e", "paper", told.PAPER, show=False),
        Binding("a", "again", told.AGAIN, show=False),
        Binding("q,escape", "leave", keys.BACK),
    ]

    def __init__(self, session: Session, classroom: Classroom, play: ClassRound) -> None:
        super().__init__()
        self._session, self._classroom, self._round = session, classroom, play
        self._won = BigWords(lambda: self.size.height - ROOM_FOR_WINNERS - 5 * len(play.teams), id="won")
        self._board = TeamBoard()
        self._said = Words(id="said")
        self._line = Line(max_length=LONGEST, compact=True, id="line")

    def compose_page(self) -> ComposeResult:
        """What was reached, the board, the ways on."""
        play = self._round
        yield Words(told.round_over(play), classes="title")
        yield self._won
        yield self._board
        yield Words((told.effort(play, self._classroom.figures(play.started.round)), "$quiet"), id="effort")
        with Vertical(id="doors"):
            yield Way(told.TEACH_AGAIN, "Enter", "teach", id="first", main=True)
            yield Way(told.ITEMS, "i", "items")
            yield Way(told.REPORT, "r", "report")
            yield Way(told.PAPER, "e", "paper")
            yield Way(told.AGAIN, "a", "again")
        yield self._said
        yield self._line

    def on_mount(self) -> None:
        """Enter takes the first door."""
        self._line.display = False
        self._won.say(told.won(self._round), "bold $accent" if told.may_celebrate(self._round) else "bold")
        self._board.tell(self._round)
        self.query_one("#first").focus()

    async def on_row_chosen(self, message: Row.Chosen) -> None:
        """A door."""
        if isinstance(message.row, Way):
            await self.run_action(message.row.action)

    def action_teach(self) -> None:
        """The facts that were missed most, one after the other."""
        found = self._classroom.to_teach_again(self._round.started.round)
        if found:
            flow_class.teach_again(self, self._session, self._classroom, found)
        else:
            self._said.say(told.NOTHING_MISSED)

    def action_items(self) -> None:
        """Each question, and what was said to it."""
        flow_class.open_items(self, self._classroom, self._round)

    def action_report(self) -> None:
        """A folder is typed; there the report is written."""
        self._said.say(told.TYPE_A_FOLDER)
        self._line.value = told.REPORTS
        self._line.display = True
        self._line.focus()
        self._line.scroll_visible(animate=False)

    async def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write it, or say why not."""
        message.stop()
        if typed := message.value.strip():
            said = await asyncio.to_thread(save_report, self._classroom, self._round, typed)
            self.action_no_line()
            self._said.say(said)

    def action_no_line(self) -> None:
        """Nothing is typed."""
        self._line.display = False
        self._said.say("")
        self.query_one("#first").focus()

    def action_paper(self) -> None:
        """What was written on the sheets of this round."""
        flow_class.enter_paper(self, self._classroom, self._round.selection)

    def action_again(self) -> None:
        """Set up another round."""
        flow_class.to_setup(self, self._session, self._classroom)

    def action_leave(self) -> None:
        """To the set-up."""
        flow_class.to_setup(self, self._session, self._classroom)
