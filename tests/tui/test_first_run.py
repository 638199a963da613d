"""Somebody starts for the first time: two keys to a question that can be answered, and the game is the guide."""

from pathlib import Path

import pytest

from quizgame.banks.models import Fact
from quizgame.game.play.phases import Phase
from quizgame.tui.screens.content_note import ContentNote
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Reading
from quizgame.tui.screens.results import Results
from quizgame.wording.guide import guide
from tests.saves.samples import BANKS
from tests.tui.stage import Stage, playing
from tests.tui.worlds import NOTE, choices, world

pytestmark = pytest.mark.usefixtures("quick")
KEYS_TO_THE_FIRST_QUESTION = 2


def says_guide(game: Stage, answered: int, *, shown: bool) -> bool:
    line = guide(answered, shown=shown)
    return line is not None and game.says(line)


async def test_two_keys_lead_to_an_important_question_and_the_game_is_the_guide(tmp_path: Path) -> None:
    async with playing(BANKS, tmp_path / "saves", size=(60, 20)) as game:
        keys = 0
        while not isinstance(game.screen, Quiz):
            await game.press("enter")
            keys += 1
            await game.until(lambda: not isinstance(game.screen, Home))
        assert keys == KEYS_TO_THE_FIRST_QUESTION
        assert game.round.current.topic == "introduction"
        fact = game.session.pack.source_of(game.choice.fact)[1]
        assert isinstance(fact, Fact)
        assert fact.importance == 3
        for answered in range(3):
            await game.until(lambda: says_guide(game, answered, shown=False))  # noqa: B023 - waited for
            await game.answer(right=answered != 1)
            await game.until(lambda: says_guide(game, answered, shown=True))  # noqa: B023 - waited for
            await game.go_on()
        assert not any(says_guide(game, answered, shown=False) for answered in range(3))


async def test_the_note_offers_to_read_one_minute_first_and_is_shown_once(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 6)}, note=NOTE)
    async with playing(banks, tmp_path / "saves") as game:
        await game.press("enter")
        await game.comes(ContentNote)
        await game.press("down", "enter")
        await game.comes(Reading)
        await game.press("enter")
        await game.comes(Quiz)
        assert game.session.is_new_here
        await game.press("q", "escape", "enter")
        await game.comes(Quiz)


async def test_who_has_played_before_is_not_guided(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 6)})
    async with playing(banks, tmp_path / "saves", questions="3") as game:
        while isinstance(game.screen, Quiz):
            await game.answer()
            await game.go_on()
        await game.comes(Results)
        await game.press("enter")
        await game.phase(Phase.ASKING)
        assert not any(says_guide(game, answered, shown=False) for answered in range(3))
