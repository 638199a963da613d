"""A language that nobody speaks: each sentence stands in brackets and is 40 % longer, so that what is cut can be seen.

Run as a program, as the sentences are made when their modules are imported: it walks over the screens in every size and
prints what is cut without a sign, a line each.
"""

import asyncio
import calendar
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

    from tests.tui.stage import Stage

OPEN, CLOSE, CUT = "⟦", "⟧", "…"
LONGER_BY = 0.4
ABBREVIATION = 3
"""Letters of what is short in every language: a day of the week, a month in a calendar, what stands on a key."""
NESTED = re.compile(f"{OPEN}{{2,}}|{CLOSE}{{2,}}")
MONTHS = set(calendar.month_name[1:])
"""Their first three letters stand beside a line of time, in every language."""
FILLER = "lorę "
SIZES = ((60, 20), (100, 30), (200, 60))
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
        if (
            widget.children
            or not widget.display
            or isinstance(widget, Digits | Input)
            or type(widget).__name__ == "Toast"  # lies over the rest, and wraps
            or not widget.region.area
        ):
            continue
        lines = [widget.render_line(y).text for y in range(widget.size.height)]
        text = NESTED.sub(lambda found: found[0][0], "\n".join(lines))
        if not text.strip():
            continue
        if text.count(OPEN) - text.count(CLOSE) > text.count(CUT):
            yield f"{type(widget).__name__} #{widget.id} cuts {text.strip()!r}"
        if beyond := _leaves(widget):
            yield f"{type(widget).__name__} #{widget.id} reaches out of {beyond}: {text.strip()[:60]!r}"


def _leaves(widget: "Widget") -> str | None:
    """The part of the screen that a widget reaches out of and that does not scroll there."""
    from textual.widget import Widget

    scrolls = False
    for one in widget.ancestors:
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


async def look(game: "Stage", name: str, found: list[str]) -> None:
    """Look at a screen in every size."""
    for size in SIZES:
        await game.pilot.resize_terminal(*size)
        await game.settled()
        faults = (*cut_on(game.screen), *without_way_out(game.screen))
        found.extend(f"{name} at {size[0]}x{size[1]}: {fault}" for fault in faults)


async def walk(game: "Stage", found: list[str]) -> None:
    """From screen to screen, and look at each."""
    for name, keys in WAYS:
        for key in keys:
            await game.press(key)
        await look(game, name, found)


WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("home", ()),
    ("note", ("enter",)),
    ("question", ("enter",)),
    ("verdict", ("1",)),
    ("study notes", ("w",)),
    ("help", ("escape", "question_mark")),
    ("left", ("escape", "q")),
    ("card", ("f",)),
    ("card's back", ("space",)),
    ("timeline", ("q", "t")),
    ("ordering", ("enter",)),
    ("reveal", ("x",)),
    ("line", ("q", "down", "enter")),
    ("line's verdict", ("enter",)),
    ("when", ("q", "down", "down", "enter")),
    ("when's verdict", ("x",)),
    ("whole line", ("q", "down", "enter")),
    ("outline", ("escape", "escape", "r")),
    ("reading", ("enter",)),
    ("progress", ("escape", "escape", "p")),
    ("history", ("h",)),
    ("past round", ("enter",)),
    ("test", ("escape", "escape", "t")),
    ("settings", ("escape", "escape", "o")),
    ("own keys", (*["down"] * 8, "enter")),
    ("players", ("escape", "escape", "w")),
    ("class", ("escape", "c")),
    ("from a file", ("q", "i")),
)


def main() -> int:
    """Walk, and print what was found."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    from quizgame.wording import language

    language._TRANSLATIONS = Pseudo()
    from quizgame.tui.parts import held_key
    from tests.tui.stage import playing
    from tests.tui.worlds import NOTE, choices, events, world

    held_key.SETTLE_SECONDS = held_key.REPEAT_SECONDS = 0.0
    found: list[str] = []

    async def play(folder: Path) -> None:
        banks = world(folder / "banks", {"rain": choices("rain", 12), "snow": events("snow", 8)}, note=NOTE)
        for path in banks.rglob("*.yaml"):
            path.write_text(json.dumps(in_brackets(json.loads(path.read_text("utf-8"))), ensure_ascii=False), "utf-8")
        async with playing(banks, folder / "saves", size=SIZES[0]) as game:
            await walk(game, found)

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))
    print(*found, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
