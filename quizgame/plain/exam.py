"""`quizgame exam`: a test on a day, what a daily dose leads to, and no test any more."""

from functools import partial
from pathlib import Path

from quizgame.learning.typed_day import TypedDayError, read_day
from quizgame.plain.opened import refuse, with_session
from quizgame.plain.talk import say
from quizgame.session.clock import now
from quizgame.session.exam import exam_outlook
from quizgame.session.session import Session
from quizgame.session.wishes import Wishes
from quizgame.wording import exam as told
from quizgame.wording.typed_day import day_fault_in_words

OFF = "off"


def exam(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, typed: str) -> int:
    """Set a test on the day that was typed, or with "off" none; with nothing say which is set. Returns the status."""
    return with_session(bank_folders, saves_folder, wishes, partial(_set, typed=typed))


def _set(session: Session, typed: str) -> int:
    if typed.strip().casefold() == OFF:
        kept = session.set_exam(None)
        say(told.NO_MORE)
    elif typed.strip():
        try:
            day = read_day(typed, now().date())
        except TypedDayError as error:
            return refuse(day_fault_in_words(error))
        kept = session.set_exam(day, session.settings.topics)
    else:
        kept = True
    if not kept:
        return refuse(told.NOT_WRITTEN)
    if (outlook := exam_outlook(session)) is not None:
        say(f"{told.exam_line(outlook)}.")
        say(f"{told.TOPICS}: {told.topics_of(outlook.exam, session.pack)}.")
    elif not typed.strip():
        say(told.NONE_SET)
    return 0
