"""Which format a file has, told by what is in it: its name says little, and is often wrong."""

import json
import re

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
    ("anki-text", anki_text.is_this),
    ("gift", gift_read.is_this),
    ("aiken", aiken.is_this),
    ("hascard", hascard.is_this),
)
_LISTS = (("quizlet", quizlet.is_this), ("word-list", word_list.is_this))
"""Asked last, after sheets: nearly every text has lines with two sides."""
_MOODLE = re.compile(r"<quiz[\s>/]")


def format_of(file: File) -> str:
    """The name of the format. Raises `UnreadableError` if it is none that we know, or is broken."""
    if file.is_archive:
        return _of_archive(file)
    if file.data.startswith(b"SQLite format 3\0"):
        raise UnreadableError(Why.NOT_KNOWN)
    text = file.text()
    head = text[:_HEAD].lstrip("\ufeff \n\t")
    if head.startswith("<"):
        return _of_xml(head)
    name = _of_json(text) if head.startswith(("{", "[")) else ""
    name = name or next((name for name, tell in _TEXTS if tell(text)), "") or _of_rows(file)
    if not name:
        name = next((name for name, tell in _LISTS if tell(text)), "")
    if not name:
        raise UnreadableError(Why.NOT_KNOWN)
    return name


def _of_archive(file: File) -> str:
    archive = Archive(file.data)
    if anki_read.is_this(file):
        return "anki"
    if "xl/workbook.xml" in archive.names:
        if name := _of_rows(file):
            return name
        raise UnreadableError(Why.MISSES_COLUMNS)
    if any(name.casefold().endswith("imsmanifest.xml") for name in archive.names):
        return "qti"
    if any(name.casefold().endswith(".xml") and _QTI.search(_head(archive, name)) for name in archive.names[:50]):
        return "qti"
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


def _of_rows(file: File) -> str:
    """The program whose headings a sheet has, or nothing."""
    try:
        rows = rows_of(file)
    except UnreadableError:
        if file.is_archive:
            raise
        return ""
    return sheet_of(rows)


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
