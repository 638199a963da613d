"""A player's progress in words: figures and a word for each topic, the days, what is due, own bests. No verdicts on few
answers, no blame for days without play.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from quizgame.learning.evidence import Standing
from quizgame.learning.known import Stage
from quizgame.learning.overview import MixUp, TopicOverview
from quizgame.learning.weeks import Week
from quizgame.session.progress import Progress
from quizgame.wording import charts
from quizgame.wording.dates import SHORT_MONTHS
from quizgame.wording.figures import NOT_TRIED_YET, longest_line, percent, resolution_in_words
from quizgame.wording.home import STANDINGS, week
from quizgame.wording.language import _, counted

PROGRESS, DAYS, AHEAD, MIX_UPS = _("Progress"), _("Answers a day"), _("To refresh"), _("Mix-ups")
TOPICS_AND_KNOWN = _("Topics · known now · how many answers say so")
CHOICE_NOT_KEPT = _("This can't be written at the moment; it holds until you leave.")
FIRST_ROUND_FIRST = _("After your first round this page shows what you know of each topic.")
RIGHT_HERE, TAKEN_FOR_IT = _("is right"), _("you took it for this")
NO_MIX_UPS = _("None so far. What you take for something else twice will stand here, both side by side.")
WHAT_KNOWN_NOW_IS = _(
    "“Known now” is the share that you would know today; it falls with time and comes back with play."
)
DAY_NAMES = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))
TODAY, TOMORROW = _("today"), _("tomorrow")
LEAST_ANSWERS_FOR_A_BAR = 5

_STAGES = {
    Stage.NEW: ("○", _("new")),
    Stage.LEARNING: ("◐", _("learning")),
    Stage.FADING: ("◌", _("fading")),
    Stage.SOLID: ("●", _("solid")),
}
STAGES = (Stage.SOLID, Stage.FADING, Stage.LEARNING, Stage.NEW)
"""In the order in which they are told."""
_TRENDS = {1: _("▲ rising"), -1: _("▼ falling"), 0: ""}


def stage_in_words(stage: Stage) -> str:
    """A sign and a word: "● solid"."""
    return " ".join(_STAGES[stage])


def stages_in_words(stages: dict[Stage, int]) -> str:
    """How many facts have come how far: "● 12 solid · ◌ 3 fading · ○ 40 new"; stages without facts are not told."""
    told = [f"{_STAGES[stage][0]} {stages[stage]} {_STAGES[stage][1]}" for stage in STAGES if stages[stage]]
    return " · ".join(told)


def standing_in_words(one: TopicOverview) -> str:
    """What can be said of a topic, with how many answers say so: "growing · 23"."""
    if not one.answers:
        return NOT_TRIED_YET
    return _("{standing} · {n}").format(standing=STANDINGS[one.standing], n=one.answers)


def known_in_words(one: TopicOverview) -> str:
    """How much of a topic is known now: "78 %"; nothing before its first answer."""
    return percent(round(100 * one.known_now)) if one.answers else ""


def known_bar(one: TopicOverview, width: int) -> str:
    """The same as a bar; blank while few answers speak for it."""
    return charts.bar(one.known_now, width) if one.answers >= LEAST_ANSWERS_FOR_A_BAR else " " * width


def due_in_words(one: TopicOverview) -> str:
    """How many of a topic's facts are due."""
    return counted(one.due, "{n} to refresh", "{n} to refresh") if one.due else ""


def trend_in_words(one: TopicOverview) -> str:
    """Whether the last answers were better or worse than those before; nothing if neither."""
    return _TRENDS[one.trend]


def in_need(topics: Sequence[TopicOverview]) -> list[TopicOverview]:
    """Where to begin: the topics of which most can be said to be missing first, those of few answers last."""
    order = (Standing.START_HERE, Standing.GROWING, Standing.SOLID, Standing.NOT_ENOUGH_YET)
    return sorted(
        topics, key=lambda one: (order.index(one.standing), not one.answers, one.known_now if one.answers else 0)
    )


def all_topics_in_words(progress: Progress) -> str:
    """The whole pack: "34 % known · ● 41 solid · ○ 95 new"."""
    known = _("{percent} known").format(percent=percent(round(100 * progress.known_now)))
    return f"{known} · {stages_in_words(progress.stages)}"


def week_in_words(progress: Progress) -> str:
    """This week beside the plan: "■ ■ □  2 of 3 days this week"."""
    return week(progress.weeks[-1].days_played, progress.days_a_week)


def calendar(weeks: Sequence[Week], *, with_days: bool = False) -> list[str]:
    """The answers of each day, a line a week; `with_days` says on how many days of it there were any."""
    told = [
        (_short_day(one.monday), one.answers, _days(one.days_played) if with_days and one.days_played else "")
        for one in weeks
    ]
    return charts.calendar(DAY_NAMES, told)


def _days(count: int) -> str:
    return counted(count, "{n} day", "{n} days")


def _short_day(day: date) -> str:
    return f"{day.day:>2} {SHORT_MONTHS[day.month - 1]}"


def forecast(today: date, due: Sequence[int], bar_width: int) -> list[str]:
    """How many facts are due on each day, a line a day: its name, a bar if there is room, the number."""
    most = max(due, default=0)
    names = [_ahead(today, day) for day in range(len(due))]
    bars = [charts.count_bar(count, most, bar_width).ljust(bar_width) for count in due]
    columns = (names, bars, map(str, due)) if bar_width else (names, map(str, due))
    return charts.in_columns(list(zip(*columns, strict=True)), (len(columns) - 1,), gap=1)


def _ahead(today: date, days: int) -> str:
    if days < 2:
        return (TODAY, TOMORROW)[days]
    day = today + timedelta(days=days)
    return f"{DAY_NAMES[day.weekday()]} {day.day:>2}"


def forecast_in_words(due: Sequence[int]) -> str:
    """What to do about it, kindly."""
    if not any(due):
        return _("Nothing to refresh in these days.")
    if not due[0]:
        return _("Nothing to refresh today.")
    return _("A round takes those that need it most.")


def bests_in_words(progress: Progress) -> list[str]:
    """Own bests, as far as there are any."""
    lines = counted(progress.daily_lines, "{n} line of the day played", "{n} lines of the day played")
    told = (
        resolution_in_words(progress.resolution),
        longest_line(progress.longest),
        lines if progress.daily_lines else None,
    )
    return [one for one in told if one]


def taken_for(mix_up: MixUp) -> str:
    """What was taken for what."""
    return _("You took “{taken}” for “{right}” more than once.").format(taken=mix_up.taken, right=mix_up.right)
