"""What a typed line answers, for each kind of question."""

import re

from quizgame.banks.dates import DateError
from quizgame.game.kinds.board import Board
from quizgame.game.kinds.questions import ChoiceQuestion, Chose, Dated, DateQuestion, Ordered, Question, Response
from quizgame.game.kinds.typed_date import read_date
from quizgame.plain.talk import say
from quizgame.wording.answers import move_in_words


class Answering:
    """The answer to one question while it is being typed. An ordering may take many lines, a card each."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.count = 0
        if isinstance(question, ChoiceQuestion):
            self.count = len(question.options)
        elif not isinstance(question, DateQuestion):
            self.count = len(question.events)
        self.board = Board.of(self.count)

    @property
    def how(self) -> str:
        """What may be typed."""
        if isinstance(self.question, ChoiceQuestion):
            return f"Your answer, 1 to {self.count}"
        if isinstance(self.question, DateQuestion):
            return "A year, or a month and a year"
        if self.board.order:
            return f"The card for place {len(self.board.order) + 1}, or b to take one back"
        example = " ".join(str(number) for number in range(self.count, 0, -1))
        return f"All cards in order, earliest first, such as {example}, or one card at a time"

    def take(self, line: str) -> Response | None:
        """The response, once it is complete; else says what is wrong or what was done."""
        if isinstance(self.question, DateQuestion):
            return self._date(line)
        numbers = numbers_in(line, self.count)
        if isinstance(self.question, ChoiceQuestion):
            if len(numbers) == 1:
                return Chose(numbers[0] - 1)
            say(f"That does not answer it. Please type one number from 1 to {self.count}, or x.")
            return None
        if sorted(numbers) == list(range(1, self.count + 1)) and not self.board.order:
            return Ordered(tuple(number - 1 for number in numbers))
        return self._card(line, numbers)

    def _date(self, line: str) -> Response | None:
        try:
            return Dated(read_date(line))
        except DateError as error:
            say(f"That does not answer it: {error.what}. {error.mend}.")
            return None

    def _card(self, line: str, numbers: list[int]) -> Response | None:
        labels = [event.label for event in self.question.events] if hasattr(self.question, "events") else []
        order = self.board.order
        if line == "b" and order:
            self.board.take_back(order[-1])
            say(move_in_words(order[-1], labels[order[-1]], None))
        elif len(numbers) == 1 and numbers[0] - 1 in self.board.tray:
            card = numbers[0] - 1
            self.board.place(card, len(order))
            say(move_in_words(card, labels[card], len(order)))
        else:
            say(f"That does not answer it. Please type each number from 1 to {self.count} once, or x.")
        return Ordered(self.board.order) if self.board.complete else None


def numbers_in(line: str, count: int) -> list[int]:
    """The numbers of a line, also when they stand without spaces; empty if one is not between 1 and `count`."""
    parts = list(line) if re.fullmatch(r"[1-9]+", line) and count < 10 else re.split(r"[\s,;]+", line)
    found = [int(part) for part in parts if re.fullmatch(r"[0-9]{1,2}", part)]
    return found if len(found) == len(parts) and all(1 <= number <= count for number in found) else []
