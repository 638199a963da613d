"""How sure a topic's score is: the chance that a player knows more than most of it, and a word for that.

A Beta distribution over the share that is known, from a uniform prior. Older answers weigh less: half as much for each
20 that came after them.
"""

import math
import random
from dataclasses import dataclass
from enum import Enum, auto

HALF_LIFE_ANSWERS = 20
_FADING = 0.5 ** (1 / HALF_LIFE_ANSWERS)
MOST = 0.6
"""The share that is "most of it"."""
LEAST_ANSWERS = 5
SURE, LIKELY = 0.9, 0.5
SOLID_RECALL = 0.8


class Standing(Enum):
    """What can be said of a topic."""

    NOT_ENOUGH_YET = auto()
    START_HERE = auto()
    GROWING = auto()
    SOLID = auto()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The answers to a topic that show what is known."""

    right: float = 0.0
    """The weights of what was known, summed up; an answer may be partly right."""
    wrong: float = 0.0
    answers: int = 0
    """How many there were, whatever their weight."""

    def after(self, right: float) -> "Evidence":
        """One answer more, of which a share between 0 and 1 was known."""
        return Evidence(self.right * _FADING + right, self.wrong * _FADING + 1 - right, self.answers + 1)

    @property
    def knows_most(self) -> float:
        """The chance that the share that is known is above `MOST`: that of Beta(1 + right, 1 + wrong)."""
        return 1 - beta_below(MOST, 1 + self.right, 1 + self.wrong)

    def draw(self, rng: random.Random) -> float:
        """A share that may be the true one (Thompson 1933): low where little is known, or little is known of it."""
        return rng.betavariate(1 + self.right, 1 + self.wrong)

    def standing(self, known_now: float) -> Standing:
        """A word for it; `known_now` is that of the topic, see `overview`. Few answers get no verdict."""
        if self.answers < LEAST_ANSWERS:
            return Standing.NOT_ENOUGH_YET
        if self.knows_most >= SURE and known_now >= SOLID_RECALL:
            return Standing.SOLID
        return Standing.GROWING if self.knows_most >= LIKELY else Standing.START_HERE


def beta_below(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function I_x(a, b), for 0 < x < 1.

    Lentz's method on its continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22).
    """
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly
        return 1 - beta_below(1 - x, b, a)
    front = math.exp(
        a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) - math.log(a)
    )
    tiny = 1e-300
    fraction, c, d = 1.0, 1.0, 0.0
    for step in range(1000):
        m = step // 2
        if step == 0:
            numerator = 1.0
        elif step % 2 == 0:
            numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + numerator * d or tiny)
        c = 1 + numerator / c or tiny
        fraction *= c * d
        if abs(1 - c * d) < 1e-12:
            break
    return front * (fraction - 1)
