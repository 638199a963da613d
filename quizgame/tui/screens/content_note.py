"""What should be known before a pack on a hard subject is played for the first time."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.banks.pack import Pack
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words


class StartRow(Row):
    """The way on."""

    BINDINGS = [Binding("enter", "choose", "start", key_display="Enter")]


class ContentNote(Page):
    """Shown once, before the first answer."""

    BINDINGS = [
        Binding("enter", "begin", "start", show=False),  # before the row has the focus
        Binding("escape,q", "app.pop_screen", "not now", key_display="Esc"),
    ]

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack = pack

    def compose_page(self) -> ComposeResult:
        """The note, where the facts come from, and the way on."""
        source = self._pack.about.source
        yield Words("Before you start", classes="title")
        yield Words(self._pack.about.content_note or "")
        by = f", {source.publisher}" if source.publisher else ""
        yield Words(f"All facts come from one text: “{source.title}”{by}.", classes="heading")
        yield Words("")
        yield StartRow("Start", id="start", classes="-main")

    def on_mount(self) -> None:
        """Enter starts."""
        self.query_one("#start").focus()

    def on_row_chosen(self) -> None:
        """Start."""
        self.action_begin()

    def action_begin(self) -> None:
        """Start."""
        self.dismiss(None)
