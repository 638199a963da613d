"""What a class reached: a card each, with a large figure; side by side, so that none stands above another."""

from collections.abc import Callable, Sequence

from quizgame.tui.parts.big import in_blocks
from quizgame.tui.parts.show import Drawn, Line, beside, broken, content, edged, filled, padded
from quizgame.wording.class_over import Reached

LEAST, WIDEST, GAP, EDGE = 16, 44, 2, 2
"""Cells of a card, between two, and before what stands in one."""


class ReachedCards(Drawn):
    """As large as there is room for; `room` says how many rows that is now."""

    def __init__(self, room: Callable[[], int], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._room = room
        self._cards: tuple[Reached, ...] = ()

    def tell(self, cards: Sequence[Reached]) -> None:
        """Show these."""
        self._cards = tuple(cards)
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """In as few rows as hold them, with large names and figures before small ones."""
        if not self._cards:
            return []
        most = max(1, (width + GAP) // (LEAST + GAP))
        rows = -(-len(self._cards) // most)
        columns = -(-len(self._cards) // rows)
        cells = min(WIDEST, (width - GAP * (columns - 1)) // columns)
        drawn: list[Line] = []
        for large in (2, 1, 0):
            made = [self._inside(card, cells - EDGE, large) for card in self._cards]
            drawn = self._laid(made, columns, cells, air=large > 0)
            if len(drawn) <= self._room() and (large < 2 or self._all_large(cells - EDGE)):
                break
        return drawn

    def _all_large(self, width: int) -> bool:
        return all(in_blocks(_name(card.head), width) for card in self._cards)

    def _inside(self, card: Reached, width: int, large: int) -> list[Line]:
        """Its head, its figure and the words below; 2 has both large, 1 the figure."""
        style = f"bold $team-{card.colour}" if card.colour else "bold"
        figure = in_blocks(str(card.figure), width) if large else None
        head = in_blocks(_name(card.head), width) if large > 1 else None
        sign = card.head.removesuffix(_name(card.head)).strip()
        heads = [sign, *head] if head and sign else head or [padded(card.head, width).rstrip()]
        lines = [content((line, style)) for line in heads]
        if figure is None:
            lines += broken(((f"{card.figure} ", "bold"), card.below), width)
        else:
            lines += [content(""), *(content((line, "bold")) for line in figure), *broken((card.below,), width)]
        won = any(one.won for one in self._cards)
        return [*lines, content((padded(card.won, width).rstrip(), "bold $accent"))] if won else lines

    def _laid(self, made: list[list[Line]], columns: int, cells: int, *, air: bool) -> list[Line]:
        drawn: list[Line] = []
        blank = [content("")] if air else []
        for first in range(0, len(made), columns):
            places = range(first, min(first + columns, len(made)))
            height = max(len(made[place]) for place in places)
            if drawn:
                drawn.append(content(""))
            blocks = [
                self._framed(place, [*blank, *made[place], *[content("")] * (height - len(made[place])), *blank], cells)
                for place in places
            ]
            drawn += [beside(lines, GAP) for lines in zip(*blocks, strict=True)]
        return drawn

    def _framed(self, place: int, lines: list[Line], cells: int) -> list[Line]:
        card = self._cards[place]
        edge = "▌ ", f"$team-{card.colour}" if card.colour else "$accent"
        return filled([edged(edge, line) for line in lines], cells, "on $panel" if card.won else "on $surface")


def _name(head: str) -> str:
    """What stands behind a team's sign."""
    return head.rpartition("  ")[2]
