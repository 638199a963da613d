"""The state of a round: a question is asked, then its verdict is shown, until there are no more.

A round is a value. Each step gives a new round, and the event to keep where there is one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from quizgame.banks.pack import Pack
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.orderings import Difficulty, draw_orderings
from quizgame.game.draw.questions import draw_round
from quizgame.game.draw.seeds import generator
from quizgame.game.events import Answered, Kind, Started, TakenBack
from quizgame.game.kinds.grading import Verdict, grade
from quizgame.game.kinds.questions import ChoiceQuestion, Chose, Dated, DateQuestion, Ordered, Question, Response
from quizgame.game.play import scoring

PRACTICE, ORDERINGS, DATES = "practice", "orderings", "dates"
"""The modes of a round: questions with some orderings, orderings only, and dates to be typed."""


class Phase(Enum):
    """What a round is waiting for."""

    ASKING = "an answer"
    SHOWING = "the player, who looks at the verdict"
    OVER = "nothing"


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to a question, and what it was worth."""

    response: Response
    verdict: Verdict

    @property
    def points(self) -> int:
        """The points it earned."""
        return scoring.points(self.verdict.credit)


@dataclass(frozen=True, slots=True)
class Round:
    """One player's round."""

    started: Started
    questions: tuple[Question, ...]
    given: tuple[Given, ...] = ()
    phase: Phase = Phase.ASKING
    attempt: int = 0
    """How often the answer to the current question was taken back."""

    @property
    def place(self) -> int:
        """The index of the current question; the number of questions when the round is over."""
        return len(self.given) - (self.phase is Phase.SHOWING)

    @property
    def current(self) -> Question:
        """The question on the screen; raises IndexError when the round is over."""
        return self.questions[self.place]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the last answer; raises IndexError if there is none."""
        return self.given[-1].verdict

    @property
    def result(self) -> scoring.RoundResult:
        """What it came to so far."""
        return scoring.result((q, g.verdict) for q, g in zip(self.questions, self.given, strict=False))

    def answer(self, response: Response, moment: datetime, milliseconds: int) -> "tuple[Round, Answered]":
        """Take a response to the current question. Raises ValueError if none is awaited or it does not fit."""
        if self.phase is not Phase.ASKING:
            raise ValueError(f"the round waits for {self.phase.value}, not for an answer")
        question = self.current
        given = Given(response, grade(question, response))
        event = Answered(
            round=self.started.round,
            place=self.place,
            attempt=self.attempt,
            moment=moment,
            pack=self.started.pack,
            revision=self.started.revision,
            topic=question.topic,
            question=question.id,
            facts=question.facts,
            facts_right=given.verdict.facts_right,
            shown=shown(question),
            response=_as_indexes(response),
            credit=given.verdict.credit,
            points=given.points,
            milliseconds=milliseconds,
            mode=self.started.mode,
            kind=kind_of(question),
        )
        return replace(self, given=(*self.given, given), phase=Phase.SHOWING), event

    def take_back(self, moment: datetime) -> "tuple[Round, TakenBack]":
        """Undo the answer whose verdict is shown: the question is asked again. Raises ValueError at other times."""
        if self.phase is not Phase.SHOWING:
            raise ValueError("there is no answer to take back")
        event = TakenBack(self.started.round, self.place, self.attempt, moment)
        return replace(self, given=self.given[:-1], phase=Phase.ASKING, attempt=self.attempt + 1), event

    def go_on(self) -> "Round":
        """Leave the verdict for the next question, or for the end. Raises ValueError at other times."""
        if self.phase is not Phase.SHOWING:
            raise ValueError(f"the round waits for {self.phase.value}")
        over = len(self.given) == len(self.questions)
        return replace(self, phase=Phase.OVER if over else Phase.ASKING, attempt=0)


def shown(question: Question) -> tuple[str, ...]:
    """What the player saw, in its order: the texts of the options, or the labels of the cards."""
    if isinstance(question, ChoiceQuestion):
        return tuple(option.text for option in question.options)
    if isinstance(question, DateQuestion):
        return (question.event.label,)
    return tuple(event.label for event in question.events)


def kind_of(question: Question) -> Kind:
    """The kind that is kept with an answer."""
    if isinstance(question, ChoiceQuestion):
        return "choice"
    return "date" if isinstance(question, DateQuestion) else "ordering"


def _as_indexes(response: Response) -> tuple[int, ...] | None:
    if isinstance(response, Chose):
        return (response.option,)
    if isinstance(response, Dated):
        return response.date.earliest.toordinal(), response.date.latest.toordinal()
    return response.order if isinstance(response, Ordered) else None


def start_round(
    pack: Pack,
    *,
    round_id: str,
    moment: datetime,
    seed: str,
    topics: Sequence[str],
    length: int,
    mode: str = PRACTICE,
    weights: Mapping[str, float] | None = None,
    difficulty: Difficulty | None = None,
) -> Round:
    """A new round. Without `weights` and `difficulty`, the pack's revision, the seed, the topics, the length and the
    mode decide all of it.
    """
    in_order = tuple(topic for topic in pack.topics if topic in topics)
    started = Started(round_id, moment, mode, pack.id, pack.revision, seed, in_order, length)
    rng = generator(seed)
    questions: tuple[Question, ...]
    if mode == ORDERINGS:
        questions = draw_orderings(pack, in_order, length, rng, difficulty or Difficulty())
    elif mode == DATES:
        questions = draw_dates(pack, in_order, length, rng)
    else:
        questions = draw_round(pack, in_order, length, rng, weights=weights, difficulty=difficulty)
    return Round(started, questions, phase=Phase.ASKING if questions else Phase.OVER)
