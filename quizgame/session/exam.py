"""What a day's dose leads to until a test: played through once a day, as that takes a moment."""

from dataclasses import dataclass

from quizgame.game.play.lengths import A_DAYS_DOSE
from quizgame.learning.exam import Exam, known_on_the_day
from quizgame.session.clock import now
from quizgame.session.session import Session


@dataclass(frozen=True, slots=True)
class ExamOutlook:
    """What to expect of a test."""

    exam: Exam
    dose: int
    """Questions a day until then."""
    known: float
    """The share that is known on the day then, 0 to 1."""


def exam_outlook(session: Session, dose: int = A_DAYS_DOSE) -> ExamOutlook | None:
    """What to expect of the test ahead, if there is one. Call it from a thread where a screen must not stand still."""
    exam, moment = session.exam, now()
    if exam is None:
        return None
    name = session.keeper.player, session.pack.id, exam, dose, moment.date()
    if name not in session.looked_ahead:
        session.looked_ahead = {name: known_on_the_day(session.figures, exam, moment, dose)}
    return ExamOutlook(exam, dose, session.looked_ahead[name])
