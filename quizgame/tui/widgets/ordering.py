"""Dates in order: an empty line, a tray of cards, and after the answer the true order with its dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.events import MouseDown, MouseUp
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from quizgame.game.draw.orderings import MAX_EVENTS
from quizgame.game.kinds.board import Board
from quizgame.tui.parts.show import Part, Words, wrapped

SIGN_WIDTH, NUMBER_WIDTH, DATE_WIDTH = 2, 3, 22
EMPTY = "· · ·"


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of the reveal."""

    sign: str
    date: str
    label: str
    note: str
    joined: bool = False
    """Whether it stood next to the row below already."""


Line = tuple[Part, ...]


class Ordering(Words, can_focus=True):
    """The cards; `open` while they wait for an answer.

    One widget draws all rows: laying out a widget for each takes longer than the two frames that a move may take.
    """

    BINDINGS = [
        Binding("1", "put(0)", "place", key_display="1 2 3"),
        *(Binding(str(n + 1), f"put({n})", f"to place {n + 1}", show=False) for n in range(1, MAX_EVENTS)),
        Binding("space", "grab", "grab, drop", key_display="Space"),
        Binding("up,k", "move(-1)", "move", key_display="↑↓"),
        Binding("down,j", "move(1)", "move down", show=False),
        Binding("backspace", "take_back", "take a card back", show=False),
        Binding("enter", "done", "done", key_display="Enter"),
    ]
    ALLOW_SELECT = False

    open: reactive[bool] = reactive(False, bindings=True)

    @dataclass
    class Done(Message):
        """All cards have their place."""

        order: tuple[int, ...]

    def __init__(self) -> None:
        super().__init__(id="ordering")
        self._labels: tuple[str, ...] = ()
        self._placed: tuple[Placed, ...] = ()
        self.board = Board.of(0)
        self._pressed: int | None = None
        self._keys = (False, False)
        self._rows: list[int | None] = []
        """For each line of text, the row of the board that it belongs to."""

    def ask(self, labels: Sequence[str]) -> None:
        """Show an empty line and all cards in the tray."""
        self._labels, self._placed = tuple(labels), ()
        self.board = Board.of(len(labels))
        self._pressed = None
        self.open = True
        self.show_board()

    def reveal(self, rows: Sequence[Placed]) -> None:
        """Show the true order."""
        self.open = False
        self._placed = tuple(rows)
        self.draw()

    def show_board(self) -> None:
        """Show the cards as they lie now, and the row of the cursor if the window is too low for all."""
        self.draw()
        keys = self.board.complete, bool(self.board.order)
        if keys != self._keys:  # what works now is looked up for all keys at once, and seldom changes
            self._keys = keys
            self.refresh_bindings()
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """Scroll the page where the window is too low for all cards."""
        lines = [at for at, row in enumerate(self._rows) if row == self.board.cursor]
        if lines and self.open:
            page = self.screen.query_one("#page")
            top = self.region.y + lines[0] - page.region.y + page.scroll_offset.y
            page.scroll_to_region(Region(0, top, 1, len(lines)), animate=False)

    def on_resize(self) -> None:
        """Labels wrap anew."""
        self.draw()

    def draw(self) -> None:
        """Make the lines. The layout of the screen is only asked for when their number changes."""
        before = len(self._rows)
        drawn: list[tuple[int | None, Line]] = self._revealed() if self._placed else self._lying()
        self._rows = [row for row, _ in drawn]
        self.say_lines([line for _, line in drawn], layout=len(drawn) != before)

    @property
    def _airy(self) -> bool:
        return self.screen.has_class("-tall")

    def _lying(self) -> list[tuple[int | None, Line]]:
        count = len(self._labels)
        drawn: list[tuple[int | None, Line]] = []
        for row in range(count + len(self.board.tray)):
            if row == count:
                drawn += [*self._air(drawn), (None, (("Still to place", "$quiet"),)), *([(None, ())] * self._airy)]
            elif row:
                drawn += [(None, ())] * self._airy
            drawn += [(row, line) for line in self._card(row)]
        return drawn

    def _air(self, drawn: list[tuple[int | None, Line]]) -> list[tuple[int | None, Line]]:
        return [(None, ())] if drawn else []

    def _card(self, row: int) -> list[Line]:
        index = self.board.card_at(row)
        held, here = index is not None and index == self.board.held, row == self.board.cursor
        style = "$quiet" if index is None else "bold $accent" if held else "bold" if here else ""
        number = str(row + 1) if row < len(self._labels) else ""
        lead: Line = (
            (("↕" if held else "▸" if here else "").ljust(SIGN_WIDTH), "bold $accent"),
            (number.ljust(NUMBER_WIDTH), "bold $accent"),
        )
        label = EMPTY if index is None else self._labels[index]
        return self._wrapped(lead, SIGN_WIDTH + NUMBER_WIDTH, label, style)

    def _revealed(self) -> list[tuple[int | None, Line]]:
        drawn: list[tuple[int | None, Line]] = []
        for row in self._placed:
            color = "$success" if row.sign == "✓" else "$warning"
            lead: Line = ((row.sign.ljust(SIGN_WIDTH), f"bold {color}"), row.date.ljust(DATE_WIDTH))
            joint = ("│" if row.joined else "").ljust(SIGN_WIDTH)
            under: Line = ((joint, "$success"), " " * DATE_WIDTH)
            lines = self._wrapped(lead, SIGN_WIDTH + DATE_WIDTH, row.label, "", under)
            lines += (
                self._wrapped(under, SIGN_WIDTH + DATE_WIDTH, row.note, f"italic {color}", under) if row.note else []
            )
            lines += [((joint, "$success"),)] if self._airy or (row.joined and len(lines) == 1) else []
            drawn += [(None, line) for line in lines]
        return drawn

    def _wrapped(self, lead: Line, indent: int, text: str, style: str, under: Line | None = None) -> list[Line]:
        first, *more = wrapped(text, max(10, self.size.width - indent))
        return [(*lead, (first, style)), *((*(under or (" " * indent,)), (line, style)) for line in more)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with the cards as they lie now."""
        if not self.open:
            return action not in ("put", "grab", "move", "take_back", "done")
        if action == "put":
            return isinstance(parameters[0], int) and parameters[0] < len(self._labels)
        if action == "take_back":
            return bool(self.board.order) or None
        return (self.board.complete or None) if action == "done" else True

    def action_put(self, place: int) -> None:
        """Put the card that is meant in a place."""
        self.board.put(place)
        self.show_board()

    def action_grab(self) -> None:
        """Take or drop."""
        self.board.grab_or_drop()
        self.show_board()

    def action_move(self, step: int) -> None:
        """Move the cursor, or the card in the hand."""
        self.board.move(step)
        self.show_board()

    def action_take_back(self) -> None:
        """Return a card to the tray."""
        self.board.take_back_last()
        self.show_board()

    def action_done(self) -> None:
        """Answer; the next key finds the question closed."""
        self.open = False
        self.post_message(self.Done(self.board.order))

    def _row_under(self, event: MouseDown | MouseUp) -> int | None:
        line = event.screen_y - self.region.y
        return self._rows[line] if 0 <= line < len(self._rows) and self.region.contains(*event.screen_offset) else None

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press on a card to take it, or on a row to put the card in the hand there."""
        self._pressed = self._row_under(event) if self.open else None
        if self._pressed is not None:
            self.board.point(self._pressed)
            self.show_board()

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go over another row to drop the card there: a drag."""
        row = self._row_under(event) if self.open and self._pressed is not None else None
        if row is not None and row != self._pressed and self.board.held is not None:
            self.board.point(row)
            self.show_board()
        self._pressed = None
