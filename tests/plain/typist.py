"""Somebody who reads what is asked before typing."""

import io
import re
import sys
from collections.abc import Callable, Iterator


class Reader(io.TextIOBase):
    """Types what `lines` yields: texts, or functions of what was printed so far."""

    def __init__(self, *lines: str | Callable[[str], str]) -> None:
        self._lines: Iterator[str | Callable[[str], str]] = iter(lines)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # of a text stream it is a text
        line = next(self._lines, None)
        if line is None:
            return ""
        if not isinstance(line, str):
            assert isinstance(sys.stdout, io.StringIO)  # play_here puts it there
            line = line(sys.stdout.getvalue())
        return line + "\n"


def number_of(option: str, printed: str) -> str:
    """The number of the last option that was printed and begins so."""
    return next(line[0] for line in reversed(printed.splitlines()) if line[1:].startswith(f": {option}"))


def right(printed: str) -> str:
    """The right answer, in the packs of `tests.tui.worlds`."""
    return number_of("North", printed)


def wrong(printed: str) -> str:
    """Another one."""
    return number_of("South", printed)


def right_place(printed: str) -> str:
    """The number of the card behind which the last one goes: there the letters go with the years."""
    line, card = printed.rsplit("The line:", 1)[1].split("Card: ")
    letters = re.findall(r": Storm (\w) of", line)
    return str(sum(letter < card.split()[1] for letter in letters))
