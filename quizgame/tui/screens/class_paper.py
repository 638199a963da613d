"""What pupils wrote on paper, typed in as fast as it can be read out: a seat and its letters."""

import asyncio

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from quizgame.game.draw.selection import Selection
from quizgame.game.play.paper_entry import PaperError, PaperLine
from quizgame.paper.desk import PaperDesk
from quizgame.session.classroom import Classroom
from quizgame.tui import flow_class
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words, announce
from quizgame.tui.screens.class_rows import Line
from quizgame.wording import class_over as told
from quizgame.wording.class_report import PAPER, replaces, typed_in
from quizgame.wording.class_setup import paper_error_in_words
from quizgame.wording.classes import seat_name

LONGEST = 200


class PaperPage(Page):
    """Enter on a line keeps it; Enter on an empty one, or Escape, shows what all came to."""

    CSS_PATH = "class_over.tcss"

    def __init__(self, classroom: Classroom, selection: Selection) -> None:
        super().__init__()
        self._classroom = classroom
        self._desk = PaperDesk(classroom, selection)
        self._line = Line(max_length=LONGEST, compact=True, id="line")
        self._said, self._seats = Words(id="said"), Words(id="seats")
        self._ends = False
        self._again: PaperLine | None = None
        """A line of a seat that is there already, until somebody says which one is meant."""

    def compose_page(self) -> ComposeResult:
        """One line to type in, and the seats that are there."""
        yield Words(told.PAPER, classes="title")
        yield Words((PAPER, "$quiet"))
        with Vertical(classes="ground"):
            yield Words(told.answers_needed(self._desk.questions))
            yield self._line
            yield self._said
            yield self._seats

    def on_mount(self) -> None:
        """Type at once, or go on with what was typed in before."""
        self._show_seats()
        self._line.focus()

    def _show_seats(self) -> None:
        self._seats.say(told.seats_there(self._desk.seats) if self._desk.seats else "")

    async def on_input_submitted(self, message: Input.Submitted) -> None:
        """A line, or the answer to what was asked about it, or the end."""
        message.stop()
        typed, self._line.value = message.value.strip(), ""
        if self._again is not None:
            entry, self._again = self._again, None
            if not typed:
                await self._take(entry)
                return
            self._said.say("")
            if typed.casefold() == "n":
                return
        if not typed:
            self._finish()
            return
        try:
            entry = self._desk.read(typed)
        except PaperError as error:
            self._said.say((paper_error_in_words(error), "$warning"))
            self._line.value = typed
            self._line.cursor_position = len(typed)
            return
        if self._desk.has(entry):
            self._again = entry
            self._said.say(replaces(seat_name(entry.seat)))
        else:
            await self._take(entry)

    async def _take(self, entry: PaperLine) -> None:
        await asyncio.to_thread(self._desk.take, entry)
        self._said.say("")
        self._show_seats()

    def _finish(self) -> None:
        if self._ends:  # keys come twice
            return
        self._ends = True
        started = self._desk.started
        if started is not None:
            announce(self.app, typed_in(len(self._desk.seats)))
        flow_class.paper_over(self, self._classroom, started)

    def action_no_line(self) -> None:
        """Escape: back; what was typed in is kept."""
        self._finish()
