"""Points, and what a round came to. No clock and no speed: points are credit in hundredths, never negative."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgame.game.kinds.grading import Verdict
from quizgame.game.kinds.questions import Question

FULL_POINTS = 100


def points(credit: float) -> int:
    """`round(100 · credit)`."""
    return round(FULL_POINTS * credit)


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
    """The questions that did not earn full credit, in the order in which they were asked."""

    @property
    def best_points(self) -> int:
        """The points of a round without a fault."""
        return FULL_POINTS * self.asked


def result(graded: Iterable[tuple[Question, Verdict]]) -> RoundResult:
    """Sum up a round, or the part of it that was played."""
    pairs = list(graded)
    topics = dict.fromkeys(question.topic for question, _ in pairs)
    return RoundResult(
        asked=len(pairs),
        right=sum(verdict.right for _, verdict in pairs),
        points=sum(points(verdict.credit) for _, verdict in pairs),
        topics=tuple(_topic_result(topic, [v for q, v in pairs if q.topic == topic]) for topic in topics),
        look_again=tuple(question for question, verdict in pairs if not verdict.right),
    )


def _topic_result(topic: str, verdicts: list[Verdict]) -> TopicResult:
    right = sum(verdict.right for verdict in verdicts)
    return TopicResult(topic, len(verdicts), right, sum(points(verdict.credit) for verdict in verdicts))
