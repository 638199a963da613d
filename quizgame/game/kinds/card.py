"""A flashcard: a front, a back, and the player's own word for how well it was remembered."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from quizgame.game.events import Rating
from quizgame.game.kinds.shared import DontKnow, NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in

AGAIN: Rating = 1


class Side(Enum):
    """What stands on the front, and so what is to be remembered."""

    QUESTION = "question"
    """A question; its answer is on the back."""
    WORD = "word"
    """A word of the glossary; its meaning is on the back."""
    MEANING = "meaning"
    """The other way round."""
    EVENT = "event"
    """An event; its date is on the back."""
    DATE = "date"
    """The other way round."""


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """A card that lies with its front up."""

    kind: ClassVar[str] = "card"

    topic: str
    fact: str
    id: str
    side: Side
    front: str
    back: str
    """Neither is read as anything but text; a date stands as EDTF writes it, for `wording` to say."""
    explanation: str = ""
    tags: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact or term that is remembered or not."""
        return (self.fact,)

    @property
    def shown(self) -> tuple[str, ...]:
        """What stands on the front."""
        return (self.front,)

    def read(self, line: str) -> "Rated":
        """The grade that a line of text gives: a number from 1 to 4. Raises `NotAnAnswer`."""
        numbers = numbers_in(line, 4)
        if len(numbers) != 1:
            raise NotAnAnswer(line)
        return Rated(_RATINGS[numbers[0] - 1])


_RATINGS: tuple[Rating, ...] = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Rated:
    """The response: again, hard, good, easy."""

    rating: Rating

    @property
    def kept(self) -> tuple[int, ...]:
        """The response as a save keeps it."""
        return (self.rating,)


@dataclass(frozen=True, slots=True)
class CardVerdict:
    """A card earns nothing: what counts is that it comes again in time."""

    rating: Rating

    @property
    def credit(self) -> float:
        """1 if it was remembered."""
        return float(self.right)

    @property
    def right(self) -> bool:
        """Whether it was remembered, however hard that was."""
        return self.rating > AGAIN

    @property
    def facts_right(self) -> tuple[bool, ...]:
        """The same for its one fact."""
        return (self.right,)


def grade_card(question: CardQuestion, response: Rated | DontKnow) -> CardVerdict:  # noqa: ARG001 - as all kinds do
    """The verdict is the player's own; not to know a card is to want it again."""
    return CardVerdict(AGAIN if isinstance(response, DontKnow) else response.rating)
