"""How close together two events may be for a player to tell which came first.

A weighted up-down staircase (Kaernbach 1991) on the logarithm of the gap: after a right pair the gap shrinks by one
step, after a wrong one it grows by three, so it settles where three pairs in four are right. Each ordering that was
answered is one trial: its pair of neighbors whose gap is nearest to the staircase.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.game.events import Answered
from quizgame.game.kinds.ordering import OrderingQuestion

START_DAYS = 10 * 365.25
LEAST_DAYS, MOST_DAYS = 7.0, 40 * 365.25
STEP_DOWN = 2**0.25
STEP_UP = STEP_DOWN**3
TRIALS_FOR_A_FIGURE = 6


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a player's staircase stands."""

    days: float = START_DAYS
    trials: int = 0

    def after(self, right: bool) -> "Resolution":
        """One trial later."""
        days = self.days / STEP_DOWN if right else self.days * STEP_UP
        return Resolution(min(MOST_DAYS, max(LEAST_DAYS, days)), self.trials + 1)

    @property
    def cards(self) -> int:
        """How many cards an ordering should have: few and far apart at first, more as they come closer."""
        if self.trials < 2:
            return 3
        return 4 if self.days > 3 * 365.25 else 5 if self.days > 365.25 else 6

    @property
    def is_known(self) -> bool:
        """Whether there were enough trials to tell the player."""
        return self.trials >= TRIALS_FOR_A_FIGURE

    def after_answer(self, pack: Pack, answer: Answered) -> "Resolution":
        """The staircase after an answer of a player to this pack: one trial later if it was an ordering."""
        if answer.kind != OrderingQuestion.kind or answer.response is None or answer.seen:
            return self
        trial = _trial(pack, answer, self.days)
        return self if trial is None else self.after(trial)


def resolution(pack: Pack, answers: Iterable[Answered]) -> Resolution:
    """The staircase after all orderings of a pack; `answers` come oldest first."""
    state = Resolution()
    for answer in answers:
        if answer.pack == pack.id:
            state = state.after_answer(pack, answer)
    return state


def _trial(pack: Pack, answer: Answered, level: float) -> bool | None:
    """Whether the pair of neighbors nearest to the level was in order; None if the pack no longer has the events."""
    placed = {answer.facts[index]: place for place, index in enumerate(answer.response or ())}
    sources = [pack.source_of(fact)[1] for fact in answer.facts if pack.has(fact)]
    dated = [(source.date, source.id) for source in sources if isinstance(source, Fact) and source.date]
    known = sorted(dated, key=lambda pair: (pair[0].earliest, pair[0].latest))
    pairs = [
        (abs(math.log(max(1, later.middle - earlier.middle) / level)), placed[one] < placed[other])
        for (earlier, one), (later, other) in pairwise(known)
        if earlier.before(later)
    ]
    return min(pairs)[1] if pairs else None
