"""What pupils wrote on paper, typed in as fast as it can be read out: a seat and its answers, such as `7 abcaxb`.

A letter is an option, x is "I don't know" or an empty place, and an ordering is the letters or the numbers of its
cards, such as `3142`, in one go with the rest or apart from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow, NotAnAnswer

UNKNOWN = "x"
LETTERS = "abcdefgh"
MOST_SEATS = 99


class PaperFault(Enum):
    """Why a line can't be taken."""

    NO_SEAT = auto()
    """It does not begin with the number of a seat, 1 to 99."""
    TOO_FEW = auto()
    TOO_MANY = auto()
    NOT_AN_OPTION = auto()
    NOT_AN_ORDER = auto()
    NOT_A_DATE = auto()


@dataclass
class PaperError(Exception):
    """A line that can't be taken; `wording.classes` says why."""

    fault: PaperFault
    question: int = 0
    """The number of the question, from 1, at which reading stopped."""
    typed: str = ""
    """What stands there."""
    most: int = 0
    """How many options or cards that question has; how many answers are needed, where there are too few or many."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """What one seat wrote."""

    seat: str
    questions: tuple[Question, ...]
    """In the order of the version that it had."""
    responses: tuple[Response, ...]


def read_paper_line(questions: Sequence[Question], line: str, version_b: Sequence[Question] = ()) -> PaperLine:
    """Read one line: the seat, then an answer for each question as it is printed; `b7` is seat 7 with version B.

    Raises `PaperError`.
    """
    seat, _, rest = line.strip().casefold().partition(" ")
    if version_b and seat.startswith("b"):
        questions, seat = version_b, seat[1:]
    if not seat.isdecimal() or len(seat) > 2 or not 1 <= int(seat) <= MOST_SEATS:
        raise PaperError(PaperFault.NO_SEAT, typed=seat[:20])
    left, responses = rest, []
    for number, question in enumerate(questions, 1):
        left = left.lstrip(" ,;")
        if not left:
            raise PaperError(PaperFault.TOO_FEW, number, most=len(questions))
        response, left = _next(question, number, left)
        responses.append(response)
    if left.strip(" ,;"):
        raise PaperError(PaperFault.TOO_MANY, len(questions), left.strip()[:20], len(questions))
    return PaperLine(str(int(seat)), tuple(questions), tuple(responses))


def _next(question: Question, number: int, text: str) -> tuple[Response, str]:
    """The response that a text begins with, and what follows."""
    if text[0] in (UNKNOWN, "-"):
        return DontKnow(), text[1:]
    match question:
        case ChoiceQuestion():
            options = len(question.options)
            if text[0] in LETTERS[:options]:
                return Chose(LETTERS.index(text[0])), text[1:]
            raise PaperError(PaperFault.NOT_AN_OPTION, number, text[0], options)
        case OrderingQuestion():
            cards = len(question.events)
            order = tuple(_card(sign) for sign in text[:cards])
            if sorted(order) != list(range(cards)):
                raise PaperError(PaperFault.NOT_AN_ORDER, number, text[:cards], cards)
            return Ordered(order), text[cards:]
        case DateQuestion():
            year, _, rest = text.partition(" ")
            try:
                return Dated(question.read(year[:4]).date), year[4:] + (f" {rest}" if rest else "")
            except NotAnAnswer:
                raise PaperError(PaperFault.NOT_A_DATE, number, year[:20]) from None
    raise ValueError(f"a {type(question).__name__} is not printed")


def _card(sign: str) -> int:
    return LETTERS.find(sign) if sign in LETTERS else int(sign) - 1 if sign.isdecimal() else -1
