"""Answers of a player at moments, for the tests of what they come to."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from quizgame.banks.pack import Pack
from quizgame.game.events import Answered
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.gap import GapQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from tests.game.strategies import bank, day, events, fact, pack_of, term

START = datetime(2026, 3, 27, 17, tzinfo=UTC)
PACK = pack_of(
    bank("north", [fact("a"), fact("b"), *events("n", [day(0), day(900)])], terms=[term("t1"), term("t2")]),
    bank("east", [fact("c"), *events("e", [day(2500)])], terms=[term("t3"), term("t4")], borrows=["a"]),
    bank("south", [fact("d")], borrows=["b"]),
)


def answered(facts: Sequence[str] = ("a",), right: Sequence[bool] = (True,), **changes: Any) -> Answered:
    """An answer to one question, or to an ordering where there are several facts."""
    about: dict[str, Any] = {
        "round": "r1",
        "place": 0,
        "attempt": 0,
        "moment": START,
        "pack": PACK.id,
        "revision": PACK.revision,
        "topic": "north",
        "question": "q",
        "facts": tuple(facts),
        "facts_right": tuple(right),
        "shown": ("yes", "no", "perhaps"),
        "response": (0,) if all(right) else (1,),
        "credit": float(all(right)),
        "points": 100 * all(right),
        "milliseconds": 1000,
        "mode": "today",
        "kind": ChoiceQuestion.kind,
    }
    return Answered(**(about | changes))


def days_later(days: float) -> datetime:
    """A moment so many spans of 24 hours after the first one."""
    return START + timedelta(days=days)


@st.composite
def histories(draw: st.DrawFn, pack: Pack = PACK, most: int = 25) -> list[Answered]:
    """Answers of every kind over some weeks; now and then to another pack, to a fact that is gone, or a seen one."""
    moment, found = START, []
    for place in range(draw(st.integers(0, most))):
        moment += draw(st.sampled_from([timedelta(seconds=20), timedelta(hours=9), timedelta(days=1), timedelta(9)]))
        kind = draw(st.sampled_from(["choice", "choice", "choice", "ordering", "gap"]))
        some = draw(st.lists(st.sampled_from(["n0", "n1", "e0"]), min_size=3, max_size=3, unique=True))
        facts = some if kind == OrderingQuestion.kind else [draw(st.sampled_from(["a", "b", "c", "t1", "gone"]))]
        right = [draw(st.booleans()) for _ in facts]
        found.append(
            answered(
                facts,
                right,
                round=f"r{place // 5}",
                place=place % 5,
                moment=moment,
                pack=draw(st.sampled_from([pack.id] * 9 + ["another"])),
                topic=draw(st.sampled_from(pack.topics)),
                question="growing-all" if kind == GapQuestion.kind else f"q-{facts[0]}",
                response=draw(st.permutations(range(3)).map(tuple)) if len(facts) > 1 else (0 if right[0] else 1,),
                mode=draw(st.sampled_from(["today", "practice", "daily"])),
                kind=kind,
                seen=draw(st.integers(0, 9)) == 0,
            )
        )
    return found
