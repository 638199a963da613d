"""What should be known before a pack on a hard subject is played for the first time."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.banks.pack import Pack
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row, with_key
from quizgame.tui.parts.show import Words
from quizgame.wording import keys
from quizgame.wording.screens import BEFORE_YOU_START, READ_ONE_MINUTE, START, source_line

READ_FIRST = "read"
"""The result of who wants to read before."""


class StartRow(Row):
    """The way on."""

    BINDINGS = [Binding("enter", "choose", keys.START)]


class ReadRow(Row):
    """The way to the text."""

    BINDINGS = [Binding("enter", "choose", keys.READ)]


class ContentNote(Page):
    """Shown once, before the first answer. Its result is whether the player wants to start, or to read first."""

    BINDINGS = [
        Binding("enter", "begin", keys.START, show=False),  # before the row has the focus
        Binding("r", "read_first", keys.READ),
        Binding("escape,q", "not_now", keys.NOT_NOW),
    ]

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack = pack

    def compose_page(self) -> ComposeResult:
        """The note, where the facts come from, and the way on."""
        yield Words(BEFORE_YOU_START, classes="title")
        yield Words(self._pack.about.content_note or "")
        if source := source_line(self._pack.about.source):
            yield Words(source, classes="heading")
        yield Words("")
        with Vertical(classes="ground"):
            yield StartRow(*with_key(START, "Enter"), id="start", classes="-main")
            yield ReadRow(*with_key(READ_ONE_MINUTE, "r"), id="read-first")

    def on_mount(self) -> None:
        """Enter starts."""
        self.query("#start").focus()  # none, if the page has gone again already

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """A row was chosen."""
        if isinstance(message.row, ReadRow):
            self.action_read_first()
        else:
            self.action_begin()

    def action_read_first(self) -> None:
        """What the rest builds on, in short."""
        flow.back_with(self, READ_FIRST)

    def action_begin(self) -> None:
        """Start the round."""
        flow.back_with(self, True)

    def action_not_now(self) -> None:
        """Back to where it was asked for."""
        flow.back_with(self, False)
