"""The line that grows: the events that lie, and between two of them the card in the hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Click
from textual.message import Message

from quizgame.game.kinds.questions import Event
from quizgame.tui.parts.show import Part, Words, wrapped

DATE_WIDTH = 20
INDENT = " " * 2


class GrowingLine(Words):
    """Shows the line with the card at a gap, or with the mark of a verdict."""

    @dataclass
    class Pointed(Message):
        """A row was clicked: the card is meant for this gap."""

        gap: int

    def __init__(self) -> None:
        super().__init__(id="growing-line")
        self._line: tuple[Event, ...] = ()
        self._card: str | None = None
        self._gap = 0
        self._marked: tuple[int, str] | None = None
        self._gap_of_row: list[int] = []

    def ask(self, line: Sequence[Event], card: str, gap: int) -> None:
        """Show where the card would go."""
        self._line, self._card, self._gap, self._marked = tuple(line), card, gap, None
        self.draw()

    def reveal(self, line: Sequence[Event], place: int, sign: str) -> None:
        """Show the line with the new card in it, marked."""
        self._line, self._card, self._marked = tuple(line), None, (place, sign)
        self.draw()

    def on_resize(self) -> None:
        """Labels wrap anew."""
        self.draw()

    def draw(self) -> None:
        """Make the rows."""
        rows: list[tuple[Part, ...]] = []
        self._gap_of_row = []
        for place, event in enumerate(self._line):
            if self._card is not None and place == self._gap:
                self._add(rows, place, self._hand())
            sign, style = "", ""
            if self._marked and self._marked[0] == place:
                sign, style = self._marked[1], "bold $success" if self._marked[1] == "✓" else "bold $warning"
            self._add(rows, place, self._event(event, sign, style))
        if self._card is not None and self._gap == len(self._line):
            self._add(rows, self._gap, self._hand())
        self.say_lines(rows)

    def _add(self, rows: list[tuple[Part, ...]], gap: int, new: list[tuple[Part, ...]]) -> None:
        rows += new
        self._gap_of_row += [gap] * len(new)

    def _wrapped(self, label: str) -> list[str]:
        return wrapped(label, max(10, self.size.width - DATE_WIDTH - len(INDENT)))

    def _hand(self) -> list[tuple[Part, ...]]:
        first, *more = self._wrapped(self._card or "")
        style = "bold $accent"
        head: tuple[Part, ...] = (("▸ ", style), ("here?".ljust(DATE_WIDTH), "$accent"), (first, style))
        return [head, *((INDENT + " " * DATE_WIDTH, (row, style)) for row in more)]

    def _event(self, event: Event, sign: str, style: str) -> list[tuple[Part, ...]]:
        first, *more = self._wrapped(event.label)
        date = event.date.in_words().ljust(DATE_WIDTH)
        head: tuple[Part, ...] = ((sign.ljust(2), style), (date, style or "$quiet"), (first, style))
        return [head, *((INDENT + " " * DATE_WIDTH, (row, style)) for row in more)]

    @property
    def row_in_view(self) -> int:
        """The row that should be on the screen: of the card, or of the mark."""
        gap = self._marked[0] if self._marked else self._gap
        return self._gap_of_row.index(gap) if gap in self._gap_of_row else 0

    def on_click(self, event: Click) -> None:
        """A click on a row moves the card there; on the card itself it says: here."""
        event.stop()
        if self._card is not None and 0 <= event.y < len(self._gap_of_row):
            self.post_message(self.Pointed(self._gap_of_row[event.y]))
