"""What a round asks: facts by weighted chance, a wording of each, orderings in between.

A weight is a fact's importance by default; whoever knows what a player needs passes other weights. A fact comes once
in a round; its other wordings come only when all facts have had their turn, and no wording comes twice.
"""

import random
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest

from quizgame.banks.pack import Pack
from quizgame.game.draw.choices import ask, draw_wordings
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.orderings import Difficulty, draw_orderings
from quizgame.game.draw.tables import Wording
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.ordering import OrderingQuestion

CHOICE, ORDERING, DATE = ChoiceQuestion.kind, OrderingQuestion.kind, DateQuestion.kind
USUAL_KINDS = (CHOICE, ORDERING)
_Drawn = Wording | OrderingQuestion | DateQuestion

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
    kinds: Collection[str] = USUAL_KINDS,
) -> tuple[Question, ...]:
    """At most `length` questions from these topics of a pack; fewer if there are no more that can come together.

    `weights` maps ids of facts to positive numbers; facts that are not in it keep the weight of their importance.
    After the tables of a pack are made, this costs as much as there are questions, topics and weights. Which questions
    can come together, and what a round does that needs the others too, is told in `draw_wordings`.
    """
    topics = tuple(dict.fromkeys(topics))
    hard = difficulty or Difficulty()
    share = length // QUESTIONS_PER_ORDERING if CHOICE in kinds else -(-length // max(1, len(kinds)))
    orderings = draw_orderings(pack, topics, share, rng, hard) if ORDERING in kinds else ()
    dates = _dates(pack, topics, share, rng, orderings) if DATE in kinds else []
    drawn: list[_Drawn] = []
    if CHOICE in kinds:
        wanted = length - len(orderings) - len(dates)
        wordings = draw_wordings(pack, topics, wanted + len(dates), rng, weights or {})
        dated = {date.event.fact for date in dates}
        drawn += [one for one in wordings if one.fact not in dated][:wanted]
    if not drawn and ORDERING in kinds and CHOICE in kinds:  # nothing but events
        orderings = draw_orderings(pack, topics, min(length, MOST_ORDERINGS), rng, hard)
    for number, other in enumerate(_by_turns(orderings, dates), 1):
        drawn.insert(min(len(drawn), number * QUESTIONS_PER_ORDERING - 1), other)
    return tuple(ask(pack, one, rng) if isinstance(one, Wording) else one for one in _spread(drawn[:length]))


def _dates(
    pack: Pack, topics: Sequence[str], count: int, rng: random.Random, orderings: Sequence[OrderingQuestion]
) -> list[DateQuestion]:
    """Dates of events that are on no card of an ordering: its reveal would tell them."""
    told = {fact for ordering in orderings for fact in ordering.facts}
    drawn = draw_dates(pack, topics, count + len(told), rng)
    return [date for date in drawn if date.event.fact not in told][:count]


def _by_turns(
    orderings: Sequence[OrderingQuestion], dates: Sequence[DateQuestion]
) -> list[OrderingQuestion | DateQuestion]:
    """One of each by turns, then what is left."""
    both = zip_longest(orderings, dates)
    return [one for pair in both for one in pair if one is not None]


def _spread(drawn: Sequence[_Drawn]) -> list[_Drawn]:
    """The questions with at most two in a row of one topic, as long as the others last."""
    waiting = list(drawn)
    spread: list[_Drawn] = []
    while waiting:
        run = {question.topic for question in spread[-MAX_RUN_OF_TOPIC:]} if len(spread) >= MAX_RUN_OF_TOPIC else set()
        tired = run.pop() if len(run) == 1 else None
        spread.append(
            waiting.pop(
                next((at for at, one in enumerate(waiting) if one.topic != tired and _may_come(one, waiting[:at])), 0)
            )
        )
    return spread


def _may_come(one: _Drawn, waiting: Sequence[_Drawn]) -> bool:
    """Whether it gives none of those away that were to come before it."""
    return not isinstance(one, Wording) or not any(
        isinstance(other, Wording) and one.printed.gives_away(other.printed) for other in waiting
    )
