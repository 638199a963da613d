"""Own bests of the growing timeline."""

from dataclasses import dataclass

from quizgame.game.events import Answered


@dataclass(frozen=True, slots=True)
class Record:
    """A game that was played."""

    right: int = 0
    cards: int = 0

    def after(self, answer: Answered) -> "Record":
        """One card later."""
        return Record(self.right + (all(answer.facts_right) and not answer.seen), self.cards + 1)


@dataclass(frozen=True, slots=True)
class Games:
    """All games of one kind on the same topics: the one that was played last, and the best of those before it."""

    round: str
    last: Record = Record()
    before: Record | None = None

    def after(self, answer: Answered) -> "Games":
        """One card later, of the same game or of another one."""
        if answer.round == self.round:
            return Games(self.round, self.last.after(answer), self.before)
        return Games(answer.round, Record().after(answer), self.best)

    @property
    def best(self) -> Record:
        """The game with the most cards in a right gap, the first of several."""
        return self.last if self.before is None or self.last.right > self.before.right else self.before
