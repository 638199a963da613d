"""What to ask next: what was missed the last time comes back, what was known comes up less often."""

import random
from datetime import datetime

from quizgame.game.draw.orderings import Difficulty
from quizgame.game.draw.seeds import new_seed
from quizgame.game.draw.terms import TERM_WEIGHT
from quizgame.game.play.modes import RoundSettings
from quizgame.game.play.round import Round, start_round
from quizgame.learning.figures import Figures

_LEAST_WEIGHT = 1e-4
_MISSED = 4.0


def next_round(
    figures: Figures, settings: RoundSettings, *, round_id: str, moment: datetime, rng: random.Random
) -> Round:
    """A round for this player. With a seed it is the same for everybody; without one it prefers what was missed and
    what is fresh, and orderings are as hard as this player can just do.
    """
    own = figures.resolution
    return start_round(
        figures.pack,
        round_id=round_id,
        moment=moment,
        seed=settings.seed or new_seed(rng),
        topics=settings.topics,
        length=settings.questions,
        mode=settings.mode,
        kinds=settings.kinds,
        left_out=settings.left_out,
        weights=None if settings.seed else fresh_weights(figures),
        difficulty=None if settings.seed else Difficulty(own.cards, own.days),
    )


def fresh_weights(figures: Figures) -> dict[str, float]:
    """The weight of each fact: its importance, divided by 4 for each time it was right, and 4 times as much if it was
    missed the last time.

    A design choice, not evidence: it keeps a second round from repeating the first one, and brings misses back.
    """
    missed = {fact for score in figures.scores.values() for fact in score.look_again}
    weights = {fact.id: float(fact.importance) for bank in figures.pack.banks for fact in bank.facts}
    weights |= {term.id: TERM_WEIGHT for term in figures.pack.terms}
    return {
        fact: max(_LEAST_WEIGHT, weight * 0.25 ** figures.times_right[fact] * (_MISSED if fact in missed else 1.0))
        for fact, weight in weights.items()
    }
