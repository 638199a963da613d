"""Rounds that are left in the middle, and the way back into them."""

from pathlib import Path

import pytest

from quizgame.game.play.modes import DAILY, DAILY_AGAIN
from quizgame.game.play.phases import Phase
from quizgame.saves.faults import Hindrance, NotWritableError, Trouble
from quizgame.saves.journal import Journal
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.timeline_menu import TimelineMenu
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import choices, events, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 6)})


@pytest.mark.parametrize("phase", [Phase.SHOWING, Phase.ASKING])
async def test_home_offers_first_to_go_on_with_a_round_that_was_left(banks: Path, tmp_path: Path, phase: Phase) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="3") as game:
        await game.answer()
        if phase is Phase.ASKING:
            await game.go_on()
        before = game.round
        await game.press("escape")
        await game.comes(Home)
        await game.reads("▸ Go on with your round · 1 of 3 answered", "Play")
        await game.press("enter")
        await game.comes(Quiz)
        assert game.round == before
        await game.phase(phase)
        if phase is Phase.SHOWING:
            await game.reads("✓ Right", "your answer")
            await game.go_on()
        await game.answer()
        await game.go_on()
        assert game.round.place == 2
    answers = answers_in(tmp_path / "saves")
    assert [answer.place for answer in answers] == [0, 1]
    assert len({answer.round for answer in answers}) == 1


async def test_without_answers_there_is_nothing_to_go_on_with(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain") as game:
        await game.press("q")
        await game.comes(Home)
        await game.reads("▸ Play")
        assert not game.says("Go on with")
        assert not game.says("You left")


async def test_that_everything_is_kept_is_said_only_if_it_is(
    banks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="3") as game:
        await game.answer()
        await game.press("q")
        await game.announces("You left the round. Everything you answered is kept.")
        await game.press("enter")
        await game.comes(Quiz)
        await game.go_on()

        def refuse(*_: object) -> None:
            raise NotWritableError(Trouble(Hindrance.DISK_FULL))

        with monkeypatch.context() as full:
            full.setattr(Journal, "append", refuse)
            await game.answer()
            await game.press("q")
            await game.announces("You left the round. Some of your answers are not saved yet.")


async def todays_line(game: Stage) -> GrowingScreen:
    """Open it from home."""
    await game.press("t", "down", "down", "enter")
    return await game.comes(GrowingScreen)


async def test_the_line_of_the_day_goes_on_where_it_was_left_and_is_practice_once_it_is_over(
    banks: Path, tmp_path: Path
) -> None:
    async with playing(banks, tmp_path / "saves") as game:
        first = await todays_line(game)
        await game.press("x")
        await game.until(lambda: first.sitting.play.phase is Phase.SHOWING)
        await game.press("q")
        await game.comes(TimelineMenu)
        await game.press("q")
        await game.comes(Home)
        again = await todays_line(game)
        assert (again.sitting.play.place, again.sitting.play.misses) == (1, 1)
        assert again.sitting.play.started.round == first.sitting.play.started.round
        while again.sitting.play.phase is not Phase.OVER:
            await game.press("x" if again.sitting.play.phase is Phase.ASKING else "enter")
        assert again.sitting.play.started.mode == DAILY
        await game.reads("Tomorrow brings another line")
        await game.press("enter")
        await game.comes(TimelineMenu)
        await game.press("q")
        practice = await todays_line(game)
        await game.reads("Today's line, for practice")
        assert practice.sitting.play.started.mode == DAILY_AGAIN
        assert practice.sitting.play.place == 0
