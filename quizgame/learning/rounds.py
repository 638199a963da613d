"""The next round for a player, of any mode: what is asked in it, and in which order."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from quizgame.game.draw.cards import Dealt
from quizgame.game.draw.orderings import Difficulty, draw_orderings
from quizgame.game.draw.picked import Picked
from quizgame.game.draw.seeds import generator, new_seed
from quizgame.game.draw.terms import TERM_WEIGHT
from quizgame.game.events import Started
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.modes import CARDS, TODAY, WEAK, RoundSettings
from quizgame.game.play.round import Round, round_of, start_round
from quizgame.learning.figures import Figures
from quizgame.learning.plan import NO_AIM, Aim, Plan, Sink

QUESTIONS_PER_ORDERING = 6
MAX_RUN_OF_TOPIC = 2
_LEAST_WEIGHT = 1e-4
_MISSED = 4.0
_S = TypeVar("_S", bound=Sink)


def next_round(
    figures: Figures, settings: RoundSettings, *, round_id: str, moment: datetime, rng: random.Random, aim: Aim = NO_AIM
) -> Round:
    """A round for this player. With a seed it is the same for everybody; without one it prefers what was missed and
    what is fresh, and orderings are as hard as this player can just do. The aim is for the modes that plan.
    """
    seed = settings.seed or new_seed(rng)
    if not settings.seed and (settings.facts or settings.mode in (TODAY, WEAK, CARDS)):
        return _planned(
            figures,
            settings,
            Started(
                round_id,
                moment,
                settings.mode,
                figures.pack.id,
                figures.pack.revision,
                seed,
                tuple(topic for topic in figures.pack.topics if topic in settings.topics),
                settings.questions,
            ),
            aim,
        )
    own = figures.resolution
    return start_round(
        figures.pack,
        round_id=round_id,
        moment=moment,
        seed=seed,
        topics=settings.topics,
        length=settings.questions,
        mode=settings.mode,
        kinds=settings.kinds,
        left_out=settings.left_out,
        weights=None if settings.seed else fresh_weights(figures),
        difficulty=None if settings.seed else Difficulty(own.cards, own.days),
    )


def _planned(figures: Figures, settings: RoundSettings, started: Started, aim: Aim) -> Round:
    """A round of facts that are chosen for what is known of them."""
    rng, length, pack = generator(started.seed), started.length, figures.pack
    plan = Plan(figures, started.topics, started.moment, rng, aim)
    asked: Sequence[ChoiceQuestion | CardQuestion]
    orderings: Sequence[Question] = ()
    if started.mode == CARDS:
        dealt = Dealt(pack, started.topics, rng)
        asked = (_add_all(dealt, settings.facts, length) or plan.of_today(dealt, length)).cards()
    elif started.mode == WEAK:
        asked = plan.of_weak_topics(Picked(pack, started.topics, rng), length).questions()
    elif settings.facts:
        asked = _add_all(Picked(pack, started.topics, rng), settings.facts, length).questions()
    else:
        own = figures.resolution
        count = length // QUESTIONS_PER_ORDERING
        orderings = draw_orderings(pack, started.topics, count, rng, Difficulty(own.cards, own.days))
        asked = _beside(orderings, plan, length - len(orderings)).questions()
    recall = {question.fact: figures.known(question.fact).recall(started.moment) for question in asked}
    questions = arranged(asked, recall)
    for number, ordering in enumerate(orderings, 1):
        questions.insert(min(max(0, len(questions) - 1), number * QUESTIONS_PER_ORDERING - 2), ordering)
    why = {fact: reason for fact, reason in plan.why.items() if fact in recall}
    return round_of(replace(started, length=len(questions)), questions, why)


def _beside(orderings: Sequence[Question], plan: Plan, length: int) -> Picked:
    """A day's dose of questions, without what the orderings ask as long as there is enough else."""
    ordered = [fact for ordering in orderings for fact in ordering.facts]
    pack, topics, rng = plan.figures.pack, plan.topics, plan.rng
    picked = plan.of_today(Picked(pack, topics, rng, without=ordered), length)
    return picked if len(picked) == length else plan.of_today(Picked(pack, topics, rng), length)


def _add_all(sink: _S, facts: Sequence[str], length: int) -> _S:
    for fact in facts:
        if len(sink) < length:
            sink.add(fact)
    return sink


def arranged(asked: Sequence[Question], recall: Mapping[str, float]) -> list[Question]:
    """A likely success first and another one last; between them at most two in a row of one topic, while others last.

    `recall` is the chance for each fact that it is known.
    """
    waiting = sorted(asked, key=lambda question: -recall[question.facts[0]])
    if len(waiting) < 3:
        return list(waiting)
    first, last, *between = waiting
    order = {question.id: place for place, question in enumerate(asked)}
    between.sort(key=lambda question: order[question.id])
    line = [first]
    while between:
        run = {question.topic for question in line[-MAX_RUN_OF_TOPIC:]} if len(line) >= MAX_RUN_OF_TOPIC else set()
        tired = run.pop() if len(run) == 1 else None
        line.append(between.pop(next((at for at, one in enumerate(between) if one.topic != tired), 0)))
    return [*line, last]


def fresh_weights(figures: Figures) -> dict[str, float]:
    """The weight of each fact that was met: its importance, divided by 4 for each time it was right, and 4 times as
    much if it was missed the last time. Others keep that of their importance.

    A design choice, not evidence: it keeps a second round from repeating the first one, and brings misses back.
    """
    weights = {}
    for fact in figures.parts["fact"]:
        if (entry := figures.pack.entry(fact)) is not None:
            known, weight = figures.known(fact), float(entry.importance) or TERM_WEIGHT
            weight *= 0.25**known.right * (_MISSED if known.missed_last else 1.0)
            weights[fact] = max(_LEAST_WEIGHT, weight)
    return weights
