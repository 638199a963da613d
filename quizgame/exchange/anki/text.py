"""Anki's text with headers: a card a line, and lines before them that say which column is what.

After https://docs.ankiweb.net/importing/text-files.html. The name of each card travels in the column of guids, so that
a second import, there or here, finds the card again.
"""

import csv
import io
from collections.abc import Iterator

from quizgame.exchange.cards import Card, add_card, card_of
from quizgame.exchange.html_text import text_of
from quizgame.exchange.neutral import Collector, Exported, Imported, LeftOut, Place, UnreadableError
from quizgame.exchange.reasons import Why

_SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
_HEADERS = ("separator", "html", "tags", "columns", "notetype", "deck", "guid", "if matches")
_COLUMNS = ("guid column", "deck column", "tags column", "notetype column")


def is_this(text: str) -> bool:
    """Whether the first line is one of Anki's headers."""
    first = text.lstrip().split("\n", 1)[0].casefold()
    return first.startswith("#") and first[1:].split(":")[0].removesuffix(" column") in _HEADERS


def read(text: str) -> Imported:
    """Read a text that Anki, or we for Anki, have written. Raises `UnreadableError`."""
    lines = text.lstrip("\n").split("\n")
    headers: dict[str, str] = {}
    while lines and lines[0].startswith("#"):
        name, _, value = lines.pop(0)[1:].partition(":")
        headers[name.strip().casefold()] = value.strip()
    sign = headers.get("separator", "tab")
    delimiter = _SIGNS.get(sign.casefold(), sign[:1] or "\t")
    found = Collector("anki-text")
    special = {name: int(value) - 1 for name in _COLUMNS if (value := headers.get(name, "")).isdecimal()}
    html = headers.get("html", "false").casefold() == "true"
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter)
    try:
        for row in reader:
            place = Place("line", reader.line_num + len(headers))
            _row(row, special, headers.get("deck", ""), place, found, html=html)
    except csv.Error:
        raise UnreadableError(Why.BROKEN_FILE, "Anki", Place("line", reader.line_num + len(headers))) from None
    return found.done()


def _row(row: list[str], special: dict[str, int], deck: str, place: Place, found: Collector, *, html: bool) -> None:
    if not any(row):
        return
    fields = [cell for at, cell in enumerate(row) if at not in special.values()]

    def of(name: str) -> str:
        at = special.get(name)
        return row[at] if at is not None and at < len(row) else ""

    sides = []
    for side in [*fields, "", ""][:2]:
        text, media = text_of(side) if html else (side.strip(), ())
        sides.append(text)
        for one in media:
            found.leave_out(place, Why.MEDIA, one, text)
    topic = topic_of(of("deck column") or deck)
    add_card(found, Card(of("guid column"), topic, sides[0], sides[1]), place)


def topic_of(deck: str) -> str:
    """The last part of the name of a deck; Anki's own first deck has no meaning."""
    name = deck.replace("\x1f", "::").split("::")[-1].strip()
    return "" if name == "Default" else name


def deck_of(pack: Imported, topic: str) -> str:
    """The name of the deck for a topic, below that of the pack."""
    titles = {one.id: one.title for one in pack.topics}
    return "::".join(part.replace("::", ":").strip() or "-" for part in (pack.title, titles.get(topic, topic)))


def write(pack: Imported) -> Exported:
    """Questions with their options, events and words as cards of the kind that every Anki has."""
    out: list[LeftOut] = []
    rows = list(_rows(pack, out))
    head = "#separator:tab\n#html:false\n#notetype:Basic\n#guid column:1\n#deck column:2\n#tags column:5\n"
    text = io.StringIO()
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return Exported((head + text.getvalue()).encode("utf-8"), len(rows), tuple(out))


def _rows(pack: Imported, out: list[LeftOut]) -> Iterator[tuple[str, ...]]:
    for entry in pack.entries:
        card = card_of(entry)
        if isinstance(card, LeftOut):
            out.append(card)
        elif card:
            yield card.guid, deck_of(pack, card.topic), card.front, card.back, " ".join(card.tags)
