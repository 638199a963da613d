"""The list of commands survives every key, however early it comes and however little room there is."""

import random
from pathlib import Path

import pytest
from textual.command import CommandPalette

from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.settings import SettingsPage
from tests.often import often
from tests.packs import write_pack
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
SIZES = [(80, 4), (80, 1), (1, 30), (1, 1)]


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)})


def mash(game: Stage, *keys: str) -> None:
    """Press keys faster than anything can happen between them."""
    for key in keys:
        game.hold(key, 1)


async def home(game: Stage) -> None:
    """Leave whatever a key has opened."""
    while not isinstance(game.screen, Home):
        await game.press("escape")


async def test_a_key_that_comes_with_the_palette_does_no_harm(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        for key in KEYS:
            mash(game, "ctrl+p", key)
            await game.settled()
            mash(game, key, key, "escape", "escape")
            await game.settled()
            assert game.app.return_code is None, key
            await home(game)


@pytest.mark.parametrize("which", range(4))
async def test_keys_in_a_palette_without_room_do_no_harm(banks: Path, tmp_path: Path, which: int) -> None:
    """Two sizes without height, two without width; each pair gets all the keys."""
    size, keys = SIZES[which], KEYS[which % 2 :: often(2, 1)]
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        for key in keys:
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
        for _ in range(often(12, 60)):
            if not isinstance(game.screen, CommandPalette):
                await game.pilot.resize_terminal(80, 30)
                await game.settled()
            mash(game, "ctrl+p", *chance.choices([*KEYS[:-1], "escape"], k=chance.randint(1, 6)))
            if chance.random() < 0.5:
                await game.pilot.resize_terminal(chance.choice([1, 20, 80]), chance.choice([1, 4, 30]))
            await game.settled()
            assert game.app.return_code is None


async def choose(game: Stage, typed: str) -> None:
    """Open the list, type, and take the first command."""
    await game.press("ctrl+p")
    await game.until(lambda: isinstance(game.screen, CommandPalette))
    for letter in typed:
        await game.press("space" if letter == " " else letter)
    await game.until(lambda: game.says(typed))
    await game.settled()
    await game.press("enter")
    if isinstance(game.screen, CommandPalette):
        await game.press("enter")


async def test_the_list_names_modes_topics_texts_colors_and_settings_with_their_keys(tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    world(banks, {"rain": choices("rain", 8)})
    write_pack(banks, name="space")
    async with playing(banks, tmp_path / "saves", size=(100, 60)) as game:
        await game.press("ctrl+p")
        await game.reads("Flashcards f", "Progress p", "Quit q", "Play: When was it?", "Setting: Bell")
        await game.reads("Colors: High contrast", "Topic: ")
        assert not game.says("Up ")
        await game.press("escape")
        await choose(game, "bell")
        await game.until(lambda: isinstance(game.screen, SettingsPage))
        assert game.screen.focused is game.screen.query_one("#set-bell")
        await game.press("escape")
        before = game.session.pack.id
        await choose(game, "text: w")
        await game.until(lambda: game.session.pack.id != before)
        await choose(game, "high contrast")
        await game.until(lambda: game.app.theme == "quiz-contrast")
        await choose(game, "mock test")
        await game.until(lambda: isinstance(game.screen, Quiz))
