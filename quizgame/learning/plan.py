"""What to ask next: facts that came up less often come up sooner."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from quizgame.banks.pack import Pack
from quizgame.game.draw.orderings import Difficulty
from quizgame.game.draw.seeds import new_seed
from quizgame.game.draw.terms import TERM_WEIGHT
from quizgame.game.events import Answered
from quizgame.game.play.round import PRACTICE, Round, start_round
from quizgame.learning.resolution import resolution

_LEAST_WEIGHT = 1e-4


def next_round(
    pack: Pack,
    answers: Sequence[Answered],
    *,
    topics: Sequence[str],
    length: int,
    seed: str | None,
    round_id: str,
    moment: datetime,
    rng: random.Random,
    mode: str = PRACTICE,
) -> Round:
    """A round for this player. With a seed it is the same for everybody; without one it prefers what is fresh, and
    orderings are as hard as this player can just do.
    """
    own = resolution(pack, answers)
    return start_round(
        pack,
        round_id=round_id,
        moment=moment,
        seed=seed or new_seed(rng),
        topics=topics,
        length=length,
        mode=mode,
        weights=None if seed else fresh_weights(pack, answers),
        difficulty=None if seed else Difficulty(own.cards, own.days),
    )


def fresh_weights(pack: Pack, answers: Sequence[Answered]) -> dict[str, float]:
    """The weight of each fact: its importance, divided by 4 for each time it was right, and by 2 for each time not.

    A design choice, not evidence: it only keeps a second round from repeating the first one.
    """
    times_right: Counter[str] = Counter()
    times_wrong: Counter[str] = Counter()
    for answer in answers:
        if answer.pack != pack.id:
            continue
        for fact, right in zip(answer.facts, answer.facts_right, strict=True):
            (times_right if right else times_wrong)[fact] += 1
    weights = {fact.id: float(fact.importance) for bank in pack.banks for fact in bank.facts}
    weights |= {term.id: TERM_WEIGHT for term in pack.terms}
    return {
        fact: max(_LEAST_WEIGHT, weight * 0.25 ** times_right[fact] * 0.5 ** times_wrong[fact])
        for fact, weight in weights.items()
    }
