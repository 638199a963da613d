"""Twenty thousand keys, clicks, drags, turns of the wheel and sizes, over all screens: whatever comes, the game stands.

A seed that fails is done again with `pytest tests/tui/test_monkey.py -k 'harm[SEED]'`; its last actions are printed.
"""

import gc
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.screen import Screen

from quizgame.game.events import Answered
from quizgame.learning.figures import Figures
from quizgame.session import session
from quizgame.tui.app import QuizApp
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import MARK, Row
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.event_list import EventList
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.tui.widgets.ordering import Ordering
from tests.tui.clock import Clock
from tests.tui.monkey import Action, Monkey, hand_over
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import NOTE, choices, events, world

SEEDS = range(1, 6)
ACTIONS = 4_000
"""Of each seed."""
BURST = 25
"""So many actions come at once, faster than anything can happen between them."""
LOOK = 4
"""After so many bursts the screen and the figures are looked at."""
COUNT = 40
"""After so many bursts everything that is in memory is counted."""
DEEPEST = 6
"""Home, the ways to play with dates, a game, its notes, help and the palette."""
MOST_LEFT_BEHIND = 4
"""So many screens that were left may be in memory still."""
MOST_OBJECTS = 40
"""So many more objects than at first may be in memory for each action: an answer has some hundred."""
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


def figures_are_those_of(game: Stage, answers: Iterable[Answered]) -> None:
    assert game.session.figures == Figures.of(game.session.pack, answers)
    assert not game.session.keeper.unsaved


def mark_is_in_view(game: Stage) -> None:
    """What Enter or Space would take, after an arrow key."""
    page, marked = game.screen, game.screen.focused
    if not isinstance(page, Page) or page.too_small:
        return
    if isinstance(marked, Choices):
        assert not marked.open or any(f"{MARK} {1 + (marked.marked or 0)}" in row for row in game.rows()), game.text
    elif isinstance(marked, Ordering | GrowingLine):
        assert not marked.open or MARK in game.text or IN_HAND in game.text, game.text
    elif isinstance(marked, Row | EventList):
        assert MARK in game.text, game.text


async def objects_in_memory(game: Stage) -> int:
    """How many there are; asserts that screens that were left are not among them for ever."""
    for room in game.app.screen_stack:
        for widget in room.walk_children(with_self=True):
            widget.check_idle()  # a widget of Textual holds its last message, and so whoever sent it, until the next one
    await game.calm()
    gc.collect()
    objects = gc.get_objects()
    screens = [thing for thing in objects if isinstance(thing, Screen)]
    assert len(screens) <= len(game.app.screen_stack) + MOST_LEFT_BEHIND, screens
    return len(objects)


@pytest.mark.thorough
@pytest.mark.usefixtures("no_way_out")
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_monkey_does_no_harm(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(session, "CHANCE", random.Random(seed))
    facts = {"rain": choices("rain", 8), "wind": [*choices("wind", 5), *events("wind", 14)]}
    banks = world(tmp_path / "banks", facts, note=NOTE)
    monkey, seen, at_first = Monkey(seed), set[str](), 0
    async with playing(banks, tmp_path / "saves") as game:
        try:
            while monkey.done < ACTIONS:
                await do(game, clock, [monkey.act() for _ in range(BURST)])
                game_stands(game)
                seen |= {type(room).__name__ for room in game.app.screen_stack}
                bursts = monkey.done // BURST
                if bursts % LOOK == 0:
                    await do(game, clock, [Action("key", "down")])
                    mark_is_in_view(game)
                    figures_are_those_of(game, game.session.keeper.answers)
                if bursts % COUNT == 0:
                    objects = await objects_in_memory(game)
                    at_first = at_first or objects
                    print(monkey.done, objects, game.session.figures.answers)
                    assert objects < at_first + MOST_OBJECTS * monkey.done
        except BaseException:
            print(f"seed {seed}, after {monkey.done} actions, on {game.app.screen_stack}; the last ones:")
            print(*monkey.last, sep="\n")
            raise
        pack = game.session.pack
        figures = game.session.figures
    assert figures == Figures.of(pack, answers_in(tmp_path / "saves"))
    assert len(seen) >= 8, seen
