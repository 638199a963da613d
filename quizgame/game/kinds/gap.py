"""A card for a line of time: into which gap does it go?

A gap is right if the dates do not say otherwise, so where they overlap several gaps are. A card in a wrong gap goes
to the nearest right one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from quizgame.banks.dates import Interval
from quizgame.game.kinds.shared import DontKnow, Event, NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in

NEAR_MISS = 1 / 3
CARDS_FOR_A_NEAR_MISS = 3
"""In a shorter line there is next to nowhere else to put it. Both are choices of ours."""


@dataclass(frozen=True, slots=True)
class GapQuestion:
    """A card, and the line that it goes into, which is in order itself."""

    kind: ClassVar[str] = "gap"

    id: str
    """The game and what its own best is kept for."""
    card: Event
    line: tuple[Event, ...]
    tags: tuple[str, ...] = ()

    @property
    def topic(self) -> str:
        """The topic of the card."""
        return self.card.topic

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about."""
        return (self.card.fact,)

    @property
    def shown(self) -> tuple[str, ...]:
        """The label of the card, then those of the line."""
        return (self.card.label, *(event.label for event in self.line))

    def read(self, line: str) -> "PutInGap":
        """The response that a line of text gives: the number of the card before the gap, or 0. Raises `NotAnAnswer`."""
        numbers = numbers_in(line, len(self.line), least=0)
        if len(numbers) != 1:
            raise NotAnAnswer(line)
        return PutInGap(numbers[0])


@dataclass(frozen=True, slots=True)
class PutInGap:
    """The response: a gap, from 0 before the first card to the length of the line after the last one."""

    gap: int

    @property
    def kept(self) -> tuple[int, ...]:
        """The response as a save keeps it."""
        return (self.gap,)


@dataclass(frozen=True, slots=True)
class GapVerdict:
    """What became of a card."""

    credit: float
    event: Event
    gap: int | None
    """The gap that was chosen, counted from the left end; None for "I don't know"."""
    went_to: int
    """The gap it went to: the chosen one if that is right, else the nearest right one."""

    @property
    def right(self) -> bool:
        """Whether the dates allow the gap that was chosen."""
        return self.gap == self.went_to

    @property
    def facts_right(self) -> tuple[bool, ...]:
        """For the one fact, whether it was known."""
        return (self.right,)


def grade_gap(question: GapQuestion, response: PutInGap | DontKnow) -> GapVerdict:
    """The verdict on a gap; raises ValueError for one that the line does not have."""
    allowed = legal_gaps([event.date for event in question.line], question.card.date)
    if isinstance(response, DontKnow):
        return GapVerdict(0.0, question.card, None, allowed.start)
    if not 0 <= response.gap <= len(question.line):
        raise ValueError(f"a line of {len(question.line)} cards has no gap {response.gap}")
    nearest = min(allowed, key=lambda at: abs(at - response.gap))
    credit = gap_credit(abs(nearest - response.gap), len(question.line))
    return GapVerdict(credit, question.card, response.gap, nearest)


def legal_gaps(line: Sequence[Interval], date: Interval) -> range:
    """The gaps of a line, from 0 before the first to its length after the last, that a date may go into.

    The line must be in order itself: no later date certainly before an earlier one. Then there is always a gap.
    """
    after_these = max((at + 1 for at, other in enumerate(line) if other.before(date)), default=0)
    before_these = min((at for at, other in enumerate(line) if date.before(other)), default=len(line))
    return range(after_these, before_these + 1)


def gap_credit(places_off: int, cards: int) -> float:
    """1 in a right gap, a third right beside one in a line of three cards or more, else nothing."""
    if places_off == 0:
        return 1.0
    return NEAR_MISS if places_off == 1 and cards >= CARDS_FOR_A_NEAR_MISS else 0.0
