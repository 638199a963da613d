"""What a round asks, apart from how it is played: the same selection asks the same, on a screen and on paper."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import get_args

from quizgame.banks.fields import Tag
from quizgame.banks.models import Bank
from quizgame.banks.pack import Pack
from quizgame.game.draw.chance import shuffled
from quizgame.game.draw.choices import ask
from quizgame.game.draw.dates import draw_dates
from quizgame.game.draw.questions import CHOICE, DATE, ORDERING, USUAL_KINDS, draw_round
from quizgame.game.draw.seeds import generator
from quizgame.game.draw.tables import tables_of
from quizgame.game.kinds.any import Question

KINDS = (CHOICE, ORDERING, DATE)
"""The kinds of question that a class can play."""
TAGS: tuple[str, ...] = get_args(Tag)
"""What makes a subject hard, and can be left out."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to ask. With the pack at one revision, it decides every question and their order."""

    seed: str
    topics: tuple[str, ...]
    length: int = 10
    """The number of questions."""
    kinds: tuple[str, ...] = USUAL_KINDS
    left_out: tuple[str, ...] = ()
    """Tags: facts with one of them are not asked, and don't come up in orderings."""
    facts: tuple[str, ...] = ()
    """What a starter asks: these facts alone, in this order. No code stands for it."""


def tags_of(pack: Pack) -> tuple[str, ...]:
    """The tags that facts of a pack have, in the order of `TAGS`."""
    found = {tag for topic in pack.topics for kind in pack.alike(topic) for tag in kind.tags}
    return tuple(tag for tag in TAGS if tag in found)


def without(pack: Pack, left_out: tuple[str, ...]) -> Pack:
    """The pack without the facts that have one of these tags; the pack itself if nothing is left out.

    A topic may be left without a fact, which no bank in a file may be.
    """
    if not left_out or not set(left_out) & set(tags_of(pack)):
        return pack
    gone = {fact.id for bank in pack.banks for fact in bank.facts if set(fact.tags) & set(left_out)}

    def thinned(bank: Bank) -> Bank:
        facts = tuple(fact for fact in bank.facts if fact.id not in gone)
        return bank.model_copy(
            update={"facts": facts, "borrows": tuple(one for one in bank.borrows if one not in gone)}
        )

    return Pack(pack.id, pack.about, tuple(map(thinned, pack.banks)), pack.revision)


def draw_facts(
    source: Pack, facts: Sequence[str], rng: random.Random, asked: Collection[str] = ()
) -> tuple[Question, ...]:
    """A question for each of these facts, in their order; its date for one that has only that.

    A wording whose id is not among those `asked` already comes first. Facts that the pack can't ask are passed over.
    """
    tables = tables_of(source)
    found: list[Question] = []
    for fact in facts:
        candidates = list(tables.drawn_by(fact).values())
        wordings = list(shuffled(tables.wordings(candidates[0]), rng)) if candidates else []
        fresh = [one for one in wordings if one.id not in asked]
        if wordings:
            found.append(ask(source, (fresh or wordings)[0], rng))
        elif tables.events_drawn_by(fact):
            topic = source.source_of(fact)[0].topic
            found += [
                one for one in draw_dates(source, (topic,), len(source.events_of(topic)), rng) if fact in one.facts
            ]
    return tuple(found)


def draw_selection(pack: Pack, selection: Selection) -> tuple[Question, ...]:
    """The questions of a selection; fewer if there are no more. The pack may be thinned already."""
    source = without(pack, selection.left_out)
    if selection.facts:
        return draw_facts(source, selection.facts, generator(selection.seed))
    topics = tuple(topic for topic in source.topics if topic in selection.topics)
    return draw_round(source, topics, selection.length, generator(selection.seed), kinds=selection.kinds)
