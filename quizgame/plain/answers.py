"""The answer to a question while it is being typed. An ordering may take many lines, a card each; a flashcard two."""

from collections.abc import Callable

from quizgame.game.kinds.any import Question, Response
from quizgame.game.kinds.board import Board
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion
from quizgame.game.kinds.shared import DontKnow, NotAnAnswer
from quizgame.game.kinds.typed_numbers import numbers_in
from quizgame.plain.talk import say
from quizgame.wording.answers import how_to_answer, not_an_answer
from quizgame.wording.cards import TURN_FIRST, back_of, grades_in_line
from quizgame.wording.lines import answer, next_card, not_taken, reason
from quizgame.wording.reveal import move_in_words

Intervals = Callable[[str], tuple[int, int, int, int]]
"""For a fact, after how many days each grade would bring it again."""


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


class Grading:
    """An empty line turns a flashcard; the next one says how well it was known."""

    def __init__(self, card: CardQuestion, intervals: Intervals) -> None:
        self._card, self._intervals = card, intervals
        self._turned = False

    @property
    def how(self) -> str:
        """What may be typed."""
        return grades_in_line(self._intervals(self._card.fact)) if self._turned else how_to_answer(self._card)

    def take(self, line: str) -> Response | None:
        """The grade; else turns the card, or says what is wrong."""
        if not self._turned:
            if line:
                say(not_taken(TURN_FIRST))
            else:
                self._turn()
            return None
        try:
            return self._card.read(line)
        except NotAnAnswer as error:
            say(not_taken(not_an_answer(self._card, error)))
            return None

    def _turn(self) -> None:
        self._turned = True
        say(answer(back_of(self._card)))
        if self._card.explanation:
            say(reason(self._card.explanation))
