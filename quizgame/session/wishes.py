"""What was asked for on the command line, as it was typed. Needs nothing, so the first screen need not wait."""

from typing import NamedTuple

WISHES = ("topics", "questions", "seed", "mode", "pack", "code")
"""Options that say what to play; the others say where things are, and every command takes them."""
PLAYS = ("today", "weak", "cards", "mock")
"""Commands that play in the mode of their name."""
ALL = "all"
"""What is wished for instead of a pack's name by who wants to play all of them."""


class Wishes(NamedTuple):
    """The options of the command line, as they were typed."""

    pack: str | None = None
    topics: str | None = None
    questions: str | None = None
    seed: str | None = None
    mode: str | None = None
    code: str | None = None
    class_name: str | None = None
    """Of the class that plays; empty for the one that was there last, None where none plays."""

    @property
    def describe_a_round(self) -> bool:
        """Whether they say what to play, so that it can start at once."""
        return any(
            wish is not None for wish in (self.topics, self.questions, self.seed, self.mode, self.code, self.class_name)
        )
