"""A line for the folder of a report, and the sentence that says where it is, or why it is not."""

import asyncio

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from quizgame.game.events import Started
from quizgame.paper.desk import save_report
from quizgame.session.classroom import Classroom
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Words
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.wording import class_over as told
from quizgame.wording import keys

LONGEST = 200


class FolderInput(TypedLine):
    """A line to type a folder in."""

    BINDINGS = [Binding("enter", "submit", keys.SAVE_REPORT)]


class ReportLine(Vertical):
    """Hidden until it is asked for; Enter writes, Escape does not."""

    BINDINGS = [Binding("escape", "close", keys.BACK)]

    def __init__(self, classroom: Classroom, started: Started) -> None:
        super().__init__(id="report")
        self._classroom, self._started = classroom, started
        self._said = Words(id="report-said")
        self.line = FolderInput(value=told.REPORTS, max_length=LONGEST, compact=True, id="report-folder")
        self._before: Widget | None = None
        """What had the focus."""
        self._writes = False

    def compose(self) -> ComposeResult:
        """The sentence, and the line below it."""
        yield from (self._said, self.line)

    def on_mount(self) -> None:
        """Nothing was asked for yet."""
        self.line.display = self._said.display = False

    def say(self, text: str) -> None:
        """Say something in its place."""
        self._said.display = bool(text)
        self._said.say(text)

    def ask(self) -> None:
        """Ask for the folder; the last one is kept."""
        self.say(told.TYPE_A_FOLDER)
        self.line.display = True
        if not self.line.has_focus:
            self._before = self.screen.focused
        self.line.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """What has just come is in view, also below a long page."""
        page = page_of(self)
        if page and page.page in self.ancestors and self.size.height:
            page.page.scroll_end(animate=False)

    async def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write it; where that can't be, another folder can be named at once."""
        message.stop()
        if self._writes:
            return
        self._writes = True
        saved = await asyncio.to_thread(save_report, self._classroom, self._started, message.value)
        self._writes = False
        if saved.is_written:
            self.action_close()
        self.say(saved.said)

    def action_close(self) -> None:
        """Nothing more is typed."""
        self.line.display = False
        self.say("")
        if self._before is not None and self._before.is_attached:
            self._before.focus()
