"""What a round asks: facts by weighted chance, a wording of each, options in order, orderings in between.

A weight is a fact's importance by default; whoever knows what a player needs passes other weights. A fact comes once
in a round; its other wordings come only when all facts have had their turn, and no wording comes twice.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgame.banks.models import Fact, Question, Term
from quizgame.banks.pack import Pack
from quizgame.banks.text import folded
from quizgame.game.draw.natural_order import natural_order
from quizgame.game.draw.orderings import DEFAULT_EVENTS, draw_near, draw_ordering
from quizgame.game.kinds.any import Question as Asked
from quizgame.game.kinds.choice import ChoiceQuestion, Option
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.kinds.shared import Event

QUESTIONS_PER_ORDERING = 5
TERM_OPTIONS = 4
TERM_WEIGHT = 1.0
MAX_RUN_OF_TOPIC = 2
_TRIES_AN_ORDERING = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fact or term that can be asked, and a way to ask it for each of its wordings."""

    fact: str
    topic: str
    weight: float
    wordings: tuple[Callable[[random.Random], ChoiceQuestion], ...]


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard orderings should be."""

    cards: int = DEFAULT_EVENTS
    gap_days: float | None = None
    """What the smallest gap between neighbors should be near to; None for whatever comes."""


def draw_round(
    pack: Pack,
    topics: Sequence[str],
    length: int,
    rng: random.Random,
    *,
    weights: Mapping[str, float] | None = None,
    difficulty: Difficulty | None = None,
) -> tuple[Asked, ...]:
    """At most `length` questions from these topics of a pack; fewer if there are no more.

    `weights` maps ids of facts to positive numbers; facts that are not in it keep the weight of their importance.
    """
    topics = tuple(dict.fromkeys(topics))
    orderings = draw_orderings(pack, topics, length // QUESTIONS_PER_ORDERING, rng, difficulty or Difficulty())
    choices = _draw_choices(_candidates(pack, topics, weights or {}), length - len(orderings), rng)
    drawn: list[Asked] = list(choices)
    for number, ordering in enumerate(orderings, 1):
        drawn.insert(min(len(drawn), number * QUESTIONS_PER_ORDERING - 1), ordering)
    return tuple(_spread(drawn))


def draw_orderings(
    pack: Pack, topics: Sequence[str], count: int, rng: random.Random, difficulty: Difficulty
) -> tuple[OrderingQuestion, ...]:
    """Up to `count` orderings for different topics where that is possible, never the same set of events twice."""
    drawn: list[OrderingQuestion] = []
    sets: set[frozenset[str]] = set()
    turns = [topic for topic in topics if pack.events_of(topic)]
    rng.shuffle(turns)
    for turn in range(count * _TRIES_AN_ORDERING if turns else 0):
        if len(drawn) == count:
            break
        topic = turns[turn % len(turns)]
        if difficulty.gap_days is None:
            ordering = draw_ordering(pack, topic, topics, rng, difficulty.cards)
        else:
            ordering = draw_near(pack, topic, topics, rng, count=difficulty.cards, gap_days=difficulty.gap_days)
        if ordering and (events := frozenset(ordering.facts)) not in sets:
            sets.add(events)
            drawn.append(ordering)
    return tuple(drawn)


def draw_dates(pack: Pack, topics: Sequence[str], count: int, rng: random.Random) -> tuple[DateQuestion, ...]:
    """Up to `count` events of these topics, each once, to be dated."""
    events: dict[str, tuple[str, Fact]] = {}
    for topic in topics:
        for fact in pack.events_of(topic):
            events.setdefault(fact.id, (topic, fact))
    drawn = rng.sample(list(events.values()), min(count, len(events)))
    first_year = min((fact.date.earliest.year for _, fact in events.values() if fact.date), default=1)
    return tuple(
        DateQuestion(
            topic,
            f"date-{fact.id}",
            Event(fact.id, pack.source_of(fact.id)[0].topic, fact.label, fact.date),
            fact.tags,
            first_year,
        )
        for topic, fact in drawn
        if fact.label is not None and fact.date is not None
    )


def asks_terms(pack: Pack) -> bool:
    """Whether the glossary has enough different words for the options of a question."""
    words: set[str] = set()
    for term in pack.terms:
        words.add(folded(term.term))
        if len(words) == TERM_OPTIONS:
            return True
    return False


def _candidates(pack: Pack, topics: Sequence[str], weights: Mapping[str, float]) -> Iterator[_Candidate]:
    seen: set[str] = set()
    with_terms = asks_terms(pack)
    for topic in topics:
        for fact in pack.facts_of(topic):
            if fact.questions and fact.id not in seen:
                seen.add(fact.id)
                wordings = tuple(_asker(topic, fact, question) for question in fact.questions)
                yield _Candidate(fact.id, topic, weights.get(fact.id, float(fact.importance)), wordings)
        if with_terms:
            for term in pack.bank(topic).terms:
                asker = _term_asker(pack, topic, term)
                yield _Candidate(term.id, topic, weights.get(term.id, TERM_WEIGHT), (asker,))


def _draw_choices(candidates: Iterable[_Candidate], count: int, rng: random.Random) -> list[ChoiceQuestion]:
    """Weighted sampling without replacement: the largest `random ** (1 / weight)` (Efraimidis & Spirakis 2006).

    Kept as its logarithm, an exponential waiting time: the power itself is 0 for most draws of a small weight.
    """
    keyed = [(rng.expovariate(candidate.weight), candidate) for candidate in candidates]
    order = [candidate for _, candidate in sorted(keyed, key=lambda pair: pair[0])]
    rounds_of_wordings: list[list[Callable[[random.Random], ChoiceQuestion]]] = []
    for candidate in order:
        wordings = list(candidate.wordings)
        rng.shuffle(wordings)
        for turn, wording in enumerate(wordings):
            if turn == len(rounds_of_wordings):
                rounds_of_wordings.append([])
            rounds_of_wordings[turn].append(wording)
    askers = [asker for turn in rounds_of_wordings for asker in turn]
    return [ask(rng) for ask in askers[: max(0, count)]]


def _asker(topic: str, fact: Fact, question: Question) -> Callable[[random.Random], ChoiceQuestion]:
    def ask(rng: random.Random) -> ChoiceQuestion:
        options = [Option(question.answer), *(Option(d.text, d.why) for d in question.distractors)]
        name = question.id or f"{fact.id}-{fact.questions.index(question) + 1}"
        order = natural_order([option.text for option in options]) or _shuffled(len(options), rng)
        return ChoiceQuestion(
            topic=topic,
            fact=fact.id,
            id=name,
            prompt=question.prompt,
            options=tuple(options[index] for index in order),
            key=order.index(0),
            explanation=question.explanation,
            tags=fact.tags,
        )

    return ask


def _term_asker(pack: Pack, topic: str, term: Term) -> Callable[[random.Random], ChoiceQuestion]:
    def ask(rng: random.Random) -> ChoiceQuestion:
        near = pack.bank(topic).terms
        by_word = {folded(term.term): term}
        for pool in (near, pack.terms):  # words of the same section are the closest ones to choose from
            for other in rng.sample(pool, len(pool)):
                if len(by_word) == TERM_OPTIONS:
                    break
                by_word.setdefault(folded(other.term), other)
        chosen = list(by_word.values())
        order = _shuffled(len(chosen), rng)
        options = [Option(chosen[index].term, _meaning(chosen[index])) for index in order]
        return ChoiceQuestion(
            topic=topic,
            fact=term.id,
            id=f"{term.id}-which",
            prompt=f"Which word or phrase means: {term.definition}?",
            options=tuple(options),
            key=order.index(0),
            explanation=_meaning(term),
        )

    return ask


def _meaning(term: Term) -> str:
    return f"“{term.term}” means {term.definition}."


def _shuffled(count: int, rng: random.Random) -> list[int]:
    order = list(range(count))
    rng.shuffle(order)
    return order


def _spread(drawn: Sequence[Asked]) -> list[Asked]:
    """The questions with at most two in a row of one topic, as long as the others last."""
    waiting = list(drawn)
    spread: list[Asked] = []
    while waiting:
        run = {question.topic for question in spread[-MAX_RUN_OF_TOPIC:]} if len(spread) >= MAX_RUN_OF_TOPIC else set()
        tired = run.pop() if len(run) == 1 else None
        spread.append(waiting.pop(next((at for at, q in enumerate(waiting) if q.topic != tired), 0)))
    return spread
