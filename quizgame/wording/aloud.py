"""What a voice reads."""

from quizgame.game.kinds.any import Question
from quizgame.wording.answers import asked_in_lines
from quizgame.wording.feedback import Feedback


def question_aloud(question: Question) -> str:
    """A question and what may be answered, a line each."""
    return "\n".join(f"{number}{text}" for number, text in asked_in_lines(question))


def verdict_aloud(said: Feedback) -> str:
    """The verdict, the answer and the reason, a line each; of cards that are ordered, each with its date."""
    placed = (f"{place}. {card.date}: {card.label}" for place, card in enumerate(said.placed, 1))
    return "\n".join(text for text in (f"{said.verdict}.", said.answer, *placed, said.why, said.reason) if text)
