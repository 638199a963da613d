"""The list of commands survives every key, however early it comes and however little room there is."""

import random
from pathlib import Path

import pytest
from textual.command import CommandPalette

from tests.repeats import LONG, times
from tests.tui.stage import Stage, playing
from tests.tui.worlds import choices, world

KEYS = [
    "pageup",
    "pagedown",
    "up",
    "down",
    "home",
    "end",
    "ctrl+home",
    "ctrl+end",
    "shift+home",
    "shift+end",
    "a",
    "enter",
]


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)})


def mash(game: Stage, *keys: str) -> None:
    """Press keys faster than anything can happen between them."""
    for key in keys:
        game.hold(key, 1)


@pytest.mark.parametrize("key", KEYS)
async def test_a_key_that_comes_with_the_palette_does_no_harm(banks: Path, tmp_path: Path, key: str) -> None:
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        mash(game, "ctrl+p", key)
        await game.settled()
        mash(game, key, key, "escape", "escape")
        await game.settled()
        assert game.app.return_code is None


@pytest.mark.parametrize("size", [(80, 1), (1, 1), *([(80, 4), (1, 30)] if LONG else [])])
async def test_keys_in_a_palette_without_room_do_no_harm(banks: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        for key in KEYS:
            await game.pilot.resize_terminal(80, 30)
            await game.settled()
            mash(game, "ctrl+p")
            await game.until(lambda: isinstance(game.screen, CommandPalette))
            await game.pilot.resize_terminal(*size)
            mash(game, key, key, "escape", "escape")
            await game.settled()
            assert game.app.return_code is None


async def test_bursts_of_keys_and_sizes_in_the_palette_do_no_harm(banks: Path, tmp_path: Path) -> None:
    chance = random.Random(6)
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        for _ in range(times(15, long=60)):
            if not isinstance(game.screen, CommandPalette):
                await game.pilot.resize_terminal(80, 30)
                await game.settled()
            mash(game, "ctrl+p", *chance.choices([*KEYS[:-1], "escape"], k=chance.randint(1, 6)))
            if chance.random() < 0.5:
                await game.pilot.resize_terminal(chance.choice([1, 20, 80]), chance.choice([1, 4, 30]))
            await game.settled()
            assert game.app.return_code is None
