"""What the first screen says of what is known, put together once everything is read."""

from datetime import timedelta

from quizgame.game.play.modes import GROWING
from quizgame.learning.overview import TopicOverview, last_time
from quizgame.session.clock import now
from quizgame.session.players import who_plays
from quizgame.session.session import Session
from quizgame.wording import figures, home
from quizgame.wording.names import with_sign


def abouts(session: Session, overview: list[TopicOverview]) -> dict[str, str]:
    """For each way on, by its key, how it stands there."""
    titles = {bank.topic: bank.title for bank in session.pack.banks}
    return {
        "f": home.cards_ready(min(12, sum(one.due for one in overview))),
        "a": home.weak_topics(overview, titles),
        "d": home.PLAYED if session.daily_answers else home.NOT_PLAYED_YET,
        "t": home.TIMELINE_ABOUT,
        "o": home.SETTINGS_ABOUT,
        "r": home.topics_in_short(len(titles)),
        "w": with_sign(player) if (player := who_plays(session.keeper)) else "",
        "p": home.week(days_this_week(session), session.chosen.days_a_week),
        "c": home.CLASS_ABOUT,
        "i": home.BRING_ABOUT,
    }


def days_this_week(session: Session) -> int:
    """On how many days there were answers since Monday."""
    today = now().date()
    monday = today - timedelta(days=today.weekday())
    return sum(day >= monday for day in session.figures.days)


def about_player(session: Session) -> list[str]:
    """What was done last time, and the own bests, a line each; nothing before there are any. The week stands beside
    "Progress".
    """
    if session.is_new_here:
        return []
    today, best = now().date(), session.figures.best(GROWING, "all")
    last = last_time(session.figures, today)
    said = (
        home.last_time_in_words(last, today) if last else None,
        figures.resolution_in_words(session.figures.resolution),
        figures.longest_line(best),
        figures.daily_lines(session.figures),
    )
    lines = [line for line in said if line]
    return [home.YOU, *lines] if lines else []
