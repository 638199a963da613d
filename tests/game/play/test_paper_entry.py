"""Lines that a teacher types in from paper."""

import random
from dataclasses import replace

import pytest

from quizgame.banks.days import year_of
from quizgame.game.draw.selection import KINDS, Selection, draw_selection
from quizgame.game.events import Answered, ClassEvent, Started, TakenBack
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.ordering import Ordered
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.paper_entry import PaperError, PaperFault, PaperLine, read_paper_line
from quizgame.game.play.paper_round import PaperRound, begin_paper_round
from quizgame.learning.class_figures import class_figures
from quizgame.learning.intervals import Share
from quizgame.learning.telling_apart import telling_apart
from tests.game.play.classes import EVENTS
from tests.game.strategies import MOMENT, day, random_response

SELECTION = Selection("TIGER-42", EVENTS.topics, 10, KINDS)
QUESTIONS = draw_selection(EVENTS, SELECTION)
TWO = tuple(question for question in QUESTIONS if isinstance(question, ChoiceQuestion))[:2]
[ORDERING, *_] = [question for question in QUESTIONS if question.kind == "ordering"]
[DATE, *_] = [question for question in QUESTIONS if question.kind == "date"]


def fault(line: str, questions: tuple[Question, ...] = TWO) -> tuple[PaperFault, int]:
    with pytest.raises(PaperError) as caught:
        read_paper_line(questions, line)
    return caught.value.fault, caught.value.question


@pytest.mark.parametrize("line", ["7 ab", "07 a b", " 7  AB ", "7 a,b", "7 ab;"])
def test_a_seat_and_its_letters(line: str) -> None:
    read = read_paper_line(TWO, line)
    assert (read.seat, read.responses) == ("7", (Chose(0), Chose(1)))


def test_a_seat_may_have_version_b() -> None:
    turned = TWO[::-1]
    assert read_paper_line(TWO, "b7 ab", turned) == replace(read_paper_line(turned, "7 ab"))
    assert read_paper_line(TWO, "7 ab", turned).questions == TWO
    assert fault("b7 ab") == (PaperFault.NO_SEAT, 0)


def test_orderings_are_numbers_or_letters_and_dates_are_years() -> None:
    mixed = (TWO[0], ORDERING, DATE, TWO[1])
    expected = (Chose(2), Ordered((2, 0, 3, 1)), "1994", DontKnow())
    for line in ("12 c 3142 1994 x", "12 c31421994x", "12 ccadb1994-"):
        read = read_paper_line(mixed, line)
        assert [one.date.edtf if isinstance(one, Dated) else one for one in read.responses] == list(expected)
    assert read_paper_line(mixed, "3 xxxx").responses == (DontKnow(),) * 4


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", (PaperFault.NO_SEAT, 0)),
        ("ab", (PaperFault.NO_SEAT, 0)),
        ("0 ab", (PaperFault.NO_SEAT, 0)),
        ("100 ab", (PaperFault.NO_SEAT, 0)),
        ("7", (PaperFault.TOO_FEW, 1)),
        ("7 a", (PaperFault.TOO_FEW, 2)),
        ("7 abc", (PaperFault.TOO_MANY, 2)),
        ("7 ad", (PaperFault.NOT_AN_OPTION, 2)),
        ("7 1b", (PaperFault.NOT_AN_OPTION, 1)),
    ],
)
def test_a_line_that_can_not_be_taken_says_where(line: str, expected: tuple[PaperFault, int]) -> None:
    assert fault(line) == expected


@pytest.mark.parametrize("order", ["3143", "314", "3145", "abc", "abcc", "²142"])
def test_an_order_has_each_card_once(order: str) -> None:
    assert fault(f"7 {order}", (ORDERING,)) == (PaperFault.NOT_AN_ORDER, 1)


def test_a_year_has_four_digits() -> None:
    assert fault("7 94", (DATE,)) == (PaperFault.NOT_A_DATE, 1)
    assert fault("7 soon", (DATE,)) == (PaperFault.NOT_A_DATE, 1)


def typed(question: Question, response: object) -> str:
    match response:
        case Chose(option):
            return "abcd"[option]
        case Ordered(order):
            return "".join(str(card + 1) for card in order)
        case Dated(date):
            return f"{year_of(date.earliest):04}"
    return "x"


def test_what_was_typed_is_analysed_as_what_was_played() -> None:
    rng = random.Random(1)
    play = PaperRound(begin_paper_round(EVENTS, SELECTION, round_id="r", moment=MOMENT), QUESTIONS)
    events: list[ClassEvent] = []
    lines: dict[str, PaperLine] = {}
    right = 0
    for seat in range(1, 31):
        own = tuple(rng.sample(QUESTIONS, len(QUESTIONS)))  # as if each had a version of its own
        responses = [random_response(question, rng) for question in own]
        responses = [
            Dated(replace(day(0), edtf="1994")) if isinstance(question, DateQuestion) else response
            for question, response in zip(own, responses, strict=True)
        ]
        line = f"{seat} {' '.join(typed(question, one) for question, one in zip(own, responses, strict=True))}"
        read = read_paper_line(own, line)
        right += sum(
            isinstance(one, Chose) and isinstance(question, ChoiceQuestion) and one.option == question.key
            for question, one in zip(own, read.responses, strict=True)
        )
        lines[read.seat] = read
        play, more = play.with_line(read, MOMENT)
        events += more
    assert isinstance(events[0], Started)
    assert len({event.moment for event in events}) == len(events) == 30 * len(QUESTIONS) + 1
    play, more = play.with_line(lines["7"], MOMENT)
    assert [type(event) for event in more] == [TakenBack] * len(QUESTIONS) + [Answered] * len(QUESTIONS)
    events += more
    assert events == sorted(events, key=lambda event: event.moment)
    assert play.kept == tuple(events)
    assert play.seats == tuple(str(seat) for seat in range(1, 31))
    answers = [event for event in events if isinstance(event, Answered)]
    assert {(one.place, one.question) for one in answers} == {(at, one.id) for at, one in enumerate(QUESTIONS)}
    figures = class_figures(EVENTS, events)
    choices = [item.facility for item in figures.items.values() if item.kind == "choice"]
    assert sum(choices, Share()) == Share(right, 30 * len(choices))
    assert all(one.correlation is not None or one.upper.asked == 15 for one in telling_apart(figures.answers).values())
