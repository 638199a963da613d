"""Which format a file has, told by what is in it: its name says little, and is often wrong."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quizgame.exchange import aiken, hascard, quizlet, word_list
from quizgame.exchange.anki import read as anki_read
from quizgame.exchange.anki import text as anki_text
from quizgame.exchange.file import Archive, File
from quizgame.exchange.gift import read as gift_read
from quizgame.exchange.neutral import UnreadableError
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets import blooket, gimkit, kahoot, own, usual, wayground
from quizgame.exchange.sheets.cells import Row, rows_of

_HEAD = 20_000
_QTI = re.compile(r"<(?:\w+:)?(?:questestinterop|(?:qti-)?assessment-?item)\b", re.IGNORECASE)
_TEXTS = (
    ("gift", gift_read.is_this),
    ("aiken", aiken.is_this),
    ("hascard", hascard.is_this),
)
_LISTS = (("quizlet", quizlet.is_this), ("word-list", word_list.is_this))
"""Asked last: nearly every text has lines with two sides."""
_MOODLE = re.compile(r"<quiz[\s>/]")


@dataclass(frozen=True)
class Recognised:
    """The name of a format, and the rows of a sheet, which take long to read and are not read twice."""

    name: str
    rows: list[Row] = field(default_factory=list)


def recognised(file: File) -> Recognised:
    """The format of a file. Raises `UnreadableError` if it is none that we know, or is broken."""
    if file.is_archive:
        return _of_archive(file)
    if file.data.startswith(b"SQLite format 3\0"):
        raise UnreadableError(Why.NOT_KNOWN)
    text = file.text()
    head = text[:_HEAD].lstrip("\ufeff \n\t")
    if head.startswith("<"):
        return Recognised(_of_xml(head))
    name = _of_json(text) if head.startswith(("{", "[")) else ""
    if not name and anki_text.is_this(text):
        name = "anki-text"
    if not name and (sheet := _of_rows(file)):  # before other texts: any sign of theirs may stand in a cell
        return sheet
    if name := name or _first(_TEXTS, text) or _first(_LISTS, text):
        return Recognised(name)
    raise UnreadableError(Why.NOT_KNOWN)


def _first(formats: Sequence[tuple[str, Callable[[str], bool]]], text: str) -> str:
    return next((name for name, tell in formats if tell(text)), "")


def _of_archive(file: File) -> Recognised:
    archive = Archive(file.data)
    if anki_read.is_this(file):
        return Recognised("anki")
    if "xl/workbook.xml" in archive.names:
        if sheet := _of_rows(file):
            return sheet
        raise UnreadableError(Why.MISSES_COLUMNS)
    if any(name.casefold().endswith("imsmanifest.xml") for name in archive.names):
        return Recognised("qti")
    if any(name.casefold().endswith(".xml") and _QTI.search(_head(archive, name)) for name in archive.names[:50]):
        return Recognised("qti")
    raise UnreadableError(Why.NOT_KNOWN)


def _head(archive: Archive, name: str) -> str:
    return archive.read(name)[:_HEAD].decode("utf-8", "replace")


def _of_xml(head: str) -> str:
    if _MOODLE.search(head):
        return "moodle-xml"
    if _QTI.search(head):
        return "qti"
    raise UnreadableError(Why.NOT_KNOWN)


def _of_json(text: str) -> str:
    """The name of the format, or nothing for a text that only begins like JSON."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return "json" if re.match(r"\s*\{\s*\"(?:format|response_code|results)\"", text) else ""
    is_own = isinstance(value, dict) and value.get("format") == "quizgame"
    return "json" if is_own else "open-trivia"


def _of_rows(file: File) -> Recognised | None:
    """The program whose headings a sheet has, with its rows."""
    try:
        rows = rows_of(file)
    except UnreadableError:
        if file.is_archive:
            raise
        return None
    name = sheet_of(rows)
    return Recognised(name, rows) if name else None


def sheet_of(rows: list[Row]) -> str:
    """The program whose headings these rows have, or nothing."""
    if any(own.is_own(row.cells) for row in rows[:20]):
        return "own"
    for name, tell in (
        ("kahoot", kahoot.is_this),
        ("blooket", blooket.is_this),
        ("gimkit", gimkit.is_this),
        ("wayground", wayground.is_this),
    ):
        if tell(rows):
            return name
    return "sheet" if usual.header_in(rows) else ""
