"""What a player's progress is at this moment: taken once, shown by both front ends and as JSON."""

from dataclasses import dataclass
from datetime import date

from quizgame.game.play.growing import scope_of_line
from quizgame.game.play.modes import GROWING
from quizgame.learning.exam import Exam
from quizgame.learning.known import Stage
from quizgame.learning.overview import MixUp, TopicOverview, mix_ups
from quizgame.learning.records import Record
from quizgame.learning.resolution import Resolution
from quizgame.learning.weeks import Week, last_weeks
from quizgame.session.clock import now
from quizgame.session.session import Session

DAYS_AHEAD = 14
WEEKS_BACK = 8


@dataclass(frozen=True, slots=True)
class Progress:
    """All that is told of a pack's progress."""

    today: date
    topics: tuple[TopicOverview, ...]
    """In the order of the pack."""
    forecast: tuple[int, ...]
    """How many facts are due today, with those of the days before, tomorrow, and so on."""
    weeks: tuple[Week, ...]
    """The last of them is this one."""
    days_a_week: int
    """On how many days the player wants to play."""
    longest: Record | None
    """The longest line of all topics."""
    resolution: Resolution
    daily_lines: int
    exam: Exam | None
    mix_ups: tuple[MixUp, ...]

    @property
    def known_now(self) -> float:
        """The mean recall of all facts of the pack, 0 to 1."""
        return sum(one.known_now * one.facts for one in self.topics) / max(1, self.facts)

    @property
    def facts(self) -> int:
        """How many facts the pack asks for."""
        return sum(one.facts for one in self.topics)

    @property
    def answers(self) -> int:
        """How many answers said something of what is known."""
        return sum(one.answers for one in self.topics)

    @property
    def stages(self) -> dict[Stage, int]:
        """How many facts have come how far, in all topics."""
        return {stage: sum(one.stages[stage] for one in self.topics) for stage in Stage}


def progress_of(session: Session) -> Progress:
    """The progress in the pack that is played."""
    figures, today = session.figures, now().date()
    return Progress(
        today,
        tuple(session.overview()),
        tuple(session.forecast(DAYS_AHEAD)),
        tuple(last_weeks(figures.days, today, WEEKS_BACK)),
        session.chosen.days_a_week,
        figures.best(GROWING, scope_of_line(session.pack, session.pack.topics)),
        figures.resolution,
        len(figures.daily_lines),
        session.exam,
        tuple(mix_ups(figures)),
    )


def set_days_a_week(session: Session, days: int) -> bool:
    """On how many days a week the player wants to play, 1 to 7; whether it could be written."""
    return session.choose(session.chosen.model_copy(update={"days_a_week": max(1, min(7, days))}))
