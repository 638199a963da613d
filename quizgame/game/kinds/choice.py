"""Multiple choice: one option of three or four is the key. Right is worth 1, everything else nothing."""

from dataclasses import dataclass
from typing import ClassVar

from quizgame.game.kinds.shared import DontKnow, NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a multiple-choice question."""

    text: str
    why: str | None = None
    """Why it is wrong, for whoever chose it."""


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A multiple-choice question with its options in the order in which they are shown."""

    kind: ClassVar[str] = "choice"

    topic: str
    fact: str
    """The id of the fact that is tested."""
    id: str
    prompt: str
    options: tuple[Option, ...]
    key: int
    """The index of the right option."""
    explanation: str
    tags: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that an answer says something about."""
        return (self.fact,)

    @property
    def shown(self) -> tuple[str, ...]:
        """The texts of the options, in their order."""
        return tuple(option.text for option in self.options)

    def read(self, line: str) -> "Chose":
        """The response that a line of text gives: the number of an option, from 1. Raises `NotAnAnswer`."""
        numbers = numbers_in(line, len(self.options))
        if len(numbers) != 1:
            raise NotAnAnswer(line)
        return Chose(numbers[0] - 1)


@dataclass(frozen=True, slots=True)
class Chose:
    """The response: the index of an option."""

    option: int

    @property
    def kept(self) -> tuple[int, ...]:
        """The response as a save keeps it."""
        return (self.option,)


@dataclass(frozen=True, slots=True)
class ChoiceVerdict:
    """The verdict on a response."""

    credit: float
    key: int
    chosen: int | None
    """None for "I don't know"."""

    @property
    def right(self) -> bool:
        """Whether the answer was the key."""
        return self.chosen == self.key

    @property
    def facts_right(self) -> tuple[bool, ...]:
        """For each fact of the question, whether it was known."""
        return (self.right,)


def grade_choice(question: ChoiceQuestion, response: Chose | DontKnow) -> ChoiceVerdict:
    """The verdict on an option; raises ValueError for one that the question does not have."""
    if isinstance(response, DontKnow):
        return ChoiceVerdict(0.0, question.key, None)
    if not 0 <= response.option < len(question.options):
        raise ValueError(f"{response} does not answer a question with {len(question.options)} options")
    return ChoiceVerdict(float(response.option == question.key), question.key, response.option)
