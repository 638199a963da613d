"""Where somebody begins who knows nothing of a pack yet: with what everybody should know, and nothing that is hard to
bear.
"""

from collections.abc import Sequence

from quizgame.banks.pack import Pack

FIRST_STEPS = 3
"""So many questions; then chance has its turn."""
EVERYBODY_SHOULD_KNOW = 3
"""The importance of such a fact."""


def opening_topic(pack: Pack, topics: Sequence[str]) -> str:
    """The topic that has most of what everybody should know, the first one of several; it introduces the rest."""
    return max(topics, key=lambda topic: _count(pack, topic))


def first_steps(pack: Pack, topics: Sequence[str]) -> list[str]:
    """The facts to begin with, in the order of the text; none where nothing is marked as important."""
    if not topics:
        return []
    topic = opening_topic(pack, topics)
    own = (entry for entry in pack.entries(topic) if entry.topic == topic)
    return [one.id for one in own if one.importance == EVERYBODY_SHOULD_KNOW and one.wordings and not one.tags][
        :FIRST_STEPS
    ]


def _count(pack: Pack, topic: str) -> int:
    """How many facts of a topic one could begin with."""
    own = (kind for kind in pack.alike(topic) if kind.is_own and not kind.tags)
    return sum(kind.with_wordings for kind in own if kind.importance == EVERYBODY_SHOULD_KNOW)
