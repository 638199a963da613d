"""What the draw looks up in a pack, each part when it is first asked for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import ref

from quizgame.banks.dates import Interval
from quizgame.banks.days import year_of
from quizgame.banks.entries import TERM, Entry, Named
from quizgame.banks.models import Question, Term
from quizgame.banks.pack import Pack
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.leaks import Printed, printed
from quizgame.game.draw.terms import TERM_WEIGHT, asks_terms, term_prompt


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact or term that a topic can ask."""

    topic: str
    fact: str
    """Its id."""


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


Pool = tuple[float, Sequence[Candidate]]
"""A weight, and the candidates that have it."""


class Tables:
    """Who draws what in a pack, and what its questions print."""

    def __init__(self, pack: Pack) -> None:
        self._ref = ref(pack)  # whoever asks has the pack, which may go when nobody has it any more
        self.lists = word_lists(pack.about.language)
        self._pools: dict[str, tuple[Pool, ...]] = {}
        self._wordings: dict[Candidate, tuple[Wording, ...]] = {}

    @property
    def _pack(self) -> Pack:
        pack = self._ref()
        if pack is None:
            raise ReferenceError(self)
        return pack

    @cached_property
    def asks_terms(self) -> bool:
        """Whether words are asked too."""
        return asks_terms(self._pack)

    @cached_property
    def first_year(self) -> int:
        """That of the earliest event of the pack; 1 if it has none."""
        return year_of(min((date.earliest for date in self._dates()), default=1))

    @cached_property
    def dates(self) -> Counter[str]:
        """How many events of the pack have a date."""
        return Counter(date.edtf for date in self._dates())

    def _dates(self) -> Iterator[Interval]:
        """Those of all events, each once."""
        for topic in self._pack.topics:
            for one in self._pack.entries(topic) if self._pack.events_of(topic) else ():
                if one.topic == topic and one.is_event and one.date is not None:
                    yield one.date

    def pools(self, topic: str) -> tuple[Pool, ...]:
        """The candidates of a topic by their weight."""
        if topic not in self._pools:
            counts: dict[float, int] = {}
            for kind in self._pack.alike(topic):
                if kind.with_wordings and (kind.importance or self.asks_terms):
                    weight = float(kind.importance) or TERM_WEIGHT
                    counts[weight] = counts.get(weight, 0) + kind.with_wordings
            self._pools[topic] = tuple((weight, self._pool(topic, weight, count)) for weight, count in counts.items())
        return self._pools[topic]

    def _pool(self, topic: str, weight: float, count: int) -> Sequence[Candidate]:
        def names() -> list[str]:
            facts = self._pack.asked(topic, int(weight))
            return [*facts, *(self._pack.asked(topic, TERM) if weight == TERM_WEIGHT and self.asks_terms else ())]

        return Named(count, names, lambda name: Candidate(topic, name))

    def _is_asked(self, entry: Entry) -> bool:
        return entry.wordings > 0 and (not entry.is_term or self.asks_terms)

    def drawn_by(self, fact: str) -> dict[str, Candidate]:
        """The candidates by topic that a fact or term is."""
        entry = self._pack.entry(fact)
        if entry is None or not self._is_asked(entry):
            return {}
        return {topic: Candidate(topic, fact) for topic in self._pack.drawn_by(fact)}

    def events_drawn_by(self, fact: str) -> tuple[str, ...]:
        """The topics that draw an event."""
        entry = self._pack.entry(fact)
        return self._pack.drawn_by(fact) if entry is not None and entry.is_event else ()

    def candidates(self, topics: Sequence[str]) -> Iterator[str]:
        """Every fact and term that these topics ask, each once, in their order."""
        entries = (entry for topic in topics for entry in self._pack.entries(topic))
        yield from dict.fromkeys(entry.id for entry in entries if self._is_asked(entry))

    def wordings(self, candidate: Candidate) -> tuple[Wording, ...]:
        """Every way to ask it; what they print is found out when they are first drawn."""
        if candidate not in self._wordings:
            self._wordings[candidate] = tuple(self._read(candidate))
        return self._wordings[candidate]

    def _read(self, candidate: Candidate) -> Iterator[Wording]:
        source = self._pack.said(candidate.fact)
        if isinstance(source, Term):
            forms = printed(term_prompt(source), source.term, self.lists)
            yield Wording(candidate.topic, source.id, f"{source.id}-which", source, (), forms)
            return
        for number, question in enumerate(source.questions, 1):
            forms = printed(question.prompt, question.answer, self.lists)
            name = question.id or f"{source.id}-{number}"
            yield Wording(candidate.topic, source.id, name, question, source.tags, forms)


_made: dict[int, tuple[ref[Pack], Tables]] = {}
"""By the identity of a pack: to compare two packs is to compare all they contain."""


def tables_of(pack: Pack) -> Tables:
    """The tables of a pack, made when they are first asked for and kept as long as the pack."""
    name = id(pack)
    if name not in _made:
        _made[name] = ref(pack, lambda _: _made.pop(name, None)), Tables(pack)
    return _made[name][1]
