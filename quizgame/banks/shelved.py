"""A pack that stays where it lies: only what is asked for is read of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

from pydantic import PrivateAttr

from quizgame.banks.entries import TERM, Alike, Entry, Named
from quizgame.banks.models import Bank, BankHead, Fact, Term
from quizgame.banks.pack import Pack

_T = TypeVar("_T")
_Read = Callable[[str, bool], tuple[Fact | Term, ...]]
"""Gives the facts of a topic, or its terms."""


class ShelfError(Exception):
    """A shelf does not hold what it should, or not whole."""


class Shelf(Protocol):
    """Where one pack lies; a `Pack` in memory is one too. Those that are none raise `ShelfError`."""

    @property
    def layout(self) -> str:
        """See `Pack`, as for all others."""

    @property
    def questions(self) -> int:
        """How many there are."""

    def entry(self, name: str) -> Entry | None:
        """What a fact or term is like."""

    def entries(self, topic: str) -> Sequence[Entry]:
        """What a topic draws."""

    def asked(self, topic: str, importance: int) -> Sequence[str]:
        """Those of them that have a wording, by their importance."""

    def events(self, topic: str) -> Sequence[str]:
        """Those of them that can be put in order by date."""

    def alike(self, topic: str) -> Sequence[Alike]:
        """All that a topic draws, counted."""

    def said(self, name: str) -> Fact | Term:
        """The fact or term with this id."""

    def glossary(self) -> Sequence[str]:
        """The ids of all terms."""


class UnreadBank(Bank):
    """A bank whose facts and terms are read when they are first asked for."""

    _read: _Read = PrivateAttr()

    @classmethod
    def of(cls, head: BankHead, read: _Read) -> "UnreadBank":
        """The bank that begins with this; `read` finds the rest."""
        bank = cls.model_construct(**dict(head))
        bank.__dict__.pop("facts"), bank.__dict__.pop("terms")  # pydantic put the defaults there
        bank._read = read
        return bank

    def __getattr__(self, name: str) -> Any:
        """What is not there yet."""
        if name not in ("facts", "terms"):
            return super().__getattr__(name)  # type: ignore[misc] # pydantic hides it from checkers
        self.__dict__[name] = self._read(self.topic, name == "terms")
        return self.__dict__[name]

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, read or not."""
        return isinstance(other, Bank) and all(getattr(self, key) == getattr(other, key) for key in Bank.model_fields)

    def __hash__(self) -> int:
        return hash(self.topic)

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """All of it."""
        _ = self.facts, self.terms
        return super().model_dump(**how)


@dataclass(frozen=True, eq=False)
class ShelvedPack(Pack):
    """A pack of which the head was read. Where the shelf fails, it is read from its files and the shelf no more."""

    shelf: Shelf = field(repr=False)
    again: Callable[[], Pack] = field(repr=False)
    """Reads the whole of it from its files; raises `ShelfError` if they are gone."""

    def _ask(self, question: Callable[[Shelf], _T]) -> _T:
        if "_whole" not in self.__dict__:
            try:
                return question(self.shelf)
            except ShelfError:
                pass
        return question(self._whole)

    @cached_property
    def _whole(self) -> Pack:
        return self.again()

    @cached_property
    def _said(self) -> dict[str, Fact | Term]:
        return {}

    @cached_property
    def _lists(self) -> dict[str, Sequence[Entry]]:
        return {}

    @property
    def layout(self) -> str:
        """A check of what the figures of a player depend on."""
        return self.shelf.layout

    @property
    def questions(self) -> int:
        """How many there are."""
        return self.shelf.questions

    def entry(self, name: str) -> Entry | None:
        """What a fact or term is like; None if there is none of this id."""
        return self._ask(lambda shelf: shelf.entry(name))

    def entries(self, topic: str) -> Sequence[Entry]:
        """What a topic draws: its own facts, then the borrowed ones, then its terms."""
        return self._ask(lambda shelf: shelf.entries(topic))

    def asked(self, topic: str, importance: int) -> Sequence[str]:
        """Those of them that have a wording, by their importance."""
        return self._ask(lambda shelf: shelf.asked(topic, importance))

    def events(self, topic: str) -> Sequence[str]:
        """Those of them that can be put in order by date."""
        return self._ask(lambda shelf: shelf.events(topic))

    def alike(self, topic: str) -> Sequence[Alike]:
        """All that a topic draws, counted."""
        return self._ask(lambda shelf: shelf.alike(topic))

    def said(self, name: str) -> Fact | Term:
        """The fact or term with this id; raises KeyError."""
        if name not in self._said:
            self._said[name] = self._ask(lambda shelf: shelf.said(name))
        return self._said[name]

    def events_of(self, topic: str) -> Sequence[Entry]:
        """The facts of a topic that can be put in order by date."""
        if topic not in self._lists:
            count = sum(kind.events for kind in self.alike(topic))
            self._lists[topic] = Named(count, lambda: self.events(topic), self._event)
        return self._lists[topic]

    def _event(self, name: str) -> Entry:
        found = self.entry(name)
        if found is None:  # the shelf lists it and has lost it: whoever asks what it says reads the files
            self.said(name)
            found = self.entry(name)
        if found is None:
            raise KeyError(name)
        return found

    def terms_of(self, topic: str) -> Sequence[Term]:
        """The terms of a topic."""
        names = self.asked(topic, TERM)
        return Named(len(names), lambda: names, self._term)

    def glossary(self) -> Sequence[str]:
        """The ids of all terms."""
        return self._ask(lambda shelf: shelf.glossary())

    @cached_property
    def terms(self) -> Sequence[Term]:
        """The glossary, all topics together."""
        names = self.glossary()
        return Named(len(names), lambda: names, self._term)

    def _term(self, name: str) -> Term:
        found = self.said(name)
        if not isinstance(found, Term):
            raise KeyError(name)
        return found

    def written_in(self, topic: str, terms: bool) -> tuple[Fact | Term, ...]:
        """The facts of a topic, or its terms."""
        own = (one for one in self.entries(topic) if one.topic == topic)
        return tuple(self.said(one.id) for one in own if one.is_term == terms)
