"""What several kinds of question have in common."""

from dataclasses import dataclass

from quizgame.banks.dates import Interval


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has a date: a card of an ordering, of a line of time, of a question for its date."""

    fact: str
    topic: str
    label: str
    date: Interval


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Not known, and said so: worth nothing, and no guess that could teach a wrong option."""

    @property
    def kept(self) -> None:
        """The response as a save keeps it."""
        return None


class NotAnAnswer(ValueError):  # noqa: N818 - nothing went wrong: the player is asked again
    """What was typed answers no question of this kind; `wording` says what would."""
