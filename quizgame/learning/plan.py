"""What to ask next: facts that came up less often come up sooner."""

from collections import Counter
from collections.abc import Iterable

from quizgame.banks.pack import Pack
from quizgame.game.draw import TERM_WEIGHT
from quizgame.game.journal_events import Answered


def fresh_weights(pack: Pack, answers: Iterable[Answered]) -> dict[str, float]:
    """The weight of each fact: its importance, divided by 4 for each time it was right, and by 2 for each time not.

    A design choice, not evidence: it only keeps a second round from repeating the first one.
    """
    times_right: Counter[str] = Counter()
    times_wrong: Counter[str] = Counter()
    for answer in answers:
        for fact, right in zip(answer.facts, answer.facts_right, strict=True):
            (times_right if right else times_wrong)[fact] += 1
    weights = {fact.id: float(fact.importance) for bank in pack.banks for fact in bank.facts}
    weights |= {term.id: TERM_WEIGHT for term in pack.terms}
    return {
        fact: max(1e-4, weight / 4.0 ** times_right[fact] / 2.0 ** times_wrong[fact])
        for fact, weight in weights.items()
    }
