"""An answer that was given in a round, and the events that are kept of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from quizgame.game.events import Answered, Guessed, Started, TakenBack
from quizgame.game.kinds.any import Question, Response, Verdict
from quizgame.game.kinds.card import CardVerdict
from quizgame.game.play.phases import Phase, Step, check_step
from quizgame.game.play.scoring import points

Q_co = TypeVar("Q_co", bound=Question, covariant=True)
V_co = TypeVar("V_co", bound=Verdict, covariant=True)


@dataclass(frozen=True, slots=True)
class Given(Generic[Q_co, V_co]):
    """What was answered to a question, and what it was worth."""

    question: Q_co
    response: Response
    verdict: V_co
    seen: bool = False
    """Whether the right answer had been shown before: then it earns no points and shows no knowledge."""
    guessed: bool = False
    """Whether the player says so: then it keeps its points and shows no knowledge."""
    again: bool = False
    """Whether it had been missed earlier in the round, and came back: then it counts for nothing."""

    @property
    def points(self) -> int:
        """The points it earned; a card earns none."""
        return 0 if self.seen or isinstance(self.verdict, CardVerdict) else points(self.verdict.credit)

    @property
    def known(self) -> bool:
        """Whether it was right, and shows that it was known."""
        return self.verdict.right and not self.seen and not self.guessed


def answered(
    started: Started, given: Given[Question, Verdict], *, place: int, attempt: int, moment: datetime, milliseconds: int
) -> Answered:
    """The event that is kept of an answer."""
    question, verdict = given.question, given.verdict
    return Answered(
        round=started.round,
        place=place,
        attempt=attempt,
        moment=moment,
        pack=started.pack,
        revision=started.revision,
        topic=question.topic,
        question=question.id,
        facts=question.facts,
        facts_right=verdict.facts_right,
        shown=question.shown,
        response=given.response.kept,
        credit=verdict.credit,
        points=given.points,
        milliseconds=milliseconds,
        mode=started.mode,
        kind=question.kind,
        seen=given.seen,
        rating=verdict.rating if isinstance(verdict, CardVerdict) else None,
    )


def may_be_a_guess(given: tuple[Given[Q_co, V_co], ...], phase: Phase) -> bool:
    """Whether the answer whose verdict is shown was right, and counts as known so far."""
    return phase is Phase.SHOWING and given[-1].known


def with_a_guess(given: tuple[Given[Q_co, V_co], ...], phase: Phase) -> tuple[Given[Q_co, V_co], ...]:
    """The last answer was a guess. Raises ValueError where no verdict is shown, or if it was not right."""
    check_step(phase, Step.GUESS)
    if not may_be_a_guess(given, phase):
        raise ValueError("only what counts as known can be called a guess")
    return (*given[:-1], replace(given[-1], guessed=True))


def guessed(started: Started, *, place: int, attempt: int, moment: datetime) -> Guessed:
    """The event that is kept of an answer that was a guess."""
    return Guessed(started.round, place, attempt, moment)


def taken_back(started: Started, *, place: int, attempt: int, moment: datetime) -> TakenBack:
    """The event that is kept of an answer that was a slip."""
    return TakenBack(started.round, place, attempt, moment)
