"""Questions for facts that somebody else chose, one after the other: none gives another one away."""

import random
from collections.abc import Iterable, Sequence

from quizgame.banks.pack import Pack
from quizgame.game.draw.chance import shuffled
from quizgame.game.draw.choices import ask
from quizgame.game.draw.tables import Wording, tables_of
from quizgame.game.kinds.choice import ChoiceQuestion


class Picked:
    """The questions so far. What each costs is told by the number of those before it, not by the size of the pack."""

    def __init__(self, pack: Pack, topics: Sequence[str], rng: random.Random, *, without: Iterable[str] = ()) -> None:
        """`without` are facts that something else asks already."""
        self._pack, self._topics, self._rng = pack, topics, rng
        self._wordings: list[Wording] = []
        self._facts = set(without)

    def __len__(self) -> int:
        return len(self._wordings)

    def add(self, fact: str) -> bool:
        """Ask a fact or term too. False if it has no question in these topics, or none that fits to those before."""
        drawn_by = tables_of(self._pack).drawn_by(fact)
        candidate = next((drawn_by[topic] for topic in self._topics if topic in drawn_by), None)
        if candidate is None or fact in self._facts:
            return False
        for wording in shuffled(tables_of(self._pack).wordings(candidate), self._rng):
            if not any(wording.printed.clashes(other.printed) for other in self._wordings):
                self._wordings.append(wording)
                self._facts.add(fact)
                return True
        return False

    def questions(self) -> list[ChoiceQuestion]:
        """All of them, as they are shown, in the order in which they were added."""
        return [ask(self._pack, wording, self._rng) for wording in self._wordings]
