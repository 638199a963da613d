"""The cards of an ordering as lines: each on a ground of its own, in its place, in the tray, or where it belongs."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from quizgame.game.kinds.board import Board
from quizgame.tui.parts.show import Line, Part, content, filled, padded, wrapped
from quizgame.wording.reveal import Placed
from quizgame.wording.screens import EARLIEST, LATEST, STILL_TO_PLACE

SIGN_WIDTH, NUMBER_WIDTH, LEAST_LABEL, WIDEST = 2, 3, 24, 70
EMPTY = "· · ·"
Row = tuple[int | None, Line]
"""A line, and the row of the board that it belongs to."""


@dataclass(frozen=True, slots=True)
class Lying:
    """The cards while they are put in order."""

    board: Board
    labels: Sequence[str]
    width: int
    air: int
    """1 for a line between cards, 2 for a line of their ground above and below each as well."""

    def rows(self) -> list[Row]:
        """The places of the line, then what is still to be placed."""
        air: list[Row] = [(None, content(""))] * (self.air > 0)
        drawn: list[Row] = []
        for row in range(len(self.labels) + len(self.board.tray)):
            if row == len(self.labels):
                drawn += [(None, content("")), (None, content((STILL_TO_PLACE, "$quiet"))), *air]
            elif row:
                drawn += air
            drawn += [(row, line) for line in self._card(row)]
        return drawn

    def _card(self, row: int) -> list[Line]:
        index = self.board.card_at(row)
        held, here = index is not None and index == self.board.held, row == self.board.cursor
        style = "$quiet" if index is None else "bold $accent" if held else "bold" if here else ""
        number = str(row + 1) if row < len(self.labels) else ""
        sign = "↕" if held else "▸" if here else ""
        label = EMPTY if index is None else self.labels[index]
        width = min(self.width, WIDEST)
        indent = SIGN_WIDTH + NUMBER_WIDTH
        first, *more = wrapped(label, max(10, width - indent))
        lead: list[Part] = [(sign.ljust(SIGN_WIDTH) + number.ljust(NUMBER_WIDTH), "bold $accent"), (first, style)]
        lines = [content(*lead, *self._end(row, width - indent - cell_len(first)))]
        lines += [content(" " * indent, (line, style)) for line in more]
        lines = roomy(lines) if self.air > 1 else lines
        return lines if index is None else filled(lines, width, "on $panel" if here else "on $surface")

    def _end(self, row: int, room: int) -> list[Part]:
        """A word for each end of the line, where there is room for it."""
        word = {0: EARLIEST, len(self.labels) - 1: LATEST}.get(row, "")
        return [(word.rjust(room - 1), "$quiet")] if word and room > len(word) + 2 else []


def roomy(lines: Sequence[Line]) -> list[Line]:
    """Lines with an empty one above and one below."""
    return [content(""), *lines, content("")]


def revealed(cards: Sequence[Placed], width: int, air: int, *, joined: bool = True) -> list[Row]:
    """Each card with its sign, its letter and date, its label; each of them in its own column. Those that stood beside
    each other already are joined, unless they are still on their way.
    """
    drawn: list[Row] = []
    width = min(width, WIDEST)
    longest = max((cell_len(card.date) for card in cards), default=0)
    lead = SIGN_WIDTH + NUMBER_WIDTH
    column = min(longest, max(4, width - lead - 2 - LEAST_LABEL))
    room = max(2, width - lead - column - 2)
    for card in cards:
        color = "$success" if card.sign == "✓" else "$warning"
        right = [(line, "") for line in wrapped(card.label, room)]
        right += [(line, f"italic {color}") for line in wrapped(card.note, room)] if card.note else []
        dates = wrapped(card.date, column)
        lines = []
        for at in range(max(len(right), len(dates))):
            link = "│" if card.joined and joined else ""
            sign = (card.sign, f"bold {color}") if at == 0 else (link, "$success")
            date = padded(dates[at] if at < len(dates) else "", column + 2)
            letter = padded(card.letter if at == 0 else "", NUMBER_WIDTH)
            text = right[at] if at < len(right) else ""
            lines.append(content((padded(sign[0], SIGN_WIDTH), sign[1]), letter, date, text))
        lines = roomy(lines) if air > 1 else lines
        drawn += [(None, line) for line in filled(lines, width, "on $right" if card.sign == "✓" else "on $surface")]
        if air or (card.joined and len(lines) == 1):
            drawn.append((None, content(("│" if card.joined and joined else "", "$success"))))
    return drawn
