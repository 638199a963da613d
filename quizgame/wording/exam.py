"""A test on a date: when it is, and what a daily dose leads to."""

from quizgame.banks.pack import Pack
from quizgame.learning.exam import Exam
from quizgame.session.exam import ExamOutlook
from quizgame.wording.figures import percent
from quizgame.wording.language import _, counted
from quizgame.wording.typed_day import day_in_words

EXAM, DAY, TOPICS = _("A test on a date"), _("Day"), _("Topics of the test")
ABOUT = _("Until that day its topics come first: what is new, then what you know least. After it all is as before.")
HINT = _("Such as Friday, 4 December or in 10 days")
NONE_SET = _("No test is set.")
NO_MORE = _("The test is taken off.")
NOT_KEPT = _("This can't be written at the moment; it holds until you leave.")
NOT_WRITTEN = _("The test can't be written into the folder of saves.")


def exam_line(outlook: ExamOutlook) -> str:
    """What to expect: "Test on Friday 4 December: 12 a day leads to about 87 %"."""
    return _("Test on {day}: {dose} a day leads to about {percent}").format(
        day=day_in_words(outlook.exam.day), dose=outlook.dose, percent=percent(round(100 * outlook.known))
    )


def exam_in_short(exam: Exam) -> str:
    """The same before it is known what to expect."""
    return _("Test on {day}").format(day=day_in_words(exam.day))


def topics_of(exam: Exam, pack: Pack) -> str:
    """What it is about."""
    if exam.topics == pack.topics:
        return _("all topics")
    if len(exam.topics) == 1:
        return pack.bank(exam.topics[0]).title
    return counted(len(exam.topics), "{n} topic", "{n} topics")
