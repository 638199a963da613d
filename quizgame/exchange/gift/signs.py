"""The signs that mean something in GIFT, and how a text is kept from meaning it.

A text that begins with `%5%` or `[html]` means something too, which no backslash prevents: so each of ours begins with
`[plain]`, which Moodle and other readers take away.
"""

import re

_SIGNS = "\\:#={}~\n"
_ESCAPED = {sign: chr(1 + at) for at, sign in enumerate(_SIGNS)}
_MEANT = {hidden: sign for sign, hidden in _ESCAPED.items()}
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_HIDDEN = re.compile("[\x01-\x08]")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)


def hidden(text: str) -> str:
    """The text with escaped signs out of the way; what is left of them means something."""
    bare = _HIDDEN.sub("", text)
    return _ESCAPE.sub(lambda match: _ESCAPED["\n" if match[1] == "n" else match[1]], bare)


def shown(text: str) -> str:
    """The text with its signs again."""
    return _HIDDEN.sub(lambda match: _MEANT[match[0]], text)


def escaped(text: str) -> str:
    """A text of ours as it stands in a file, on one line."""
    return "[plain]" + "".join("\\n" if sign == "\n" else f"\\{sign}" if sign in _SIGNS else sign for sign in text)


def with_format(text: str) -> tuple[str, str]:
    """The name of the format that a text begins with, or nothing, and the rest."""
    match = _FORMAT.match(text)
    return (match[1].casefold(), text[match.end() :]) if match else ("", text)
