"""A printable page: HTML with nothing from elsewhere, no script, and black on white.

Every text goes in by `escaped`, and nothing else does: what stands in banks is data.
"""

from collections.abc import Iterable
from enum import Enum
from html import escape
from pathlib import Path

from quizgame.banks.clean import clean, clean_lines

_STYLE = Path(__file__).with_name("page.css").read_text(encoding="utf-8")


class Size(Enum):
    """Paper; the value is what CSS calls it."""

    A4 = "A4"
    LETTER = "letter"


def escaped(text: str) -> str:
    """A text of one line, as HTML."""
    return escape(clean(text))


def escaped_lines(text: str) -> str:
    """A text of several lines, as HTML."""
    return "<br>".join(escape(line) for line in clean_lines(text).split("\n"))


def element(name: str, inner: str, kind: str = "") -> str:
    """An element around HTML."""
    return f'<{name} class="{kind}">{inner}</{name}>' if kind else f"<{name}>{inner}</{name}>"


def page(title: str, language: str, parts: Iterable[str], *, size: Size = Size.A4, large: bool = False) -> str:
    """A whole document. `language` is BCP 47, of the pack; `large` prints at 14 points instead of 11."""
    head = (
        '<meta charset="utf-8">',
        # whatever a bank may say, the browser fetches nothing
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("title", escaped(title)),
        element("style", f"@page {{ size: {size.value}; margin: 12mm; }}\n{_STYLE}"),
    )
    body = f'<body class="{"large" if large else "usual"}">'
    lines = ("<!doctype html>", f'<html lang="{escape(language, quote=True)}">', "<head>", *head, "</head>", body)
    return "\n".join((*lines, *parts, "</body>", "</html>", ""))
