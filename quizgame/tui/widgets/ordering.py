"""Dates in order: an empty line, a tray of cards, and after the answer the true order with its dates."""

from collections.abc import Sequence
from copy import deepcopy

from textual.binding import Binding
from textual.events import MouseDown, MouseUp

from quizgame.game.draw.orderings import MAX_EVENTS
from quizgame.game.kinds.board import Board
from quizgame.game.kinds.ordering import Ordered
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Drawn, Line, content
from quizgame.tui.parts.slide import Slide, orders
from quizgame.tui.widgets.answering import Answered
from quizgame.tui.widgets.ordering_rows import Lying, revealed
from quizgame.wording import keys
from quizgame.wording.reveal import Placed
from quizgame.wording.screens import ALL_PLACED, NOT_ALL_PLACED

ROWS_AROUND = 7
"""The rows of a window that are neither cards nor places: the head, the question, what is said, the keys."""
RULER_ROWS = 10
"""Those of the ruler below the true order, and of the verdict."""
AIR = (2, 1, 0)
"""How much there may be between cards: see `ordering_rows`."""


class Ordering(Drawn, can_focus=True):
    """The cards; `open` while they wait for an answer.

    One widget draws all rows: laying out a widget for each takes longer than the two frames that a move may take.
    """

    BINDINGS = [
        Binding("1", "put(0)", keys.PLACE),
        *(Binding(str(n + 1), f"put({n})", keys.TO_PLACE_N[n], show=False) for n in range(1, MAX_EVENTS)),
        Binding("enter", "done", keys.DONE),
        Binding("space", "grab", keys.GRAB_DROP),
        Binding("up,k", "move(-1)", keys.MOVE, key_display="↑↓"),
        Binding("down,j", "move(1)", keys.MOVE_DOWN, show=False),
        Binding("backspace", "take_back", keys.TAKE_CARD_BACK, show=False),
        Binding("escape", "let_go", keys.PUT_BACK, show=False),
    ]
    ALLOW_SELECT = False

    open = False

    def __init__(self) -> None:
        super().__init__(id="ordering")
        self._labels: tuple[str, ...] = ()
        self._placed: tuple[Placed, ...] = ()
        self._slide: Slide[tuple[int, ...]] = Slide(self, self.draw_at_once)
        self.board = Board.of(0)
        self._before: Board | None = None
        """The cards as they lay when the one in the hand was taken."""
        self._pressed: int | None = None
        self._keys = (False, False, False)
        self._asked_too_early = False
        self._rows: list[int | None] = []
        """For each line of text, the row of the board that it belongs to."""

    def ask(self, labels: Sequence[str]) -> None:
        """Show an empty line and all cards in the tray."""
        self._labels, self._placed = tuple(labels), ()
        self.board = Board.of(len(labels))
        self._before = self._pressed = None
        self._asked_too_early = False
        self.open = True
        self._slide.begin(())
        self.show_board()

    def reveal(self, rows: Sequence[Placed], came_from: Sequence[int] = ()) -> None:
        """Show the true order; `came_from[k]` is the place that the card of place k was put in, if it was: then each
        slides to its own.
        """
        self.open = False
        self._placed = tuple(rows)
        self._slide.begin(orders(came_from))
        self.draw_at_once()

    def show_board(self) -> None:
        """Show the cards as they lie now, and the row of the cursor if the window is too low for all."""
        if self.board.held is None:
            self._before = None
        elif self._before is None:
            self._before = deepcopy(self.board)
        self.draw_at_once()
        works = self.board.complete, bool(self.board.order), self.board.held is None
        if works != self._keys:  # what works now is looked up for all keys at once, and seldom changes
            self._keys = works
            self.refresh_bindings()
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """Scroll the page where the window is too low for all cards."""
        lines = [at for at, row in enumerate(self._rows) if row == self.board.cursor]
        if lines and self.open and (page := page_of(self)):
            page.show_lines(self, lines[0], len(lines), from_top=self.board.cursor == 0)

    def _show_said(self) -> None:
        """Scroll to the sentence below the cards, and a little of what is above it."""
        if page := page_of(self):
            page.show_lines(self, max(0, len(self._rows) - 2), 2)

    def on_resize(self) -> None:
        """Labels wrap anew."""
        self.call_after_refresh(self._show_cursor)

    def draw(self, width: int) -> list[Line]:
        """The true order once it is told, else the cards as they lie."""
        room = self.screen.size.height - ROWS_AROUND
        if self._placed:
            cards = self._placed if self._slide.now is None else [self._placed[at] for at in self._slide.now]
            air = next((air for air in AIR if len(revealed(cards, width, air)) <= room - RULER_ROWS), 0)
            drawn = revealed(cards, width, air, joined=self._slide.now is None)
        else:
            # as there is room at first, so that no row moves while the cards do
            first = Board.of(len(self._labels))
            air = next((air for air in AIR if len(Lying(first, self._labels, width, air).rows()) <= room), 0)
            drawn = Lying(self.board, self._labels, width, air).rows()
            said = ALL_PLACED if self.board.complete else NOT_ALL_PLACED if self._asked_too_early else ""
            drawn += [(None, content("")), (None, content((said, "bold $accent")))] if said else []
        self._rows = [row for row, _ in drawn]
        return [line for _, line in drawn]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with the cards as they lie now."""
        if not self.open:
            return action not in ("put", "grab", "move", "take_back", "let_go", "done")
        if action == "let_go":
            return self.board.held is not None
        if action == "put":
            return isinstance(parameters[0], int) and parameters[0] < len(self._labels)
        if action == "take_back":
            return bool(self.board.order) or None
        return True

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
        """Answer, once every card has its place; the next key finds the question closed."""
        if not self.board.complete:
            self._asked_too_early = True
            self.show_board()
            self.call_after_refresh(self._show_said)
            return
        self.open = False
        self.post_message(Answered(Ordered(self.board.order)))

    def action_let_go(self) -> None:
        """The card in the hand goes back to where it was taken from."""
        if self._before is not None:
            self.board, self._before = self._before, None
            self.board.held = None
        self.show_board()

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
