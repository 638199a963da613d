"""`quizgame progress`: what is known, what is due and what was done, as text or as JSON."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from quizgame.plain.opened import say_all, with_session
from quizgame.plain.talk import say
from quizgame.session.exam import exam_outlook
from quizgame.session.progress import Progress, progress_of
from quizgame.session.session import Session
from quizgame.session.wishes import Wishes
from quizgame.wording import progress as told
from quizgame.wording.answers import said_of
from quizgame.wording.charts import in_columns
from quizgame.wording.exam import exam_line

BAR_WIDTH = 10
WEEKS = 4


def progress(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, *, as_json: bool) -> int:
    """Print the progress in a pack; returns the exit status."""
    return with_session(bank_folders, saves_folder, wishes, _print_json if as_json else _print)


def _print(session: Session) -> int:
    now = progress_of(session)
    say(f"{session.pack.title}. {told.week_in_words(now)}")
    say()
    if session.is_new_here:
        say(told.FIRST_ROUND_FIRST)
        return 0
    say(told.all_topics_in_words(now))
    say()
    for line in in_columns(_topic_rows(session, now), (2,)):
        say(line)
    say(told.WHAT_KNOWN_NOW_IS)
    say()
    say_all(told.DAYS, told.calendar(now.weeks[-WEEKS:], with_days=True))
    say_all(told.AHEAD, [*told.forecast(now.today, now.forecast, BAR_WIDTH), told.forecast_in_words(now.forecast)])
    for best in told.bests_in_words(now):
        say(f"{best}.")
    if (outlook := exam_outlook(session)) is not None:
        say(f"{exam_line(outlook)}.")
    if now.mix_ups:
        say()
    for one in now.mix_ups:
        say(told.taken_for(one))
        say(said_of(session.pack, one.fact))
        if one.difference:
            say(one.difference)
    return 0


def _topic_rows(session: Session, now: Progress) -> list[tuple[str, ...]]:
    return [
        (
            session.pack.bank(one.topic).title,
            told.known_bar(one, BAR_WIDTH),
            told.known_in_words(one),
            told.standing_in_words(one),
            told.trend_in_words(one),
        )
        for one in told.in_need(now.topics)
    ]


def _print_json(session: Session) -> int:
    say(json.dumps(as_values(session), ensure_ascii=False, indent=2))
    return 0


def as_values(session: Session) -> dict[str, Any]:
    """The progress in values of JSON; shares are 0 to 1, days as ISO 8601 writes them."""
    now = progress_of(session)
    topics = [
        {
            "topic": one.topic,
            "title": session.pack.bank(one.topic).title,
            "known_now": round(one.known_now, 4),
            "evidence": one.standing.name.casefold(),
            "n": one.answers,
            "facts": one.facts,
            "due": one.due,
            "stages": {stage.name.casefold(): count for stage, count in one.stages.items()},
            "trend": one.trend,
        }
        for one in now.topics
    ]
    ahead = enumerate(now.forecast)
    days = session.figures.days.items()
    return {
        "pack": session.pack.id,
        "day": now.today.isoformat(),
        "known_now": round(now.known_now, 4),
        "topics": topics,
        "forecast": [{"day": (now.today + timedelta(days=day)).isoformat(), "due": count} for day, count in ahead],
        "days": [{"day": day.isoformat(), "answers": one.answers, "right": round(one.right, 4)} for day, one in days],
        "days_a_week": now.days_a_week,
        "exam": _exam(session),
    }


def _exam(session: Session) -> dict[str, Any] | None:
    outlook = exam_outlook(session)
    if outlook is None:
        return None
    return {
        "day": outlook.exam.day.isoformat(),
        "topics": list(outlook.exam.topics),
        "questions_a_day": outlook.dose,
        "known_on_the_day": round(outlook.known, 4),
    }
