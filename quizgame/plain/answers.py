"""The answer to a question while it is being typed. An ordering may take many lines, a card each."""

from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.board import Board
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow, NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in
from quizgame.plain.talk import say
from quizgame.wording.answers import how_to_answer, not_an_answer
from quizgame.wording.lines import next_card, not_taken
from quizgame.wording.reveal import move_in_words


class Answering:
    """Lines go in; a response comes out once it is complete."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._board = Board.of(len(question.events) if isinstance(question, OrderingQuestion) else 0)

    @property
    def how(self) -> str:
        """What may be typed."""
        if placed := len(self._board.order):
            return next_card(placed)
        return how_to_answer(self._question)

    def take(self, line: str) -> Response | None:
        """The response, once it is complete; else says what is wrong or what was done."""
        if line == "x":
            return DontKnow()
        try:
            if not self._board.order:
                return self._question.read(line)
            raise NotAnAnswer(line)
        except NotAnAnswer as error:
            if isinstance(self._question, OrderingQuestion) and self._card(self._question, line):
                return Ordered(self._board.order) if self._board.complete else None
            say(not_taken(not_an_answer(self._question, error)))
            return None

    def _card(self, question: OrderingQuestion, line: str) -> bool:
        """Place one card, or take the last one back; whether the line meant that."""
        numbers, order = numbers_in(line, len(question.events)), self._board.order
        if line == "b" and order:
            self._board.take_back(order[-1])
            say(move_in_words(order[-1], question.events[order[-1]].label, None))
        elif len(numbers) == 1 and numbers[0] - 1 in self._board.tray:
            card = numbers[0] - 1
            self._board.place(card, len(order))
            say(move_in_words(card, question.events[card].label, len(order)))
        else:
            return False
        return True
