"""The flat form of a pack that all formats are read into and written from: a list of entries, each with its topic.

None in a field means that the format says nothing about it, so that an import into a pack that exists leaves what
stands there; an empty text means that there is nothing. Dates are EDTF as text: what our banks can't hold yet is
found out where entries become banks, and nowhere else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from quizgame.exchange.reasons import Why


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands: the number of a line, row, note …, from 1; 0 means the file as a whole."""

    kind: str = ""
    """`line`, `row`, `note`, `question` or `entry`."""
    number: int = 0
    within: str = ""
    """The sheet, or the file in an archive; empty where there is only one."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that did not come in or go out: where it is or its id, and why."""

    place: Place | str
    why: Why
    detail: str = ""
    """What the sentence needs besides: a word, a name, a sentence of the models."""
    said: str = ""
    """The beginning of its text, to know it by."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong option."""

    text: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """What a bank says of itself."""

    id: str
    title: str = ""
    section: str | None = None
    order: int | None = None
    note: str | None = None
    borrows: tuple[str, ...] | None = None
    place: Place = field(default=Place(), compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact; with a date and a label it is an event."""

    id: str
    topic: str
    text: str | None = None
    date: str | None = None
    label: str | None = None
    paragraph: int | None = None
    importance: int | None = None
    tags: tuple[str, ...] | None = None
    attributed_to: str | None = None
    place: Place = field(default=Place(), compare=False)
    check: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A multiple-choice question. Without `fact` one is made for it to stand on."""

    id: str
    topic: str
    prompt: str
    answer: str
    wrong: tuple[Wrong, ...] | None
    """None where the format has no room for them: a card with a front and a back."""
    explanation: str | None = None
    fact: str | None = None
    place: Place = field(default=Place(), compare=False)
    check: str = field(default="", compare=False)
    """The digest of the entry when it was exported, where the format carries it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its meaning."""

    id: str
    topic: str
    term: str
    definition: str
    paragraph: int | None = None
    place: Place = field(default=Place(), compare=False)
    check: str = field(default="", compare=False)


Entry: TypeAlias = Statement | Question | Word


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of the pack as a whole, by the names that pack.yaml has for it, and in its shapes."""

    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a player remembers of a fact or a word, as FSRS says it."""

    stability: float
    difficulty: float
    wanted: float
    """The chance to recall it at which it is due."""
    last: int
    """When it was last asked, in seconds since 1970."""
    interval: int
    """The days from then until it is due."""
    due_in: int
    """The days from today until it is due; below 0 if it is overdue."""
    reviews: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in, in the order of the file, and what did not."""

    format: str
    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    title: str = ""
    language: str = ""
    about: About = About()
    complete: bool = False
    """Whether the format carries everything that our own banks hold."""
    memory: Mapping[str, Remembered] = field(default_factory=dict)
    """Of what goes out: what the player remembers, by the ids of facts and words."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file as it is to be written, and what it does not hold."""

    data: bytes
    count: int
    """How many questions, events and words it holds."""
    left_out: tuple[LeftOut, ...] = ()


class UnreadableError(Exception):
    """A file that can't be read at all: why, and what the sentence needs besides."""

    def __init__(self, why: Why, detail: str = "", place: Place | None = None) -> None:
        super().__init__(f"{why.name} {detail}")
        self.why, self.detail, self.place = why, detail, place or Place()


class Collector:
    """Takes what a reader finds, in the order of the file."""

    def __init__(self, format_name: str) -> None:
        self.format = format_name
        self.entries: list[Entry] = []
        self.left: list[LeftOut] = []

    def add(self, entry: Entry) -> None:
        """Keep an entry; `topic` is a title as the file has it, or empty."""
        self.entries.append(entry)

    def leave_out(self, place: Place, why: Why, detail: str = "", said: str = "") -> None:
        """Note something that does not come in."""
        self.left.append(LeftOut(place, why, detail, said[:60]))

    def done(self, title: str = "", language: str = "", about: About | None = None) -> Imported:
        """What came in. Raises `UnreadableError` if the file has nothing in it."""
        if not self.entries and not self.left:
            raise UnreadableError(Why.NOTHING_IN_IT)
        entries, out = tuple(self.entries), tuple(self.left)
        return Imported(self.format, entries, (), out, title, language, about=about or About())


def left(entry: Entry, why: Why, detail: str = "") -> LeftOut:
    """Something that a format can't hold."""
    return LeftOut(entry.id, why, detail, said(entry)[:60])


def said(entry: Entry) -> str:
    """The text that an entry is known by."""
    if isinstance(entry, Question):
        return entry.prompt
    return entry.term if isinstance(entry, Word) else entry.label or entry.text or ""


def questions_in(entries: Iterable[Entry]) -> Iterator[Question]:
    """The multiple-choice questions."""
    return (entry for entry in entries if isinstance(entry, Question))


def words_in(entries: Iterable[Entry]) -> Iterator[Word]:
    """The words."""
    return (entry for entry in entries if isinstance(entry, Word))


def events_in(entries: Iterable[Entry]) -> Iterator[Statement]:
    """The facts that can be put in order."""
    return (entry for entry in entries if isinstance(entry, Statement) and entry.date and entry.label)
