"""Numbers as people type them: in any script's digits, with or without spaces between."""

import re

_APART = re.compile(r"[\s,;.、，]+")


def numbers_in(line: str, most: int, least: int = 1) -> list[int]:
    """The numbers of a line, also when they stand without spaces; empty if one is not between `least` and `most`."""
    line = line.strip()
    parts = list(line) if line.isdecimal() and most < 10 else [part for part in _APART.split(line) if part]
    if not all(part.isdecimal() and len(part) <= 2 for part in parts):
        return []
    found = [int(part) for part in parts]
    return found if all(least <= number <= most for number in found) else []
