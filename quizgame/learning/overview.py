"""What a player's progress looks like: topics, what is due, and what was mixed up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import fsum

from quizgame.banks.entries import Entry
from quizgame.banks.models import Fact, Term
from quizgame.banks.pack import Pack
from quizgame.game.draw.tables import tables_of
from quizgame.learning.evidence import HALF_LIFE_ANSWERS, Standing
from quizgame.learning.figures import Figures
from quizgame.learning.known import Known, Stage
from quizgame.learning.progress import TopicScore, fact_counts

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
    pack, counts = figures.pack, fact_counts(figures.pack)
    met: dict[str, list[Known]] = {topic: [] for topic in pack.topics}
    for fact in figures.parts["fact"]:
        if (entry := pack.entry(fact)) is not None and can_be_asked(pack, entry):
            met[entry.topic].append(figures.known(fact))
    return [_of_topic(figures.score(topic), counts[topic], states, moment) for topic, states in met.items()]


def _of_topic(score: TopicScore, facts: int, met: Sequence[Known], moment: datetime) -> TopicOverview:
    """One topic with so many facts, of which these came up."""
    known_now = fsum(state.known_now(moment) for state in met) / facts if facts else 0.0
    evidence = score.evidence
    stages = Counter(state.stage(moment) for state in met)
    stages[Stage.NEW] += facts - len(met)
    weight, trend = evidence.right + evidence.wrong, 0
    if evidence.answers >= HALF_LIFE_ANSWERS:
        change = evidence.right / weight - score.right / score.answers
        trend = (change > TREND_SHARE) - (change < -TREND_SHARE)
    return TopicOverview(
        score.topic,
        facts,
        {stage: stages[stage] for stage in Stage},
        known_now,
        evidence.answers,
        evidence.standing(known_now),
        sum(state.is_due(moment) for state in met),
        facts - stages[Stage.NEW],
        trend,
    )


def can_be_asked(pack: Pack, entry: Entry) -> bool:
    """Whether there is something to be asked of a fact or term."""
    return entry.is_asked or (entry.is_term and tables_of(pack).asks_terms)


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
