"""The tables of `library_index`: lines of JSON, each with a mark, so that no damage to one goes unnoticed."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from quizgame.banks.dates import parse
from quizgame.banks.entries import Alike, Entry
from quizgame.banks.files.problems import Told, shown
from quizgame.banks.files.read import ReadPack
from quizgame.banks.models import BankHead, Fact, PackFile, Strict, Term
from quizgame.banks.pack import Pack
from quizgame.banks.shelved import ShelfError

Cell = str | int | bytes | None
Row = tuple[Cell, ...]

TABLES = (
    "CREATE TABLE about (rules BLOB NOT NULL)",
    "CREATE TABLE packs (number INTEGER PRIMARY KEY, place BLOB NOT NULL, head TEXT NOT NULL, mark BLOB NOT NULL)",
    "CREATE TABLE topics (pack INTEGER NOT NULL, topic TEXT NOT NULL, drawn TEXT NOT NULL, mark BLOB NOT NULL)",
    (
        "CREATE TABLE said (pack INTEGER NOT NULL, id TEXT NOT NULL, entry TEXT NOT NULL, entry_mark BLOB NOT NULL,"
        " said TEXT NOT NULL, mark BLOB NOT NULL)"
    ),
)
INDEXES = (
    "CREATE INDEX topics_of_pack ON topics (pack, topic)",
    "CREATE INDEX said_in_pack ON said (pack, id)",
)
ALL_TOPICS = ""
"""In the place of a topic: what is told of all of them together."""
_HEAD, _ENTRY = "head", "entry "

Drawn = tuple[str, str, int, int, tuple[str, ...], str, str]
"""An entry as it is kept: its date is EDTF, or empty."""
_DRAWN: TypeAdapter[list[Drawn]] = TypeAdapter(list[Drawn])


class Head(Strict):
    """What is known of a pack that is not played."""

    about: PackFile
    banks: Annotated[tuple[BankHead, ...], Field(min_length=1)]
    revision: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
    layout: str
    questions: int
    of_pack: Told = Field(default_factory=Told)
    of_banks: Told = Field(default_factory=Told)
    shown: str
    """The place as it was shown in what was told: from another folder it is shown in another way."""

    @classmethod
    def of(cls, place: Path, read: ReadPack, pack: Pack) -> "Head":
        """That of a pack that was read."""
        keys = set(BankHead.model_fields)
        return cls(
            about=pack.about,
            banks=tuple(BankHead(**bank.model_dump(include=keys, exclude_defaults=True)) for bank in pack.banks),
            revision=pack.revision,
            layout=pack.layout,
            questions=pack.questions,
            of_pack=read.of_pack,
            of_banks=read.of_banks,
            shown=shown(place),
        )


class AllTopics(Strict):
    """What is known of the topics of a pack that is played, without going through what they draw."""

    alike: dict[str, tuple[Alike, ...]]
    glossary: tuple[str, ...]


def number_of(content: bytes) -> int:
    """What the rows of a pack carry: a part of the check of where it lies and what it says."""
    return int.from_bytes(content[:8], signed=True)


def place_of(place: Path) -> bytes:
    """A place as it is kept, from wherever it is named: a name need not be text."""
    return os.fsencode(place.absolute())


def path_of(place: bytes) -> Path:
    """The place that is kept so."""
    return Path(os.fsdecode(place))


def mark_of(content: bytes, name: str, line: str) -> bytes:
    """The mark of a line of this name in the rows of a pack."""
    return hashlib.blake2b(f"{name}\n{line}".encode(), key=content, digest_size=8).digest()


def line_of(content: bytes, name: str, row: Row | None) -> str:
    """The line in a row, with its mark behind it. Raises `ShelfError` if it is not what was written."""
    if row is None or not isinstance(row[0], str) or row[1] != mark_of(content, name, row[0]):
        raise ShelfError(name)
    return row[0]


def head_row(content: bytes, place: Path, read: ReadPack, pack: Pack) -> Row:
    """The row of a pack in `packs`."""
    line = Head.of(place, read, pack).model_dump_json(exclude_defaults=True)
    return number_of(content), place_of(place), line, mark_of(content, _HEAD, line)


def head_in(content: bytes, row: Row) -> Head:
    """What its head and mark say. Raises `ShelfError`."""
    try:
        return Head.model_validate_json(line_of(content, _HEAD, row))
    except ValidationError:
        raise ShelfError(_HEAD) from None


def topic_rows(content: bytes, pack: Pack) -> Iterator[Row]:
    """The rows of a pack in `topics`."""
    whole = AllTopics(alike={topic: tuple(pack.alike(topic)) for topic in pack.topics}, glossary=tuple(pack.glossary()))
    lines = {topic: json.dumps([_kept(one) for one in pack.entries(topic)]) for topic in pack.topics}
    for name, line in {ALL_TOPICS: whole.model_dump_json(), **lines}.items():
        yield number_of(content), name, line, mark_of(content, name, line)


def said_rows(content: bytes, pack: Pack) -> Iterator[Row]:
    """The rows of a pack in `said`: its facts and terms, whole."""
    for bank in pack.banks:
        both: tuple[Fact | Term, ...] = (*bank.facts, *bank.terms)
        for one in both:
            entry, said = json.dumps([_kept(Entry.of(bank.topic, one))]), one.model_dump_json(exclude_defaults=True)
            marks = mark_of(content, _ENTRY + one.id, entry), mark_of(content, one.id, said)
            yield number_of(content), one.id, entry, marks[0], said, marks[1]


def _kept(entry: Entry) -> Drawn:
    return *entry[:5], entry.date.edtf if entry.date else "", entry.label


def drawn_in(line: str) -> list[Drawn]:
    """The entries in a line. Raises `ShelfError`."""
    try:
        return _DRAWN.validate_json(line)
    except ValidationError:
        raise ShelfError(line[:40]) from None


def entry_of(drawn: Drawn) -> Entry:
    """One of them. Raises `ShelfError`."""
    name, home, importance, wordings, tags, date, label = drawn
    try:
        return Entry(name, home, importance, wordings, tags, parse(date) if date else None, label)
    except ValueError:
        raise ShelfError(date) from None


def entry_in(content: bytes, name: str, row: Row) -> Entry:
    """The entry of a fact or term. Raises `ShelfError`."""
    return entry_of(drawn_in(line_of(content, _ENTRY + name, row))[0])
