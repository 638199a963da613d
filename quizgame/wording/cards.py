"""Flashcards in words."""

from quizgame.wording.answers import GRADES
from quizgame.wording.language import _, counted

TURN = _("turn the card")
GRADE_N = tuple(_("{grade}").format(grade=grade.lower()) for grade in GRADES)
TURN_HINT = _("Think of the answer, then turn the card: Space")
HOW_WELL = _("How well did you know it?")
A_WEEK, A_MONTH = 14, 60
"""Days from which weeks and months are told instead."""


def comes_again(days: int) -> str:
    """When a card comes again: "tomorrow", "in 5 days", "in 3 weeks"."""
    if days <= 1:
        return _("tomorrow")
    if days < A_WEEK:
        return counted(days, "in {n} day", "in {n} days")
    if days < A_MONTH:
        return counted(round(days / 7), "in {n} week", "in {n} weeks")
    return counted(round(days / 30.4), "in {n} month", "in {n} months")
