"""Classes that are made to be killed: one process imports everything once and forks a class for each line it reads.

Run as `python -m tests.session.classes_to_kill`, and spoken to as `tests.saves.players` is. A class goes on with the
round that was left, or begins another, and acknowledges each event once it is kept.
"""

import os
import random
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from quizgame.banks.pack import Pack
from quizgame.game.events import JournalEvent
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.modes import CLASS_MODES
from quizgame.saves.derived import NOTHING, Derived
from quizgame.saves.keeper import Keeper
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.classroom import Classroom, open_classroom
from quizgame.session.clock import now
from tests.game.play.classes import EVENTS, step_of


def told(event: JournalEvent) -> str:
    """An event in one line, its moment as everybody has it."""
    return repr(replace(event, moment=event.moment.astimezone(UTC)))


class Acknowledging(Keeper):
    """Says what was kept."""

    def keep(self, event: JournalEvent, now: datetime, derived: Derived | None = NOTHING) -> None:
        """Keep it, then say so."""
        super().keep(event, now, derived)
        assert self.trouble is None, self.trouble
        print(told(event), flush=True)


def a_class(pack: Pack, folder: Path, seed: str) -> None:
    """Play one round after the other until somebody ends it."""
    rng = random.Random(seed)
    classroom: Classroom = open_classroom((pack,), pack, Acknowledging(folder, now()), "5b")
    left = classroom.unfinished
    sitting: ClassSitting | None = None if left is None else classroom.resume(left)
    while True:
        if sitting is None or sitting.play.phase is ClassPhase.OVER:
            usual = classroom.usual
            length = rng.choice((4, 8, 12))
            chosen = replace(usual.selection, length=length)
            sitting = classroom.begin(replace(usual, mode=rng.choice(CLASS_MODES), selection=chosen))
        step_of(sitting, rng)


def main() -> None:
    """Fork a class for each line of the input."""
    print("ready", flush=True)
    for line in sys.stdin:
        seed, folder = line.split(maxsplit=1)
        pid = os.fork()
        if pid == 0:
            try:
                a_class(EVENTS, Path(folder.strip()), seed)
            finally:
                os._exit(1)
        print(f"player {pid}", flush=True)
        os.waitpid(pid, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main()
