"""`kill -9` at any moment of a class's round: nothing acknowledged is lost, and the round goes on at its question."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_start import resumed
from quizgame.saves.files import FILE_NAME
from quizgame.saves.keeper import Keeper
from tests.game.play.classes import EVENTS
from tests.often import often
from tests.saves.samples import MOMENT
from tests.saves.test_kills import Server, server
from tests.session.classes_to_kill import told

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="classes are forked")
KILLS = often(40, 100)


@pytest.fixture(scope="module")
def classes() -> Iterator[Server]:
    yield from server("tests.session.classes_to_kill")


@pytest.mark.thorough
def test_kills_lose_nothing_acknowledged_and_skip_nobodys_turn(classes: Server, tmp_path: Path) -> None:
    rng = random.Random(1)
    before: list[str] = []
    phases = set()
    for kill in range(KILLS):
        acknowledged = classes.killed(tmp_path, f"kill-{kill}", rng.randrange(12))
        if not (tmp_path / FILE_NAME).exists():
            assert not acknowledged
            continue
        keeper = Keeper(tmp_path, MOMENT)
        assert (keeper.notices, keeper.trouble) == ((), None)
        kept: list[str] = []
        if keeper.classes:
            [class_] = keeper.classes
            keeper.turn_to(class_, MOMENT)
            for events in keeper.class_rounds.values():
                in_order = sorted(events, key=lambda event: event.moment)
                kept += map(told, in_order)
                round_ = resumed(EVENTS, events)  # every round is one: nothing is missing in its middle
            phases.add(round_.phase)
        keeper.close(MOMENT)
        assert kept[: len(before)] == before
        new = [line for line in acknowledged if line not in before]  # a start that is resumed is kept once more
        assert kept[len(before) :][: len(new)] == new
        assert len(kept) - len(before) - len(new) in (0, 1)
        before = kept
    assert len(before) > 2 * KILLS
    assert {ClassPhase.ASKING, ClassPhase.SHOWING} <= phases
