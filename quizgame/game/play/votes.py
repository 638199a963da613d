"""A show of hands: how many hands each option had.

Where some know it and some don't, talking to a neighbour teaches more than being told (peer instruction: Crouch & Mazur
2001, who have a class talk where 35–70 % are right).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.game.kinds.choice import ChoiceQuestion, ChoiceVerdict
from quizgame.game.kinds.shared import NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in

HANDS = "hands"
"""The kind that is kept with the answer of a class that voted: then its response is the counts."""
LETTERS = "ABCDEFGH"
"""What options and cards are called where several people answer, before a class and on paper."""
TALK_FROM, TALK_TO = 0.3, 0.7
"""The share of right hands between which a class talks and votes again."""
MOST_HANDS = 99
_BETWEEN = str.maketrans(",;/|+-", "      ")
"""What may stand between counts beside spaces."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The response of a class: how many hands each option had, in the order in which the options are shown."""

    counts: tuple[int, ...]

    @property
    def kept(self) -> tuple[int, ...]:
        """The response as a save keeps it."""
        return self.counts

    @property
    def hands(self) -> int:
        """How many voted."""
        return sum(self.counts)


def share_of(counts: Sequence[int], option: int) -> float:
    """The share of the hands that an option had; 0 if there were none."""
    return counts[option] / sum(counts) if sum(counts) else 0.0


def calls_for_talk(counts: Sequence[int], key: int) -> bool:
    """Whether a first vote lies between the two: enough know it to explain it, and enough don't."""
    return TALK_FROM <= share_of(counts, key) <= TALK_TO


def grade_counts(question: ChoiceQuestion, response: Counted) -> ChoiceVerdict:
    """The verdict on a vote: credit is the share of right hands. The class chose what most hands chose, and the key if
    that had as many as any. Raises ValueError for counts that do not fit the options.
    """
    counts = response.counts
    if len(counts) != len(question.options) or min(counts) < 0 or max(counts) > MOST_HANDS:
        raise ValueError(f"{response} does not answer a question with {len(question.options)} options")
    if not response.hands:
        return ChoiceVerdict(0.0, question.key, None)
    most = max(counts)
    chosen = question.key if counts[question.key] == most else counts.index(most)
    return ChoiceVerdict(share_of(counts, question.key), question.key, chosen)


def read_counts(line: str, options: int) -> Counted:
    """The counts that a line of text gives: a number for each option, such as "12 5 3". Raises `NotAnAnswer`."""
    parts = line.translate(_BETWEEN).split()
    numbers = numbers_in(" ".join(parts), MOST_HANDS, least=0) if len(parts) > 1 else []
    if len(numbers) != options or not sum(numbers):
        raise NotAnAnswer(line)
    return Counted(tuple(numbers))


def read_letters(line: str, options: int) -> int:
    """The index that a letter or a number gives: "b" and "2" are both 1. Raises `NotAnAnswer`."""
    typed = line.strip().casefold()
    letters = LETTERS.casefold()[:options]
    if len(typed) == 1 and typed in letters:
        return letters.index(typed)
    numbers = numbers_in(typed, options)
    if len(numbers) != 1:
        raise NotAnAnswer(line)
    return numbers[0] - 1
