"""A pack: its banks, and the ways to look things up in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgame.banks.entries import Alike, Entry, alike, layout_of
from quizgame.banks.models import Bank, Fact, PackFile, Term


@dataclass(frozen=True)
class Pack:
    """Everything about one source text."""

    id: str
    about: PackFile
    banks: tuple[Bank, ...]
    """In the order of the source."""
    revision: str
    """A check of the content of all its files: 8 hexadecimal digits."""

    @property
    def title(self) -> str:
        """What the pack is called."""
        return self.about.title

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The ids of all topics, in the order of the source."""
        return tuple(bank.topic for bank in self.banks)

    @cached_property
    def _bank_by_topic(self) -> dict[str, Bank]:
        return {bank.topic: bank for bank in self.banks}

    @cached_property
    def _homes(self) -> dict[str, tuple[Bank, Fact | Term]]:
        found: dict[str, tuple[Bank, Fact | Term]] = {}
        for bank in self.banks:
            found |= {fact.id: (bank, fact) for fact in bank.facts}
            found |= {term.id: (bank, term) for term in bank.terms}
        return found

    def bank(self, topic: str) -> Bank:
        """The bank of a topic; raises KeyError."""
        return self._bank_by_topic[topic]

    def group(self, bank: Bank) -> str | None:
        """The heading of the source under which the section of a bank stands."""
        return next((s.group for s in self.about.sections if s.heading == bank.section), None)

    @cached_property
    def layout(self) -> str:
        """A check of what the figures of a player depend on: which topic draws what, and when events were."""
        return layout_of(self.banks)

    @cached_property
    def questions(self) -> int:
        """How many there are, for the lists of packs."""
        return sum(len(fact.questions) for bank in self.banks for fact in bank.facts)

    def entry(self, name: str) -> Entry | None:
        """What a fact or term is like; None if there is none of this id: a save may remember one that was deleted."""
        bank, said = self._homes.get(name, (None, None))
        return None if bank is None or said is None else Entry.of(bank.topic, said)

    def entries(self, topic: str) -> Sequence[Entry]:
        """What a topic draws: its own facts, then the borrowed ones, then its terms."""
        return self._entries[topic]

    @cached_property
    def _entries(self) -> dict[str, tuple[Entry, ...]]:
        return {
            bank.topic: (
                *(Entry.of(bank.topic, fact) for fact in bank.facts),
                *(Entry.of(self._homes[name][0].topic, self._homes[name][1]) for name in bank.borrows),
                *(Entry.of(bank.topic, term) for term in bank.terms),
            )
            for bank in self.banks
        }

    def asked(self, topic: str, importance: int) -> Sequence[str]:
        """Those of them that have a wording, by their importance."""
        return [one.id for one in self.entries(topic) if one.importance == importance and one.wordings]

    def events(self, topic: str) -> Sequence[str]:
        """Those of them that can be put in order by date."""
        return [one.id for one in self.entries(topic) if one.is_event]

    def alike(self, topic: str) -> Sequence[Alike]:
        """All that a topic draws, counted."""
        return self._alike[topic]

    @cached_property
    def _alike(self) -> dict[str, tuple[Alike, ...]]:
        return {topic: alike(topic, self.entries(topic)) for topic in self.topics}

    def said(self, name: str) -> Fact | Term:
        """The fact or term with this id; raises KeyError."""
        return self._homes[name][1]

    def fact(self, name: str) -> Fact:
        """A fact by its id; raises KeyError."""
        found = self.said(name)
        if not isinstance(found, Fact):
            raise KeyError(name)
        return found

    def has(self, name: str) -> bool:
        """Whether the pack still has this fact or term."""
        return self.entry(name) is not None

    def source_of(self, name: str) -> tuple[Bank, Fact | Term]:
        """The fact or term with this id, and the bank it is written in; raises KeyError."""
        entry = self.entry(name)
        if entry is None:
            raise KeyError(name)
        return self.bank(entry.topic), self.said(name)

    @cached_property
    def _borrowed_by(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for bank in self.banks:
            for name in bank.borrows:
                found[name] = (*found.get(name, ()), bank.topic)
        return found

    def drawn_by(self, name: str) -> tuple[str, ...]:
        """The topics that draw a fact or term: the one that it is written in, and those that borrow it."""
        entry = self.entry(name)
        return () if entry is None else (entry.topic, *self._borrowed_by.get(name, ()))

    def facts_of(self, topic: str) -> Iterator[Fact]:
        """The facts that a topic draws: its own, then the borrowed ones."""
        bank = self.bank(topic)
        yield from bank.facts
        for name in bank.borrows:
            yield self.fact(name)

    @cached_property
    def _events(self) -> dict[str, tuple[Entry, ...]]:
        return {topic: tuple(one for one in self.entries(topic) if one.is_event) for topic in self.topics}

    def events_of(self, topic: str) -> Sequence[Entry]:
        """The facts of a topic that can be put in order by date."""
        return self._events[topic]

    def terms_of(self, topic: str) -> Sequence[Term]:
        """The terms of a topic."""
        return self.bank(topic).terms

    def glossary(self) -> Sequence[str]:
        """The ids of all terms."""
        return [term.id for term in self.terms]

    @property
    def terms(self) -> Sequence[Term]:
        """The glossary, all topics together."""
        return self._terms

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        return tuple(term for bank in self.banks for term in bank.terms)
