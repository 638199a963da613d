"""Large letters, made of as many cells as there is room for: a terminal has letters of one size only."""

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from quizgame.banks.clean import clean
from quizgame.tui.parts.show import Drawn, Line, content, wrapped

if TYPE_CHECKING:
    from pyfiglet import Figlet

FONT = "smblock"
"""Letters of about four cells by four, with small letters as in print, which read more easily than capitals alone."""
WORDS_IN_A_LINE = 14
"""Letters that a line must have room for: fewer would break words."""


@cache
def _font(width: int) -> "Figlet":
    from pyfiglet import Figlet

    return Figlet(font=FONT, width=width)


def in_blocks(text: str, width: int) -> list[str] | None:
    """The text in letters of four lines each; None where the font does not have them, or a word is wider than that."""
    text = " ".join(clean(text).replace("’", "'").replace("“", '"').replace("”", '"').split())
    font = _font(width)
    if not text or not set(text) <= {chr(number) for number in font.Font.chars}:
        return None
    widths = {letter: len(font.Font.chars[ord(letter)][0]) for letter in set(text)}
    if any(sum(widths[letter] for letter in word) > width for word in text.split()):
        return None
    drawn: list[str] = []
    for line in _lines_of(text, widths, width):
        rows = [row.rstrip() for row in font.renderText(line.replace(" ", "  ")).splitlines()]
        drawn += rows[:-1] if rows and not rows[-1] else rows  # no letter of the line reaches below it
        drawn.append("")
    return drawn[:-1]


def _lines_of(text: str, widths: dict[str, int], width: int) -> list[str]:
    lines, used = [""], 0
    for word in text.split():
        needed = sum(widths[letter] for letter in word)
        gap = 2 * widths.get(" ", 0) if lines[-1] else 0
        if used + gap + needed > width:
            lines.append(word)
            used = needed
        else:
            lines[-1] += " " * bool(lines[-1]) + word
            used += gap + needed
    return lines


def spaced(text: str, width: int) -> list[str] | None:
    """The text with air between letters and lines; None for joined or wide letters, or where a word would be
    broken.
    """
    text = " ".join(clean(text).split())
    if any(
        unicodedata.combining(letter)
        or unicodedata.bidirectional(letter) in ("R", "AL")
        or unicodedata.east_asian_width(letter) in "WF"
        for letter in text
    ):
        return None
    letters = (width + 1) // 2
    if letters < max(WORDS_IN_A_LINE, max(map(len, text.split()), default=0)):
        return None
    lines = wrapped(text, letters)
    drawn: list[str] = []
    for line in lines:
        drawn += [" ".join(line), ""]
    return drawn[:-1]


def enlarged(text: str, width: int, rows: int) -> list[str]:
    """The text as large as it fits into so many cells and rows: in blocks, spaced, or as it is."""
    for make in (in_blocks, spaced):
        if (drawn := make(text, width)) is not None and len(drawn) <= rows:
            return drawn
    return wrapped(text, width)


class BigWords(Drawn):
    """A text as large as there is room for; `room` says how many rows that is now."""

    def __init__(self, room: Callable[[], int], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._room = room
        self._text, self._style = "", ""

    def say(self, text: str, style: str = "bold") -> None:
        """Show a text."""
        self._text, self._style = text, style
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """As large as it fits."""
        return (
            [content((line, self._style)) for line in enlarged(self._text, width, self._room())] if self._text else []
        )
