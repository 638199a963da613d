"""What is said about a question and about an answer to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.game.kinds.any import Question, Response, grade
from quizgame.game.kinds.choice import ChoiceQuestion, Chose, Option
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.gap import GapQuestion, PutInGap
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion, grade_ordering
from quizgame.game.kinds.shared import DontKnow, Event, NotAnAnswer
from quizgame.game.play.given import Given
from quizgame.game.play.scoring import result
from quizgame.wording.answers import heading_of, how_to_answer, in_short, not_an_answer, prompt_of, source_in_words
from quizgame.wording.reveal import Placed
from quizgame.wording.rounds import result_in_words
from tests.game.strategies import bank, day, days, fact, intervals, modest, pack_of, term, tray
from tests.wording.told import told

QUESTION = ChoiceQuestion(
    "topic", "fact", "id", "Which?", (Option("a", "not a"), Option("b"), Option("c")), 1, "Because."
)
FOUR = tray([day(number) for number in range(4)])
EVENT = Event("event-0", "topic", "Ceasefire", parse("1994-05"))
DATE = DateQuestion("topic", "date-event", EVENT)
GAP = GapQuestion("growing-all", EVENT, FOUR.events)


@pytest.mark.parametrize(
    ("response", "sign", "words", "why", "answer"),
    [
        (Chose(1), "✓", "Right", "", ""),
        (Chose(0), "✗", "Not yet", "not a", "b"),
        (Chose(2), "✗", "Not yet", "", "b"),
        (DontKnow(), "○", "Here is the answer", "", "b"),
    ],
)
def test_a_choice_is_told_whether_it_is_right_and_why_not(
    response: Response, sign: str, words: str, why: str, answer: str
) -> None:
    said = told(QUESTION, response)
    assert (said.sign, said.verdict, said.why, said.answer) == (sign, words, why, answer)
    assert (said.reason, said.source) == ("Because.", "Only, paragraph 1")
    assert said.right == (words == "Right")


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
    said = told(FOUR, response)
    assert (said.verdict, said.why, said.right) == (words, "", words.startswith("Right"))
    assert [card.letter for card in said.placed] == list("ABCD")


def placed(dates: list[Interval], response: Response) -> tuple[Placed, ...]:
    return told(tray(dates), response).placed


def test_a_card_that_must_move_is_told_how_far() -> None:
    dates = [day(number) for number in range(4)]
    last_first = placed(dates, Ordered((3, 0, 1, 2)))
    assert [card.note for card in last_first] == ["", "", "", "you had it 3 places too early, 3 days off"]
    assert "".join(card.sign for card in last_first) == "✓✓✓↕"
    first_last = [card.note for card in placed(dates, Ordered((1, 2, 3, 0)))]
    assert first_last == ["you had it 3 places too late, 3 days off", "", "", ""]
    swapped = [card.note for card in placed(dates, Ordered((1, 0, 2, 3))) if card.note]
    assert swapped in (["you had it 1 place too early, 1 day off"], ["you had it 1 place too late, 1 day off"])


@given(st.lists(intervals(), min_size=1, max_size=6), st.data())
@modest
def test_exactly_the_cards_to_move_are_told_something(dates: list[Interval], data: st.DataObject) -> None:
    response = Ordered(tuple(data.draw(st.permutations(range(len(dates))))))
    verdict = grade_ordering(tray(dates), response)
    cards = placed(dates, response)
    assert [card.label for card in cards] == [f"Event {event}" for event in verdict.true_order]
    staying = {f"Event {event}" for event in verdict.staying}
    assert {card.label for card in cards if not card.note} == staying


def test_who_does_not_know_an_order_is_shown_it_without_blame() -> None:
    cards = placed([day(1), day(0), days(5, 9)], DontKnow())
    assert [(card.label, card.note, card.sign) for card in cards] == [
        ("Event 1", "", "·"),
        ("Event 0", "", "·"),
        ("Event 2", "", "·"),
    ]


def test_points_are_told_where_there_are_some() -> None:
    assert told(QUESTION, Chose(1)).points == "+100 points"
    assert told(QUESTION, Chose(0)).points == ""
    assert told(FOUR, Ordered((1, 0, 2, 3))).points == "+67 points"
    assert told(QUESTION, Chose(1), seen=True).points == "no points, as the answer had been shown"


@pytest.mark.parametrize(
    ("given_date", "true", "words"),
    [
        ("1994-05", "1994-05-12", "Right"),
        ("1994", "1994-05", "Right"),
        ("1992", "1994", "At least about 12 months too early"),
        ("1998", "1994", "At least about 3 years too late"),
        ("1994-05-11", "1994-05-12", "1 day too early"),
        ("1994-05-17", "1994-05-12", "5 days too late"),
        ("1994-08", "1994-05-12", "At least about 3 months too late"),
        ("1994-04", "1994-05-12", "At least 12 days too early"),
        ("1900", "1901/2000", "At least 1 day too early"),
        ("1987-12", "1988", "At least 1 day too early"),
        ("1800", "2020", "At least about 219 years too early"),
        (None, "2020", "Here is the date"),
    ],
)
def test_a_date_is_told_how_far_off_its_nearest_day_is(given_date: str | None, true: str, words: str) -> None:
    question = DateQuestion("topic", "date-event", Event("event-0", "topic", "Event", parse(true)))
    said = told(question, DontKnow() if given_date is None else Dated(parse(given_date)))
    assert said.verdict == words
    assert (said.points == "+100 points") == said.right == (words == "Right")
    assert said.reason == "The fact event-0."


@pytest.mark.parametrize(
    ("response", "sign", "words"),
    [
        (PutInGap(4), "✓", "Right"),
        (DontKnow(), "↕", "Here is its place"),
        (PutInGap(3), "↕", "1 place off"),
        (PutInGap(2), "↕", "2 places off"),
    ],
)
def test_a_card_of_the_growing_line_is_told_where_it_went(response: Response, sign: str, words: str) -> None:
    said = told(GAP, response)
    assert (said.sign, said.verdict, said.answer, said.right) == (sign, words, "May 1994", sign == "✓")


@pytest.mark.parametrize(
    ("question", "prompt", "short", "how", "mend"),
    [
        (QUESTION, "Which?", "Which?", "Your answer, 1 to 3", "Please type one number from 1 to 3, or x."),
        (
            FOUR,
            "Put these events in order. Earliest first.",
            "In order: Event 0 · Event 1 · Event 2 · Event 3",
            "All cards in order, earliest first, such as 4 3 2 1, or one card at a time",
            "Please type each number from 1 to 4 once, or x.",
        ),
        (
            DATE,
            "When was it? Ceasefire",
            "When was it? Ceasefire",
            "A year, or a month and a year",
            "A year, or a month and a year",
        ),
        (
            GAP,
            "Where does it go? Ceasefire",
            "Where does it go? Ceasefire",
            "After which number, 0 for before all, to 4",
            "Please type one number from 0 to 4, or x.",
        ),
    ],
)
def test_each_kind_of_question_says_what_is_asked_and_what_may_be_typed(
    question: Question, prompt: str, short: str, how: str, mend: str
) -> None:
    assert (prompt_of(question), in_short(question), how_to_answer(question)) == (prompt, short, how)
    assert not_an_answer(question, NotAnAnswer("hm")) == mend


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a year, or a month and a year, such as May 1994."),
        ("soon", "“soon” is not a date. Type a year, or a month and a year, such as May 1994."),
        ("foo 1994", "“foo” is not a month. Type a month such as May, or only the year."),
        ("30 Feb 1988", "There is no such date as “30 feb 1988”. Check the month and the day."),
        ("88", "Is that the year 88? Type all four digits, such as 1988, or 0088 for the year 88."),
        ("nov 20", "Is that the year 20? Type all four digits, such as 1920, or 0020 for the year 20."),
    ],
)
def test_what_is_no_date_is_said_in_a_sentence(typed: str, said: str) -> None:
    question = DateQuestion("topic", "date-event", EVENT, first_year=1918)
    with pytest.raises(NotAnAnswer) as error:
        question.read(typed)
    assert not_an_answer(question, error.value) == said


def test_cards_of_several_topics_are_not_filed_under_one() -> None:
    pack = pack_of(bank("topic", [fact("fact")]))
    elsewhere = OrderingQuestion("topic", "order-topic", (FOUR.events[0], Event("e", "other", "E", day(9))))
    assert heading_of(FOUR, pack) == heading_of(QUESTION, pack) == "topic"
    assert heading_of(elsewhere, pack) == "Dates in order"


def test_the_source_of_a_fact_and_of_a_term_is_where_it_is_written() -> None:
    pack = pack_of(bank("north", [fact("a")], terms=[term("t")]), bank("east", [], borrows=["a"]))
    assert source_in_words(pack, "a") == source_in_words(pack, "t") == "Only, paragraph 1"


def test_a_result_is_said_in_one_line() -> None:
    given_ = [Given(QUESTION, one, grade(QUESTION, one)) for one in (Chose(1), Chose(0), DontKnow())]
    assert result_in_words(result(given_)) == "1 of 3 right, 100 points"


def test_where_things_are_older_than_the_year_1_the_era_is_asked_for() -> None:
    question = DateQuestion("topic", "date-event", EVENT, first_year=-489)
    assert how_to_answer(question) == "A year, such as 44 BC or AD 70"
    with pytest.raises(NotAnAnswer) as caught:
        question.read("044")
    assert not_an_answer(question, caught.value) == "Is that 44 BC or AD 44? Type it with BC or AD."
