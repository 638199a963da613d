"""What is said of a question and of an answer, kind by kind: kind, short, and without a cheer."""

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
from quizgame.game.kinds.shared import Event, NotAnAnswer
from quizgame.game.kinds.typed_date import DateFault, TypedDateError
from quizgame.game.play.given import Given
from quizgame.wording.cards import GRADES, back_of, front_of
from quizgame.wording.dates import date_in_words, distance_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.lines import LINE, card_to_place
from quizgame.wording.reveal import Placed, free_pairs, placed_cards


def prompt_of(question: Question) -> str:
    """What is asked."""
    match question:
        case ChoiceQuestion():
            return question.prompt
        case OrderingQuestion():
            return _("Put these events in order. Earliest first.")
        case DateQuestion():
            return _("When was it? {event}").format(event=question.event.label)
        case GapQuestion():
            return _("Where does it go? {event}").format(event=question.card.label)
        case CardQuestion():
            return front_of(question)
    assert_never(question)


def asked_in_lines(question: Question) -> tuple[tuple[str, str], ...]:
    """What is asked, line by line: each text with the number by which it is called, or with none."""
    match question:
        case ChoiceQuestion() | OrderingQuestion():
            return ("", prompt_of(question)), *((f"{n}: ", shown) for n, shown in enumerate(question.shown, 1))
        case DateQuestion() | CardQuestion():
            return (("", prompt_of(question)),)
        case GapQuestion():
            laid = ((f"{n}. ", f"{date_in_words(one.date)}: {one.label}") for n, one in enumerate(question.line, 1))
            return ("", LINE), *laid, ("", card_to_place(question.card.label))
    assert_never(question)


def in_short(question: Question) -> str:
    """A question in a list of questions: what it was about."""
    if isinstance(question, OrderingQuestion):
        return _("In order: {events}").format(events=" · ".join(event.label for event in question.events))
    return prompt_of(question)


def heading_of(question: Question, pack: Pack) -> str:
    """What stands over a question: its topic; over cards of several topics what is done with them."""
    if isinstance(question, OrderingQuestion) and len({event.topic for event in question.events}) > 1:
        return _("Dates in order")
    return pack.bank(question.topic).title


def how_to_answer(question: Question) -> str:
    """What may be typed."""
    match question:
        case ChoiceQuestion():
            return _("Your answer, 1 to {n}").format(n=len(question.options))
        case OrderingQuestion():
            example = " ".join(str(number) for number in range(len(question.events), 0, -1))
            return _("All cards in order, earliest first, such as {example}, or one card at a time").format(
                example=example
            )
        case DateQuestion():
            return _("A year, or a month and a year")
        case GapQuestion():
            return _("After which number, 0 for before all, to {n}").format(n=len(question.line))
        case CardQuestion():
            return _("Enter to turn the card; then 1 again, 2 hard, 3 good, 4 easy")
    assert_never(question)


def not_an_answer(question: Question, error: NotAnAnswer) -> str:
    """Why what was typed is not taken, and what would be."""
    match question:
        case ChoiceQuestion():
            return _("Please type one number from 1 to {n}, or x.").format(n=len(question.options))
        case OrderingQuestion():
            return _("Please type each number from 1 to {n} once, or x.").format(n=len(question.events))
        case DateQuestion():
            return _date_fault(error) if isinstance(error, TypedDateError) else how_to_answer(question)
        case GapQuestion():
            return _("Please type one number from 0 to {n}, or x.").format(n=len(question.line))
        case CardQuestion():
            return _("Please type 1, 2, 3 or 4.")
    assert_never(question)


def _date_fault(error: TypedDateError) -> str:
    match error.fault:
        case DateFault.NOTHING_TYPED:
            return _("Type a year, or a month and a year, such as May 1994.")
        case DateFault.NOT_A_DATE:
            text = _("“{typed}” is not a date. Type a year, or a month and a year, such as May 1994.")
        case DateFault.NOT_A_MONTH:
            text = _("“{typed}” is not a month. Type a month such as May, or only the year.")
        case DateFault.NO_SUCH_DATE:
            text = _("There is no such date as “{typed}”. Check the month and the day.")
        case DateFault.SHORT_YEAR:
            text = _("Is that the year {typed}? Type all four digits, such as {long}, or {zeros} for the year {typed}.")
            zeros = error.part.zfill(4)
            return text.format(typed=int(error.part), long=f"19{zeros[2:]}", zeros=zeros)
        case _:
            assert_never(error.fault)
    return text.format(typed=error.part)


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


def feedback(pack: Pack, given: Given[Question, Verdict]) -> Feedback:
    """What is said of an answer."""
    question, verdict = given.question, given.verdict
    points = _points_in_words(given)
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


def _points_in_words(given: Given[Question, Verdict]) -> str:
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
    return Feedback(sign, words, points, answer, why or "", question.explanation, where, right=verdict.right)


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


def source_in_words(pack: Pack, fact: str) -> str:
    """Where the article says it: the section and the paragraph."""
    bank, found = pack.source_of(fact)
    return _("{section}, paragraph {n}").format(section=bank.section, n=found.paragraph)


def said_of(pack: Pack, fact: str) -> str:
    """The study note of a fact, or the meaning of a term."""
    found = pack.source_of(fact)[1]
    return found.text if isinstance(found, Fact) else f"{found.term}: {found.definition}"
