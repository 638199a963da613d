"""A day to come, in words, and why what was typed is none."""

from datetime import date
from typing import assert_never

from quizgame.learning.typed_day import DayFault, TypedDayError
from quizgame.wording.dates import MONTHS
from quizgame.wording.language import _

WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def day_fault_in_words(error: TypedDayError) -> str:
    """A sentence: what is wrong with it, and what can be typed."""
    match error.fault:
        case DayFault.NOTHING_TYPED:
            return _("Type a day, such as Friday, 4 December or in 10 days.")
        case DayFault.NOT_A_DAY:
            text = _("“{typed}” is not a day. Type one such as Friday, 4 December or in 10 days.")
        case DayFault.NO_SUCH_DAY:
            text = _("There is no such day as “{typed}”. Check the month and the day.")
        case DayFault.IN_THE_PAST:
            text = _("“{typed}” is in the past. Type a day from today on.")
        case DayFault.TOO_FAR:
            text = _("“{typed}” is more than two years away. Type a nearer day.")
        case _:
            assert_never(error.fault)
    return text.format(typed=error.typed)


def day_in_words(day: date) -> str:
    """A day as it is said: "Friday 4 December"."""
    return _("{weekday} {day} {month}").format(
        weekday=WEEKDAYS[day.weekday()], day=day.day, month=MONTHS[day.month - 1]
    )
