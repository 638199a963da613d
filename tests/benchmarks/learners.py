"""Learners that are made up: their memory is FSRS-6, so what they know can be looked up."""

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from statistics import fmean

from quizgame.banks.pack import Pack
from quizgame.game.draw.tables import tables_of
from quizgame.game.events import Answered
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.learning.figures import Figures
from quizgame.learning.memory import AGAIN, GOOD, Memory, reviewed

START = datetime(2026, 9, 1, 17, tzinfo=UTC)
LUCK = 0.4
"""The chance to be right about what never came up: some is known from elsewhere, some is guessed."""

Choose = Callable[["Learner", Sequence[str], int, datetime, random.Random], Iterable[str]]


class Learner:
    """Somebody who answers as FSRS-6 says."""

    def __init__(self, pack: Pack, facts: Sequence[str], rng: random.Random) -> None:
        self.pack, self.facts, self.rng = pack, facts, rng
        self.memory: dict[str, Memory] = {}
        self.figures = Figures(pack)
        self.given: list[Answered] = []

    def answer(self, fact: str, moment: datetime) -> None:
        """Know it or not, and remember what was shown."""
        before = self.memory.get(fact)
        right = self.rng.random() < (LUCK if before is None else before.recall(moment))
        if before is None or before.counts(moment):
            self.memory[fact] = reviewed(before, GOOD if right else AGAIN, moment)
        self.given.append(
            Answered(
                round="r",
                place=len(self.given),
                attempt=0,
                moment=moment,
                pack=self.pack.id,
                revision=self.pack.revision,
                topic=self.pack.source_of(fact)[0].topic,
                question=fact,
                facts=(fact,),
                facts_right=(right,),
                shown=("a", "b", "c"),
                response=(0 if right else 1,),
                credit=float(right),
                points=100 * right,
                milliseconds=10_000,
                mode="today",
                kind=ChoiceQuestion.kind,
            )
        )
        self.figures.add(self.given[-1])

    def knows(self, moment: datetime) -> float:
        """The mean chance to recall a fact."""
        return fmean(self.memory[fact].recall(moment) if fact in self.memory else 0.0 for fact in self.facts)


def askable(pack: Pack) -> list[str]:
    """Every fact and term that has a question."""
    return list(tables_of(pack).candidates(pack.topics))


def studied(pack: Pack, facts: Sequence[str], choose: Choose, *, days: int, dose: int, seed: int) -> float:
    """What a learner knows a day after so many days of a dose, chosen in a way."""
    rng = random.Random(seed)
    learner = Learner(pack, facts, rng)
    for day in range(days):
        moment = START + timedelta(days=day)
        for place, fact in enumerate(choose(learner, facts, dose, moment, rng)):
            learner.answer(fact, moment + timedelta(seconds=30 * place))
    return learner.knows(START + timedelta(days=days))


def by_chance(learner: Learner, facts: Sequence[str], dose: int, moment: datetime, rng: random.Random) -> list[str]:
    """Any facts."""
    return rng.sample(list(facts), dose)


def due_then_new(learner: Learner, facts: Sequence[str], dose: int, moment: datetime, rng: random.Random) -> list[str]:
    """What most programs do."""
    due = [fact for fact in facts if fact in learner.memory and learner.memory[fact].due <= moment.date()]
    due.sort(key=lambda fact: learner.memory[fact].recall(moment))
    new = [fact for fact in facts if fact not in learner.memory]
    return [*due, *new, *(fact for fact in facts if fact not in due and fact not in new)][:dose]


def greedy(days: int) -> Choose:
    """Knows the memory, and takes what a review raises most by the day after the last one of so many."""
    end = START + timedelta(days=days)

    def choose(learner: Learner, facts: Sequence[str], dose: int, moment: datetime, rng: random.Random) -> list[str]:
        return sorted(facts, key=lambda fact: -gain(learner.memory.get(fact), moment, end))[:dose]

    return choose


def gain(memory: Memory | None, moment: datetime, end: datetime) -> float:
    """By how much a review now raises the chance to recall a fact at the end."""
    chance = LUCK if memory is None else memory.recall(moment)
    known, missed = (reviewed(memory, grade, moment).recall(end) for grade in (GOOD, AGAIN))
    return chance * known + (1 - chance) * missed - (0.0 if memory is None else memory.recall(end))
