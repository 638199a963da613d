"""The state of an ordering while it is being made: a line of places and a tray of cards. Knows no widgets.

Rows are numbered from the top: first the places of the line, then the cards that are left in the tray.
"""

from dataclasses import dataclass, field


@dataclass
class Board:
    """Cards are the indexes of the question's events."""

    tray: list[int]
    line: list[int | None] = field(default_factory=list)
    cursor: int = 0
    held: int | None = None
    """The card in the hand: the arrow keys move it instead of the cursor."""
    _last: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, count: int) -> "Board":
        """An empty line, and all cards in the tray in the order in which they are asked."""
        return cls(tray=list(range(count)), line=[None] * count, cursor=count)

    @property
    def complete(self) -> bool:
        """Whether every card has its place."""
        return not self.tray

    @property
    def order(self) -> tuple[int, ...]:
        """The cards, earliest first; those in the tray are missing."""
        return tuple(card for card in self.line if card is not None)

    def card_at(self, row: int) -> int | None:
        """The card in a row; None for an empty place."""
        return self.line[row] if row < len(self.line) else self.tray[row - len(self.line)]

    def row_of(self, card: int) -> int:
        """The row a card lies in."""
        return self.line.index(card) if card in self.line else len(self.line) + self.tray.index(card)

    @property
    def _rows(self) -> int:
        return len(self.line) + len(self.tray)

    def place(self, card: int, place: int) -> None:
        """Put a card in a place; whatever lies there makes room towards the nearest empty place."""
        if card in self.line:
            self.line[self.line.index(card)] = None
        else:
            self.tray.remove(card)
        if self.line[place] is not None:
            empty = min((at for at, other in enumerate(self.line) if other is None), key=lambda at: abs(at - place))
            del self.line[empty]
            self.line.insert(place, card)
        else:
            self.line[place] = card
        self._last.append(card)
        self.cursor = place

    def take_back(self, card: int) -> None:
        """Return a card to the tray."""
        if card in self.line:
            self.line[self.line.index(card)] = None
            self.tray.append(card)
            self._last = [other for other in self._last if other != card]
        self.held = None if self.held == card else self.held
        self.cursor = self.row_of(card)

    def take_back_last(self) -> None:
        """Return the card under the cursor, or else the one that was placed last."""
        card = self.card_at(self.cursor)
        if card is None or card in self.tray:
            card = self._last[-1] if self._last else None
        if card is not None:
            self.take_back(card)

    def grab_or_drop(self) -> None:
        """Take the card under the cursor, or let go of the one in the hand."""
        self.held = self.card_at(self.cursor) if self.held is None else None

    def move(self, step: int) -> None:
        """Move the cursor by one row, or the card in the hand by one place; below the line is the tray."""
        if self.held is None:
            self.cursor = max(0, min(self._rows - 1, self.cursor + step))
        elif self.held in self.tray:
            if step < 0:
                self.place(self.held, max(at for at, card in enumerate(self.line) if card is None))
        else:
            at = self.line.index(self.held)
            if at + step >= len(self.line):
                held = self.held
                self.take_back(held)
                self.held = held
            elif at + step >= 0:
                self.line[at], self.line[at + step] = self.line[at + step], self.line[at]
                self.cursor = at + step

    def put(self, place: int) -> None:
        """Put the card that is meant in a place: the one in the hand, under the cursor, or on top of the tray."""
        card = self.held if self.held is not None else self.card_at(min(self.cursor, self._rows - 1))
        if card is None and self.tray:
            card = self.tray[0]
        if card is None:
            return
        self.place(card, place)
        self.held = None
        if self.tray:
            self.cursor = len(self.line)

    def point(self, row: int) -> None:
        """Click a row: take its card, or put the card in the hand there."""
        if self.held is None:
            self.cursor = row
            self.held = self.card_at(row)
        elif row == self.row_of(self.held):
            self.held = None
        elif row < len(self.line):
            self.place(self.held, row)
            self.held = None
        else:
            self.take_back(self.held)
