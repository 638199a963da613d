"""All kinds of question together. Whoever tells them apart does it by `match`, so a new kind is missed nowhere."""

from typing import assert_never

from quizgame.game.kinds.card import CardQuestion, CardVerdict, Rated, grade_card
from quizgame.game.kinds.choice import ChoiceQuestion, ChoiceVerdict, Chose, grade_choice
from quizgame.game.kinds.dating import Dated, DateQuestion, DateVerdict, grade_date
from quizgame.game.kinds.gap import GapQuestion, GapVerdict, PutInGap, grade_gap
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion, OrderingVerdict, grade_ordering
from quizgame.game.kinds.shared import DontKnow

Question = ChoiceQuestion | OrderingQuestion | DateQuestion | GapQuestion | CardQuestion
Response = Chose | Ordered | Dated | PutInGap | Rated | DontKnow
Verdict = ChoiceVerdict | OrderingVerdict | DateVerdict | GapVerdict | CardVerdict


def grade(question: Question, response: Response) -> Verdict:
    """The verdict on a response; raises ValueError for one that does not fit the question."""
    match question:
        case ChoiceQuestion():
            if isinstance(response, Chose | DontKnow):
                return grade_choice(question, response)
        case OrderingQuestion():
            if isinstance(response, Ordered | DontKnow):
                return grade_ordering(question, response)
        case DateQuestion():
            if isinstance(response, Dated | DontKnow):
                return grade_date(question, response)
        case GapQuestion():
            if isinstance(response, PutInGap | DontKnow):
                return grade_gap(question, response)
        case CardQuestion():
            if isinstance(response, Rated | DontKnow):
                return grade_card(question, response)
        case _:
            assert_never(question)
    raise ValueError(f"{type(response).__name__} is no answer to a {type(question).__name__}")
