"""Own bests of the growing timeline."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgame.game.events import Answered


@dataclass(frozen=True, slots=True)
class Record:
    """A game that was played."""

    right: int
    cards: int


def games(answers: Iterable[Answered], pack_id: str, mode: str, scope: str) -> dict[str, Record]:
    """The games of a kind, by round, oldest first."""
    found: dict[str, Record] = {}
    for answer in answers:
        if answer.pack == pack_id and answer.question == f"{mode}-{scope}":
            before = found.get(answer.round, Record(0, 0))
            found[answer.round] = Record(before.right + all(answer.facts_right), before.cards + 1)
    return found


def best(answers: Iterable[Answered], pack_id: str, mode: str, scope: str) -> Record | None:
    """The game with the most cards in a right gap, or None before the first one."""
    return max(games(answers, pack_id, mode, scope).values(), key=lambda record: record.right, default=None)
