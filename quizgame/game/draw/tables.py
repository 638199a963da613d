"""What the draw looks up in a pack, made once for each pack."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from weakref import ref

from quizgame.banks.days import year_of
from quizgame.banks.models import Fact, Question, Term
from quizgame.banks.pack import Pack
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.leaks import Printed, printed
from quizgame.banks.quality.word_lists import WordLists
from quizgame.game.draw.terms import TERM_WEIGHT, asks_terms, term_prompt


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact or term that a topic can ask."""

    topic: str
    source: Fact | Term


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask a fact, or the one way to ask a term."""

    topic: str
    fact: str
    """The id of what is asked."""
    id: str
    asks: Question | Term
    tags: tuple[str, ...]
    printed: Printed


@dataclass(frozen=True, slots=True)
class Tables:
    """Who draws what in a pack, and what its questions print."""

    pools: dict[str, tuple[tuple[float, tuple[Candidate, ...]], ...]]
    """By topic: its candidates by their weight."""
    drawn_by: dict[str, dict[str, Candidate]]
    """By the id of a fact or term: the same candidates by topic."""
    events_drawn_by: dict[str, set[str]]
    """By the id of an event: the topics that draw it."""
    first_year: int
    """That of the earliest event of the pack; 1 if it has none."""
    lists: WordLists | None
    _wordings: dict[tuple[str, str], tuple[Wording, ...]] = field(default_factory=dict)

    def wordings(self, candidate: Candidate) -> tuple[Wording, ...]:
        """Every way to ask it; what they print is found out when they are first drawn."""
        name = candidate.topic, candidate.source.id
        if name not in self._wordings:
            self._wordings[name] = tuple(_read(candidate, self.lists))
        return self._wordings[name]


def _read(candidate: Candidate, lists: WordLists | None) -> Iterator[Wording]:
    source = candidate.source
    if isinstance(source, Term):
        forms = printed(term_prompt(source), source.term, lists)
        yield Wording(candidate.topic, source.id, f"{source.id}-which", source, (), forms)
        return
    for number, question in enumerate(source.questions, 1):
        forms = printed(question.prompt, question.answer, lists)
        name = question.id or f"{source.id}-{number}"
        yield Wording(candidate.topic, source.id, name, question, source.tags, forms)


_made: dict[int, tuple[ref[Pack], Tables]] = {}
"""By the identity of a pack: to compare two packs is to compare all they contain."""


def tables_of(pack: Pack) -> Tables:
    """The tables of a pack, made when they are first asked for and kept as long as the pack."""
    name = id(pack)
    if name not in _made:
        _made[name] = ref(pack, lambda _: _made.pop(name, None)), _make(pack)
    return _made[name][1]


def _make(pack: Pack) -> Tables:
    dates = [fact.date for topic in pack.topics for fact in pack.events_of(topic) if fact.date is not None]
    first_year = year_of(min((date.earliest for date in dates), default=1))
    tables = Tables({}, {}, {}, first_year, word_lists(pack.about.language))
    with_terms = asks_terms(pack)
    for topic in pack.topics:
        pools: dict[float, list[Candidate]] = {}
        for fact in pack.facts_of(topic):
            if fact.questions:
                pools.setdefault(float(fact.importance), []).append(Candidate(topic, fact))
        for term in pack.bank(topic).terms if with_terms else ():
            pools.setdefault(TERM_WEIGHT, []).append(Candidate(topic, term))
        for candidates in pools.values():
            for candidate in candidates:
                tables.drawn_by.setdefault(candidate.source.id, {})[topic] = candidate
        for fact in pack.events_of(topic):
            tables.events_drawn_by.setdefault(fact.id, set()).add(topic)
        tables.pools[topic] = tuple((weight, tuple(candidates)) for weight, candidates in pools.items())
    return tables
