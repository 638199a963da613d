"""A round looked at again: what was asked, what was answered, what is right, as far as the pack still has it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from quizgame.banks.pack import Pack
from quizgame.game.draw.cards import cards_of
from quizgame.game.events import Answered
from quizgame.game.kinds.any import Question, Response, grade
from quizgame.game.kinds.card import Rated
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated
from quizgame.game.kinds.gap import GapQuestion, PutInGap
from quizgame.game.kinds.ordering import Ordered
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.given import Given, answered
from quizgame.game.play.growing import start_growing
from quizgame.game.play.modes import DATES, ORDERINGS, PRACTICE
from quizgame.game.play.round import start_round
from quizgame.saves.history import RoundPlayed
from quizgame.wording import history as told
from tests.game.strategies import MOMENT, bank, day, events, fact, pack_of, term

PACK = pack_of(
    bank("north", [fact("a"), *events("n", [day(0), day(400), day(900)])], terms=[term(f"t{n}") for n in range(4)])
)
EMPTY = pack_of(bank("north", [fact("other")]))


def looked(question: Question, response: Response, pack: Pack = PACK) -> told.Looked:
    started = start_round(PACK, round_id="r", moment=MOMENT, seed="OWL-1", topics=("north",), length=1).started
    given = Given(question, response, grade(question, response))
    event: Answered = answered(started, given, place=0, attempt=0, moment=MOMENT, milliseconds=1)
    return told.looked_at(pack, [event])[0]


def drawn(mode: str) -> list[Question]:
    return list(
        start_round(PACK, round_id="r", moment=MOMENT, seed="OWL-1", topics=("north",), length=9, mode=mode).questions
    )


def test_a_question_is_told_with_both_answers_and_its_source() -> None:
    question = next(one for one in drawn(PRACTICE) if isinstance(one, ChoiceQuestion) and one.fact == "a")
    wrong = (question.key + 1) % len(question.options)
    one = looked(question, Chose(wrong))
    assert (one.sign, one.asked) == ("✗", question.prompt)
    assert one.given == f"Your answer: {question.options[wrong].text}"
    assert one.right == f"Answer: {question.options[question.key].text}"
    assert one.source.endswith(", paragraph 1")
    assert looked(question, Chose(question.key)).right == ""
    assert (looked(question, DontKnow()).sign, looked(question, DontKnow()).given) == ("○", "You did not know")


def test_a_term_is_told_by_its_meaning() -> None:
    question = next(one for one in drawn(PRACTICE) if isinstance(one, ChoiceQuestion) and one.fact != "a")
    one = looked(question, DontKnow())
    assert one.asked == question.prompt
    assert one.right == f"Answer: {question.options[question.key].text}"


def test_of_a_question_that_is_gone_the_own_answer_stays() -> None:
    question = next(one for one in drawn(PRACTICE) if isinstance(one, ChoiceQuestion) and one.fact == "a")
    one = looked(question, Chose(0), EMPTY)
    assert (one.asked, one.right, one.source) == ("This question is no longer in the pack.", "", "")
    assert one.given == f"Your answer: {question.options[0].text}"


def test_an_ordering_is_told_as_it_was_placed_and_as_it_is() -> None:
    [question, *_] = drawn(ORDERINGS)
    placed = tuple(reversed(range(len(question.shown))))
    one = looked(question, Ordered(placed))
    assert one.given == "Your answer: " + " · ".join(question.shown[card] for card in placed)
    assert looked(question, DontKnow()).right.startswith("Answer: 20 February 1988: Event n0 · ")


@pytest.mark.parametrize(("typed", "words"), [("1988", "1988"), ("May 1988", "May 1988"), ("2 May 1988", "2 May 1988")])
def test_a_date_is_told_as_precisely_as_it_was_typed(typed: str, words: str) -> None:
    [question, *_] = drawn(DATES)
    response = question.read(typed)
    assert isinstance(response, Dated)
    one = looked(question, response)
    assert one.given == f"Your answer: {words}"
    assert one.asked == f"When was it? {question.shown[0]}"


def test_a_card_of_a_line_is_told_by_its_neighbour() -> None:
    game = start_growing(PACK, topics=("north",), seed="OWL-1", round_id="r", moment=MOMENT)
    question = game.current
    assert isinstance(question, GapQuestion)
    assert looked(question, PutInGap(0)).given == "Your answer: before all others"
    assert looked(question, PutInGap(1)).given == f"Your answer: after “{question.line[0].label}”"


def test_a_flashcard_is_told_with_the_own_word() -> None:
    for card in cards_of(PACK, "north", "n0"):
        one = looked(card, Rated(1))
        assert one.given == "Your answer: Again"
        assert one.right.startswith("Answer: ")
        assert one.asked


def test_rounds_are_told_by_day_mode_and_topics() -> None:
    played = RoundPlayed("r", MOMENT, "today", ("north",), 12, 9)
    assert told.moment_in_words(MOMENT, MOMENT.date()) == "today 12:30"
    assert told.moment_in_words(MOMENT, MOMENT.date() + timedelta(days=1)) == "17 May 12:30"
    assert told.moment_in_words(datetime(2023, 5, 7, tzinfo=MOMENT.tzinfo), date(2024, 1, 1)) == "7 May 2023"
    assert (told.mode_in_words("today"), told.mode_in_words("duel")) == ("Today", "duel")
    assert told.topics_in_words(PACK, played) == PACK.bank("north").title
    assert told.topics_in_words(PACK, replace(played, topics=("gone", "too"))) == "0 topics"
    assert told.result_of(played) == "9 of 12 right"
