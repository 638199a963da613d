"""Rows with a mark before them; some can be walked with the arrow keys and chosen with Enter or the mouse."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Click
from textual.message import Message

from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import MARK_WIDTH, Drawn, Line, Part, hung
from quizgame.wording import keys

MARK, KEY_AT = "▸", 34


def with_key(said: str, key: str) -> tuple[Part, Part]:
    """What a row does, and its key: the keys of rows below each other stand in a column."""
    return said + " " * max(3, KEY_AT - cell_len(said)), (key, "bold $accent")


class Item(Drawn):
    """A paragraph with room for a mark before it: its lines hang beside the mark."""

    def __init__(self, *parts: Part, marked: bool = False, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self._parts = parts
        self._marked = marked

    def draw(self, width: int) -> list[Line]:
        """The mark, and the lines beside it."""
        mark, parts = self.look(max(1, width - MARK_WIDTH))
        return hung(parts, width, indent=MARK_WIDTH, mark=mark)

    def look(self, width: int) -> tuple[str, Sequence[Part]]:
        """The mark and the text."""
        return MARK if self._marked else "", self.parts(width)

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - an item may look different at each width
        """What it says at a width, in cells."""
        return self._parts

    def set_parts(self, *parts: Part) -> None:
        """Say something else."""
        if parts != self._parts:
            self._parts = parts
            self.show()

    def show(self) -> None:
        """Say it again, as something about it has changed."""
        self.draw_again()

    def mark(self, marked: bool) -> None:
        """Set or take away the mark."""
        self._marked = marked
        self.draw_again(layout=False)


class Row(Item, can_focus=True):
    """An item that does something."""

    BINDINGS = [
        Binding("enter", "choose", keys.OPEN),
        Binding("up,k", "walk(-1)", keys.UP, show=False),
        Binding("down,j", "walk(1)", keys.DOWN, show=False),
    ]
    ALLOW_SELECT = False

    class Chosen(Message):
        """The row was chosen."""

        def __init__(self, row: "Row") -> None:
            super().__init__()
            self.row = row

    def on_focus(self) -> None:
        """The same sign marks the focus on every screen, with and without color."""
        self.mark(True)

    def on_blur(self) -> None:
        """No longer here."""
        self.mark(False)

    @property
    def marked(self) -> "Row":
        """The row that has the mark now: a key may have been on its way to the row that had it before."""
        page = page_of(self)
        return page.focused if page is not None and isinstance(page.focused, Row) else self

    def action_choose(self) -> None:
        """Enter; one that is held down, or comes twice, chooses once."""
        if (page := page_of(self)) and page.is_a_new_press():
            self.post_message(self.Chosen(self.marked))

    def on_click(self, event: Click) -> None:
        """The mouse."""
        event.stop()
        self.screen.set_focus(self)
        self.clicked()

    def clicked(self) -> None:
        """A click chooses, as Enter does; a row that can do something smaller does that instead."""
        self.action_choose()

    def action_walk(self, step: int) -> None:
        """To the row above or below, and no further than the last one; it is in view then, wherever the page was."""
        page = page_of(self)
        rows = [row for row in page.query(Row) if row.display and row.focusable] if page else []
        if page and self.marked in rows:  # a key may come when the row has just gone
            row = rows[max(0, min(len(rows) - 1, rows.index(self.marked) + step))]
            page.set_focus(row, scroll_visible=False)
            row.scroll_visible(animate=False)


class Door(Row):
    """A way on, with its key; `action` is what the screen does for it."""

    def __init__(self, said: str, key: str, action: str, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(*with_key(said, key), id=id, classes="door")
        self.action = action
