"""Which pack is played: seen at home, changed in two keys, or the neediest of all at once."""

from pathlib import Path

import pytest

from quizgame.game.play.modes import TODAY
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.packs import Packs
from quizgame.tui.screens.quiz import Quiz
from tests.packs import write_pack
from tests.tui.stage import playing
from tests.tui.worlds import about, bank, choices

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    for name in ("storms", "winds"):
        texts = {name: bank(name, choices(name, 4))}
        write_pack(tmp_path / "banks", name=name, banks=texts, about=about(name.upper(), title=name.capitalize()))
    return tmp_path / "banks"


async def test_two_keys_change_the_pack(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves") as game:
        await game.reads("Storms", "Other texts")
        await game.press("b")
        await game.comes(Packs)
        await game.reads("Storms 1 topic, 4 questions · played now", "Winds 1 topic, 4 questions")
        await game.press("down")
        await game.press("enter")
        await game.comes(Home)
        await game.until(lambda: game.session.pack.id == "winds")
        await game.reads("Winds")


async def test_today_from_all_of_them_begins_with_the_neediest(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", size=(60, 20)) as game:
        await game.press("b")
        await game.comes(Packs)
        await game.reads("Today from all of them", "begins with Storms", "figures of its own")
        await game.press("down", "down")
        await game.press("enter")
        await game.comes(Quiz)
        assert (game.round.started.mode, game.round.started.pack) == (TODAY, "storms")
