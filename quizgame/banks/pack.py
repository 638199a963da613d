"""A pack in memory: its banks, and the ways to look things up in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of all topics, in the order of the source."""
        return tuple(bank.topic for bank in self.banks)

    @cached_property
    def _bank_by_topic(self) -> dict[str, Bank]:
        return {bank.topic: bank for bank in self.banks}

    @cached_property
    def _home_of_fact(self) -> dict[str, tuple[Bank, Fact]]:
        return {fact.id: (bank, fact) for bank in self.banks for fact in bank.facts}

    def bank(self, topic: str) -> Bank:
        """The bank of a topic; raises KeyError."""
        return self._bank_by_topic[topic]

    def group(self, bank: Bank) -> str | None:
        """The heading of the source under which the section of a bank stands."""
        return next((s.group for s in self.about.sections if s.heading == bank.section), None)

    def fact(self, fact_id: str) -> Fact:
        """A fact by its id; raises KeyError."""
        return self._home_of_fact[fact_id][1]

    def has(self, fact_id: str) -> bool:
        """Whether the pack still has this fact or term: a save may remember one that was deleted."""
        return fact_id in self._home_of_fact or fact_id in self._home_of_term

    def facts_of(self, topic: str) -> Iterator[Fact]:
        """The facts that a topic draws: its own, then the borrowed ones."""
        bank = self.bank(topic)
        yield from bank.facts
        for fact_id in bank.borrows:
            yield self.fact(fact_id)

    @cached_property
    def _events(self) -> dict[str, tuple[Fact, ...]]:
        return {topic: tuple(fact for fact in self.facts_of(topic) if fact.is_event) for topic in self.topics}

    @cached_property
    def topics_drawn(self) -> dict[str, frozenset[str]]:
        """For each topic, the ids of the facts and terms that it draws: its own and the borrowed ones."""
        return {
            bank.topic: frozenset([*(fact.id for fact in self.facts_of(bank.topic)), *(term.id for term in bank.terms)])
            for bank in self.banks
        }

    def events_of(self, topic: str) -> tuple[Fact, ...]:
        """The facts of a topic that can be put in order by date."""
        return self._events[topic]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, all topics together."""
        return tuple(term for bank in self.banks for term in bank.terms)

    @cached_property
    def _home_of_term(self) -> dict[str, tuple[Bank, Term]]:
        return {term.id: (bank, term) for bank in self.banks for term in bank.terms}

    def source_of(self, fact_id: str) -> tuple[Bank, Fact | Term]:
        """The fact or term with this id, and the bank it is written in; raises KeyError."""
        return self._home_of_fact.get(fact_id) or self._home_of_term[fact_id]
