"""What a player's progress looks like: topics, what is due, and what was mixed up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from quizgame.banks.models import Fact, Term
from quizgame.game.draw.tables import tables_of
from quizgame.learning.evidence import HALF_LIFE_ANSWERS, Standing
from quizgame.learning.figures import Figures
from quizgame.learning.known import Known, Stage

TREND_SHARE = 0.05
"""A topic goes up or down if its last answers differ by more than this from all of them. A choice of ours."""


@dataclass(frozen=True, slots=True)
class TopicOverview:
    """One topic."""

    topic: str
    facts: int
    """Its own facts and terms that can be asked."""
    stages: dict[Stage, int]
    """How many of them have come how far."""
    known_now: float
    """The mean over them all of the chance that each is known, 0 to 1; what never came up counts as 0."""
    answers: int
    standing: Standing
    due: int
    met: int
    """How many of them came up."""
    trend: int
    """1 if the last answers were better than those before, -1 if worse, 0 if alike or too few."""


def overview(figures: Figures, moment: datetime) -> list[TopicOverview]:
    """Every topic of the pack, in its order."""
    return [topic_overview(figures, topic, moment) for topic in figures.pack.topics]


def topic_overview(figures: Figures, topic: str, moment: datetime) -> TopicOverview:
    """One topic of the pack."""
    states = [figures.known(fact) for fact in askable(figures, topic)]
    known_now = fmean(state.known_now(moment) for state in states) if states else 0.0
    score = figures.score(topic)
    evidence = score.evidence
    stages = Counter(state.stage(moment) for state in states)
    weight, trend = evidence.right + evidence.wrong, 0
    if evidence.answers >= HALF_LIFE_ANSWERS:
        change = evidence.right / weight - score.right / score.answers
        trend = (change > TREND_SHARE) - (change < -TREND_SHARE)
    return TopicOverview(
        topic,
        len(states),
        {stage: stages[stage] for stage in Stage},
        known_now,
        evidence.answers,
        evidence.standing(known_now),
        sum(state.is_due(moment) for state in states),
        len(states) - stages[Stage.NEW],
        trend,
    )


def askable(figures: Figures, topic: str) -> list[str]:
    """The facts and terms that are written in a topic and have something to be asked, in the order of the bank."""
    bank, pack = figures.pack.bank(topic), figures.pack
    with_terms = bool(pack.terms) and any(term.id in tables_of(pack).drawn_by for term in pack.terms)
    facts = [fact.id for fact in bank.facts if fact.questions or fact.is_event]
    return facts + ([term.id for term in bank.terms] if with_terms else [])


def forecast(figures: Figures, moment: datetime, days: int) -> list[int]:
    """How many facts are due today, with those of the days before, tomorrow, and so on."""
    today = moment.date()
    due: Counter[int] = Counter()
    for fact in figures.due_by(today + timedelta(days=days - 1)):
        memory = figures.known(fact).memory
        if memory is not None and figures.pack.has(fact):
            due[max(0, (memory.due - today).days)] += 1
    return [due[day] for day in range(days)]


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last day of play before today, and what has happened to what is known since."""

    day: date
    answers: int
    """How many were given on it."""
    due_since: int
    """How many facts have become due after it."""


def last_time(figures: Figures, today: date) -> LastTime | None:
    """What there is to tell of the last day of play before today; None if today is the first one."""
    before = {day: part for day, part in figures.days.items() if day < today}
    if not before:
        return None
    last = max(before)
    due = [fact for fact in figures.due_by(today) if figures.pack.has(fact)]
    memories = [memory for fact in due if (memory := figures.known(fact).memory) is not None]
    return LastTime(last, before[last].answers, sum(memory.due > last for memory in memories))


def days_until(figures: Figures, facts: Iterable[str], moment: datetime) -> list[int]:
    """After how many days each of these facts comes again, as far as it was ever asked."""
    memories = (figures.known(fact).memory for fact in dict.fromkeys(facts))
    return [max(1, (memory.due - moment.date()).days) for memory in memories if memory is not None]


@dataclass(frozen=True, slots=True)
class MixUp:
    """Two things that a player has taken for each other more than once."""

    fact: str
    right: str
    """What it is."""
    taken: str
    """What it was taken for."""
    difference: str
    """What tells them apart, in the words of the bank; empty if it does not say."""


def mix_ups(figures: Figures) -> Iterator[MixUp]:
    """All of them, as the pack has them now."""
    for fact in figures.parts["fact"]:
        known = figures.known(fact)
        if known.mixed_up_with and figures.pack.has(fact):
            source = figures.pack.source_of(fact)[1]
            yield from _of_fact(fact, source, known) if isinstance(source, Fact) else _of_term(figures, source, known)


def _of_fact(fact: str, source: Fact, known: Known) -> Iterator[MixUp]:
    for question in source.questions:
        for wrong in question.distractors:
            if wrong.text in known.mixed_up_with:
                yield MixUp(fact, question.answer, wrong.text, wrong.why or question.explanation)


def _of_term(figures: Figures, term: Term, known: Known) -> Iterator[MixUp]:
    for other in figures.pack.terms:
        if other.term in known.mixed_up_with:
            yield MixUp(term.id, term.term, other.term, f"{other.term}: {other.definition}")
