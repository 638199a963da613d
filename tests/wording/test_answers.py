"""What is said about an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval
from quizgame.game.kinds.any import Response, grade
from quizgame.game.kinds.choice import ChoiceQuestion, Chose, Option
from quizgame.game.kinds.ordering import Ordered, OrderingVerdict
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.scoring import result
from quizgame.wording.answers import (
    places_off,
    points_in_words,
    result_in_words,
    source_in_words,
    verdict_in_words,
    why_wrong,
)
from tests.game.strategies import bank, day, days, fact, intervals, modest, pack_of, term, tray

QUESTION = ChoiceQuestion(
    "topic", "fact", "id", "Which?", (Option("a", "not a"), Option("b"), Option("c")), 1, "Because."
)


@pytest.mark.parametrize(
    ("response", "words", "why"),
    [
        (Chose(1), "Right", None),
        (Chose(0), "Not yet", "not a"),
        (Chose(2), "Not yet", None),
        (DontKnow(), "Here is the answer", None),
    ],
)
def test_a_choice_is_told_whether_it_is_right_and_why_not(response: Response, words: str, why: str | None) -> None:
    verdict = grade(QUESTION, response)
    assert verdict_in_words(verdict) == words
    assert why_wrong(QUESTION, verdict) == why


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (Ordered((0, 1, 2, 3)), "Right, all in order"),
        (Ordered((1, 0, 2, 3)), "Move just 1 card"),
        (Ordered((3, 0, 1, 2)), "Move just 1 card"),
        (Ordered((3, 2, 1, 0)), "Move 3 cards"),
        (DontKnow(), "Here is the order"),
    ],
)
def test_an_ordering_is_told_how_many_cards_to_move(response: Response, words: str) -> None:
    question = tray([day(number) for number in range(4)])
    verdict = grade(question, response)
    assert verdict_in_words(verdict) == words
    assert why_wrong(question, verdict) is None


def off(dates: list[Interval], response: Response) -> tuple[OrderingVerdict, list[tuple[int, str]]]:
    verdict = grade(tray(dates), response)
    assert isinstance(verdict, OrderingVerdict)
    return verdict, places_off(tray(dates), verdict)


def test_a_card_that_must_move_is_told_how_far() -> None:
    dates = [day(number) for number in range(4)]
    _, last_first = off(dates, Ordered((3, 0, 1, 2)))
    assert last_first == [(0, ""), (1, ""), (2, ""), (3, "you had it 3 places too early, 3 days off")]
    _, first_last = off(dates, Ordered((1, 2, 3, 0)))
    assert first_last == [(0, "you had it 3 places too late, 3 days off"), (1, ""), (2, ""), (3, "")]
    _, swapped = off(dates, Ordered((1, 0, 2, 3)))
    told = [note for _, note in swapped if note]
    assert told in (["you had it 1 place too early, 1 day off"], ["you had it 1 place too late, 1 day off"])


@given(st.lists(intervals(), min_size=1, max_size=6), st.data())
@modest
def test_exactly_the_cards_to_move_are_told_something(dates: list[Interval], data: st.DataObject) -> None:
    verdict, told = off(dates, Ordered(tuple(data.draw(st.permutations(range(len(dates)))))))
    assert [event for event, _ in told] == list(verdict.true_order)
    assert {event for event, note in told if not note} == set(verdict.staying)


def test_who_does_not_know_an_order_is_shown_it_without_blame() -> None:
    _, told = off([day(1), day(0), days(5, 9)], DontKnow())
    assert told == [(1, ""), (0, ""), (2, "")]


@pytest.mark.parametrize(("credit", "words"), [(1, "+100 points"), (1 / 3, "+33 points"), (0, ""), (0.001, "")])
def test_points_are_told_where_there_are_some(credit: float, words: str) -> None:
    assert points_in_words(credit) == words


def test_the_source_of_a_fact_and_of_a_term_is_where_it_is_written() -> None:
    pack = pack_of(bank("north", [fact("a")], terms=[term("t")]), bank("east", [], borrows=["a"]))
    assert source_in_words(pack, "a") == source_in_words(pack, "t") == "Only, paragraph 1"


def test_a_result_is_said_in_one_line() -> None:
    pairs = [(QUESTION, grade(QUESTION, response)) for response in (Chose(1), Chose(0), DontKnow())]
    assert result_in_words(result(pairs)) == "1 of 3 right, 100 points"
