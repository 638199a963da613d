"""Every screen at four sizes: it fits, what matters can be read, and lines are short."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color_triplet import ColorTriplet

from quizgame.game.play.phases import Phase
from quizgame.learning.resolution import Resolution
from quizgame.tui.screens.results import Results
from quizgame.tui.screens.topic_list import TopicRow
from quizgame.tui.widgets.ordering import Ordering
from quizgame.wording.answers import prompt_of
from tests.tui.long_pack import EXPLANATION, OPTIONS, TITLE, WHY, long_pack
from tests.tui.stage import Stage, playing

pytestmark = pytest.mark.usefixtures("quick")

SIZES = [(60, 20), (80, 24), (100, 30), (160, 50)]
COLUMN, WIDE, TWO_COLUMNS, LEFT_COLUMN = 76, 120, 136, 72
"""The widest text; from which width on two may stand side by side; how much both take, and the left one."""
SHIPPED = Path(__file__).parents[2] / "question_banks"


@asynccontextmanager
async def game_of(folder: Path, topics: str, **wishes: str) -> AsyncIterator[Stage]:
    """A game of long texts in the largest window."""
    async with playing(long_pack(folder / "banks"), folder / "saves", size=SIZES[-1], topics=topics, **wishes) as game:
        yield game


async def each_size(game: Stage) -> AsyncIterator[tuple[int, int]]:
    """Give the window each size in turn."""
    for size in reversed(SIZES):
        await game.pilot.resize_terminal(*size)
        await game.settled()
        yield size


def squeezed(text: str) -> str:
    """Without white space, the line between neighbors and the edges of panels, as lines may break anywhere."""
    return "".join(text.replace("│", "").replace("▌", "").split())


def fits(game: Stage, *keys: str) -> None:
    """No row is wider than the window, no text wider than the column, and these keys are named at the bottom."""
    width, height = game.app.size
    strips = list(game.screen._compositor.render_strips())
    assert [strip.cell_length for strip in strips] == [width] * height
    *page, bottom = game.rows()
    written = [row[: width - 1] for row in page if row[: width - 1].strip()]  # the last cell is the scrollbar's
    left = min(cell_len(row) - cell_len(row.lstrip()) for row in written)
    right = max(cell_len(row.rstrip()) for row in written)
    assert right - left <= (TWO_COLUMNS if width >= WIDE else COLUMN)
    assert max(cell_len(text) for row in written for text in re.split(" {3,}|│", row.strip())) <= COLUMN
    assert abs(left - (width - right)) <= COLUMN or width <= COLUMN
    for key in (*keys, "? help"):
        assert key in bottom, game.text


def can_be_read(game: Stage, *texts: str) -> None:
    """All of these texts are on the screen, in a wide window each in one of two columns."""
    width = game.app.size.width
    rows = [row[: width - 1] for row in game.rows()]
    cuts = [0, width, (width - TWO_COLUMNS) // 2 + LEFT_COLUMN] if width >= WIDE else [0, width]
    pages = [squeezed("".join(row[a:b] for row in rows)) for a in cuts for b in cuts if a < b]
    for text in texts:
        assert any(squeezed(text) in page for page in pages), game.text


async def test_home_with_the_banks_that_ship(tmp_path: Path) -> None:
    async with playing(SHIPPED, tmp_path / "saves", size=SIZES[0]) as game:
        async for size in each_size(game):
            fits(game, "Enter play")
            can_be_read(game, game.session.pack.title, "▸ Play", "Play today's 12", "12 new")
            assert game.text.count("not tried yet") >= (10 if size[1] >= 50 else 6)
            can_be_read(game, "Flashcards", "Line of the day", "From a file")
        rows = list(game.screen.query(TopicRow))
        await game.walk(rows[0].title)
        for row in rows:
            if row is not rows[0]:
                await game.press("down")
            if row in (rows[0], rows[len(rows) // 2], rows[-1]):
                await game.reads(f"▸ ○ {row.title}")
                fits(game, "Enter play", "Space tick")
        await game.press(*["up"] * (len(rows) + 10))
        await game.reads("▸ Play")


async def test_a_question_with_long_options(tmp_path: Path) -> None:
    async with game_of(tmp_path, "facts", questions="1") as game:
        async for _ in each_size(game):
            fits(game, "1 2 3 4 answer", "x don't know", "q leave")
            can_be_read(game, TITLE, "1 of 1", game.choice.prompt, *OPTIONS)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_marked_option_is_in_view_in_both_directions(tmp_path: Path, size: tuple[int, int]) -> None:
    async with game_of(tmp_path, "facts", questions="1") as game:
        await game.pilot.resize_terminal(*size)
        await game.settled()
        for key, place in [*(("down", n) for n in range(4)), *(("up", n) for n in (2, 1, 0, 3)), ("down", 0)]:
            await game.press(key)
            await game.settled()
            can_be_read(game, f"▸ {place + 1} {game.choice.options[place].text}")
            if place == 0:
                can_be_read(game, game.choice.prompt)


async def test_the_marked_option_stays_in_view_when_the_window_shrinks(tmp_path: Path) -> None:
    async with game_of(tmp_path, "facts", questions="1") as game:
        await game.press("up")
        async for _ in each_size(game):
            can_be_read(game, f"▸ 4 {game.choice.options[3].text}")


async def test_the_feedback_of_a_question_with_long_texts(tmp_path: Path) -> None:
    async with game_of(tmp_path, "facts", questions="1") as game:
        async for _ in each_size(game):
            await game.answer(right=False)
            await game.settled()
            fits(game, "Enter next", "w study note", "u undo", "q leave")
            can_be_read(game, "✗ Not yet", WHY, EXPLANATION, ", paragraph")
            await game.press("pageup")
            await game.settled()
            can_be_read(game, game.choice.prompt)
            await game.press("pagedown")
            await game.settled()
            can_be_read(game, "✗ Not yet", WHY, EXPLANATION, ", paragraph")
            await game.press("u")
            await game.phase(Phase.ASKING)
            await game.settled()
            can_be_read(game, game.choice.prompt, *OPTIONS)


async def test_an_ordering_of_four_long_cards_and_its_reveal(tmp_path: Path) -> None:
    async with game_of(tmp_path, "cards", seed="OWL-7") as game:
        async for width, _ in each_size(game):
            cards = game.ordering.events
            labels = [event.label for event in cards]
            latest_first = sorted(cards, key=lambda event: event.date.earliest, reverse=True)
            fits(game, "1 2 3 4 place", "Enter done", "q leave", *["Space grab, drop", "↑↓ move"] * (width >= 80))
            can_be_read(game, TITLE[:17], prompt_of(game.ordering), "Still to place", *labels)
            await game.press(*(str(latest_first.index(card) + 1) for card in cards), "enter")
            await game.phase(Phase.SHOWING)
            await game.settled()
            fits(game, "Enter next", "w study note", "u undo", "q leave")
            can_be_read(game, "Move", "w shows the study note of each")
            await game.press("u")
            await game.phase(Phase.ASKING)
            await game.settled()


async def test_the_card_that_moves_stays_in_view_among_six(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Resolution, "cards", 6)
    async with game_of(tmp_path, "cards", questions="5") as game:
        await game.pilot.resize_terminal(*SIZES[0])
        await game.settled()
        board = game.quiz.query_one(Ordering).board
        assert len(game.ordering.events) == 6
        for key in [*["down"] * 5, *["up"] * 11, "6", "space", *["up"] * 6]:
            await game.press(key)
            await game.settled()
            card = board.held if board.held is not None else board.card_at(board.cursor)
            mark = "↕" if board.held is not None else "▸"
            label = game.ordering.events[card].label if card is not None else "· · ·"
            place = str(board.cursor + 1) if board.cursor < 6 else ""
            can_be_read(game, f"{mark} {place} {label}")


async def test_results_with_long_texts(tmp_path: Path) -> None:
    async with game_of(tmp_path, "facts", questions="2") as game:
        prompts = [prompt_of(question) for question in game.round.questions]
        for _ in range(2):
            await game.answer(right=False)
            await game.go_on()
        await game.comes(Results)
        async for _ in each_size(game):
            fits(game, "Enter open", "q home")
            can_be_read(game, "0 of 2 right", "▸ Practise the 2 you missed", "Play on")
            await game.walk("Look at every question")
            for prompt in prompts:
                await game.press("down")
                await game.settled()
                can_be_read(game, prompt)
            await game.press(*["up"] * 6)


def hues(game: Stage) -> Iterator[ColorTriplet]:
    """The colors on the screen."""
    for row in game.segments():
        for segment in row:
            for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                if color is not None and color.triplet is not None:
                    yield color.triplet


async def test_without_color_right_and_wrong_are_told_by_signs_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with game_of(tmp_path, "facts", questions="2") as game:
        await game.answer(right=False)
        assert all(color.red == color.green == color.blue for color in hues(game))
        can_be_read(game, "✗ Not yet", "your answer", "the answer")
        await game.go_on()
        await game.answer()
        can_be_read(game, "✓ Right", "your answer")
