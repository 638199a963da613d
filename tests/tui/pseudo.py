"""A language that nobody speaks: each sentence stands in brackets and is 40 % longer, so that what is cut can be seen.

Run as a program, as the sentences are made when their modules are imported: it walks over the screens in every size and
prints what is cut without a sign, a line each. The names of walks may be given.
"""

import calendar
import os
import re
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

OPEN, CLOSE, CUT = "⟦", "⟧", "…"
LONGER_BY = 0.4
ABBREVIATION = 3
"""Letters of what is short in every language: a day of the week, a month in a calendar, what stands on a key."""
NESTED = re.compile(f"{OPEN}{{2,}}|{CLOSE}{{2,}}")
MONTHS = set(calendar.month_name[1:])
"""Their first three letters stand beside a line of time, in every language."""
FILLER = "lorę "
SHOWN_TEXTS = {"title", "prompt", "answer", "text", "why", "explanation", "label", "content_note", "definition", "term"}


def longer(text: str) -> str:
    """A sentence of that language; what is filled in later stays."""
    letters = len(re.sub(r"\{[^}]*\}", "", text))
    more = round(letters * LONGER_BY)
    filler = (FILLER * (more // len(FILLER) + 1))[:more].rstrip()
    if letters <= ABBREVIATION or text in MONTHS:
        return text
    return f"{OPEN}{text}{' ' if more > len(FILLER) else ''}{filler}{CLOSE}"


class Pseudo(NullTranslations):
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        """One sentence."""
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for a number."""
        return longer(msgid1 if n == 1 else msgid2)


def in_brackets(node: object) -> object:
    """The texts of a bank in brackets, so that one that is cut can be told."""
    if isinstance(node, dict):
        return {
            key: f"{OPEN}{value}{CLOSE}" if key in SHOWN_TEXTS and isinstance(value, str) else in_brackets(value)
            for key, value in node.items()
        }
    return [in_brackets(one) for one in node] if isinstance(node, list) else node


def cut_on(screen: "Widget") -> Iterator[str]:
    """What can't be read whole on a screen, and has no sign of that."""
    from textual.widget import Widget
    from textual.widgets import Digits, Input

    for widget in screen.walk_children(Widget):
        if widget.children or not widget.display or isinstance(widget, Digits | Input) or not widget.region.area:
            continue
        lines = [widget.render_line(y).text for y in range(widget.size.height)]
        text = NESTED.sub(lambda found: found[0][0], "\n".join(lines))
        if not text.strip():
            continue
        told = len(lines) == 1 and text.rstrip().endswith(CUT)
        if text.count(OPEN) - text.count(CLOSE) > text.count(CUT) and not told:
            yield f"{type(widget).__name__} #{widget.id} cuts {text.strip()!r}"
        if beyond := _leaves(widget):
            yield f"{type(widget).__name__} #{widget.id} reaches out of {beyond}: {text.strip()[:60]!r}"


def _leaves(widget: "Widget") -> str | None:
    """The part of the screen that a widget reaches out of and that does not scroll there."""
    from textual.widget import Widget

    scrolls = False
    is_toast = type(widget).__name__ == "Toast"  # lies over the rest, in holders that are smaller
    for one in [widget.screen] if is_toast else widget.ancestors:
        if not isinstance(one, Widget):
            break
        if widget.region.right > one.region.right:
            return f"{type(one).__name__} #{one.id}"
        scrolls = scrolls or one.styles.overflow_y in ("auto", "scroll")
        if not scrolls and widget.region.bottom > one.region.bottom:
            return f"{type(one).__name__} #{one.id}"
    return None


def without_way_out(screen: "Widget") -> Iterator[str]:
    """A line of keys from which the way out or the help has gone."""
    from quizgame.tui.parts.key_line import KeyLine
    from quizgame.wording import keys

    for line in screen.query(KeyLine):
        text = line.render_line(0).text
        ways = (keys.BACK, keys.LEAVE, keys.QUIT, keys.HOME, keys.NOT_NOW)
        if not any(way in text for way in ways):
            yield f"no way out in {text.strip()!r}"


def main() -> int:
    """Walk, and print what was found."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported
    from quizgame.wording import language

    language._TRANSLATIONS = Pseudo()
    from tests.tui.pseudo_walk import walk_all

    print(*walk_all(sys.argv[1:]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
