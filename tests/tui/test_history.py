"""Rounds that were played: the last one first, each to be looked at again."""

from pathlib import Path

import pytest

from quizgame.tui.screens.history import History, PastRound
from quizgame.tui.screens.progress import Progress
from quizgame.wording.answers import prompt_of
from tests.tui.stage import playing
from tests.tui.worlds import choices, world

pytestmark = pytest.mark.usefixtures("quick")


async def test_a_round_is_listed_and_looked_at_question_by_question(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 4)})
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        asked = list(game.round.questions)
        await game.answer()
        await game.go_on()
        await game.answer(right=False)
        await game.go_on()
        await game.press("q", "p", "h")
        await game.comes(History)
        await game.reads("Rounds you played", "Practice", "1 of 2 right", "Rain")
        await game.press("enter")
        await game.comes(PastRound)
        await game.reads(f"✓ 1. {prompt_of(asked[0])}", f"✗ 2. {prompt_of(asked[1])}", "Answer: North of")
        await game.press("escape")
        await game.comes(History)
        await game.press("h")
        await game.comes(Progress)


async def test_before_the_first_round_it_says_what_will_stand_there(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 4)})
    async with playing(banks, tmp_path / "saves") as game:
        await game.press("p", "h")
        await game.comes(History)
        await game.reads("The rounds that you play will stand here")
        await game.press("enter", "q")
        await game.comes(Progress)
