"""Why a question is asked: what the player is told who wants to know."""

from dataclasses import dataclass
from enum import Enum, auto


class Reason(Enum):
    """What a fact was chosen for."""

    MISSED = auto()
    """It was missed lately in spite of earlier success."""
    DUE = auto()
    """Its recall has fallen to where it should be asked."""
    WEAK_TOPIC = auto()
    """Little is known of its topic, or little is known of what is known."""
    NEW = auto()
    """It never came up."""
    ONCE_MORE = auto()
    """It was asked today already, and there is nothing else."""
    BEFORE_THE_TEST = auto()
    """It will be needed on a day."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a fact is asked now."""

    reason: Reason
    recall: float = 0.0
    """The chance that it is known, as the model has it."""
    days: int | None = None
    """Since its last review; None if there was none."""
