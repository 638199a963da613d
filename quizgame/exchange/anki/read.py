"""Reading Anki's packages (`.apkg`, `.colpkg`) in the three layouts that there are.

The newest packs its database with zstd and puts beside it an old one with a single note, "please update": so the
newest that is there is read. The database is a stranger's: it is opened in memory, only its tables are asked, and
what takes too long is given up.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from quizgame.exchange.anki.kinds import entry_of
from quizgame.exchange.anki.text import topic_of
from quizgame.exchange.cards import Card, add_card
from quizgame.exchange.file import MAX_PART, Archive, File
from quizgame.exchange.html_text import text_of
from quizgame.exchange.neutral import Collector, Imported, Place, UnreadableError
from quizgame.exchange.reasons import Why

_NEWEST, _PLAIN = "collection.anki21b", ("collection.anki21", "collection.anki2")
_NEWEST_VERSION, _NEWEST_SCHEMA = 3, 18
_MAX_NOTES = 500_000
_STEPS, _MOST_CALLS = 1_000_000, 2_000
"""Of SQLite's machine: some two thousand million, which is a minute, and no honest deck needs them."""
_GUID = re.compile(r"quizgame-(question|event|word)-(.+)")
_ZSTD = b"\x28\xb5\x2f\xfd"


def is_this(file: File) -> bool:
    """Whether an archive has the database of an Anki package."""
    return bool({_NEWEST, *_PLAIN} & set(Archive(file.data).names))


def read(file: File) -> Imported:
    """Read a package. Raises `UnreadableError`."""
    archive = Archive(file.data)
    _check_version(archive)
    base = _opened(_database(archive))
    found = Collector("anki")
    try:
        _notes(base, found)
    except sqlite3.Error:
        raise UnreadableError(Why.BROKEN_FILE, "Anki") from None
    finally:
        base.close()
    return found.done()


def _check_version(archive: Archive) -> None:
    """The file `meta` is a message of protobuf whose first field is the version."""
    if "meta" in archive.names:
        meta = archive.read("meta", 10_000)
        if meta[:1] == b"\x08" and len(meta) > 1 and meta[1] > _NEWEST_VERSION:
            raise UnreadableError(Why.NEWER_VERSION)


def _database(archive: Archive) -> bytes:
    if _NEWEST in archive.names:
        return _unpacked(archive.read(_NEWEST))
    name = next((name for name in _PLAIN if name in archive.names), None)
    if name is None:
        raise UnreadableError(Why.NOT_KNOWN)
    return archive.read(name)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_ZSTD):
        return data
    try:
        from compression import zstd  # type: ignore[import-not-found, unused-ignore] # from Python 3.14 on
    except ImportError:
        try:
            from backports import zstd
        except ImportError:
            raise UnreadableError(Why.NEEDS_LIBRARY, "backports.zstd") from None
    decompressor = zstd.ZstdDecompressor()
    try:
        found = bytes(decompressor.decompress(data, max_length=MAX_PART + 1))
    except (zstd.ZstdError, EOFError, ValueError):
        raise UnreadableError(Why.BROKEN_ARCHIVE) from None
    if len(found) > MAX_PART:
        raise UnreadableError(Why.UNPACKS_TOO_LARGE, str(MAX_PART // 1_000_000))
    if not decompressor.eof:
        raise UnreadableError(Why.BROKEN_ARCHIVE)
    return found


def _opened(data: bytes) -> sqlite3.Connection:
    if not data.startswith(b"SQLite format 3\0") or len(data) < 100:
        raise UnreadableError(Why.BROKEN_FILE, "Anki")
    base = sqlite3.connect(":memory:")
    calls = 0

    def goes_on() -> int:
        nonlocal calls
        calls += 1
        return calls > _MOST_CALLS

    try:
        base.deserialize(data[:18] + b"\x01\x01" + data[20:])  # no write-ahead log, which memory can't have
        base.execute("PRAGMA trusted_schema = OFF")
        base.execute("PRAGMA query_only = ON")
        base.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        base.set_progress_handler(goes_on, _STEPS)
        version = base.execute("SELECT ver FROM col").fetchone()
    except (sqlite3.Error, OverflowError):
        base.close()
        raise UnreadableError(Why.BROKEN_FILE, "Anki") from None
    if version is None or not isinstance(version[0], int) or version[0] > _NEWEST_SCHEMA:
        base.close()
        raise UnreadableError(Why.NEWER_VERSION if version else Why.BROKEN_FILE, "Anki")
    return base


class _Kind(NamedTuple):
    name: str
    fields: tuple[str, ...]


def _notes(base: sqlite3.Connection, found: Collector) -> None:
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"notes", "cards", "col"} <= tables:
        raise UnreadableError(Why.BROKEN_FILE, "Anki")
    kinds, decks = _kinds(base, tables), _decks(base, tables)
    deck_of = dict(base.execute("SELECT nid, min(did) FROM cards GROUP BY nid"))
    rows = base.execute("SELECT id, guid, mid, flds FROM notes ORDER BY id LIMIT ?", (_MAX_NOTES,))
    for number, (note, guid, mid, fields) in enumerate(rows, 1):
        place = Place("note", number)
        topic = topic_of(decks.get(deck_of.get(note), ""))
        kind = kinds.get(mid, _Kind("", ()))
        texts = []
        for field in str(fields).split("\x1f"):
            text, media = text_of(field)
            texts.append(text)
            for one in media:
                found.leave_out(place, Why.MEDIA, one[:100], texts[0])
        named = dict(zip(kind.fields, texts, strict=False))
        own = _GUID.fullmatch(str(guid))
        entry = entry_of(own[1], own[2], topic, named, place) if own else None
        if entry:
            found.add(entry)
        else:
            front, back = _sides(texts)
            add_card(found, Card(str(guid), topic, front, back), place)


def _sides(texts: list[str]) -> tuple[str, str]:
    """The first field, and the first one after it that says something."""
    return texts[0], next((text for text in texts[1:] if text), "")


def _kinds(base: sqlite3.Connection, tables: set[str]) -> dict[Any, _Kind]:
    if "fields" in tables and "notetypes" in tables:
        names = dict(base.execute("SELECT id, name FROM notetypes"))
        fields: dict[Any, list[str]] = {}
        for kind, name in base.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            fields.setdefault(kind, []).append(str(name))
        return {kind: _Kind(str(name), tuple(fields.get(kind, ()))) for kind, name in names.items()}
    found = {}
    for number, model in _json(base, "models"):
        named = [field.get("name", "") for field in model.get("flds", ()) if isinstance(field, dict)]
        found[number] = _Kind(str(model.get("name", "")), tuple(map(str, named)))
    return found


def _decks(base: sqlite3.Connection, tables: set[str]) -> dict[Any, str]:
    if "decks" in tables:
        return {number: str(name) for number, name in base.execute("SELECT id, name FROM decks")}
    return {number: str(deck.get("name", "")) for number, deck in _json(base, "decks")}


def _json(base: sqlite3.Connection, column: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """What older databases keep as JSON, by number."""
    (text,) = base.execute(f"SELECT {column} FROM col").fetchone()  # noqa: S608 - one of two names of ours
    try:
        value = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise UnreadableError(Why.BROKEN_FILE, "Anki") from None
    for number, one in value.items() if isinstance(value, dict) else ():
        if isinstance(one, dict) and str(number).lstrip("-").isdecimal():
            yield int(number), one
