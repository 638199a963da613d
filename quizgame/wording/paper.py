"""What stands on paper around the questions: headings, fields, the key."""

from collections.abc import Sequence
from itertools import pairwise

from quizgame.banks.dates import Interval
from quizgame.banks.pack import Pack
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.ordering import OrderingQuestion, true_order
from quizgame.game.play.votes import LETTERS
from quizgame.wording.answers import prompt_of, said_of, source_in_words
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _, counted

SEAT, DATE, CARDS_TO_CUT = _("Seat"), _("Date"), _("Cards to cut out")
KEY, CUT, ORDER, YEAR = _("Key"), _("cut here"), _("Order"), _("Year")
NUMBER, ANSWER, WHY, SOURCE, ON_A = _("No."), _("Answer"), _("Why"), _("Source"), _("On A")
QUESTIONS, TEACH_AGAIN, PLAYED, SCORE = (
    _("Questions"),
    _("To teach again"),
    _("Who played"),
    _("Score"),
)
OPTION, CHOSEN, RIGHT = _("Option"), _("Chosen"), _("Right")
ROW_HEADINGS = (
    _("date"),
    _("round"),
    _("seat"),
    _("question"),
    _("asked"),
    _("answer"),
    _("right answer"),
    _("credit"),
    _("milliseconds"),
)
ITEM_HEADINGS = (
    _("question"),
    _("topic"),
    _("kind"),
    _("right"),
    _("answers"),
    _("share"),
    _("share at least"),
    _("share at most"),
    _("right before talking"),
    _("hands before talking"),
    _("I don't know"),
)


def sheet_title(pack: Pack, letter: str, *, both: bool) -> str:
    """What stands at the top of a sheet."""
    return _("{title}, version {letter}").format(title=pack.title, letter=letter) if both else pack.title


def key_title(pack: Pack, letter: str, *, both: bool) -> str:
    """What stands at the top of a key."""
    return _("Key: {title}").format(title=sheet_title(pack, letter, both=both))


def cards_title(number: int) -> str:
    """What stands over the cards of an ordering."""
    return _("Question {n}: put these in order, earliest first").format(n=number)


def printed_prompt(question: Question) -> str:
    """What is asked on paper."""
    if isinstance(question, OrderingQuestion):
        return _("Put these events in order, earliest first. Write their letters into the boxes.")
    return prompt_of(question)


def key_answer(question: Question) -> str:
    """The right answer, with its letter."""
    match question:
        case ChoiceQuestion():
            return f"{LETTERS[question.key]}  {question.options[question.key].text}"
        case OrderingQuestion():
            dates = [event.date for event in question.events]
            return " ".join(LETTERS[at] for at in true_order(dates)) + free_order(dates)
        case DateQuestion():
            return date_in_words(question.event.date)
    return prompt_of(question)


def free_order(dates: Sequence[Interval]) -> str:
    """That some of the events may stand either way."""
    order = true_order(dates)
    pairs = [
        f"{LETTERS[one]} {LETTERS[other]}" for one, other in pairwise(order) if not dates[one].comparable(dates[other])
    ]
    return _(" (either way: {pairs})").format(pairs=", ".join(pairs)) if pairs else ""


def key_reason(pack: Pack, question: Question) -> str:
    """One line of reason: the explanation, the dates of an ordering, the study note of an event."""
    match question:
        case ChoiceQuestion():
            return question.explanation
        case OrderingQuestion():
            order = true_order([event.date for event in question.events])
            events = (question.events[at] for at in order)
            return "; ".join(f"{date_in_words(event.date)}: {event.label}" for event in events)
    return said_of(pack, question.facts[0])


def key_source(pack: Pack, question: Question) -> str:
    """Section and paragraph of everything that is asked."""
    return "; ".join(dict.fromkeys(source_in_words(pack, fact) for fact in question.facts))


def report_title(name: str, day: str) -> str:
    """What stands at the top of a report."""
    return _("{name}, {day}").format(name=name, day=day)


def written(names: Sequence[str], folder: str) -> str:
    """That files were written."""
    count = counted(len(names), "{n} file in {folder}: {names}", "{n} files in {folder}: {names}")
    return count.format(folder=folder, names=", ".join(names))


def not_written(folder: str, why: str) -> str:
    """That a folder takes no files."""
    return _("Nothing can be written in {folder}: {why}. Name another folder.").format(folder=folder, why=why)


NO_SUCH_FOLDER = _("That names no folder. Write its whole path.")
OPEN_AND_PRINT = _("Open the .html file in a browser and print it from there.")
