"""What is said of an answer, kind by kind: kind, short, and without a cheer."""

from dataclasses import dataclass
from typing import assert_never

from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.game.kinds.any import Question, Verdict
from quizgame.game.kinds.card import CardQuestion, CardVerdict
from quizgame.game.kinds.choice import ChoiceQuestion, ChoiceVerdict
from quizgame.game.kinds.dating import DateQuestion, DateVerdict
from quizgame.game.kinds.gap import GapQuestion, GapVerdict
from quizgame.game.kinds.ordering import OrderingQuestion, OrderingVerdict
from quizgame.game.kinds.shared import Event
from quizgame.game.play.given import Given
from quizgame.wording.answers import said_of, source_in_words
from quizgame.wording.cards import GRADES, back_of
from quizgame.wording.dates import date_in_words, distance_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.reveal import Placed, free_pairs, placed_cards


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said of an answer; what is empty is not said."""

    sign: str
    """✓ right · ✗ another option · ↕ to be moved · ○ not known, and said so."""
    verdict: str
    points: str
    answer: str = ""
    """The right answer, where it was not given."""
    why: str = ""
    """Why the option that was chosen is wrong."""
    reason: str = ""
    source: str = ""
    """Where the article says it."""
    placed: tuple[Placed, ...] = ()
    """The cards of an ordering, earliest first."""
    right: bool = False
    fact: str = ""
    """The fact itself, where the reason does not tell it."""


def feedback(pack: Pack, given: Given[Question, Verdict]) -> Feedback:
    """What is said of an answer."""
    question, verdict = given.question, given.verdict
    points = points_in_words(given)
    match question:
        case ChoiceQuestion():
            if isinstance(verdict, ChoiceVerdict):
                return _of_choice(pack, question, verdict, points)
        case OrderingQuestion():
            if isinstance(verdict, OrderingVerdict):
                return _of_ordering(question, verdict, points)
        case DateQuestion():
            if isinstance(verdict, DateVerdict):
                return _of_event(pack, question.event, _sign(verdict), _date_in_words(verdict), points)
        case GapQuestion():
            if isinstance(verdict, GapVerdict):
                sign = "✓" if verdict.right else "↕"
                return _of_event(pack, question.card, sign, _gap_in_words(verdict), points)
        case CardQuestion():
            if isinstance(verdict, CardVerdict):
                where = source_in_words(pack, question.fact)
                return Feedback(
                    "✓" if verdict.right else "○",
                    GRADES[verdict.rating - 1],
                    "",
                    back_of(question),
                    reason=question.explanation,
                    source=where,
                    right=verdict.right,
                )
        case _:
            assert_never(question)
    raise ValueError(f"{type(verdict).__name__} is no verdict on a {type(question).__name__}")


def _sign(verdict: Verdict) -> str:
    return "✓" if verdict.right else "○"


def points_in_words(given: Given[Question, Verdict]) -> str:
    """What an answer earned, or why it earned nothing."""
    if given.again:
        return _("no points the second time")
    if given.guessed:
        text = _("{points} · a guess, so it comes again")
        return text.format(points=counted(given.points, "+{n} point", "+{n} points"))
    if given.seen:
        return _("no points, as the answer had been shown")
    return counted(given.points, "+{n} point", "+{n} points") if given.points else ""  # a loss is not counted aloud


def _of_choice(pack: Pack, question: ChoiceQuestion, verdict: ChoiceVerdict, points: str) -> Feedback:
    if verdict.right:
        sign, words = "✓", _("Right")
    elif verdict.chosen is None:
        sign, words = "○", _("Here is the answer")
    else:
        sign, words = "✗", _("Not yet")
    missed = verdict.chosen is not None and not verdict.right
    why = question.options[verdict.chosen].why if missed and verdict.chosen is not None else None
    answer = "" if verdict.right else question.options[question.key].text
    where = source_in_words(pack, question.fact)
    fact = said_of(pack, question.fact) if _has_note(pack, question.fact) else ""
    return Feedback(sign, words, points, answer, why or "", question.explanation, where, right=verdict.right, fact=fact)


def _has_note(pack: Pack, fact: str) -> bool:
    """Whether there is more to say of it than the question and its answer."""
    source = pack.source_of(fact)[1]
    return not isinstance(source, Fact) or bool(source.text)


def _of_ordering(question: OrderingQuestion, verdict: OrderingVerdict, points: str) -> Feedback:
    if verdict.placed is None:
        words = _("Here is the order")
    elif verdict.right:
        words = _("Right, all in order")
    elif verdict.cards_to_move == 1:
        words = _("Move just 1 card")
    else:
        words = counted(verdict.cards_to_move, "Move {n} card", "Move {n} cards")
    reason = "\n".join(free_pairs(question, verdict))
    return Feedback(
        _sign(verdict), words, points, reason=reason, placed=placed_cards(question, verdict), right=verdict.right
    )


def _of_event(pack: Pack, event: Event, sign: str, words: str, points: str) -> Feedback:
    date, fact = date_in_words(event.date), said_of(pack, event.fact)
    where = source_in_words(pack, event.fact)
    return Feedback(sign, words, points, answer=date, reason=fact, source=where, right=sign == "✓")


def _date_in_words(verdict: DateVerdict) -> str:
    if verdict.given is None:
        return _("Here is the date")
    if verdict.right:
        return _("Right")
    early = verdict.given.before(verdict.true)
    distance = distance_in_words(verdict.given, verdict.true)
    distance = distance[:1].upper() + distance[1:]
    return (_("{distance} too early") if early else _("{distance} too late")).format(distance=distance)


def _gap_in_words(verdict: GapVerdict) -> str:
    if verdict.right:
        return _("Right")
    if verdict.gap is None:
        return _("Here is its place")
    return counted(abs(verdict.gap - verdict.went_to), "{n} place off", "{n} places off")
