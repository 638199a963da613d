"""The options of a question in the order in which a file shows them: the right one in a place that its id decides."""

from quizgame.exchange.ids import mark
from quizgame.exchange.neutral import Question


def mixed(question: Question) -> tuple[list[str], int]:
    """The texts of all options, and the place of the right one, from 0; the same at every export."""
    options = [one.text for one in question.wrong or ()]
    place = int(mark(question.id), 16) % (len(options) + 1)
    options.insert(place, question.answer)
    return options, place
