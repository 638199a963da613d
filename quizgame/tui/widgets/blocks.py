"""The options of a question before a class: large blocks side by side, each with a letter, a shape and a color."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding

from quizgame.game.play.votes import LETTERS, share_of
from quizgame.tui.parts.big import in_blocks, spaced
from quizgame.tui.parts.show import Line, bar, beside, content, edged, filled, hung, wrapped
from quizgame.tui.themes import SIGN_COLORS
from quizgame.tui.widgets.choices import MOST, Choices
from quizgame.wording import keys
from quizgame.wording.class_screens import CHOSEN, RIGHT, option_sign, votes_in_words

GAP, EDGE, LETTER_WIDTH = 2, 2, 8
"""Cells between two blocks, before what stands in one, and for its letter and shape."""
LEAST, WIDEST_BAR = 24, 20
"""Cells that a block needs, and that a bar has at the most."""
MOST_SPACED = 3
"""Rows of a text with air between its letters: more of them are harder to read than a smaller text."""
QUESTION_ROWS, LARGE_QUESTION_ROWS = 5, 14
"""Rows that are kept for the question above; the second in letters as large as those of the options."""


class _Layout(NamedTuple):
    columns: int
    size: Literal["blocks", "spaced", "plain", "tight"]
    """How large the texts are; what is tight has no air around it."""


class Blocks(Choices):
    """Answered by letters or by digits."""

    BINDINGS = [Binding(LETTERS[n].casefold(), f"choose({n})", keys.ANSWER_N[n], show=False) for n in range(MOST)]

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self.around = 0
        """Rows of the window that are neither the question's nor the options'."""
        self._columns: list[range] = []
        """The cells of each option, as `_rows` has its lines."""

    def ask(self, texts: Sequence[str]) -> None:
        """Show the options of a question, without votes."""
        self._counts = ()
        super().ask(texts)

    def show_votes(self, counts: Sequence[int]) -> None:
        """Show how many hands each option had; with none, nothing."""
        self._counts = tuple(counts)
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """The first way that fits into the window: large letters before small ones, side by side before stacked."""
        count = len(self.texts)
        if not count:
            return []
        least = max(LEAST, LETTER_WIDTH + EDGE + 1 + self._longest_word)
        columns = [n for n in dict.fromkeys((count, 2, 1)) if n <= count and (width - GAP * (n - 1)) // n >= least]
        stacked = [_Layout(1, "blocks")]
        beside = [_Layout(n, "spaced") for n in columns or [1]]
        small = [_Layout(n, size) for size in ("plain", "tight") for n in columns or [1]]
        drawn: list[Line] = []
        for layout in (*stacked, *beside, *small):
            drawn = self._drawn_as(layout, width)
            above = LARGE_QUESTION_ROWS if layout.size == "blocks" else QUESTION_ROWS
            if len(drawn) <= self.screen.size.height - self.around - above:
                break
        return drawn

    @property
    def _longest_word(self) -> int:
        """In cells: a word that is broken can't be read from afar."""
        return max((cell_len(word) for text in self.texts for word in text.split()), default=0)

    def _drawn_as(self, layout: _Layout, width: int) -> list[Line]:
        cells = (width - GAP * (layout.columns - 1)) // layout.columns
        self._rows, self._columns = [], []
        drawn: list[Line] = []
        for first in range(0, len(self.texts), layout.columns):
            places = range(first, min(first + layout.columns, len(self.texts)))
            inner = [self._inside(place, cells - EDGE, layout) for place in places]
            height = max(map(len, inner))
            if drawn and layout.size != "tight":
                drawn.append(content(""))
            row = range(len(drawn), len(drawn) + height)
            blocks = [self._framed(place, lines, cells, height) for place, lines in zip(places, inner, strict=True)]
            drawn += [beside(lines, GAP) for lines in zip(*blocks, strict=True)]
            for at in range(len(blocks)):
                self._rows.append(row)
                self._columns.append(range(at * (cells + GAP), at * (cells + GAP) + cells))
        return drawn

    def _inside(self, place: int, width: int, layout: _Layout) -> list[Line]:
        """The letter and the shape, beside them the text; below it the hands."""
        room = width - LETTER_WIDTH - 1
        texts = self._text(place, room, layout)
        is_large = layout.size != "tight"
        letter = (in_blocks(LETTERS[place], LETTER_WIDTH) if is_large else None) or [LETTERS[place]]
        at = min(1, len(letter) - 1)
        letter[at] = f"{letter[at]:{5 if at else 2}}{option_sign(place)}"
        if len(letter) > len(texts) + 1:
            texts = ["", *texts]
        style, color = self._text_style(place), f"bold {self._color(place)}"
        rows = [
            content((f"{a}{' ' * (LETTER_WIDTH - cell_len(a))}", color), (b, style)) for a, b in _beside(letter, texts)
        ]
        said = [line for part in self._said(place, room) for line in hung([part], width - 1, indent=LETTER_WIDTH)]
        air = [] if layout.size == "tight" else [content("")]
        return [*air, *rows, *said, *air]

    def _text(self, place: int, room: int, layout: _Layout) -> list[str]:
        text = self.texts[place]
        if layout.size == "blocks" and (made := in_blocks(text, room)):
            return made
        made = spaced(text, room) if layout.size == "spaced" else None
        return made if made is not None and len(made) <= MOST_SPACED else wrapped(text, room)

    def _said(self, place: int, room: int) -> list[tuple[str, str]]:
        """Of a vote the hands, and that this is the right one."""
        said = []
        if self._counts and self.key is not None:
            hands = votes_in_words(self._counts[place])
            width = max(4, min(WIDEST_BAR, room - cell_len(hands) - 1))
            said.append((f"{bar(share_of(self._counts, place), width)} {hands}", ""))
        if place == self.key:
            said.append((f"✓ {RIGHT}", "bold $success"))
        elif self.key is not None and place == self.chosen and not self._counts:
            said.append((f"✗ {CHOSEN}", "$warning"))
        return said

    def _framed(self, place: int, lines: list[Line], cells: int, height: int) -> list[Line]:
        """On a ground of its own, behind an edge in its color."""
        ground = "on $right" if place == self.key else "on $background" if self.key is not None else "on $surface"
        if self.key is None and place in (self.marked, self.hovered):
            ground = "on $panel"
        full = [*lines, *([content("")] * (height - len(lines)))]
        marks = ["▸" if place == self.marked and at == len(full) // 2 else " " for at in range(len(full))]
        color = self._color(place)
        return filled([edged((f"▌{mark}", color), line) for mark, line in zip(marks, full, strict=True)], cells, ground)

    def _color(self, place: int) -> str:
        return "$quiet" if self.key is not None and place != self.key else f"$team-{SIGN_COLORS[place]}"

    def _text_style(self, place: int) -> str:
        return "bold" if self.key is None else "bold $success" if place == self.key else "$quiet"

    def at(self, x: int, y: int) -> int | None:
        """The option at a cell."""
        both = zip(self._columns, self._rows, strict=True)
        return next((place for place, (columns, rows) in enumerate(both) if x in columns and y in rows), None)


def _beside(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    count = max(len(left), len(right))
    return list(zip([*left, *[""] * (count - len(left))], [*right, *[""] * (count - len(right))], strict=True))
