"""How many cells of a terminal a text takes, where no screen library is at hand."""

import unicodedata

_WIDE = ("W", "F")
_NO_CELL = ("Mn", "Me", "Cf", "Cc")


def cells(text: str) -> int:
    """The cells: two for a wide letter (Unicode's East Asian width), none for a mark on the letter before it."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(letter) in _NO_CELL else 2 if unicodedata.east_asian_width(letter) in _WIDE else 1
        for letter in text
    )


def filled(text: str, width: int) -> str:
    """The text with spaces after it, up to so many cells."""
    return text + " " * max(0, width - cells(text))
