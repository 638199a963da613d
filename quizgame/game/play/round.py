"""The state of a round: a question is asked, then its verdict is shown, until there are no more.

A round is a value. Each step gives a new round, and the event to keep where there is one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizgame.banks.pack import Pack
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.orderings import Difficulty, draw_orderings
from quizgame.game.draw.questions import USUAL_KINDS, draw_round
from quizgame.game.draw.seeds import generator
from quizgame.game.draw.selection import without
from quizgame.game.events import Answered, Started, TakenBack
from quizgame.game.kinds.any import Question, Response, Verdict, grade
from quizgame.game.play import scoring
from quizgame.game.play.given import Given, answered, taken_back
from quizgame.game.play.modes import DATES, ORDERINGS, PRACTICE
from quizgame.game.play.phases import Phase, Step, check_step


@dataclass(frozen=True, slots=True)
class Round:
    """One player's round."""

    started: Started
    questions: tuple[Question, ...]
    given: tuple[Given[Question, Verdict], ...] = ()
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
        return scoring.result(self.given)

    def answer(self, response: Response, moment: datetime, milliseconds: int) -> "tuple[Round, Answered]":
        """Take a response to the current question. Raises ValueError if none is awaited or it does not fit."""
        check_step(self.phase, Step.ANSWER)
        question = self.current
        given = Given(question, response, grade(question, response), seen=self.attempt > 0)
        event = answered(
            self.started, given, place=self.place, attempt=self.attempt, moment=moment, milliseconds=milliseconds
        )
        return replace(self, given=(*self.given, given), phase=Phase.SHOWING), event

    def take_back(self, moment: datetime) -> "tuple[Round, TakenBack]":
        """Undo the answer whose verdict is shown: the question is asked again. Raises ValueError at other times."""
        check_step(self.phase, Step.TAKE_BACK)
        event = taken_back(self.started, place=self.place, attempt=self.attempt, moment=moment)
        return replace(self, given=self.given[:-1], phase=Phase.ASKING, attempt=self.attempt + 1), event

    def go_on(self) -> "Round":
        """Leave the verdict for the next question, or for the end. Raises ValueError at other times."""
        check_step(self.phase, Step.GO_ON)
        over = len(self.given) == len(self.questions)
        return replace(self, phase=Phase.OVER if over else Phase.ASKING, attempt=0)


def start_round(
    pack: Pack,
    *,
    round_id: str,
    moment: datetime,
    seed: str,
    topics: Sequence[str],
    length: int,
    mode: str = PRACTICE,
    kinds: tuple[str, ...] = (),
    left_out: tuple[str, ...] = (),
    weights: Mapping[str, float] | None = None,
    difficulty: Difficulty | None = None,
) -> Round:
    """A new round. Without `weights` and `difficulty`, the pack's revision, the seed, the topics, the length and the
    mode decide all of it.
    """
    in_order = tuple(topic for topic in pack.topics if topic in topics)
    started = Started(
        round_id, moment, mode, pack.id, pack.revision, seed, in_order, length, kinds=kinds, left_out=left_out
    )
    pack = without(pack, left_out)
    rng = generator(seed)
    questions: tuple[Question, ...]
    if mode == ORDERINGS:
        questions = draw_orderings(pack, in_order, length, rng, difficulty or Difficulty())
    elif mode == DATES:
        questions = draw_dates(pack, in_order, length, rng)
    else:
        asked = kinds or USUAL_KINDS
        questions = draw_round(pack, in_order, length, rng, weights=weights, difficulty=difficulty, kinds=asked)
    return Round(started, questions, phase=Phase.ASKING if questions else Phase.OVER)
