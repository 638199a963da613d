"""Reading: a map of the sections, notes with how far each has come, and a quiz on just what is not known."""

from pathlib import Path

import pytest

from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Outline, Reading, SectionRow
from quizgame.tui.screens.results import Results
from tests.tui.stage import Stage, playing
from tests.tui.worlds import choices, dated, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    silent = {"id": "silent", "text": "Nobody asks for this.", "paragraph": 9}
    return world(tmp_path / "banks", {"rain": [*choices("rain", 3), silent], "wind": [*choices("wind", 2)]})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def learn(game: Stage, fact: str, *, days: float = 30.0) -> None:
    """Let a fact be known so well that it counts as solid."""
    from dataclasses import replace

    from quizgame.learning.memory import Memory
    from quizgame.session.clock import now

    known = game.session.figures.known(fact)
    game.session.figures.parts["fact"][fact] = replace(known, right=3, memory=Memory(days, 5.0, now(), round(days)))


async def test_the_outline_has_a_bar_and_a_word_for_each_section(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        for number in (1, 2):
            await learn(game, f"wind-{number}")
        await game.press("r")
        await game.comes(Outline)
        await game.reads("▸ Rain ░░░░░░░░░░ 0 % ○ new", "Wind ██████████ 100 % ● solid")
        await game.press("down", "enter")
        await game.comes(Reading)
        await game.reads("in the article: WIND", "● Rain 1 of wind falls in the north. paragraph 1 · solid")
        await game.press("escape")
        await game.comes(Outline)
        await game.press("escape")
        await game.comes(Home)


async def test_only_what_is_not_known_is_read_and_asked(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await learn(game, "rain-2")
        await game.press("r", "enter")
        screen = await game.comes(Reading)
        await game.reads("○ Rain 1 of rain", "● Rain 2 of rain", "paragraph 2 · solid", "Nobody asks for this.")
        await game.press("o")
        await game.reads("Only what you don't know yet", "Rain 1 of rain", "Rain 3 of rain")
        assert not game.says("Rain 2 of rain")
        assert not game.says("Nobody asks")
        assert [note.said.id for note in screen.shown] == ["rain-1", "rain-3"]
        await game.press("enter")
        await game.comes(Quiz)
        assert {question.facts for question in game.round.questions} == {("rain-1",), ("rain-3",)}
        for _ in range(2):
            await game.answer()
            await game.go_on()
        await game.comes(Results)
        await game.press("q")
        await game.comes(Reading)
        await game.reads("◐ Rain 1 of rain", "paragraph 1 · learning")


async def test_of_a_section_that_is_known_nothing_is_asked(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        for number in (1, 2):
            await learn(game, f"wind-{number}")
        await game.press("r", "down", "enter", "o")
        await game.reads("You know all of this section that is ever asked.")
        assert "ask me these" not in game.text
        await game.press("enter")
        assert isinstance(game.screen, Reading)


async def test_sections_are_turned_in_place(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, size=(60, 20)) as game:
        await game.press("r", "enter")
        await game.comes(Reading)
        for key, section in [("right", "WIND"), ("right", "RAIN"), ("left", "WIND"), ("n", "RAIN"), ("p", "WIND")]:
            await game.press(key)
            await game.reads(f"in the article: {section}", "paragraph 1")
        assert game.open_rooms == [Home, Outline, Reading]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_a_section_takes_one_line_in_every_window(tmp_path: Path, saves: Path, size: tuple[int, int]) -> None:
    name = "a-topic-with-a-long-name-for-one-line"
    banks = world(tmp_path / "banks", {name: [*choices(name, 12), dated(name, 3)], "rain": choices("rain", 3)})
    async with playing(banks, saves, size=size) as game:
        for number in range(1, 13):
            await learn(game, f"{name}-{number}", days=2.0)
        await game.press("r")
        await game.comes(Outline)
        await game.settled()
        await game.reads("◐ learning")
        assert [row.size.height for row in game.screen.query(SectionRow)] == [1, 1]
