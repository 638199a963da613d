"""The state of a round: a question is asked, then its verdict is shown, until there are no more.

A round is a value. Each step gives a new round, and the event to keep where there is one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from quizgame.banks.pack import Pack
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.orderings import Difficulty, draw_orderings
from quizgame.game.draw.questions import USUAL_KINDS, draw_round
from quizgame.game.draw.seeds import generator
from quizgame.game.draw.selection import without
from quizgame.game.events import Answered, Guessed, Started, TakenBack
from quizgame.game.kinds.any import Question, Response, Verdict, grade
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play import scoring
from quizgame.game.play.given import Given, answered, guessed, may_be_a_guess, taken_back, with_a_guess
from quizgame.game.play.modes import DATES, ORDERINGS, PLANNED, PRACTICE, WITHOUT_VERDICT
from quizgame.game.play.phases import Phase, Step, check_step
from quizgame.game.play.why import Why

OTHERS_BETWEEN = 4, 8
"""Between a miss and its return: long enough to have left the mind, soon enough to be of use."""


@dataclass(frozen=True, slots=True)
class Round:
    """One player's round."""

    started: Started
    questions: tuple[Question, ...]
    given: tuple[Given[Question, Verdict], ...] = ()
    phase: Phase = Phase.ASKING
    attempt: int = 0
    """How often the answer to the current question was taken back."""
    repeats: tuple[int, ...] = ()
    """The places of questions that were missed before and came back."""
    why: Mapping[str, Why] = field(default_factory=dict)
    """For facts that were chosen for this player: why."""

    @property
    def place(self) -> int:
        """The index of the current question; the number of questions when the round is over."""
        return len(self.given) - (self.phase is Phase.SHOWING)

    @property
    def current(self) -> Question:
        """The question on the screen; raises IndexError when the round is over."""
        return self.questions[self.place]

    @property
    def why_now(self) -> Why | None:
        """Why the current question is asked of this player; None if there is no reason but chance."""
        return self.why.get(self.current.facts[0]) if isinstance(self.current, ChoiceQuestion | CardQuestion) else None

    @property
    def comes_back(self) -> bool:
        """Whether the current question was missed earlier in the round."""
        return self.place in self.repeats

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
        again = self.comes_back
        seen = again or (self.attempt > 0 and self.started.mode not in WITHOUT_VERDICT)
        given = Given(question, response, grade(question, response), seen=seen, again=again)
        event = answered(
            self.started, given, place=self.place, attempt=self.attempt, moment=moment, milliseconds=milliseconds
        )
        return replace(self, given=(*self.given, given), phase=Phase.SHOWING), event

    def take_back(self, moment: datetime) -> "tuple[Round, TakenBack]":
        """Undo the answer whose verdict is shown: the question is asked again. Raises ValueError at other times."""
        check_step(self.phase, Step.TAKE_BACK)
        event = taken_back(self.started, place=self.place, attempt=self.attempt, moment=moment)
        return replace(self, given=self.given[:-1], phase=Phase.ASKING, attempt=self.attempt + 1), event

    @property
    def may_be_a_guess(self) -> bool:
        """Whether the answer whose verdict is shown was right, and counts as known so far."""
        return may_be_a_guess(self.given, self.phase)

    def call_a_guess(self, moment: datetime) -> "tuple[Round, Guessed]":
        """The answer whose verdict is shown was a guess. Raises ValueError at other times, or if it was not right."""
        given = with_a_guess(self.given, self.phase)
        return replace(self, given=given), guessed(self.started, place=self.place, attempt=self.attempt, moment=moment)

    def go_on(self) -> "Round":
        """Leave the verdict for the next question, or for the end. Raises ValueError at other times."""
        check_step(self.phase, Step.GO_ON)
        ahead = self._with_the_miss_again() if self.started.mode in PLANNED else self
        over = len(ahead.given) == len(ahead.questions)
        return replace(ahead, phase=Phase.OVER if over else Phase.ASKING, attempt=0)

    def _with_the_miss_again(self) -> "Round":
        """What was just missed comes once more, after 4 to 8 other questions; sooner only where fewer are left."""
        last, place = self.given[-1], len(self.given)
        left = len(self.questions) - place
        if last.verdict.right or last.again or not left or not isinstance(last.question, ChoiceQuestion | CardQuestion):
            return self
        after = place + generator(f"{self.started.seed}-{place}").randint(*OTHERS_BETWEEN)
        at = min(place + left, max(after, *(one + 1 for one in self.repeats), 0))  # none is put off by a later one
        questions = (*self.questions[:at], last.question, *self.questions[at:])
        return replace(self, questions=questions, repeats=(*self.repeats, at))


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
    return round_of(started, questions)


def round_of(started: Started, questions: Sequence[Question], why: Mapping[str, Why] | None = None) -> Round:
    """A new round of questions that are there; it is over at once if there are none."""
    return Round(started, tuple(questions), phase=Phase.ASKING if questions else Phase.OVER, why=why or {})
