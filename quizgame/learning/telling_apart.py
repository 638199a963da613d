"""Whether a question tells those who know from those who don't, said only as far as the answers can tell.

With 24 pupils a worthless item shows a correlation from −.34 to +.36 by chance: so there is none below 30 answers.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quizgame.game.events import Answered
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.votes import HANDS
from quizgame.learning.intervals import Share

ENOUGH = 30
"""Answers from which a correlation is told."""
_Name = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TellingApart:
    """What is known of one question."""

    upper: Share
    """How many were right of the half that did better in the rest."""
    lower: Share
    """Of the other half. Who is in the middle is in neither."""
    correlation: float | None = None
    """Item–rest correlation, −1 to 1; None below 30 answers, or where all were alike."""
    rival: str | None = None
    """A wrong option that more of the upper half chose than the right one: the key may be wrong."""


@dataclass(frozen=True, slots=True)
class _One:
    """One answer of a seat, and what the seat did in the rest of that round."""

    right: bool
    rest: float
    chosen: str | None
    seat: tuple[str, str]


def telling_apart(answers: Iterable[Answered]) -> dict[_Name, TellingApart]:
    """For each question that at least two seats answered who answered others too, by its id and its facts.

    Votes of hands tell nothing, as nobody knows whose hands they were.
    """
    by_seat: dict[tuple[str, str], list[Answered]] = defaultdict(list)
    for answer in answers:
        if answer.kind != HANDS:
            by_seat[answer.round, answer.seat].append(answer)
    pooled: dict[_Name, list[_One]] = defaultdict(list)
    for seat, own in by_seat.items():
        total = sum(one.credit for one in own)
        for one in own if len(own) > 1 else ():
            choice = one.kind == ChoiceQuestion.kind and one.response is not None
            chosen = one.shown[one.response[0]] if choice and one.response else None
            rest = (total - one.credit) / (len(own) - 1)
            name = one.question, tuple(sorted(one.facts))
            pooled[name].append(_One(all(one.facts_right), rest, chosen, seat))
    return {name: _told(ones) for name, ones in pooled.items() if len(ones) > 1}


def _told(ones: list[_One]) -> TellingApart:
    ranked = sorted(ones, key=lambda one: (-one.rest, one.seat))
    half = len(ranked) // 2
    upper, lower = ranked[:half], ranked[-half:]
    right = Counter(one.chosen for one in upper if one.right)
    wrong = Counter(one.chosen for one in upper if not one.right and one.chosen is not None)
    rival = next((option for option, count in wrong.most_common(1) if count > sum(right.values())), None)
    correlation = _correlation([float(one.right) for one in ones], [one.rest for one in ones])
    return TellingApart(
        Share(sum(one.right for one in upper), len(upper)),
        Share(sum(one.right for one in lower), len(lower)),
        correlation if len(ones) >= ENOUGH else None,
        rival,
    )


def _correlation(ones: list[float], others: list[float]) -> float | None:
    """Pearson's."""
    one_mean, other_mean = sum(ones) / len(ones), sum(others) / len(others)
    together = sum((one - one_mean) * (other - other_mean) for one, other in zip(ones, others, strict=True))
    spread = math.sqrt(sum((one - one_mean) ** 2 for one in ones) * sum((one - other_mean) ** 2 for one in others))
    return together / spread if spread > 1e-12 else None
