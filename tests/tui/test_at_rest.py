"""A screen at which nobody does anything does nothing: no timer runs, so nothing is painted and no power is used."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.timer import Timer
from textual.widgets._toast import Toast

from quizgame.tui.screens.class_playing import ClassPlaying
from tests.tui.pseudo_walk import ALONE
from tests.tui.stage import Stage, playing
from tests.tui.steps import Step, take
from tests.tui.worlds import NOTE, choices, events, world

SOON = 5.0
"""Seconds after which whatever moves has come to rest."""


def awake(game: Stage) -> list[str]:
    """The timers that run, each with what it belongs to; short messages take theirs along when they go away."""
    pumps = [game.app, *(part for screen in game.app.screen_stack for part in screen.walk_children(with_self=True))]
    return [
        f"{timer.name} of {pump}"
        for pump in pumps
        if not isinstance(pump, Toast)
        for timer in pump._timers
        if runs(timer)
    ]


def runs(timer: Timer) -> bool:
    return timer._task is not None and not timer._task.done() and timer._active.is_set()


async def not_at_rest(game: Stage, ways: Iterable[tuple[str, tuple[Step, ...]]]) -> list[str]:
    """Go from screen to screen; returns what does not come to rest on them."""
    found = []
    for name, keys in ways:
        await take(game, keys)
        await game.settled()
        try:
            await game.until(lambda: not awake(game), seconds=SOON)
        except AssertionError:
            found.append(f"{name}: {awake(game)}")
    return found


@pytest.mark.usefixtures("quick")
async def test_every_screen_comes_to_rest(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 12), "snow": events("snow", 8)}, note=NOTE)
    async with playing(banks, tmp_path / "saves", size=(100, 30)) as game:
        assert not await not_at_rest(game, (*ALONE, ("commands", ("ctrl+p",))))


@pytest.mark.usefixtures("quick")
async def test_so_does_a_round_of_a_class_without_a_clock(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 12)})
    async with playing(banks, tmp_path / "saves", size=(100, 30)) as game:
        ways = ("set-up", ("c",)), ("teams", ("enter",)), ("question", ("enter",)), ("verdict", ("a", "enter"))
        assert not await not_at_rest(game, ways)
        assert isinstance(game.screen, ClassPlaying)
