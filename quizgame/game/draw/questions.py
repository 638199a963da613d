"""What a round asks: facts by weighted chance, a wording of each, orderings in between.

A weight is a fact's importance by default; whoever knows what a player needs passes other weights. A fact comes once
in a round; its other wordings come only when all facts have had their turn, and no wording comes twice.
"""

import random
from collections.abc import Mapping, Sequence

from quizgame.banks.pack import Pack
from quizgame.game.draw.choices import ask, draw_wordings
from quizgame.game.draw.orderings import Difficulty, draw_orderings
from quizgame.game.draw.tables import Wording
from quizgame.game.kinds.any import Question

QUESTIONS_PER_ORDERING = 5
MOST_ORDERINGS = 6
"""Where there is nothing else to ask: an ordering takes longer than a question."""
MAX_RUN_OF_TOPIC = 2


def draw_round(
    pack: Pack,
    topics: Sequence[str],
    length: int,
    rng: random.Random,
    *,
    weights: Mapping[str, float] | None = None,
    difficulty: Difficulty | None = None,
) -> tuple[Question, ...]:
    """At most `length` questions from these topics of a pack; fewer if there are no more that can come together.

    `weights` maps ids of facts to positive numbers; facts that are not in it keep the weight of their importance.
    After the tables of a pack are made, this costs as much as there are questions, topics and weights. Which questions
    can come together, and what a round does that needs the others too, is told in `draw_wordings`.
    """
    topics = tuple(dict.fromkeys(topics))
    orderings = draw_orderings(pack, topics, length // QUESTIONS_PER_ORDERING, rng, difficulty or Difficulty())
    drawn: list[Wording | Question] = []
    drawn += draw_wordings(pack, topics, length - len(orderings), rng, weights or {})
    if not drawn:  # nothing but events
        orderings = draw_orderings(pack, topics, min(length, MOST_ORDERINGS), rng, difficulty or Difficulty())
    for number, ordering in enumerate(orderings, 1):
        drawn.insert(min(len(drawn), number * QUESTIONS_PER_ORDERING - 1), ordering)
    return tuple(ask(pack, one, rng) if isinstance(one, Wording) else one for one in _spread(drawn))


def _spread(drawn: Sequence[Wording | Question]) -> list[Wording | Question]:
    """The questions with at most two in a row of one topic, as long as the others last."""
    waiting = list(drawn)
    spread: list[Wording | Question] = []
    while waiting:
        run = {question.topic for question in spread[-MAX_RUN_OF_TOPIC:]} if len(spread) >= MAX_RUN_OF_TOPIC else set()
        tired = run.pop() if len(run) == 1 else None
        spread.append(
            waiting.pop(
                next((at for at, one in enumerate(waiting) if one.topic != tired and _may_come(one, waiting[:at])), 0)
            )
        )
    return spread


def _may_come(one: Wording | Question, waiting: Sequence[Wording | Question]) -> bool:
    """Whether it gives none of those away that were to come before it."""
    return not isinstance(one, Wording) or not any(
        isinstance(other, Wording) and one.printed.gives_away(other.printed) for other in waiting
    )
