"""What the answers say of one fact: guesses, grades, lapses, surprises, and what it was taken for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizgame.game.events import Rating
from quizgame.learning.figures import Figures
from quizgame.learning.known import LEECH_LAPSES, Known, Stage
from quizgame.learning.memory import AGAIN, GOOD, Memory, reviewed
from quizgame.learning.overview import LastTime, last_time, overview
from tests.learning.answers import PACK, START, answered, days_later


def after(*rights: bool, guessed: bool = False) -> Known:
    """One answer each day."""
    known = Known()
    for number, right in enumerate(rights):
        known = known.after(answered(right=[right], moment=days_later(number)), right=right, guessed=guessed)
    return known


def of(memory: Memory | None) -> tuple[float, float, int]:
    assert memory
    return memory.stability, memory.difficulty, memory.interval


def test_right_is_good_and_wrong_is_again() -> None:
    assert after(True).memory == reviewed(None, GOOD, START)
    assert after(False).memory == reviewed(None, AGAIN, START)
    assert after(True, False).memory == reviewed(reviewed(None, GOOD, START), AGAIN, days_later(1))


def test_a_guess_counts_as_not_known() -> None:
    guessed, wrong = after(True, guessed=True), after(False)
    assert guessed.memory == wrong.memory
    assert (guessed.right, guessed.missed_last) == (wrong.right, wrong.missed_last) == (0, True)
    assert guessed.taken_for == ()


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_a_card_is_graded_as_the_player_says(rating: Rating) -> None:
    card = answered(right=[rating > 1], rating=rating, kind="card")
    assert Known().after(card, right=rating > 1, guessed=False).memory == reviewed(None, rating, START)


def test_only_the_first_answer_of_a_day_is_a_review() -> None:
    first = after(False)
    later = answered(right=[True], moment=START + timedelta(hours=2))
    again = first.after(later, right=True, guessed=False)
    assert again.memory == first.memory
    assert (again.right, again.missed_last) == (1, False)
    tomorrow = again.after(replace(later, moment=days_later(1)), right=True, guessed=False)
    assert of(tomorrow.memory) != of(first.memory)


def test_a_lapse_is_a_miss_of_what_was_known() -> None:
    assert after(False, False).lapses == 0
    assert after(True, False).lapses == 1
    assert after(True, False, True, False).lapses == 2
    known = after(True)
    same_day = known.after(answered(right=[False]), right=False, guessed=False)
    assert (same_day.lapses, same_day.surprised, same_day.missed_last) == (0, False, True)
    guessed = known.after(answered(moment=days_later(1)), right=True, guessed=True)
    assert (guessed.lapses, guessed.surprised) == (1, True)


def test_who_forgets_it_again_and_again_is_to_read_it() -> None:
    once_more = [True, False] * LEECH_LAPSES
    assert not after(*once_more[:-1]).is_leech
    assert after(*once_more).is_leech
    assert not after(*[False] * 20).is_leech


def test_a_surprise_is_over_once_it_was_known_again() -> None:
    assert not after(False).surprised
    assert not after(False, False).surprised
    assert after(True, False).surprised
    assert after(True, False, False).surprised
    assert not after(True, False, True).surprised


def test_what_it_was_taken_for_is_counted() -> None:
    known = Known()
    for response, mixed_up in [((1,), ()), ((2,), ()), (None, ()), ((1,), ("no",)), ((2,), ("no", "perhaps"))]:
        known = known.after(answered(right=[False], response=response), right=False, guessed=False)
        assert known.mixed_up_with == mixed_up
    assert dict(known.taken_for) == {"no": 2, "perhaps": 2}
    right = known.after(answered(), right=True, guessed=True)
    assert right.taken_for == known.taken_for


@pytest.mark.parametrize("kind", ["ordering", "gap", "date", "card"])
def test_only_a_question_with_options_says_what_a_fact_was_taken_for(kind: str) -> None:
    known = Known().after(answered(right=[False], kind=kind), right=False, guessed=False)
    assert known.taken_for == ()


def test_a_fact_goes_from_new_over_learning_to_solid_and_fades() -> None:
    assert Known().stage(START) is Stage.NEW
    assert after(True).stage(START) is Stage.LEARNING
    known, moment = Known(), START
    for _ in range(4):
        known = known.after(answered(moment=moment), right=True, guessed=False)
        assert known.memory
        last, moment = moment, moment + timedelta(days=known.memory.interval)
    assert known.stage(last) is Stage.SOLID
    assert known.stage(moment) is Stage.FADING
    assert known.after(answered(moment=moment), right=False, guessed=False).stage(moment) is Stage.LEARNING


def test_it_is_due_on_its_day_and_asked_once_a_day() -> None:
    assert (Known().recall(START), Known().is_due(START), Known().asked_on(START)) == (0, False, False)
    known = after(True)
    assert known.memory
    wait = known.memory.interval
    assert [known.is_due(days_later(days)) for days in (wait - 1, wait, wait + 9)] == [False, True, True]
    assert [known.asked_on(START + timedelta(hours=hours)) for hours in (0, 6, 7, 24)] == [True, True, False, False]


def test_what_was_missed_is_not_known_now_until_it_was_answered_again() -> None:
    missed = after(False)
    assert missed.recall(START) == 1  # as the model has it: the answer was read a moment ago
    assert [missed.known_now(days_later(days)) for days in (0, 1, 30)] == [0, 0, 0]
    known = missed.after(answered(moment=days_later(1)), right=True, guessed=False)
    assert known.known_now(days_later(1)) == 1
    assert known.known_now(days_later(9)) == known.recall(days_later(9)) < 1
    guessed = missed.after(answered(moment=days_later(1)), right=True, guessed=True)
    assert guessed.known_now(days_later(1)) == 0


def test_a_topic_of_which_all_was_missed_a_moment_ago_is_not_known() -> None:
    facts = [entry.id for entry in PACK.entries("north")]
    figures = Figures.of(PACK, [answered([fact], [False], place=place) for place, fact in enumerate(facts)])
    [north, *_] = overview(figures, START)
    assert (north.topic, north.met > 0, north.known_now) == ("north", True, 0)


def test_last_time_is_the_last_day_before_today_and_what_has_become_due_since() -> None:
    given = [answered([fact], moment=days_later(day)) for fact, day in (("b", 0), ("a", 3), ("c", 3))]
    figures, memory = Figures.of(PACK, given), after(True).memory
    assert memory
    assert memory.interval == 2
    seen = [last_time(figures, days_later(day).date()) for day in (0, 1, 3, 4, 5, 9)]
    first, last = START.date(), days_later(3).date()
    assert seen == [
        None,
        LastTime(first, 1, 0),
        LastTime(first, 1, 1),
        LastTime(last, 2, 0),  # what was due before is still to come, and is not new
        LastTime(last, 2, 2),
        LastTime(last, 2, 2),
    ]
