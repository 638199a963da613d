"""What the player remembers of a pack, for programs that can go on with it."""

from quizgame.exchange.neutral import Remembered
from quizgame.learning.memory import WANTED_RECALL
from quizgame.session.clock import now
from quizgame.session.session import Session


def remembered(session: Session) -> dict[str, Remembered]:
    """The memory of each fact and term of the pack that was asked, by its id."""
    today = now().date()
    found = {}
    banks = session.pack.banks
    for name in [
        *(fact.id for bank in banks for fact in bank.facts),
        *(term.id for bank in banks for term in bank.terms),
    ]:
        known = session.figures.known(name)
        if (memory := known.memory) is None:
            continue
        found[name] = Remembered(
            stability=memory.stability,
            difficulty=memory.difficulty,
            wanted=WANTED_RECALL,
            last=int(memory.last.timestamp()),
            interval=memory.interval,
            due_in=(memory.due - today).days,
            reviews=max(1, known.right + known.lapses),
            lapses=known.lapses,
        )
    return found
