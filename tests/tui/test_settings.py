"""Each setting does what it says, at once and after the next start."""

from pathlib import Path

import pytest
from textual.app import App

from quizgame.game.play.phases import Phase
from quizgame.saves import settings as settings_file
from quizgame.saves.settings import PlayerSettings, Settings
from quizgame.session import options
from quizgame.session.clock import now
from quizgame.tui.screens import results
from quizgame.tui.screens.help import Help
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.results import Results
from quizgame.tui.screens.settings import SettingsPage
from quizgame.wording import settings as told
from tests.tui.stage import Stage, playing
from tests.tui.worlds import NOTE, choices, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 20)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    folder = tmp_path / "saves"
    folder.mkdir()
    return folder


def choose(saves: Path, **chosen: object) -> None:
    """As if it had been chosen at another time."""
    assert settings_file.write(saves, Settings(players={1: PlayerSettings.model_validate(chosen)}), now())


async def set_(game: Stage, name: str, *keys: str) -> None:
    """From home to the row of a setting, press keys there, and back."""
    await game.press("o")
    await game.comes(SettingsPage)
    await game.walk(name)
    await game.press(*keys, "escape")
    await game.comes(Home)


async def test_colors_and_length_hold_at_once_and_at_the_next_start(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await set_(game, "Colors", "enter")
        await set_(game, "Questions a round", "right", "right")
        assert game.app.theme == "quiz-light"
        assert game.says("Play today's 20")
    async with playing(banks, saves) as game:
        assert game.app.theme == "quiz-light"
        assert game.says("Play today's 20")
        await game.press("minus")
    async with playing(banks, saves) as game:
        assert game.says("Play today's 16")


async def test_each_player_has_a_length_of_ones_own(banks: Path, saves: Path) -> None:
    choose(saves, length=5)
    async with playing(banks, saves) as game:
        assert game.says("Play today's 5")
        await game.press("w", "n", "escape")
        await game.reads("Play today's 12")


async def test_the_dial_makes_more_or_less_of_a_round_new(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await set_(game, "Difficulty", "right")
        dials = [game.session.chosen.dial]
        await set_(game, "Difficulty", "left", "left")
        assert [*dials, game.session.chosen.dial] == ["tough", "easy"]


async def test_motion_follows_the_choice_and_the_line(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    for variable in options.SLOW_LINES:
        monkeypatch.delenv(variable, raising=False)
    async with playing(banks, saves) as game:
        levels = [game.app.animation_level]
        await set_(game, "Motion", "enter")
        assert [*levels, game.app.animation_level] == ["full", "none"]
    monkeypatch.setenv("SSH_CONNECTION", "far away")
    choose(saves)
    async with playing(banks, saves) as game:
        assert game.app.animation_level == "none"


async def test_the_clock_shows_how_long_a_round_has_lasted(banks: Path, saves: Path) -> None:
    choose(saves, clock=True)
    async with playing(banks, saves, questions="2") as game:
        await game.reads("0:0")
    choose(saves)
    async with playing(banks, saves, questions="2") as game:
        await game.comes(Quiz)
        assert not game.says("0:0")


@pytest.mark.parametrize("bell", [True, False])
async def test_the_bell_rings_with_each_verdict(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch, *, bell: bool
) -> None:
    rung: list[None] = []
    monkeypatch.setattr(App, "bell", lambda app: rung.append(None))
    choose(saves, bell=bell)
    async with playing(banks, saves, questions="2") as game:
        await game.answer()
        await game.go_on()
        await game.answer(right=False)
        assert len(rung) == (2 if bell else 0)


async def to_results(game: Stage, *, right: bool) -> Results:
    await game.answer(right=right)
    await game.go_on()
    while isinstance(game.screen, Quiz):
        await game.answer()
        await game.go_on()
    return await game.comes(Results)


@pytest.mark.parametrize(
    ("note", "confetti", "right", "falls"),
    [(None, True, True, True), (None, False, True, False), (None, True, False, False), (NOTE, True, True, False)],
    ids=["all right", "switched off", "not all right", "a hard subject"],
)
async def test_confetti_falls_where_it_may(
    tmp_path: Path, saves: Path, *, note: str | None, confetti: bool, right: bool, falls: bool
) -> None:
    choose(saves, confetti=confetti)
    banks = world(tmp_path / "other", {"rain": choices("rain", 20)}, note=note)
    async with playing(banks, saves) as game:
        await game.press("minus", "minus", "enter")
        if note:
            await game.reads(NOTE)
            await game.press("enter")
        await game.comes(Quiz)
        screen = await to_results(game, right=right)
        assert bool(screen.query("#confetti")) is falls


async def test_bars_grow_to_their_length(banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    monkeypatch.setattr(results, "GROWS_EACH", 0.001)
    choose(saves, motion="always")
    async with playing(banks, saves, questions="5") as game:
        await to_results(game, right=True)
        await game.reads("██████████ 5 of 5")


async def test_a_key_of_ones_own_answers_and_is_shown(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, size=(100, 30)) as game:
        await game.press("o")
        await game.walk(told.KEYS_OF_A_ROUND)
        await game.press("enter", "enter", "a")
        await game.walk("undo")
        await game.press("enter", "b", "escape", "escape")
        await game.press("enter")
        await game.comes(Quiz)
        assert game.says("a 2 3 4 answer")
        await game.press("a")
        await game.phase(Phase.SHOWING)
        assert game.says("b undo")
        await game.press("question_mark")
        await game.comes(Help)
        assert game.says("b Backspace undo") or game.says("b", "undo")
        await game.press("escape", "b")
        await game.phase(Phase.ASKING)


async def test_a_key_that_means_something_everywhere_is_refused(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("o")
        await game.walk(told.KEYS_OF_A_ROUND)
        await game.press("enter", "enter")
        await game.reads(told.PRESS_A_KEY)
        await game.press("question_mark")
        await game.announces(told.key_is_taken("?"))
        await game.press("enter", "escape")
        assert not game.says(told.PRESS_A_KEY)
        assert game.session.chosen.keys == {}


async def test_a_choice_that_cant_be_written_is_said_so(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(banks, saves) as game:
        monkeypatch.setattr(settings_file, "write", lambda *_: False)
        await game.press("o", "enter")
        await game.announces(told.NOT_KEPT)
