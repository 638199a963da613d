"""A test on a date: typed, with its topics; and mix-ups side by side."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.session.clock import now
from quizgame.tui.screens.exam import ExamPage
from quizgame.tui.screens.mix_ups import MixUps
from quizgame.tui.screens.progress import Progress
from quizgame.wording.typed_day import day_in_words
from tests.tui.stage import playing
from tests.tui.worlds import choices, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {topic: choices(topic, 4) for topic in ("rain", "wind")})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def test_a_test_is_set_with_its_topics_and_found_again(banks: Path, saves: Path) -> None:
    day = now().date() + timedelta(days=10)
    async with playing(banks, saves) as game:
        await game.press("p", "t")
        await game.comes(ExamPage)
        await game.reads("No test is set.", "● Rain", "● Wind")
        await game.press("down", "enter")
        await game.reads("○ Rain", "● Wind")
        await game.press("s")
        await game.reads("Type a day, such as Friday")
        await game.press(*"in", "space", *"10", "space", *"days", "enter")
        await game.reads(f"Test on {day_in_words(day)}: 12 a day leads to about")
        exam = game.session.exam
        assert exam is not None
        assert (exam.day, exam.topics) == (day, ("wind",))
        await game.press("escape")
        await game.comes(Progress)
        await game.reads(f"Test on {day_in_words(day)}")
    async with playing(banks, saves) as game:
        await game.press("p", "t", "down")
        await game.reads("○ Rain", "● Wind", "12 a day leads to about")
        await game.press("o")
        await game.reads("No test is set.")
        assert game.session.exam is None


async def test_what_is_no_day_to_come_gets_a_sentence_and_changes_nothing(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("p", "t", *"2020-01-01", "enter")
        await game.reads("“2020-01-01” is in the past. Type a day from today on.")
        assert game.session.exam is None
        await game.press("backspace")
        await game.reads("Such as Friday, 4 December or in 10 days")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_what_was_mixed_up_stands_side_by_side(banks: Path, saves: Path, size: tuple[int, int]) -> None:
    async with playing(banks, saves, size=size) as game:
        figures = game.session.figures
        figures.parts["fact"]["rain-1"] = replace(figures.known("rain-1"), taken_for=(("East of 1", 2),))
        await game.press("p", "m")
        await game.comes(MixUps)
        await game.settled()
        [row] = [row for row in game.rows() if "✗" in row]
        assert "✓ North of 1" in row
        assert "✗ East of 1" in row
        await game.reads("East has no rain.", "RAIN, paragraph 1")
        await game.press("escape")
        await game.comes(Progress)


async def test_without_mix_ups_there_is_no_key_for_them(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("p", "m")
        assert isinstance(game.screen, Progress)
