"""Rows that can be walked with the arrow keys and chosen with Enter or the mouse."""

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from quizgame.tui.show import Part, content


class Row(Widget, can_focus=True):
    """One line or paragraph that does something. `parts` says what it shows at a width, in cells."""

    BINDINGS = [
        Binding("enter", "choose", "choose", show=False),
        Binding("up,k", "walk(-1)", "up", show=False),
        Binding("down,j", "walk(1)", "down", show=False),
    ]
    DEFAULT_CSS = "Row { height: auto; width: 1fr; }"
    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """The row was chosen."""

        row: "Row"

        @property
        def control(self) -> "Row":
            """The row, for handlers that select by widget."""
            return self.row

    def __init__(self, *parts: Part, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self._parts = parts

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - a row may look different at each width
        """What the row says."""
        return self._parts

    def say(self, *parts: Part) -> None:
        """Show something else."""
        self._parts = parts
        self.refresh(layout=True)

    def render(self) -> Content:
        """The row with its mark: the same sign marks the focus on every screen, with and without color."""
        mark = "▸ " if self.has_focus else "  "
        return content((mark, "bold $accent"), *self.parts(max(1, self.size.width - 2)))

    def action_choose(self) -> None:
        """Enter."""
        self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        """The mouse."""
        event.stop()
        self.focus()
        self.clicked()

    def clicked(self) -> None:
        """A click chooses, as Enter does; a row that can do something smaller does that instead."""
        self.action_choose()

    def action_walk(self, step: int) -> None:
        """To the row above or below, and no further than the last one."""
        rows = [row for row in self.screen.query(Row) if row.display and row.focusable]
        place = rows.index(self) + step
        if 0 <= place < len(rows):
            rows[place].focus()
