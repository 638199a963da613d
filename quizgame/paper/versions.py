"""Versions of a sheet: the same questions in another order, with their options in another order."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgame.game.draw.natural_order import natural_order
from quizgame.game.draw.seeds import generator
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion

A, B = "A", "B"


@dataclass(frozen=True, slots=True)
class Printed:
    """A question on a sheet."""

    number: int
    """Its number on this sheet, from 1."""
    first: int
    """Its number on the projector, and on version A."""
    question: Question


@dataclass(frozen=True, slots=True)
class Version:
    """A sheet's questions, as they are printed."""

    letter: str
    printed: tuple[Printed, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in the order of this version: what `read_paper_line` needs."""
        return tuple(one.question for one in self.printed)


def versions_of(questions: Sequence[Question], seed: str, *, both: bool) -> tuple[Version, ...]:
    """Version A, which is the round as it is; with `both`, version B too, which is the same for the same seed."""
    first = Version(A, tuple(Printed(number, number, question) for number, question in enumerate(questions, 1)))
    if not both:
        return (first,)
    rng = generator(f"{seed}:{B}")
    order = rng.sample(range(len(questions)), len(questions))
    if len(order) > 1 and order == sorted(order):
        order.reverse()
    turned = tuple(Printed(number, at + 1, _turned(questions[at], rng)) for number, at in enumerate(order, 1))
    return first, Version(B, turned)


def _turned(question: Question, rng: random.Random) -> Question:
    """The question with its options or cards shuffled; options that have a natural order keep it."""
    match question:
        case ChoiceQuestion() if natural_order(question.shown) is None:
            order = rng.sample(range(len(question.options)), len(question.options))
            options = tuple(question.options[at] for at in order)
            return replace(question, options=options, key=order.index(question.key))
        case OrderingQuestion():
            return replace(question, events=tuple(rng.sample(question.events, len(question.events))))
    return question
