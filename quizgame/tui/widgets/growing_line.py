"""The line that grows: the events that lie, and between two of them the card in the hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Click

from quizgame.game.kinds.gap import PutInGap
from quizgame.game.kinds.shared import Event
from quizgame.tui.parts.page import page_of
from quizgame.tui.parts.show import Drawn, Line, content, padded, wrapped
from quizgame.tui.parts.slide import Slide, between
from quizgame.tui.widgets.answering import Answered
from quizgame.wording import keys
from quizgame.wording.dates import date_in_words
from quizgame.wording.screens import HERE

INDENT = " " * 2
LEAST_LABEL = 4 / 7
"""The share of the width that a label must have, at the cost of a date that wraps."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of text and the gap that a click on it means."""

    gap: int
    line: Line


class GrowingLine(Drawn, can_focus=True):
    """Shows the line with the card at a gap, or with the mark of a verdict; `open` while the card is in the hand."""

    BINDINGS = [
        Binding("enter,space", "put", keys.PUT_IT_HERE),
        Binding("up,k,left", "move(-1)", keys.MOVE, key_display="↑↓"),
        Binding("down,j,right", "move(1)", keys.MOVE_DOWN, show=False),
        Binding("home", "move(-999)", keys.MOVE, show=False),
        Binding("end", "move(999)", keys.MOVE_DOWN, show=False),
    ]
    ALLOW_SELECT = False

    open = False

    def __init__(self) -> None:
        super().__init__(id="growing-line")
        self._line: tuple[Event, ...] = ()
        self._card = ""
        self.gap = 0
        self._marked: tuple[int, str] | None = None
        self.told: Callable[[int], object] = lambda gap: gap
        """What is to be done where the card is held at another gap."""
        self._rows: list[_Row] = []
        self._slide: Slide[int] = Slide(self, self._show)

    def ask(self, line: Sequence[Event], card: str) -> None:
        """Show the card in the middle of the line."""
        self._slide.begin(())
        self._line, self._card, self._marked = tuple(line), card, None
        self.gap = len(line) // 2
        self.open = True
        self._show()

    def reveal(self, line: Sequence[Event], place: int | None, sign: str) -> None:
        """Show the line with the new card in it, marked; or without a mark. A card that was put elsewhere slides to its
        place.
        """
        came = place is not None and self._card == line[place].label
        self.open = False
        self._line, self._marked = tuple(line), None if place is None else (place, sign)
        self._slide.begin(between(self.gap, place) if place is not None and came else ())
        self._show()

    def on_resize(self) -> None:
        """Labels wrap anew."""
        self.call_after_refresh(self._show_marked)

    def _show(self) -> None:
        self.draw_at_once()
        self.call_after_refresh(self._show_marked)

    def draw(self, width: int) -> list[Line]:
        """One event below the other, each wrapped in its own columns."""
        line, marked = self._lying()
        dates = [date_in_words(event.date) for event in line]
        longest = max(map(cell_len, [*dates, HERE if self.open else ""]), default=0)
        column = min(longest, max(cell_len(HERE), width - len(INDENT) - 2 - round(width * LEAST_LABEL)))
        columns = column, max(2, width - len(INDENT) - column - 2)
        rows: list[_Row] = []
        for place, event in enumerate(line):
            if self.open and place == self.gap:
                rows += self._hand(columns)
            sign, style = "", ""
            if marked and marked[0] == place:
                sign, style = marked[1], "bold $success" if marked[1] == "✓" else "bold $warning"
            gap = place + (self.open and place >= self.gap)
            rows += self._item(gap, (sign, style), (dates[place], style or "$quiet"), (event.label, style), columns)
        if self.open and self.gap == len(self._line):
            rows += self._hand(columns)
        self._rows = rows
        return [row.line for row in rows]

    def _lying(self) -> tuple[tuple[Event, ...], tuple[int, str] | None]:
        """The events as they lie now, while a card slides, and where the marked one is."""
        at = self._slide.now
        if self._marked is None or at is None:
            return self._line, self._marked
        place, sign = self._marked
        others = [*self._line[:place], *self._line[place + 1 :]]
        return (*others[:at], self._line[place], *others[at:]), (at, sign)

    def _hand(self, columns: tuple[int, int]) -> list[_Row]:
        style = "bold $accent"
        return self._item(self.gap, ("▸", style), (HERE, "$accent"), (self._card, style), columns)

    def _item(
        self,
        gap: int,
        sign: tuple[str, str],
        date: tuple[str, str],
        label: tuple[str, str],
        columns: tuple[int, int],
    ) -> list[_Row]:
        """A sign, a date and a label beside each other, each wrapped in its own column."""
        width, room = columns
        dates, labels = wrapped(date[0], width), wrapped(label[0], room)
        rows = []
        for at in range(max(len(dates), len(labels))):
            left = padded(dates[at] if at < len(dates) else "", width + 2)
            lead = padded(sign[0] if at == 0 else "", len(INDENT))
            right = labels[at] if at < len(labels) else ""
            rows.append(_Row(gap, content((lead, sign[1]), (left, date[1]), (right, label[1]))))
        return rows

    def _show_marked(self) -> None:
        """Have the card in view, or what became of it; at the upper end the question too."""
        _, marked = self._lying()
        gap = marked[0] if marked else self.gap
        lines = [at for at, row in enumerate(self._rows) if row.gap == gap]
        if lines and (page := page_of(self)) and (self.open or self._marked):
            first = max(0, lines[0] - 1)
            count = min(lines[-1] + 2, len(self._rows)) - first
            page.show_lines(self, first, count, from_top=self.open and self.gap == 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Nothing can be done with a line that waits for no card."""
        return self.open or action not in ("put", "move")

    def action_move(self, step: int) -> None:
        """The card to another gap."""
        self._hold(max(0, min(len(self._line), self.gap + step)))

    def _hold(self, gap: int) -> None:
        self.gap = gap
        self.told(gap)
        self._show()

    def action_put(self) -> None:
        """Put the card where it is."""
        if (page := page_of(self)) and page.is_a_new_press():
            self._put()

    def _put(self) -> None:
        self.open = False
        self.post_message(Answered(PutInGap(self.gap)))

    def on_click(self, event: Click) -> None:
        """A click on a row moves the card there; on the card itself it says: here."""
        event.stop()
        if self.open and 0 <= event.y < len(self._rows):
            gap = self._rows[event.y].gap
            if gap == self.gap:
                self._put()
            else:
                self._hold(gap)
