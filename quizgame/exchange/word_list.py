"""Plain lists: `word: meaning` or `date: event`, a line each; a line that begins with # is the topic of those below."""

import re

from quizgame.exchange.cards import Card, add_card
from quizgame.exchange.neutral import Collector, Imported, Place
from quizgame.exchange.reasons import Why

_SIGNS = (
    re.compile(r"\s*(.+?)\s*:\s+(.+)"),
    re.compile(r"\s*(.+?)\s+[–—-]\s+(.+)"),
    re.compile(r"\s*(.+?)\s*=\s*(.+)"),
    re.compile(r"\s*(.+?)\s*:(\S.*)"),
)
_BULLET = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+")
_MOST = 0.6


def _sign(text: str) -> re.Pattern[str] | None:
    """What divides the two sides of most lines."""
    lines = [line for line in text[:50_000].split("\n") if line.strip() and not line.startswith("#")]
    fits = [(sum(sign.fullmatch(_bare(line)) is not None for line in lines), -at) for at, sign in enumerate(_SIGNS)]
    count, at = max(fits, default=(0, 0))
    return _SIGNS[-at] if lines and count > _MOST * len(lines) else None


def _bare(line: str) -> str:
    match = _BULLET.match(line)
    return line[match.end() :] if match else line


def is_this(text: str) -> bool:
    """Whether most lines have two sides."""
    return _sign(text) is not None


def read(text: str) -> Imported:
    """Read a list. Raises `UnreadableError`."""
    found = Collector("word-list")
    sign = _sign(text) or _SIGNS[0]
    topic = ""
    for number, line in enumerate(text.split("\n"), 1):
        place = Place("line", number)
        if not line.strip():
            continue
        if line.startswith("#"):
            topic = line.strip("# ")
        elif match := sign.fullmatch(_bare(line)):
            add_card(found, Card("", topic, match[1], match[2]), place)
        else:
            found.leave_out(place, Why.NO_ANSWER, "", line.strip())
    return found.done()
