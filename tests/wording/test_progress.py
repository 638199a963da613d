"""Progress in words: figures with their evidence, kind, and never a verdict on few answers."""

from datetime import date

import pytest

from quizgame.learning.days import Day
from quizgame.learning.evidence import Standing
from quizgame.learning.known import Stage
from quizgame.learning.overview import TopicOverview
from quizgame.learning.weeks import last_weeks
from quizgame.wording import progress as told

THURSDAY = date(2026, 11, 26)


def topic(
    name: str = "rain",
    *,
    answers: int = 20,
    known: float = 0.5,
    standing: Standing = Standing.GROWING,
    trend: int = 0,
) -> TopicOverview:
    return TopicOverview(
        topic=name,
        facts=8,
        stages=dict.fromkeys(Stage, 2),
        met=6,
        known_now=known,
        answers=answers,
        standing=standing,
        due=1,
        trend=trend,
    )


def test_a_standing_is_told_with_how_many_answers_say_so() -> None:
    assert told.standing_in_words(topic(answers=23)) == "growing · 23"
    assert told.standing_in_words(topic(answers=3, standing=Standing.NOT_ENOUGH_YET)) == "not enough yet · 3"
    assert told.standing_in_words(topic(answers=0, standing=Standing.NOT_ENOUGH_YET)) == "not tried yet"


def test_few_answers_get_a_number_and_no_bar() -> None:
    assert (told.known_bar(topic(answers=4), 4), told.known_in_words(topic(answers=4))) == ("    ", "50 %")
    assert (told.known_bar(topic(answers=5), 4), told.known_in_words(topic(answers=0))) == ("██░░", "")


@pytest.mark.parametrize(("trend", "words"), [(1, "▲ rising"), (0, ""), (-1, "▼ falling")])
def test_a_trend_is_a_sign_and_a_word(trend: int, words: str) -> None:
    assert told.trend_in_words(topic(trend=trend)) == words


def test_where_to_begin_comes_first_and_what_was_not_tried_last() -> None:
    topics = [
        topic("not tried", answers=0, known=0, standing=Standing.NOT_ENOUGH_YET),
        topic("few", answers=2, known=0.9, standing=Standing.NOT_ENOUGH_YET),
        topic("solid", standing=Standing.SOLID),
        topic("growing", known=0.6),
        topic("growing less", known=0.4),
        topic("begin", standing=Standing.START_HERE),
    ]
    order = [one.topic for one in told.in_need(topics)]
    assert order == ["begin", "growing less", "growing", "solid", "few", "not tried"]


def test_stages_are_told_with_a_sign_and_a_word_and_only_where_there_are_facts() -> None:
    assert told.stages_in_words({Stage.NEW: 4, Stage.LEARNING: 0, Stage.FADING: 1, Stage.SOLID: 12}) == (
        "● 12 solid · ◌ 1 fading · ○ 4 new"
    )
    assert len({told.stage_in_words(stage)[0] for stage in Stage}) == len(Stage)


def test_a_calendar_has_a_line_a_week_and_nothing_for_days_to_come() -> None:
    days = {date(2026, 11, 22): Day(5), date(2026, 11, 23): Day(12), THURSDAY: Day(3)}
    before, week = last_weeks(days, THURSDAY, 2)
    assert (before.days_played, week.days_played) == (1, 2)
    assert (before.answers, week.answers) == ((0, 0, 0, 0, 0, 0, 5), (12, 0, 0, 3, None, None, None))
    assert [line[:6] for line in told.calendar([before, week])] == ["      ", "16 Nov", "23 Nov"]


def test_the_days_ahead_have_names_and_numbers() -> None:
    assert told.forecast(THURSDAY, [12, 0, 3], 6) == [
        "today    ██████ 12",
        "tomorrow         0",
        "Sa 28    ██      3",
    ]
    assert told.forecast_in_words([0, 0]) == "Nothing to refresh in these days."
    assert told.forecast_in_words([0, 4]) == "Nothing to refresh today."
    assert told.forecast_in_words([87, 4]) == "A round takes those that need it most."
