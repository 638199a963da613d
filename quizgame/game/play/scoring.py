"""Points, and what a round came to. No clock and no speed: points are credit in hundredths, never negative."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.game.kinds.any import Question, Verdict

if TYPE_CHECKING:
    from quizgame.game.play.given import Given

FULL_POINTS = 100


def points(credit: float) -> int:
    """`round(100 · credit)`; all 100 only for full credit, which is what counts as right."""
    return FULL_POINTS if credit >= 1.0 else min(FULL_POINTS - 1, round(FULL_POINTS * credit))


@dataclass(frozen=True, slots=True)
class TopicResult:
    """What a round came to in one topic."""

    topic: str
    asked: int
    right: int
    points: int


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What a round came to."""

    asked: int
    right: int
    points: int
    topics: tuple[TopicResult, ...]
    """In the order in which they came up."""
    look_again: tuple[Question, ...]
    """The questions that were not known, in the order in which they were asked."""

    @property
    def best_points(self) -> int:
        """The points of a round without a fault."""
        return FULL_POINTS * self.asked


def result(given: "Iterable[Given[Question, Verdict]]") -> RoundResult:
    """Sum up a round, or the part of it that was played; what came back after a miss does not count twice."""
    answers = [one for one in given if not one.again]
    topics = dict.fromkeys(one.question.topic for one in answers)
    return RoundResult(
        asked=len(answers),
        right=sum(one.known for one in answers),
        points=sum(one.points for one in answers),
        topics=tuple(_topic_result(topic, [one for one in answers if one.question.topic == topic]) for topic in topics),
        look_again=tuple(one.question for one in answers if not one.known),
    )


def _topic_result(topic: str, answers: "list[Given[Question, Verdict]]") -> TopicResult:
    right = sum(one.known for one in answers)
    return TopicResult(topic, len(answers), right, sum(one.points for one in answers))
