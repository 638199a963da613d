"""Dates in order: an empty line, a tray of cards, and after the answer the true order with its dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import MouseDown, MouseUp
from textual.message import Message
from textual.reactive import reactive

from quizgame.game.board import Board
from quizgame.game.draw_ordering import MAX_EVENTS
from quizgame.tui.show import Words


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of the reveal."""

    sign: str
    date: str
    label: str
    note: str
    joined: bool = False
    """Whether it stood next to the row below already."""


class Card(Horizontal):
    """A row: a place of the line with or without a card, or a card of the tray."""

    def __init__(self, row: int) -> None:
        super().__init__(classes="place" if row < MAX_EVENTS else "tray")
        self.row = row

    def compose(self) -> ComposeResult:
        """Three columns."""
        with Vertical(classes="signs"):
            yield Words(classes="sign")
            yield Words(classes="joint")
        yield Words(classes="key")
        with Vertical(classes="said"):
            yield Words(classes="text")
            yield Words(classes="note")

    def show(self, sign: str, key: str, text: str, note: str = "", joint: str = "") -> None:
        """Fill the columns."""
        self.query_one(".sign", Words).say(sign)
        joints = self.query_one(".joint", Words)
        joints.say(joint)
        joints.display = bool(joint)
        self.query_one(".key", Words).say(key)
        self.query_one(".text", Words).say(text)
        line = self.query_one(".note", Words)
        line.say(note)
        line.display = bool(note)


class Ordering(Vertical, can_focus=True):
    """The cards; `open` while they wait for an answer."""

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
        self.board = Board.of(0)
        self._pressed: int | None = None

    def compose(self) -> ComposeResult:
        """As many rows as any ordering needs."""
        for row in range(MAX_EVENTS):
            yield Card(row)
        yield Words("Still to place", id="tray-title")
        for row in range(MAX_EVENTS):
            yield Card(MAX_EVENTS + row)

    def ask(self, labels: Sequence[str]) -> None:
        """Show an empty line and all cards in the tray."""
        self._labels = tuple(labels)
        self.board = Board.of(len(labels))
        self._pressed = None
        self.open = True
        self.show_board()

    def show_board(self) -> None:
        """Bring the rows up to date with the board."""
        for card in self.query(Card):
            row = self._board_row(card)
            card.display = row is not None
            if row is not None:
                self._show_row(card, row)
        self.query_one("#tray-title", Words).display = bool(self.board.tray)
        self.refresh_bindings()

    def _board_row(self, card: Card) -> int | None:
        """The row of the board that a widget shows now, if any."""
        count = len(self._labels)
        if card.row < MAX_EVENTS:
            return card.row if card.row < count else None
        in_tray = card.row - MAX_EVENTS
        return count + in_tray if in_tray < len(self.board.tray) else None

    def _show_row(self, card: Card, row: int) -> None:
        index = self.board.card_at(row)
        held = index is not None and index == self.board.held
        here = row == self.board.cursor
        card.set_class(here, "-marked")
        card.set_class(held, "-held")
        card.set_class(index is None, "-empty")
        card.set_class(False, "-dated", "-right", "-missed")
        label = "· · ·" if index is None else self._labels[index]
        number = str(row + 1) if row < len(self._labels) else ""
        card.show("↕" if held else "▸" if here else "", number, label)

    def reveal(self, rows: Sequence[Placed]) -> None:
        """Show the true order."""
        self.open = False
        self.query_one("#tray-title", Words).display = False
        for card in self.query(Card):
            card.display = card.row < len(rows)
            if card.display:
                row = rows[card.row]
                card.set_classes(f"place -dated {'-right' if row.sign == '✓' else '-missed'}")
                card.show(row.sign, row.date, row.label, row.note, joint="│" if row.joined else "")

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
        found, _ = self.screen.get_widget_at(*event.screen_offset)
        card = next((node for node in found.ancestors_with_self if isinstance(node, Card)), None)
        return None if card is None else self._board_row(card)

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
