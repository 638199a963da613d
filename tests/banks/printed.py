"""Reading what `quizgame check` prints."""

import re
import unicodedata

_ROW = re.compile(r"^([a-z0-9-]+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+%) +(\d+\.\d)\b", re.MULTILINE)
_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def rows_in(output: str) -> list[tuple[str, ...]]:
    """The table of a pack: topic, facts, questions, events, terms, share of longest answers, reading grade."""
    return [match.groups() for match in _ROW.finditer(output)]


def topics_in(output: str) -> tuple[str, ...]:
    """The topics in the table of a pack: those that play."""
    return tuple(row[0] for row in rows_in(output))


def obeyed_by_a_terminal(output: str) -> set[str]:
    """The characters of an output that a terminal would obey, and those that bring its letters out of order."""
    return {
        letter
        for letter in set(output) - {"\n"}
        if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(letter) in _DIRECTIONS
        or "\U000e0000" <= letter <= "\U000e007f"
    }
