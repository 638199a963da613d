"""Thousands of keys, clicks, drags, turns of the wheel and sizes, over all screens: whatever comes, the game stands.

A seed that fails is done again with `pytest tests/tui/test_monkey.py -k 'harm[SEED]'`; its last actions are printed.
"""

import gc
import random
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.screen import Screen
from textual.widget import Widget

import quizgame
from quizgame.learning.figures import Figures
from quizgame.paper.desk import Saved
from quizgame.session import session, voice
from quizgame.tui.app import QuizApp
from quizgame.tui.parts.big import in_blocks
from quizgame.tui.parts.listing import Listing
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import MARK, Row
from quizgame.tui.screens.class_setup import ClassSetup
from quizgame.tui.widgets import report_line
from quizgame.tui.widgets.blocks import Blocks
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.tui.widgets.ordering import Ordering
from tests.often import often
from tests.tui.clock import Clock
from tests.tui.monkey import Action, Monkey, hand_over
from tests.tui.stage import Stage, answers_and_guesses_in, playing
from tests.tui.worlds import NOTE, choices, events, world

SEEDS = range(1, 1 + often(2, 8))
ACTIONS = 4_000
"""Of each seed."""
BURST = 50
"""So many actions come at once, faster than anything can happen between them."""
LOOK = 5
"""After so many bursts the screen and the figures are looked at, and it goes elsewhere."""
COUNT = 25
"""After so many bursts everything that is in memory is counted."""
DEEPEST = 6
"""Home, the ways to play with dates, a game, its notes, help and the palette."""
MOST_SCREENS, MOST_WIDGETS, MOST_GROWTH = 4, 200, 1.5
"""What may be in memory: screens and widgets that were left, and all objects against those after the second part."""
MANY_ROOMS = 7
"""So many kinds of screens each seed comes to, of twelve."""
IN_HAND = "↕"


@pytest.fixture
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A monkey would leave too soon."""

    async def stay(app: QuizApp) -> None:
        """Do not leave."""

    monkeypatch.setattr(QuizApp, "action_quit", stay)
    monkeypatch.setattr(QuizApp, "action_interrupt", lambda app: None)


async def do(game: Stage, clock: Clock, actions: Iterable[Action]) -> None:
    """All of it at once, and then let it do its work."""
    for action in actions:
        if action.what == "rest":
            clock.rest()
        hand_over(game.app, action)
    await game.calm()


def game_stands(game: Stage) -> None:
    game.goes_on()
    assert game.app.return_code is None
    rooms = game.app.screen_stack
    assert len(rooms) <= DEEPEST, rooms
    assert len(set(map(type, rooms))) == len(rooms), rooms


def figures_are_kept_up(game: Stage) -> None:
    """Those of the player; while a class plays the answers that are at hand are its own."""
    keeper = game.session.keeper
    if any(isinstance(room, ClassSetup) for room in game.app.screen_stack):
        return
    counted_anew = Figures.of(game.session.pack, keeper.answers, keeper.guesses)
    assert game.session.figures.parts == counted_anew.parts
    assert not game.session.keeper.unsaved


def mark_is_in_view(game: Stage) -> None:
    """What Enter or Space would take, after an arrow key."""
    page, marked = game.screen, game.screen.focused
    if not isinstance(page, Page) or page.too_small:
        return
    if isinstance(marked, Blocks):
        assert marked.marked is None or MARK in game.text, game.text
    elif isinstance(marked, Choices):
        if marked.open and marked.marked is not None:
            assert f"{MARK} {1 + marked.marked}" in game.text, game.text
    elif isinstance(marked, Ordering | GrowingLine):
        assert not marked.open or MARK in game.text or IN_HAND in game.text, game.text
    elif isinstance(marked, Row | Listing):
        assert MARK in game.text, game.text


async def objects_in_memory(game: Stage) -> int:
    """How many there are; asserts that what was left is not among them for ever."""
    rooms = game.app.screen_stack
    there = [widget for room in rooms for widget in room.walk_children(with_self=True)]
    for widget in there:
        widget.check_idle()  # a widget holds its last message, and so whoever sent it, until the next one
    await game.calm()
    gc.collect()
    objects = gc.get_objects()
    assert sum(isinstance(thing, Screen) for thing in objects) <= len(rooms) + MOST_SCREENS
    assert sum(isinstance(thing, Widget) for thing in objects) <= len(there) + MOST_WIDGETS
    return len(objects)


@pytest.fixture(scope="module")
def everything_is_loaded() -> None:
    """What is imported only when a screen needs it, and the large letters, are no growth."""
    for module in walk_packages(quizgame.__path__, "quizgame."):
        if module.name != "quizgame.__main__":
            import_module(module.name)
    in_blocks("Abc", 80)


@pytest.mark.thorough
@pytest.mark.usefixtures("no_way_out", "everything_is_loaded")
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_monkey_does_no_harm(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(session, "CHANCE", random.Random(seed))
    monkeypatch.setattr(voice, "voice_command", lambda language: None)  # nobody wants to hear it
    monkeypatch.chdir(tmp_path)  # where a player that is exported goes
    monkeypatch.setattr(report_line, "save_report", lambda *_: Saved("", is_written=True))  # it may name any folder
    facts = {"rain": choices("rain", 8), "wind": [*choices("wind", 5), *events("wind", 14)]}
    banks = world(tmp_path / "banks", facts, note=NOTE)
    monkey, seen, counted, bursts = Monkey(seed), set[str](), list[int](), 0
    async with playing(banks, tmp_path / "saves") as game:
        try:
            while monkey.done < ACTIONS:
                await do(game, clock, [monkey.act() for _ in range(BURST)])
                game_stands(game)
                bursts += 1
                seen |= {type(room).__name__ for room in game.app.screen_stack}
                if bursts % LOOK == 0:
                    await do(game, clock, [Action("key", "down")])
                    mark_is_in_view(game)
                    figures_are_kept_up(game)
                    for action in monkey.way():
                        clock.rest()
                        await do(game, clock, [action])
                        seen.add(type(game.screen).__name__)
                if bursts % COUNT == 0:
                    objects = await objects_in_memory(game)
                    counted.append(objects)  # Textual's caches are full after the second part
                    assert objects < MOST_GROWTH * max(counted[:2]) or len(counted) <= 2
        except BaseException:
            print(f"seed {seed}, after {monkey.done} actions, on {game.app.screen_stack}; the last ones:")
            print(*monkey.last, sep="\n")
            raise
        played = game.session
    kept = answers_and_guesses_in(tmp_path / "saves", played.keeper.player)
    assert played.figures.parts == Figures.of(played.pack, *kept).parts
    assert len(seen) >= MANY_ROOMS, seen
