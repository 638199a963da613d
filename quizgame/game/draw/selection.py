"""What a round asks, apart from how it is played: the same selection asks the same, on a screen and on paper."""

from dataclasses import dataclass
from typing import get_args

from quizgame.banks.fields import Tag
from quizgame.banks.models import Bank
from quizgame.banks.pack import Pack
from quizgame.game.draw.questions import CHOICE, DATE, ORDERING, USUAL_KINDS, draw_round
from quizgame.game.draw.seeds import generator
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


def tags_of(pack: Pack) -> tuple[str, ...]:
    """The tags that facts of a pack have, in the order of `TAGS`."""
    found = {tag for bank in pack.banks for fact in bank.facts for tag in fact.tags}
    return tuple(tag for tag in TAGS if tag in found)


def without(pack: Pack, left_out: tuple[str, ...]) -> Pack:
    """The pack without the facts that have one of these tags; the pack itself if nothing is left out.

    A topic may be left without a fact, which no bank in a file may be.
    """
    if not set(left_out) & set(tags_of(pack)):
        return pack
    gone = {fact.id for bank in pack.banks for fact in bank.facts if set(fact.tags) & set(left_out)}

    def thinned(bank: Bank) -> Bank:
        facts = tuple(fact for fact in bank.facts if fact.id not in gone)
        return bank.model_copy(
            update={"facts": facts, "borrows": tuple(one for one in bank.borrows if one not in gone)}
        )

    return Pack(pack.id, pack.about, tuple(map(thinned, pack.banks)), pack.revision)


def draw_selection(source: Pack, selection: Selection) -> tuple[Question, ...]:
    """The questions of a selection, from a pack that `without` has thinned; fewer if there are no more."""
    topics = tuple(topic for topic in source.topics if topic in selection.topics)
    return draw_round(source, topics, selection.length, generator(selection.seed), kinds=selection.kinds)
