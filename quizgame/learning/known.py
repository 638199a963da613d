"""What the answers say of one fact: whether it was known, how well it is remembered, what it was taken for."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from quizgame.game.events import Answered
from quizgame.game.events import Rating as Grade
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.learning.memory import AGAIN, GOOD, Memory, reviewed

SOLID_DAYS = 7.0
"""Who is sure of a fact for so long has learned it. A choice of ours."""
LEECH_LAPSES = 4
"""A fact that was forgotten so often needs to be read, not asked again."""
MIXED_UP_TIMES = 2


class Stage(Enum):
    """How far a fact has come."""

    NEW = auto()
    LEARNING = auto()
    FADING = auto()
    """It was learned, and is due."""
    SOLID = auto()


@dataclass(frozen=True, slots=True)
class Known:
    """What a player's answers say of a fact or a term. Terms are facts here."""

    right: int = 0
    """How often it was known."""
    missed_last: bool = False
    """Whether it was not known the last time."""
    memory: Memory | None = None
    """None until an answer counted as a review."""
    lapses: int = 0
    """How often it was forgotten after it had been known."""
    surprised: bool = False
    """Whether it was missed lately in spite of earlier success."""
    taken_for: tuple[tuple[str, int], ...] = ()
    """The wrong options that were chosen, and how often each."""

    def after(self, answer: Answered, *, right: bool, guessed: bool) -> "Known":
        """After an answer that told something of this fact. A guess keeps its points and shows no knowledge."""
        known = right and not guessed
        grade: Grade = answer.rating or (GOOD if known else AGAIN)
        state = replace(
            self, right=self.right + known, missed_last=not known, taken_for=self._taken(answer) or self.taken_for
        )
        if self.memory is not None and not self.memory.counts(answer.moment):
            return state
        lapsed = grade == AGAIN and self.memory is not None and self.right > 0
        return replace(
            state,
            memory=reviewed(self.memory, grade, answer.moment),
            lapses=self.lapses + lapsed,
            surprised=lapsed or (self.surprised and grade == AGAIN),
        )

    def _taken(self, answer: Answered) -> tuple[tuple[str, int], ...]:
        if answer.kind != ChoiceQuestion.kind or answer.response is None or answer.facts_right[0]:
            return ()
        chosen = answer.shown[answer.response[0]]
        times = dict(self.taken_for)
        times[chosen] = times.get(chosen, 0) + 1
        return tuple(times.items())

    def stage(self, moment: datetime) -> Stage:
        """How far it has come at a moment."""
        if self.memory is None:
            return Stage.NEW
        if self.memory.stability < SOLID_DAYS or self.missed_last:
            return Stage.LEARNING
        return Stage.FADING if self.is_due(moment) else Stage.SOLID

    @property
    def is_leech(self) -> bool:
        """Whether asking it again and again does not help."""
        return self.lapses >= LEECH_LAPSES

    @property
    def mixed_up_with(self) -> tuple[str, ...]:
        """What it was taken for more than once."""
        return tuple(option for option, times in self.taken_for if times >= MIXED_UP_TIMES)

    def recall(self, moment: datetime) -> float:
        """The chance to know it at a moment; 0 for what never came up."""
        return self.memory.recall(moment) if self.memory else 0.0

    def known_now(self, moment: datetime) -> float:
        """The chance that it is known at a moment, 0 to 1. What was missed the last time is not known until it was
        answered again: the model expects something of the answer that was read, but nobody has shown it yet.
        """
        return 0.0 if self.missed_last else self.recall(moment)

    def is_due(self, moment: datetime) -> bool:
        """Whether it is time to ask it again."""
        return self.memory is not None and self.memory.due <= moment.date()

    def asked_on(self, moment: datetime) -> bool:
        """Whether it was asked on this day already."""
        return self.memory is not None and not self.memory.counts(moment)
