"""A flashcard, line by line: its back is told when it is turned, and only then a grade is taken."""

from collections.abc import Sequence

from quizgame.banks.pack import Pack
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.shared import NotAnAnswer
from quizgame.plain.talk import say
from quizgame.wording import lines
from quizgame.wording.answers import how_to_answer, not_an_answer, source_in_words
from quizgame.wording.cards import TURN_FIRST, back_of, grades_in_words


class Turning:
    """Lines go in; a response comes out once the card was turned and graded."""

    def __init__(self, pack: Pack, card: CardQuestion, intervals: Sequence[int] | None) -> None:
        """`intervals` are the days after which each grade brings the card again; None if it makes no difference."""
        self._pack, self._card, self._intervals = pack, card, intervals
        self._turned = False

    @property
    def how(self) -> str:
        """What may be typed."""
        return grades_in_words(self._intervals) if self._turned else how_to_answer(self._card)

    def take(self, line: str) -> Response | None:
        """The grade, once there is one; else tells the back, or says what is wrong."""
        try:
            if self._turned:
                return self._card.read(line)
        except NotAnAnswer as error:
            say(lines.not_taken(not_an_answer(self._card, error)))
            return None
        if line:
            say(lines.not_taken(TURN_FIRST))
        else:
            self._turn()
        return None

    def _turn(self) -> None:
        self._turned = True
        say(lines.answer(back_of(self._card)))
        if self._card.explanation:
            say(lines.reason(self._card.explanation))
        say(lines.source(source_in_words(self._pack, self._card.fact)))
