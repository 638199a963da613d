"""What to ask next: what was missed in spite of earlier success, what is due, what is weak, what is new.

Every list here is made as far as it is read, and only what was met is weighed: a plan costs as much as there are
questions in it and facts that are due, not as much as the pack is large.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Protocol, TypeVar

from quizgame.game.draw.chance import arrivals, shuffled
from quizgame.game.draw.tables import tables_of
from quizgame.game.play.why import Reason, Why
from quizgame.learning.exam import Exam, asked_before
from quizgame.learning.figures import LAST_ANSWERS, Figures
from quizgame.learning.opening import FIRST_STEPS, first_steps

SURPRISES = 2
"""At most so many of those that were missed in spite of earlier success."""
EASY, JUST_RIGHT, TOUGH = "easy", "just right", "tough"
SHARES_OF_NEW = {EASY: 0.35, JUST_RIGHT: 0.8, TOUGH: 1.0}
"""How much of a dose is new where the dial stands, as long as anything is new.

What is known after a month grows with it: a made-up learner with the memory of FSRS-6 and 12 questions a day knows 43 %
of the shipped pack at .35, 69 % at .8, and no more beyond; see `tests/benchmarks/test_plans.py`.
"""
STRUGGLING = 0.3
"""Below this share of the last ten answers."""
FACTS_OF_A_WEAK_TOPIC = 3


@dataclass(frozen=True, slots=True)
class Aim:
    """What a player wants of the plan."""

    dial: str = JUST_RIGHT
    """How much is new."""
    exam: Exam | None = None
    """A test that is coming: until then its topics come first."""


NO_AIM = Aim()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a day's dose will be made of, about."""

    missed: int
    refresh: int
    """Due, and so about to be forgotten; not counting those missed."""
    more: int
    """Known well enough, of weak topics or asked today already."""
    new: int

    @property
    def questions(self) -> int:
        """All of them."""
        return self.missed + self.refresh + self.more + self.new


class Sink(Protocol):
    """Takes facts that are to be asked, as long as they have something that fits to those before."""

    def __len__(self) -> int: ...

    def add(self, fact: str) -> bool:
        """Take a fact; whether there was anything to be asked about it."""


_S = TypeVar("_S", bound=Sink)


@dataclass
class Plan:
    """Facts in the order of their need, and why each is in it."""

    figures: Figures
    topics: Sequence[str]
    moment: datetime
    rng: random.Random
    aim: Aim = NO_AIM
    why: dict[str, Why] = field(default_factory=dict)

    def of_today(self, picked: _S, length: int) -> _S:
        """A day's dose: questions or cards. Who never answered anything begins with what everybody should know."""
        if not self.figures.answers:
            steps = first_steps(self.figures.pack, self.topics)
            self._take(picked, self._because(Reason.NEW, steps), min(length, FIRST_STEPS))
        if self.aim.exam is not None and self.aim.exam.is_ahead(self.moment.date()):
            self._take(picked, self._before_the_test(self.aim.exam), length)
        new = round((length - len(picked)) * share_of_new(self.figures, self.aim.dial))
        known, unknown = self._known(), self._new()
        self._take(picked, known, length - new)
        self._take(picked, unknown, length)
        self._take(picked, known, length)
        self._take(picked, self._once_more(), length)
        return picked

    def outlook(self, length: int) -> Outlook:
        """What `of_today` would take, told without drawing anything."""
        pools = tables_of(self.figures.pack).pools
        there = sum(len(candidates) for topic in self.topics for _, candidates in pools(topic))
        met = sum(1 for _ in self._drawn(self.figures.parts["fact"]))
        due = self._due()
        missed = min(SURPRISES, sum(self.figures.known(fact).surprised for fact in due), length)
        new = min(max(0, there - met), round(length * share_of_new(self.figures, self.aim.dial)))
        refresh = min(len(due) - missed, max(0, length - missed - new))
        more = min(met - len(due), max(0, length - missed - refresh - new))
        new += min(max(0, there - met - new), max(0, length - missed - refresh - more - new))
        return Outlook(missed, refresh, more, new)

    def of_weak_topics(self, picked: _S, length: int) -> _S:
        """A round on what is weak: what was not known the last time, then facts of weak topics."""
        self._take(picked, self._missed(), length)
        self._take(picked, self._of_weak_topics(FACTS_OF_A_WEAK_TOPIC), length)
        self._take(picked, self._new(by_weakness=True), length)
        self._take(picked, self._of_weak_topics(None), length)
        return picked

    def _take(self, picked: Sink, facts: Iterator[str], length: int) -> None:
        if len(picked) < length:
            for fact in facts:
                picked.add(fact)
                if len(picked) >= length:
                    return

    def _before_the_test(self, exam: Exam) -> Iterator[str]:
        for fact, why in asked_before(self.figures, exam, self.moment, self.rng):
            self.why.setdefault(fact, why)
            yield fact

    def _known(self) -> Iterator[str]:
        """What was met before, each fact at most once a day."""
        due = self._due()
        surprised = (fact for fact in due if self.figures.known(fact).surprised)
        yield from self._because(Reason.MISSED, islice(surprised, SURPRISES))
        yield from self._because(Reason.DUE, due)
        yield from self._of_weak_topics(FACTS_OF_A_WEAK_TOPIC)
        yield from self._of_weak_topics(None)

    def _due(self) -> list[str]:
        """What is due, the lowest recall first."""
        drawn = self._drawn(self.figures.due_by(self.moment.date()))
        return self._by_recall(fact for fact in drawn if fact not in self._asked)

    @cached_property
    def _asked(self) -> set[str]:
        """What was asked on this day already."""
        return self.figures.asked_on(self.moment)

    def _missed(self) -> Iterator[str]:
        """What was not known the last time, of the weakest topics first."""
        pack, missed = self.figures.pack, dict[str, list[str]]()
        for fact in self.figures.parts["fact"]:
            if self.figures.known(fact).missed_last and (entry := pack.entry(fact)):
                missed.setdefault(entry.topic, []).append(fact)
        for topic in self._weakest([topic for topic in self.topics if topic in missed]):
            yield from self._because(Reason.WEAK_TOPIC, self._by_recall(missed[topic]))

    def _once_more(self) -> Iterator[str]:
        """What was asked today already: who wants to play on may; it says nothing new of what is known."""
        figures = self.figures
        asked = list(shuffled(sorted(self._drawn(self._asked)), self.rng))
        missed_first = sorted(asked, key=lambda fact: not figures.known(fact).missed_last)
        yield from self._because(Reason.ONCE_MORE, missed_first)

    def _of_weak_topics(self, most: int | None) -> Iterator[str]:
        """At most so many facts of each topic that came up before today, those of the weakest first and in a topic
        those of the lowest recall.
        """
        for topic in self._weakest([topic for topic in self.topics if topic in self._waiting]):
            yield from self._because(Reason.WEAK_TOPIC, self._by_recall(self._waiting[topic])[:most])

    @cached_property
    def _waiting(self) -> dict[str, list[str]]:
        """What came up, but not today, by the topics that draw it."""
        drawn_by = tables_of(self.figures.pack).drawn_by
        waiting: dict[str, list[str]] = {}
        for fact in self.figures.parts["fact"].keys() - self._asked:
            for topic in drawn_by(fact):
                waiting.setdefault(topic, []).append(fact)
        return waiting

    def _weakest(self, topics: Sequence[str]) -> list[str]:
        """These topics, drawn by what may be known of them (Thompson 1933)."""
        drawn = {topic: self.figures.score(topic).evidence.draw(self.rng) for topic in topics}
        return sorted(drawn, key=lambda topic: drawn[topic])

    def _new(self, *, by_weakness: bool = False) -> Iterator[str]:
        """What never came up, important things sooner."""
        pools = tables_of(self.figures.pack).pools
        groups = [[topic] for topic in self._weakest(self.topics)] if by_weakness else [list(self.topics)]
        for topics in groups:
            weighed = [(weight**2, candidates) for topic in topics for weight, candidates in pools(topic)]
            for _, candidate in arrivals(weighed, self.rng):
                fact = candidate.fact
                if fact not in self.figures.parts["fact"]:
                    yield from self._because(Reason.NEW, [fact])

    def _drawn(self, facts: Iterable[str]) -> Iterator[str]:
        drawn_by = tables_of(self.figures.pack).drawn_by
        return (fact for fact in facts if not drawn_by(fact).keys().isdisjoint(self.topics))

    def _by_recall(self, facts: Iterable[str]) -> list[str]:
        return sorted(facts, key=lambda fact: (self.figures.known(fact).recall(self.moment), fact))

    def _because(self, reason: Reason, facts: Iterable[str]) -> Iterator[str]:
        for fact in facts:
            if fact not in self.why:
                self.why[fact] = self._reason(reason, fact)
            yield fact

    def _reason(self, reason: Reason, fact: str) -> Why:
        memory = self.figures.known(fact).memory
        if memory is None:
            return Why(reason)
        return Why(reason, memory.recall(self.moment), (self.moment.date() - memory.last.date()).days)


def share_of_new(figures: Figures, dial: str = JUST_RIGHT) -> float:
    """The share of new facts in a day's dose: as the dial says, and little of it while the last answers went badly."""
    last = figures.totals.last
    struggles = len(last) == LAST_ANSWERS and sum(last) < STRUGGLING * LAST_ANSWERS
    return min(SHARES_OF_NEW[dial], SHARES_OF_NEW[EASY] if struggles else 1.0)
