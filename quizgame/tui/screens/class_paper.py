"""What pupils wrote on paper, typed in as fast as it can be read out: a seat and its letters."""

import asyncio

from textual.app import ComposeResult
from textual.widgets import Input

from quizgame.game.draw.codes import CodeError, read_code
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
from quizgame.wording.class_setup import code_error_in_words, paper_error_in_words
from quizgame.wording.classes import seat_name

LONGEST = 200


class PaperPage(Page):
    """Enter on a line keeps it; Enter on an empty one, or Escape, shows what all came to. Which sheets they are is said
    above, or asked first: answers must not be held against questions that nobody printed.
    """

    CSS_PATH = "class_over.tcss"

    def __init__(self, classroom: Classroom, selection: Selection | None) -> None:
        super().__init__()
        self._classroom = classroom
        self._desk = None if selection is None else PaperDesk(classroom, selection)
        self._line = Line(max_length=LONGEST, compact=True, id="line")
        self._how, self._sheets = Words(id="how"), Words(id="sheets")
        self._said, self._seats = Words(id="said"), Words(id="seats")
        self._ends = False
        self._again: PaperLine | None = None
        """A line of a seat that is there already, until somebody says which one is meant."""

    def compose_page(self) -> ComposeResult:
        """One line to type in, and the seats that are there."""
        yield Words(told.PAPER, classes="title")
        yield self._sheets
        yield self._how
        yield self._line
        yield self._said
        yield self._seats

    def on_mount(self) -> None:
        """Type at once, or go on with what was typed in before."""
        self._show_sheets()
        self._line.focus()

    def _show_sheets(self) -> None:
        desk = self._desk
        self._sheets.display = desk is not None
        if desk is None:
            self._how.say((told.CODE_OF_SHEETS, "$quiet"))
            return
        self._sheets.say(told.sheets_in_words(desk.code, desk.first))
        self._how.say((f"{PAPER}\n{told.answers_needed(desk.questions)}", "$quiet"))
        self._show_seats(desk)

    def _show_seats(self, desk: PaperDesk) -> None:
        self._seats.say(told.seats_there(desk.seats) if desk.seats else "")

    async def on_input_submitted(self, message: Input.Submitted) -> None:
        """A code first, where it is not known; a line, or the answer to what was asked about it, or the end."""
        message.stop()
        typed, self._line.value = message.value.strip(), ""
        if self._desk is None:
            self._take_code(typed)
        else:
            await self._take_typed(self._desk, typed)

    def _take_code(self, typed: str) -> None:
        if not typed:
            self._finish()
            return
        try:
            self._desk = PaperDesk(self._classroom, read_code(self._classroom.pack, typed))
        except CodeError as error:
            self._type_again(code_error_in_words(error), typed)
            return
        self._said.say("")
        self._show_sheets()

    def _type_again(self, said: str, typed: str) -> None:
        self._said.say((said, "$warning"))
        self._line.value = typed
        self._line.cursor_position = len(typed)

    async def _take_typed(self, desk: PaperDesk, typed: str) -> None:
        if self._again is not None:
            entry, self._again = self._again, None
            if not typed:
                await self._take(desk, entry)
                return
            self._said.say("")
            if typed.casefold() == "n":
                return
        if not typed:
            self._finish()
            return
        try:
            entry = desk.read(typed)
        except PaperError as error:
            self._type_again(paper_error_in_words(error), typed)
            return
        if desk.has(entry):
            self._again = entry
            self._said.say(replaces(seat_name(entry.seat)))
        else:
            await self._take(desk, entry)

    async def _take(self, desk: PaperDesk, entry: PaperLine) -> None:
        await asyncio.to_thread(desk.take, entry)
        self._said.say("")
        self._show_seats(desk)

    def _finish(self) -> None:
        if self._ends:  # keys come twice
            return
        self._ends = True
        started = None if self._desk is None else self._desk.started
        if self._desk is not None and started is not None:
            announce(self.app, typed_in(len(self._desk.seats)))
        flow_class.paper_over(self, self._classroom, started)

    def action_no_line(self) -> None:
        """Escape: back; what was typed in is kept."""
        self._finish()
