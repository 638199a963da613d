"""What a player's answers to one pack came to: every figure that a screen shows, kept up answer by answer.

The figures are the state of a fold over the answers, oldest first. Each part is a value of its own under a name of its
own, so that an answer changes few of them, and those can be kept beside it. An answer that is taken back, or called a
guess, right after it was given, is undone by putting back what stood there before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Self

from quizgame.banks.pack import Pack
from quizgame.game.events import Answered, Guessed, TakenBack
from quizgame.game.kinds.gap import GapQuestion
from quizgame.learning.days import Day
from quizgame.learning.known import Known
from quizgame.learning.progress import TopicScore, topic_now
from quizgame.learning.records import Games, Record
from quizgame.learning.resolution import Resolution
from quizgame.learning.reviews import Reviews

LAST_ANSWERS = 10
KINDS = ("totals", "topic", "fact", "line", "day")
Name = tuple[str, str]
"""What a part of the figures is called: one of the kinds, and which one."""
TOTALS: Name = ("totals", "")


@dataclass(frozen=True, slots=True)
class Totals:
    """What belongs to no single fact, topic or day."""

    answers: int = 0
    """All to this pack, in every mode."""
    resolution: Resolution = Resolution()  # noqa: RUF009 - frozen
    last: tuple[bool, ...] = ()
    """Whether the last facts that were asked for the first time on their day were known, newest last; up to 10."""


Part = Totals | TopicScore | Known | Games | Day


@dataclass
class Figures:
    """The state of the fold; answers to other packs are passed over."""

    pack: Pack
    parts: dict[str, dict[str, Part]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    """By the first half of their names, then by the second."""
    count_changed: bool = False
    """Whether a part came or went since the changes were taken the last time."""
    _changed: set[Name] = field(default_factory=set)
    _last: Answered | None = None
    _before: dict[Name, Part | None] = field(default_factory=dict)
    """What stood in the place of the parts that the last answer changed."""

    @classmethod
    def of(cls, pack: Pack, answers: Iterable[Answered], guesses: Iterable[Answered] = ()) -> Self:
        """The figures after all these answers, some of which were guesses."""
        figures = cls(pack)
        guessed = {_place(answer) for answer in guesses}
        for answer in answers:
            figures.add(answer, guessed=_place(answer) in guessed)
        return figures

    def add(self, answer: Answered, *, guessed: bool = False) -> None:
        """One answer more."""
        if answer.pack != self.pack.id:
            return
        self._last, self._before = answer, {}
        totals = self.totals
        known = 0.0 if answer.seen or guessed else sum(answer.facts_right) / max(1, len(answer.facts_right))
        day = "day", answer.moment.date().isoformat()
        self._put(day, self._day(day[1]).after(answer, known))
        if not answer.seen:
            totals = self._learn(totals, answer, guessed=guessed)
        if answer.kind == GapQuestion.kind:
            self._put(("line", answer.question), self._games(answer).after(answer))
        resolution = totals.resolution.after_answer(self.pack, answer)
        self._put(TOTALS, replace(totals, answers=totals.answers + 1, resolution=resolution))

    def _learn(self, totals: Totals, answer: Answered, *, guessed: bool) -> Totals:
        """What an answer says of its facts and its topic. One given when the right one had been seen says nothing."""
        fresh: list[bool] = []
        for fact, right in zip(answer.facts, answer.facts_right, strict=True):
            before = self.known(fact)
            if not before.asked_on(answer.moment):
                fresh.append(right and not guessed)
            self._put(("fact", fact), before.after(answer, right=right, guessed=guessed))
        topic = topic_now(self.pack, answer)
        if topic is not None and answer.facts:
            share = 0.0 if guessed else sum(answer.facts_right) / len(answer.facts_right)
            score = self.score(topic).after(share, sum(fresh) / len(fresh) if fresh else None)
            self._put(("topic", topic), score)
        return replace(totals, last=(*totals.last, *fresh)[-LAST_ANSWERS:])

    def take_back(self, slip: TakenBack | Answered) -> bool:
        """Undo an answer. False if it was not the last one: then all has to be counted anew."""
        if self._last is None or _place(self._last) != _place(slip):
            return False
        for name, part in self._before.items():
            self._put(name, part, note=False)
        self._last, self._before = None, {}
        return True

    def call_a_guess(self, guess: Guessed) -> bool:
        """Count an answer as not known. False if it was not the last one: then all has to be counted anew."""
        if self._last is None or _place(self._last) != _place(guess):
            return False
        last = self._last
        self.take_back(last)
        self.add(last, guessed=True)
        return True

    def _put(self, name: Name, part: Part | None, *, note: bool = True) -> None:
        kind, which = name
        parts = self.parts[kind]
        if note:
            self._before.setdefault(name, parts.get(which))
        if kind == "fact" and "_reviews" in self.__dict__:
            self._reviews.note(which, parts.get(which), part)
        if part is None or which not in parts:
            self.count_changed = True
        if part is None:
            parts.pop(which, None)
        else:
            parts[which] = part
        self._changed.add(name)

    def take_changes(self) -> Mapping[Name, Part | None]:
        """The parts that changed since this was asked for the last time; None for one that is there no more."""
        changed, self._changed, self.count_changed = self._changed, set(), False
        return {(kind, which): self.parts[kind].get(which) for kind, which in changed}

    @property
    def totals(self) -> Totals:
        """What belongs to no single fact, topic or day."""
        found = self.parts["totals"].get("")
        return found if isinstance(found, Totals) else Totals()

    @property
    def answers(self) -> int:
        """How many answers there are to this pack, in every mode."""
        return self.totals.answers

    @property
    def resolution(self) -> Resolution:
        """How close together two events may be for this player."""
        return self.totals.resolution

    def known(self, fact: str) -> Known:
        """What is known of a fact or term."""
        found = self.parts["fact"].get(fact)
        return found if isinstance(found, Known) else _UNKNOWN

    def score(self, topic: str) -> TopicScore:
        """The score of a topic."""
        found = self.parts["topic"].get(topic)
        return found if isinstance(found, TopicScore) else TopicScore(topic)

    @property
    def scores(self) -> dict[str, TopicScore]:
        """The score of each topic of the pack, in its order."""
        return {topic: self.score(topic) for topic in self.pack.topics}

    def met(self, topic: str) -> list[str]:
        """The facts and terms of a topic that came up, in the order of the bank."""
        entries = self.pack.entries(topic)
        return [one.id for one in entries if one.topic == topic and one.id in self.parts["fact"]]

    def look_again(self, topic: str) -> tuple[str, ...]:
        """Those of them that were not known the last time."""
        return tuple(fact for fact in self.met(topic) if self.known(fact).missed_last)

    def best(self, mode: str, scope: str) -> Record | None:
        """The best line of a mode on these topics, or None before the first one."""
        games = self.parts["line"].get(f"{mode}-{scope}")
        return games.best if isinstance(games, Games) else None

    def _games(self, answer: Answered) -> Games:
        games = self.parts["line"].get(answer.question)
        return games if isinstance(games, Games) else Games(answer.round)

    def _day(self, iso: str) -> Day:
        found = self.parts["day"].get(iso)
        return found if isinstance(found, Day) else Day()

    def day(self, day: date) -> Day:
        """What was done on a day."""
        return self._day(day.isoformat())

    @property
    def days(self) -> dict[date, Day]:
        """Every day of play, oldest first."""
        return {
            date.fromisoformat(iso): part for iso, part in sorted(self.parts["day"].items()) if isinstance(part, Day)
        }

    @property
    def daily_lines(self) -> dict[date, str]:
        """For each day on which the line of the day was begun, the round that counts."""
        return {day: played.daily_line for day, played in self.days.items() if played.daily_line}

    @cached_property
    def _reviews(self) -> Reviews:
        """Made once it is asked for, and kept up then."""
        reviews = Reviews()
        for fact, part in self.parts["fact"].items():
            reviews.note(fact, None, part)
        return reviews

    def due_by(self, day: date) -> list[str]:
        """The facts that are due on a day or were before it, those of the earliest day first."""
        return self._reviews.due_by(day)

    def asked_on(self, moment: datetime) -> set[str]:
        """The facts that were asked already on the day of a moment."""
        asked = set[str]()
        for facts, all_of_them in self._reviews.that_do_not_count(moment):
            asked.update(facts if all_of_them else (fact for fact in facts if self.known(fact).asked_on(moment)))
        return asked


_UNKNOWN = Known()


def _place(answer: Answered | TakenBack | Guessed) -> tuple[str, int, str, int]:
    return answer.round, answer.place, answer.seat, answer.attempt
