"""A list of which one row is marked. It draws the rows that are in view and no others, so it may be long."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.rows import MARK
from quizgame.tui.parts.show import MARK_WIDTH, Part, Words, padded
from quizgame.wording import keys


class Listing(Words, can_focus=True):
    """One line a row; subclasses say in `row` what stands on each."""

    BINDINGS = [
        Binding("enter", "choose", keys.OPEN),
        Binding("up,k", "walk(-1)", keys.UP, show=False),
        Binding("down,j", "walk(1)", keys.DOWN, show=False),
        Binding("pageup", "walk(-10)", keys.PAGE_UP, show=False),
        Binding("pagedown", "walk(10)", keys.PAGE_DOWN, show=False),
        Binding("home", "walk(-99999)", keys.UP, show=False),
        Binding("end", "walk(99999)", keys.DOWN, show=False),
    ]
    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """Another row is marked."""

        place: int

    @dataclass
    class Chosen(Message):
        """The marked row was chosen."""

        place: int

    def __init__(self, count: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._count = count
        self.chosen = 0
        self._first = 0

    def row(self, place: int, width: int) -> Sequence[Part]:
        """What stands on a row beside its mark, in so many cells."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Another height, other rows."""
        self.draw()

    def draw(self) -> None:
        """Draw the rows in view, with the marked one among them."""
        height, width = self.size.height, self.size.width
        if not height or not self._count:
            return
        self._first = min(self._first, self.chosen, max(0, self._count - height))
        self._first = max(self._first, self.chosen - height + 1)
        rows: list[tuple[Part, ...]] = []
        for place in range(self._first, min(self._count, self._first + height)):
            mark = padded(MARK if place == self.chosen else "", MARK_WIDTH), "bold $accent"
            rows.append((mark, *self.row(place, width - MARK_WIDTH)))
        self.say_lines(rows, layout=False)

    def action_walk(self, step: int) -> None:
        """Mark another row."""
        place = max(0, min(self._count - 1, self.chosen + step))
        if self._count and place != self.chosen:
            self.chosen = place
            self.draw()
            self.post_message(self.Moved(place))

    def action_choose(self) -> None:
        """Open the marked row."""
        if self._count and (page := page_of(self)) and page.is_a_new_press():
            self.post_message(self.Chosen(self.chosen))

    def on_click(self, event: Click) -> None:
        """Mark a row, or open the one that is marked."""
        event.stop()
        place = self._first + event.y
        if place == self.chosen:
            self.action_choose()
        elif place < self._count:
            self.action_walk(place - self.chosen)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel marks further on."""
        event.stop()
        self.action_walk(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel marks further back."""
        event.stop()
        self.action_walk(-3)
