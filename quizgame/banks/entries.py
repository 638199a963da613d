"""A fact or term without its texts: all that a draw, a figure and a list need to know of it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Self, TypeVar, overload

from quizgame.banks.dates import Interval
from quizgame.banks.models import Bank, Fact, Term

_T = TypeVar("_T")
TERM = 0
"""Stands for the importance of a term."""


class Entry(NamedTuple):
    """A fact or a term."""

    id: str
    topic: str
    """The one that it is written in; others may borrow it."""
    importance: int
    """1 to 3, or `TERM`."""
    wordings: int
    """How many questions it has; a term has one."""
    tags: tuple[str, ...] = ()
    date: Interval | None = None
    label: str = ""

    @classmethod
    def of(cls, topic: str, said: Fact | Term) -> Self:
        """That of a fact or term which is written in a topic."""
        if isinstance(said, Term):
            return cls(said.id, topic, TERM, 1)
        return cls(said.id, topic, said.importance, len(said.questions), said.tags, said.date, said.label or "")

    @property
    def is_term(self) -> bool:
        """Whether it is a word of the glossary."""
        return self.importance == TERM

    @property
    def is_event(self) -> bool:
        """Whether it can be put in order by date."""
        return bool(self.label)

    @property
    def is_asked(self) -> bool:
        """Whether it is a fact that something can be asked of: a question, or its place among others."""
        return not self.is_term and (self.wordings > 0 or self.is_event)


class Alike(NamedTuple):
    """How many of what a topic draws are alike in what a draw looks at, and how many of these can be asked."""

    importance: int
    tags: tuple[str, ...]
    is_own: bool
    """Whether they are written in the topic, and not borrowed; those of several other topics may stand apart."""
    entries: int
    with_wordings: int
    events: int
    asked: int
    """Those with a wording, and those that are events."""
    wordings: int


def alike(topic: str, entries: Iterable[Entry]) -> tuple[Alike, ...]:
    """What a topic draws, counted; in the order of the first entry of each kind that has a wording."""
    found: dict[tuple[int, tuple[str, ...], str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: not entry.wordings):
        found.setdefault((entry.importance, entry.tags, entry.topic), []).append(entry)
    return tuple(
        Alike(
            *kind[:2],
            kind[2] == topic,
            len(each),
            sum(entry.wordings > 0 for entry in each),
            sum(entry.is_event for entry in each),
            sum(entry.is_asked for entry in each),
            sum(entry.wordings for entry in each),
        )
        for kind, each in found.items()
    )


def layout_of(banks: Iterable[Bank]) -> str:
    """A check of what the figures of a player depend on: which topic draws what, and when events were."""
    layout = [
        (
            bank.topic,
            [(fact.id, fact.date.edtf if fact.date else "", bool(fact.label)) for fact in bank.facts],
            bank.borrows,
            [term.id for term in bank.terms],
        )
        for bank in banks
    ]
    return hashlib.blake2b(json.dumps(layout).encode(), digest_size=8).hexdigest()


class Named(Sequence[_T]):
    """So many things by their names. The names are looked up when the first thing is asked for, and each thing then."""

    def __init__(self, count: int, names: Callable[[], Sequence[str]], made: Callable[[str], _T]) -> None:
        self._count, self._names, self._made = count, names, made
        self._found: Sequence[str] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> _T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_T]: ...
    def __getitem__(self, place: int | slice) -> _T | Sequence[_T]:
        if self._found is None:
            self._found = self._names()
        if isinstance(place, slice):
            return [self._made(name) for name in self._found[place]]
        return self._made(self._found[place])
