"""The state of a round of a class: teams that take turns, or a class that plays together.

A round is a value. Each step gives a new round and the event to keep. The events are enough to make the round again,
see `class_resume`; their moments are made to differ, so that they tell the order of the steps.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from quizgame.banks.pack import Pack
from quizgame.game.draw.selection import Selection
from quizgame.game.events import Answered, ClassMove, Moved, Started, SwappedOut, TakenBack, Voted
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.play.class_draw import Used, draw_other, draw_tie_break
from quizgame.game.play.class_phases import ClassPhase, ClassStep, check_class_step
from quizgame.game.play.class_turns import Standing, Turn, graded, kept, leaders, nearest, standings
from quizgame.game.play.teams import THE_CLASS, Team, turn_of
from quizgame.game.play.votes import Counted, calls_for_talk

TALK_SECONDS, MORE_SECONDS = 60, 20


class NoOtherQuestionError(ValueError):
    """The topic has no other question that is not in the round yet."""


@dataclass(frozen=True, slots=True)
class ClassRound:
    """A round of a class."""

    started: Started
    selection: Selection
    source: Pack = field(compare=False, repr=False)
    """The pack without what was left out."""
    teams: tuple[Team, ...]
    """Those that take turns; `THE_CLASS` alone in a round of hands or of orderings."""
    questions: tuple[Question, ...]
    """With the warm-up, if there is one, as the first."""
    phase: ClassPhase = ClassPhase.SETTING_UP
    place: int = 0
    """The index of the current question; that of the tie-break comes after all others."""
    turns: tuple[Turn, ...] = ()
    """What was given so far, without what was taken back."""
    attempt: int = 0
    """How often something given at this place was taken back."""
    before: tuple[int, ...] | None = None
    """The counts of a first vote, while the class talks."""
    swapped: tuple[Question, ...] = ()
    """The questions that were left out."""
    tie_break: DateQuestion | None = None
    level: tuple[Team, ...] = ()
    """The teams that a tie-break is between."""
    paused: bool = False
    more_times: int = 0
    """How often more time was given for the current question."""
    last: datetime | None = None
    """The moment of the last step."""

    # What is on the screen

    @property
    def current(self) -> Question:
        """The question that is asked, or whose answer is shown."""
        return self.tie_break or self.questions[min(self.place, len(self.questions) - 1)]

    @property
    def team(self) -> Team:
        """Whose turn it is, or was; the whole class for a warm-up."""
        if self.tie_break is not None:
            given = len(self._of_tie_break())
            return self.level[min(given - (self.phase is ClassPhase.SHOWING), len(self.level) - 1)]
        return THE_CLASS if self.is_warm_up else self.teams[turn_of(self.number, len(self.teams))]

    @property
    def with_warm_up(self) -> bool:
        """Whether the first question is a warm-up."""
        return self.started.warm_up

    @property
    def is_warm_up(self) -> bool:
        """Whether the current question is the warm-up."""
        return self.with_warm_up and self.place == 0

    @property
    def number(self) -> int:
        """The number of the current question, from 0 without the warm-up; -1 for that."""
        return self.place - self.with_warm_up

    @property
    def total(self) -> int:
        """How many questions count."""
        return len(self.questions) - self.with_warm_up

    @property
    def shown(self) -> Turn:
        """What was given last; raises IndexError if nothing was."""
        return self.turns[-1]

    @property
    def can_vote(self) -> bool:
        """Whether the class may answer with counts of hands."""
        alone = self.teams == (THE_CLASS,) or self.is_warm_up
        return alone and isinstance(self.current, ChoiceQuestion)

    @property
    def hands(self) -> int | None:
        """How many hands the last vote had, to notice a count that is off; None before the first."""
        if self.before is not None:
            return sum(self.before)
        return next((turn.response.hands for turn in reversed(self.turns) if isinstance(turn.response, Counted)), None)

    @property
    def seconds(self) -> int | None:
        """The seconds there are for what the round waits for; None without a clock. Tagged questions have none."""
        if self.phase is ClassPhase.TALKING:
            return TALK_SECONDS + MORE_SECONDS * self.more_times
        asking = self.phase in (ClassPhase.ASKING, ClassPhase.WARM_UP)
        clock = self.started.clock if asking and not self.current.tags else 0
        return clock + MORE_SECONDS * self.more_times if clock else None

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The board, in the order of the teams."""
        return standings(self.teams, self.turns)

    @property
    def winners(self) -> tuple[Team, ...]:
        """Who won, once the round is over: one team, or several that share it; nobody where the class played alone."""
        if self.phase is not ClassPhase.OVER or self.teams == (THE_CLASS,):
            return ()
        return nearest(self._of_tie_break()) if self.tie_break is not None else leaders(self.standings)

    # Steps

    def start(self, moment: datetime) -> "tuple[ClassRound, Moved]":
        """Leave the setting up."""
        check_class_step(self.phase, ClassStep.START)
        event = self._moved("start", moment)
        phase = ClassPhase.WARM_UP if self.with_warm_up else ClassPhase.ASKING
        return replace(self, phase=phase, last=event.moment), event

    def answer(
        self, response: Response | Counted, moment: datetime, milliseconds: int
    ) -> "tuple[ClassRound, Answered | Voted]":
        """Take what the team whose turn it is, or the class, says. A first vote that calls for talk is not graded yet.

        Raises ValueError if none is awaited, or it does not fit the question.
        """
        check_class_step(self.phase, ClassStep.ANSWER)
        if isinstance(response, Counted) and not self.can_vote:
            raise ValueError("a team answers; only a class votes, and only on options")
        question, verdict = self.current, graded(self.current, response)
        moment = self._after(moment)
        if isinstance(response, Counted) and self._calls_for_talk(response):
            vote = Voted(self.started.round, self.place, self.attempt, moment, response.counts, self.team.seat)
            talking = replace(self._fresh(), phase=ClassPhase.TALKING, before=response.counts, last=moment)
            return talking, vote
        nothing = self.is_warm_up or self.tie_break is not None
        before = self.before if isinstance(response, Counted) else None
        turn = Turn(self.place, self.team, question, response, verdict, before, counts_for_nothing=nothing)
        event = kept(self.started, turn, attempt=self.attempt, moment=moment, milliseconds=milliseconds)
        given = replace(self._fresh(), turns=(*self.turns, turn), before=None, last=moment)
        return replace(given, phase=given._phase_after_answer()), event

    def undo(self, moment: datetime) -> "tuple[ClassRound, TakenBack]":
        """Take back what was given last at this place: a slip of the hand of whoever types, so that what is given then
        counts in full. Raises ValueError at other times.
        """
        check_class_step(self.phase, ClassStep.UNDO)
        talking = self.phase is ClassPhase.TALKING
        if not talking and (not self.turns or self.turns[-1].place != self.place):
            raise ValueError("nothing was given yet that could be taken back")
        team = self.team if talking else self.turns[-1].team
        event = TakenBack(self.started.round, self.place, self.attempt, self._after(moment), team.seat)
        before = self.turns if talking else self.turns[:-1]
        phase = ClassPhase.WARM_UP if self.is_warm_up else ClassPhase.ASKING
        phase = phase if self.tie_break is None else ClassPhase.TIE_BREAK
        back = replace(self._fresh(), turns=before, phase=phase, before=None, last=event.moment)
        return replace(back, attempt=self.attempt + 1), event

    def swap(self, moment: datetime) -> "tuple[ClassRound, SwappedOut]":
        """Ask another question of the same topic; the old one counts nowhere. Raises ValueError at other times,
        `NoOtherQuestionError` if there is none.
        """
        check_class_step(self.phase, ClassStep.SWAP)
        old = self.current
        other = draw_other(self.source, self.selection, old, self._used(), place=self.place, nth=len(self.swapped))
        if other is None:
            raise NoOtherQuestionError(old.topic)
        event = SwappedOut(self.started.round, self.place, self.attempt, self._after(moment), old.id, other.id)
        questions = (*self.questions[: self.place], other, *self.questions[self.place + 1 :])
        return replace(self._fresh(), questions=questions, swapped=(*self.swapped, old), last=event.moment), event

    def pause(self, moment: datetime) -> "tuple[ClassRound, Moved]":
        """Stop the clock, or let it go on."""
        check_class_step(self.phase, ClassStep.PAUSE)
        event = self._moved("play on" if self.paused else "pause", moment)
        return replace(self, paused=not self.paused, last=event.moment), event

    def more_time(self, moment: datetime) -> "tuple[ClassRound, Moved]":
        """Give 20 seconds more."""
        check_class_step(self.phase, ClassStep.MORE_TIME)
        event = self._moved("more time", moment)
        return replace(self, more_times=self.more_times + 1, last=event.moment), event

    def go_on(self, moment: datetime) -> "tuple[ClassRound, Moved]":
        """Leave the answer for the next question, for a tie-break, or for the end."""
        check_class_step(self.phase, ClassStep.GO_ON)
        event = self._moved("go on", moment)
        onward = replace(self._fresh(), attempt=0, last=event.moment)
        if self.tie_break is not None:
            return replace(onward, phase=ClassPhase.OVER), event
        onward = replace(onward, place=self.place + 1)
        if onward.place < len(self.questions):
            return replace(onward, phase=ClassPhase.ASKING), event
        first = leaders(self.standings)
        date = draw_tie_break(self.source, self.selection, self._used()) if len(first) > 1 else None
        if date is None:
            return replace(onward, phase=ClassPhase.OVER), event
        return replace(onward, phase=ClassPhase.TIE_BREAK, tie_break=date, level=first), event

    # What the steps share

    def _after(self, moment: datetime) -> datetime:
        """The moment, or the first one after the last step where a clock was set back."""
        return moment if self.last is None or moment > self.last else self.last + timedelta(microseconds=1)

    def _fresh(self) -> "ClassRound":
        """The round with its clock as it was before anybody stopped it or gave more time."""
        return replace(self, paused=False, more_times=0)

    def _used(self) -> Used:
        return Used.of((*self.questions, *self.swapped))

    def _of_tie_break(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.place == len(self.questions))

    def _calls_for_talk(self, response: Counted) -> bool:
        question = self.current
        first = self.phase is ClassPhase.ASKING
        return first and isinstance(question, ChoiceQuestion) and calls_for_talk(response.counts, question.key)

    def _phase_after_answer(self) -> ClassPhase:
        waiting = self.tie_break is not None and len(self._of_tie_break()) < len(self.level)
        return ClassPhase.TIE_BREAK if waiting else ClassPhase.SHOWING

    def _moved(self, move: ClassMove, moment: datetime) -> Moved:
        return Moved(self.started.round, self.place, self.attempt, self._after(moment), move)
