"""What an answer costs, counted: it lays the screen out at most once, and paints at most one picture. And what the
start costs, and a screen that opens.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from quizgame.game.play.phases import Phase
from quizgame.tui.widgets.date_box import YearInput
from quizgame.tui.widgets.ordering import Ordering
from tests.tui.stage import Stage, playing
from tests.tui.worlds import choices, events, world

MOST_BYTES = 6_000
"""Of an answer or a new question in a window of 100 × 30; all of it painted anew would be 12,000."""

MOST_AT_START, MOST_BYTES_AT_START = 12, 56_000
"""Layouts and pictures, and the bytes of all of them, until the first screen shows all that is known: 8, and 35,000; a
machine that does other things at the same time needs a few more."""
MOST_STYLED_AGAIN = 2
"""What takes the focus when a screen opens looks different then."""


@dataclass
class Counts:
    """Since it was last cleared."""

    layouts: int = 0
    pictures: int = 0
    bytes: int = 0

    def clear(self) -> None:
        self.layouts = self.pictures = self.bytes = 0

    @property
    def is_one_picture(self) -> bool:
        return self.layouts <= 1 and self.pictures == 1 and self.bytes < MOST_BYTES


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    made, layout, display = Counts(), Screen._refresh_layout, App._display

    def counted_layout(screen: Screen[Any], *args: Any, **more: Any) -> None:
        made.layouts += 1
        layout(screen, *args, **more)

    def counted_picture(app: App[Any], screen: Screen[Any], picture: Any) -> None:
        if isinstance(picture, CompositorUpdate):
            made.pictures += 1
            made.bytes += len(picture.render_segments(app.console).encode())
        display(app, screen, picture)

    monkeypatch.setattr(Screen, "_refresh_layout", counted_layout)
    monkeypatch.setattr(App, "_display", counted_picture)
    return made


async def cost(game: Stage, counts: Counts, key: str, phase: Phase) -> Counts:
    """Of a key, once the round is in its next phase and nothing is left to be painted."""
    await rest(game)
    counts.clear()
    game.hold(key, 1)
    await game.phase(phase)
    await rest(game)
    return Counts(counts.layouts, counts.pictures, counts.bytes)


async def rest(game: Stage) -> None:
    """Until two looks at the screen, each two of its frames apart, find nothing to do."""
    for _ in range(2):
        await asyncio.sleep(2 / 60)
        await game.calm()


@pytest.mark.usefixtures("quick")
async def test_an_answer_is_one_picture_and_so_is_the_next_question(tmp_path: Path, counts: Counts) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 8)})
    async with playing(banks, tmp_path / "saves", size=(100, 30), questions="3") as game:
        for _ in range(2):
            assert (verdict := await cost(game, counts, "1", Phase.SHOWING)).is_one_picture, verdict
            assert (asked := await cost(game, counts, "enter", Phase.ASKING)).is_one_picture, asked


async def test_nothing_is_painted_while_a_date_is_thought_about(tmp_path: Path, counts: Counts) -> None:
    banks = world(tmp_path / "banks", {"snow": events("snow", 12)})
    async with playing(banks, tmp_path / "saves", size=(100, 30), mode="dates", questions="2") as game:
        assert isinstance(game.screen.focused, YearInput)
        await rest(game)
        counts.clear()
        await asyncio.sleep(0.6)  # a cursor that blinks does so every half second
        assert counts.pictures == 0


@pytest.mark.usefixtures("quick")
async def test_so_is_an_ordering_and_each_card_that_is_placed(tmp_path: Path, counts: Counts) -> None:
    banks = world(tmp_path / "banks", {"snow": events("snow", 12)})
    async with playing(banks, tmp_path / "saves", size=(100, 30), mode="orderings", questions="2") as game:
        ordering = game.quiz.query_one(Ordering)
        while not ordering.board.complete:
            assert (placed := await cost(game, counts, "1", Phase.ASKING)).is_one_picture, placed
        assert (verdict := await cost(game, counts, "enter", Phase.SHOWING)).is_one_picture, verdict
        assert (asked := await cost(game, counts, "enter", Phase.ASKING)).is_one_picture, asked


async def test_a_start_paints_few_pictures(tmp_path: Path, counts: Counts) -> None:
    banks = world(tmp_path / "banks", {f"rain-{number}": choices(f"rain-{number}", 8) for number in range(20)})
    async with playing(banks, tmp_path / "saves", size=(100, 30)) as game:
        await rest(game)
        assert max(counts.layouts, counts.pictures) <= MOST_AT_START, counts
        assert counts.bytes <= MOST_BYTES_AT_START, counts


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("key", ["t", "r", "p", "o", "w", "i", "question_mark"])
async def test_a_screen_that_opens_has_its_styles_found_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 8)})
    styled: list[DOMNode] = []
    apply = Stylesheet.apply

    def counted(sheet: Stylesheet, node: DOMNode, **more: Any) -> None:
        styled.append(node)
        apply(sheet, node, **more)

    async with playing(banks, tmp_path / "saves", size=(100, 30)) as game:
        await game.press(key)
        await rest(game)
        await game.press("escape")  # its style sheets are read now
        await rest(game)
        monkeypatch.setattr(Stylesheet, "apply", counted)
        await game.press(key)
        await rest(game)
        parts = list(game.screen.walk_children(with_self=True))
        found = sum(node in parts for node in styled)
        assert len(parts) <= found <= len(parts) + MOST_STYLED_AGAIN, [part for part in parts if styled.count(part) > 1]
