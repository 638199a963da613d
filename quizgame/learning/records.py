"""Own bests of the growing timeline."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgame.game.events import Answered


@dataclass(frozen=True, slots=True)
class Record:
    """A game that was played."""

    right: int
    cards: int

    def after(self, answer: Answered) -> "Record":
        """One card later."""
        return Record(self.right + (all(answer.facts_right) and not answer.seen), self.cards + 1)


def best_of(records: Iterable[Record]) -> Record | None:
    """The game with the most cards in a right gap, or None before the first one."""
    return max(records, key=lambda record: record.right, default=None)
