"""How sure a share is that was counted."""

import math
from dataclasses import dataclass

_Z = 1.959964
"""The normal quantile that leaves 2.5 % on either side."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    asked: int = 0

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 of nobody is 0."""
        return self.right / self.asked if self.asked else 0.0

    @property
    def missed(self) -> "Share":
        """The others."""
        return Share(self.asked - self.right, self.asked)

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.asked + other.asked)

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval of 95 % (Wilson 1927): honest for few and for all or none; 0 to 1 for nobody."""
        n, p = self.asked, self.value
        if not n:
            return 0.0, 1.0
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)
