"""Scores and own bests in words."""

from quizgame.learning.figures import Figures
from quizgame.learning.records import Record
from quizgame.learning.resolution import Resolution
from quizgame.wording.dates import gap_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.rounds import cards

NOT_TRIED_YET = _("not tried yet")


def percent(share: int) -> str:
    """A share in hundredths: "50 %"."""
    return _("{n} %").format(n=share)


def facts_met(met: int, facts: int) -> str:
    """How much of a topic has come up: "2 of 6 facts met"."""
    return counted(facts, "{met} of {n} fact met", "{met} of {n} facts met").format(met=met)


def resolution_in_words(resolution: Resolution) -> str | None:
    """The personal figure, once there were enough trials: "You tell apart events about 14 months apart"."""
    if not resolution.is_known:
        return None
    return _("You tell apart events {gap} apart").format(gap=gap_in_words(resolution.days))


def longest_line(best: Record | None) -> str | None:
    """The own best, if there is one."""
    return None if best is None else _("Your longest line: {cards} right").format(cards=cards(best.right))


def daily_lines(figures: Figures) -> str | None:
    """On how many days the line of the day was played."""
    days = len(figures.daily_lines)
    return counted(days, "{n} line of the day played", "{n} lines of the day played") if days else None
