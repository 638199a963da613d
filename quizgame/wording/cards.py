"""Flashcards in words."""

from collections.abc import Sequence
from typing import assert_never

from quizgame.banks.dates import parse
from quizgame.game.kinds.card import CardQuestion, Side
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _, counted

GRADES = (_("Again"), _("Hard"), _("Good"), _("Easy"))
"""What a player can say of a card, the worst first."""
TURN, GRADE = _("turn the card"), _("how well")
GRADE_N = tuple(grade.lower() for grade in GRADES)
TURN_HINT = _("Think of the answer, then turn the card: Space")
TURN_FIRST = _("Turn the card first, with Enter alone.")
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


def grades_in_line(days: Sequence[int]) -> str:
    """What may be typed once a card is turned, with when each grade would bring it again."""
    told = (
        _("{n} {grade}: {when}").format(n=n, grade=grade, when=comes_again(after))
        for n, (grade, after) in enumerate(zip(GRADE_N, days, strict=True), 1)
    )
    return _(", ").join(told)


def graded(rating: int, days: int) -> str:
    """What is said of a card that was graded: "Good: it comes again in 5 days."."""
    return _("{grade}: it comes again {when}.").format(grade=GRADES[rating - 1], when=comes_again(days))


def front_of(card: CardQuestion) -> str:
    """What stands on a card before it is turned."""
    match card.side:
        case Side.QUESTION:
            return card.front
        case Side.WORD:
            return _("What does “{word}” mean?").format(word=card.front)
        case Side.MEANING:
            return _("Which word or phrase means: {meaning}?").format(meaning=card.front)
        case Side.EVENT:
            return _("When was it? {event}").format(event=card.front)
        case Side.DATE:
            return _("What happened then? {date}").format(date=date_in_words(parse(card.front)))
    assert_never(card.side)


def back_of(card: CardQuestion) -> str:
    """What stands on the other side."""
    return date_in_words(parse(card.back)) if card.side is Side.EVENT else card.back
