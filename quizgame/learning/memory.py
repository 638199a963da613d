"""How well a fact is remembered: FSRS-6, the model of open-spaced-repetition, as the package `fsrs` has it.

The only file that knows that package. There are no learning steps: a fact is asked at most once a day, so each answer
that counts is a review. Nothing is left to chance: the same answers give the same memory.

Between two reviews lie days of the calendar where the player was, not spans of 24 hours: what was learned at eight in
the evening and is asked at seven the next one has waited for a day.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card, Rating, Scheduler, State

from quizgame.game.events import Rating as Grade

WANTED_RECALL = 0.90
"""A fact is due when the chance to recall it has fallen to this."""
LONGEST_INTERVAL_DAYS = 120
AGAIN: Grade = 1
GOOD: Grade = 3
GRADES: tuple[Grade, ...] = (1, 2, 3, 4)

_SCHEDULER = Scheduler(
    desired_retention=WANTED_RECALL,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST_INTERVAL_DAYS,
    enable_fuzzing=False,
)
_A_DAY = timedelta(days=1)
_NOON = time(12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is left of a fact after its last review."""

    stability: float
    """The days after which the chance to recall it is 0.9."""
    difficulty: float
    """1 to 10."""
    last: datetime
    """The moment of the last review, in the player's offset then."""
    interval: int
    """After how many days it is due."""

    @property
    def due(self) -> date:
        """The day on which it should be asked again, where the player was."""
        return self.last.date() + timedelta(days=self.interval)

    def recall(self, moment: datetime) -> float:
        """The chance to recall it at a moment, 0 to 1; whole days count, as in FSRS."""
        return _SCHEDULER.get_card_retrievability(_card(self), _day_of(moment))

    def counts(self, moment: datetime) -> bool:
        """Whether an answer at this moment is a review: the first one of a day is.

        A clock that was set back by more than a day does not keep a fact from being learned until it has caught up.
        """
        return moment.date() > self.last.date() or moment < self.last - _A_DAY


def reviewed(memory: Memory | None, grade: Grade, moment: datetime) -> Memory:
    """The memory after a review at a moment; None is that of a fact that was never asked."""
    card = Card(card_id=0) if memory is None else _card(memory)
    after, _ = _SCHEDULER.review_card(card, Rating(grade), _day_of(moment))
    if after.stability is None or after.difficulty is None or after.last_review is None:
        raise ValueError("a card that was reviewed has no memory")
    return Memory(after.stability, after.difficulty, moment, (after.due - after.last_review).days)


def intervals(memory: Memory | None, moment: datetime) -> tuple[int, int, int, int]:
    """For each grade, after how many days a card would come again; all the same where the grade will not count."""
    if memory is not None and not memory.counts(moment):
        days = max(1, (memory.due - moment.date()).days)
        return days, days, days, days
    again, hard, good, easy = (reviewed(memory, grade, moment).interval for grade in GRADES)
    return again, hard, good, easy


def _day_of(moment: datetime) -> datetime:
    """The package counts spans of 24 hours: from noon to noon they are days."""
    return datetime.combine(moment.date(), _NOON)


def _card(memory: Memory) -> Card:
    last = _day_of(memory.last)
    return Card(
        card_id=0,  # without one the package would wait for another millisecond
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=last + timedelta(days=memory.interval),
        last_review=last,
    )
