"""A test on a date: what to ask until then, and what a daily dose leads to."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from quizgame.game.draw.chance import shuffled
from quizgame.game.draw.tables import tables_of
from quizgame.game.play.why import Reason, Why
from quizgame.learning.figures import Figures
from quizgame.learning.memory import AGAIN, GOOD, WANTED_RECALL, Memory, reviewed

LUCK = 0.45
"""The chance to be right about what never came up: some is known from elsewhere, some is guessed. A choice of ours."""
_RUNS = 3
_MOST_DAYS = 60
"""Further ahead nobody keeps to a dose: the figure would say nothing."""


@dataclass(frozen=True, slots=True)
class Exam:
    """A test that is coming."""

    day: date
    topics: tuple[str, ...]

    def is_ahead(self, today: date) -> bool:
        """Whether it is today or later; after it, everything goes back to what it was."""
        return today <= self.day


def asked_before(figures: Figures, exam: Exam, moment: datetime, rng: random.Random) -> Iterable[tuple[str, Why]]:
    """The facts of its topics in the order in which they are to be asked, each at most once a day.

    What never came up comes first, then what a review raises most by the day of the test, whatever is due; on the last
    day only what has fallen below the wanted recall.
    """
    facts = facts_of(figures, exam.topics)
    for fact in shuffled([fact for fact in facts if figures.known(fact).memory is None], rng):
        yield fact, Why(Reason.NEW)
    days_left = (exam.day - moment.date()).days
    end = moment + timedelta(days=days_left)
    met = [
        (-_gain(memory, moment, end), fact, memory)
        for fact in facts
        if (memory := figures.known(fact).memory) is not None and memory.counts(moment)
    ]
    for _, fact, memory in sorted(met, key=lambda one: one[:2]):
        recall = memory.recall(moment)
        if days_left > 1 or recall < WANTED_RECALL:
            yield fact, Why(Reason.BEFORE_THE_TEST, recall, (moment.date() - memory.last.date()).days)


def _gain(memory: Memory, moment: datetime, end: datetime) -> float:
    """By how much a review at a moment raises the chance to know it at the end, as the model has it."""
    recall = memory.recall(moment)
    known, missed = (reviewed(memory, grade, moment).recall(end) for grade in (GOOD, AGAIN))
    return recall * known + (1 - recall) * missed - memory.recall(end)


def facts_of(figures: Figures, topics: Sequence[str]) -> list[str]:
    """The facts and terms of these topics that have a question, each once."""
    return list(tables_of(figures.pack).candidates([topic for topic in figures.pack.topics if topic in topics]))


def known_on_the_day(figures: Figures, exam: Exam, moment: datetime, dose: int, seed: int = 0) -> float:
    """The mean recall of its facts on the day of a test, 0 to 1, if so many are asked a day until then.

    Played through with the model that the plan goes by: answers are right as often as it says. What was met is asked
    by the lowest recall, which is told sooner than what a review raises most, and leads to about a point less. Some
    runs of that are averaged; the same figures give the same number.
    """
    facts = facts_of(figures, exam.topics)
    days = min(_MOST_DAYS, max(0, (exam.day - moment.date()).days))
    if not facts:
        return 0.0
    memories = {fact: figures.known(fact).memory for fact in facts}
    moments = [moment + timedelta(days=day) for day in range(days + 1)]
    return fmean(_played(dict(memories), moments, dose, random.Random(f"{seed}-{run}")) for run in range(_RUNS))


def _played(memories: dict[str, Memory | None], moments: Sequence[datetime], dose: int, rng: random.Random) -> float:
    *study, end = moments
    for now in study:
        new = [fact for fact, memory in memories.items() if memory is None]
        met = [(memory.recall(now), fact) for fact, memory in memories.items() if memory and memory.counts(now)]
        for fact in (new + [fact for _, fact in sorted(met)])[:dose]:
            before = memories[fact]
            chance = LUCK if before is None else before.recall(now)
            memories[fact] = reviewed(before, GOOD if rng.random() < chance else AGAIN, now)
    return fmean(memory.recall(end) if memory else 0.0 for memory in memories.values())
