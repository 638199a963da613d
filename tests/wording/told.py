"""What is said of answers, for the tests of this folder."""

from quizgame.banks.pack import Pack
from quizgame.game.kinds.any import Question, Response, grade
from quizgame.game.play.given import Given
from quizgame.wording.feedback import Feedback, feedback
from tests.game.strategies import bank, day, events, fact, pack_of

PACK = pack_of(bank("topic", [fact("fact"), *events("event-", [day(number) for number in range(9)])]))


def told(question: Question, response: Response, *, seen: bool = False, pack: Pack = PACK) -> Feedback:
    """The feedback on an answer."""
    return feedback(pack, Given(question, response, grade(question, response), seen))
