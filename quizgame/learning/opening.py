"""Where somebody begins who knows nothing of a pack yet: with what everybody should know, and nothing that is hard to
bear.
"""

from collections.abc import Sequence

from quizgame.banks.models import Fact
from quizgame.banks.pack import Pack

FIRST_STEPS = 3
"""So many questions; then chance has its turn."""
EVERYBODY_SHOULD_KNOW = 3
"""The importance of such a fact."""


def opening_topic(pack: Pack, topics: Sequence[str]) -> str:
    """The topic that has most of what everybody should know, the first one of several; it introduces the rest."""
    return max(topics, key=lambda topic: len(_steps(pack, topic)))


def first_steps(pack: Pack, topics: Sequence[str]) -> list[str]:
    """The facts to begin with, in the order of the text; none where nothing is marked as important."""
    return _steps(pack, opening_topic(pack, topics))[:FIRST_STEPS] if topics else []


def _steps(pack: Pack, topic: str) -> list[str]:
    return [fact.id for fact in pack.bank(topic).facts if _is_a_step(fact)]


def _is_a_step(fact: Fact) -> bool:
    return fact.importance == EVERYBODY_SHOULD_KNOW and bool(fact.questions) and not fact.tags
