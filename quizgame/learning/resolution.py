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

    def in_words(self) -> str | None:
        """The personal figure, once there were enough trials: "You tell apart events about 14 months apart"."""
        if self.trials < TRIALS_FOR_A_FIGURE:
            return None
        return f"You tell apart events {gap_in_words(self.days)} apart"


def gap_in_words(days: float) -> str:
    """A gap as a person says it: "about 3 weeks", "about 14 months", "about 4 years"."""
    if days < 45:
        return f"about {max(1, round(days / 7))} week{'s' if round(days / 7) > 1 else ''}"
    if days < 3 * 365.25:
        return f"about {round(days / 30.44)} month{'s' if round(days / 30.44) > 1 else ''}"
    return f"about {round(days / 365.25)} years"


def resolution(pack: Pack, answers: Iterable[Answered]) -> Resolution:
    """The staircase after all orderings of a pack; `answers` come oldest first."""
    state = Resolution()
    for answer in answers:
        if answer.pack == pack.id and len(answer.facts) > 1 and answer.response is not None:
            trial = _trial(pack, answer, state.days)
            state = state if trial is None else state.after(trial)
    return state


def _trial(pack: Pack, answer: Answered, level: float) -> bool | None:
    """Whether the pair of neighbors nearest to the level was in order; None if the pack no longer has the events."""
    placed = {answer.facts[index]: place for place, index in enumerate(answer.response or ())}
    sources = [pack.source_of(fact)[1] for fact in answer.facts if pack.has(fact)]
    dated = [(source.date, source.id) for source in sources if isinstance(source, Fact) and source.date]
    known = sorted(dated, key=lambda pair: (pair[0].earliest, pair[0].latest))
    pairs = [
        (abs(math.log(max(1, (later.middle - earlier.middle).days) / level)), placed[one] < placed[other])
        for (earlier, one), (later, other) in pairwise(known)
        if earlier.before(later)
    ]
    return min(pairs)[1] if pairs else None
