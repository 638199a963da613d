"""A card that moves is painted within two frames.

A frame is a sixtieth of a second, Textual's clock, or what one changed text of a trivial app takes in the same run,
where that is more.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from quizgame.tui.widgets.ordering import Ordering
from tests.tui.stage import playing
from tests.tui.worlds import events, world

MOVES = 30
FRAME_SECONDS = 1 / 60
MOST_FRAMES = 2.0


class Trivial(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("0")


async def seconds_until_painted(widget: Widget, change: Callable[[int], None]) -> float:
    """The median time from a change to the first moment after it has been painted."""
    taken = []
    for number in range(MOVES):
        painted = asyncio.Event()
        await asyncio.sleep(0.03)  # begin anywhere between two frames
        started = perf_counter()
        change(number)
        widget.call_after_refresh(painted.set)
        await painted.wait()
        taken.append(perf_counter() - started)
    return median(taken)


async def of_a_changed_text() -> float:
    app = Trivial()
    async with app.run_test():
        text = app.query_one(Static)
        return await seconds_until_painted(text, lambda number: text.update(str(number)))


async def of_a_moved_card(banks: Path, saves: Path) -> float:
    async with playing(banks, saves, mode="orderings", seed="OWL-7") as game:
        ordering = game.quiz.query_one(Ordering)
        ordering.action_put(0)
        ordering.action_grab()
        return await seconds_until_painted(ordering, lambda number: ordering.action_move(-1 if number % 2 else 1))


@pytest.mark.benchmark
async def test_a_move_is_painted_within_two_frames(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"snow": events("snow", 12)})
    ratios = []
    for attempt in range(3):  # a machine that does other things at the same time gets another chance
        text = await of_a_changed_text()
        move = await of_a_moved_card(banks, tmp_path / str(attempt))
        ratios.append(move / max(FRAME_SECONDS, text))
        print(f"\na changed text {1000 * text:.1f} ms, a moved card {1000 * move:.1f} ms, {ratios[-1]:.2f} frames")
        if ratios[-1] <= MOST_FRAMES:
            return
    pytest.fail(f"{ratios} frames, at most {MOST_FRAMES} are wanted")
