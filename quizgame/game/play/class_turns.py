"""What was given in a class round, and what it came to for each team."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from quizgame.game.events import Answered, Started
from quizgame.game.kinds.any import Question, Response, Verdict, grade
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateVerdict
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.given import Given, answered
from quizgame.game.play.scoring import points
from quizgame.game.play.teams import Team
from quizgame.game.play.votes import HANDS, Counted, grade_counts

_DIGITS = 9
"""Means are equal if they are so to so many digits: thirds that are added up differ in the last ones."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer of a team or of the class."""

    place: int
    team: Team
    question: Question
    response: Response | Counted
    verdict: Verdict
    before: tuple[int, ...] | None = None
    """The counts of the first vote, if the class talked and voted again."""
    counts_for_nothing: bool = False
    """Whether it is a warm-up or a tie-break, which earn no points."""

    @property
    def credit(self) -> float:
        """What it is worth, 0 to 1; for a vote the share of right hands."""
        return self.verdict.credit

    @property
    def points(self) -> int:
        """The points it earned."""
        return 0 if self.counts_for_nothing else points(self.credit)

    @property
    def kind(self) -> str:
        """The kind that is kept with the answer."""
        return HANDS if isinstance(self.response, Counted) else self.question.kind

    @property
    def gain(self) -> tuple[int, int, int, int] | None:
        """Right hands and hands of the first vote, then of the second: "12 of 20, then 17 of 20"; None for one vote."""
        if (
            self.before is None
            or not isinstance(self.response, Counted)
            or not isinstance(self.question, ChoiceQuestion)
        ):
            return None
        key = self.question.key
        return self.before[key], sum(self.before), self.response.counts[key], self.response.hands


@dataclass(frozen=True, slots=True)
class Standing:
    """What a team came to so far."""

    team: Team
    asked: int
    credit: float
    """The sum over its questions."""

    @property
    def mean(self) -> float:
        """The mean credit of a question, 0 to 1: the score. Never a sum, or teams that were asked more would lead."""
        return round(self.credit / self.asked, _DIGITS) if self.asked else 0.0

    @property
    def points(self) -> int:
        """The score in hundredths."""
        return points(self.mean)


def graded(question: Question, response: Response | Counted) -> Verdict:
    """The verdict on an answer or a vote; raises ValueError for one that does not fit the question."""
    if not isinstance(response, Counted):
        return grade(question, response)
    if not isinstance(question, ChoiceQuestion):
        raise ValueError(f"a class can't vote on a question of the kind {question.kind}")
    return grade_counts(question, response)


def kept(started: Started, turn: Turn, *, attempt: int, moment: datetime, milliseconds: int) -> Answered:
    """A turn as it is kept."""
    given = Given(turn.question, DontKnow(), turn.verdict)  # a vote is no response of one person: it is put in below
    event = answered(started, given, place=turn.place, attempt=attempt, moment=moment, milliseconds=milliseconds)
    response = turn.response.kept
    return replace(event, response=response, points=turn.points, kind=turn.kind, seat=turn.team.seat)


def standings(teams: Sequence[Team], turns: Iterable[Turn]) -> tuple[Standing, ...]:
    """What each team came to, in the order of the teams; nobody is ranked."""
    counting = [turn for turn in turns if not turn.counts_for_nothing]
    mine = {team.seat: [turn for turn in counting if turn.team == team] for team in teams}
    return tuple(Standing(team, len(mine[team.seat]), sum(turn.credit for turn in mine[team.seat])) for team in teams)


def leaders(standing: Sequence[Standing]) -> tuple[Team, ...]:
    """The teams with the highest score, in the order of the teams."""
    best = max(one.mean for one in standing)
    return tuple(one.team for one in standing if one.mean == best)


def nearest(turns: Sequence[Turn]) -> tuple[Team, ...]:
    """Of those who typed a date in a tie-break, the nearest by days; all of them if nobody gave one."""
    off = {
        turn.team: turn.verdict.days_off
        for turn in turns
        if isinstance(turn.verdict, DateVerdict) and turn.verdict.given is not None
    }
    if not off:
        return tuple(turn.team for turn in turns)
    return tuple(team for team, days in off.items() if days == min(off.values()))
