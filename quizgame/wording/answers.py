"""What is said of a question, kind by kind, and what may be typed."""

from typing import assert_never

from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack
from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.card import CardQuestion, Rated
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.dating import Dated, DateQuestion
from quizgame.game.kinds.gap import GapQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.kinds.shared import DontKnow, NotAnAnswer
from quizgame.game.kinds.typed_date import DateFault, TypedDateError
from quizgame.wording.cards import GRADES, front_of
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _
from quizgame.wording.lines import LINE, card_to_place


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


def own_answer(question: Question, response: Response) -> str:
    """What was answered, for a review; empty where the cards of an ordering tell it."""
    match response:
        case DontKnow():
            return _("You did not know")
        case Chose() if isinstance(question, ChoiceQuestion):
            said = question.options[response.option].text
        case Dated():
            said = date_in_words(response.date)
        case Rated():
            said = GRADES[response.rating - 1]
        case _:
            return ""
    return _("Your answer: {answer}").format(answer=said)


def heading_of(question: Question, pack: Pack) -> str:
    """What stands over a question: its topic; over cards of several topics what is done with them."""
    if isinstance(question, OrderingQuestion) and len({event.topic for event in question.events}) > 1:
        return _("Dates in order")
    return pack.bank(question.topic).title


A_YEAR_OF_AN_ERA = _("A year, such as 44 BC or AD 70")


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
            return _("A year, or a month and a year") if question.first_year > 0 else A_YEAR_OF_AN_ERA
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
        case DateFault.WHICH_ERA:
            text = _("Is that {typed} BC or AD {typed}? Type it with BC or AD.")
            return text.format(typed=int(error.part))
        case _:
            assert_never(error.fault)
    return text.format(typed=error.part)


def source_in_words(pack: Pack, fact: str) -> str:
    """Where the article says it: the section and the paragraph, as far as the bank tells them."""
    bank, found = pack.source_of(fact)
    return place_in_article(found.paragraph, bank.section)


def said_of(pack: Pack, fact: str) -> str:
    """The study note of a fact, or the meaning of a term."""
    found = pack.source_of(fact)[1]
    return found.note if isinstance(found, Fact) else f"{found.term}: {found.definition}"


def place_in_article(paragraph: int | None, before: str = "") -> str:
    """A paragraph of the source, if the bank tells it, with its section or topic before it if they are to be told."""
    if paragraph is None:
        return before
    where = _("paragraph {n}").format(n=paragraph)
    return f"{before}, {where}" if before else where
