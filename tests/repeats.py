"""How often tests repeat what they do by chance: to find a fault again, or with `make long` to find new ones."""

import os

LONG = bool(os.environ.get("QUIZGAME_LONG"))


def times(usual: int, *, long: int) -> int:
    """The number of repetitions of this run."""
    return long if LONG else usual
