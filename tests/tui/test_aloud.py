"""Reading aloud in a round on screens: the question and the verdict, until the next key."""

import os
from pathlib import Path

import pytest

from quizgame.game.play.phases import Phase
from quizgame.saves import settings as settings_file
from quizgame.saves.settings import PlayerSettings, Settings
from quizgame.session.clock import now
from quizgame.session.voice import Voice
from quizgame.tui.screens.settings import SettingsPage
from quizgame.wording import settings as told
from tests.tui.stage import playing
from tests.tui.worlds import choices, world
from tests.voices import fake_voice, has_read

pytestmark = [
    pytest.mark.usefixtures("quick"),
    pytest.mark.skipif(os.name == "nt", reason="the voice is a shell script here"),
]


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 2)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    folder = tmp_path / "saves"
    folder.mkdir()
    assert settings_file.write(folder, Settings(players={1: PlayerSettings(aloud=True)}), now())
    return folder


@pytest.fixture
def voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path / 'voices'}:/usr/bin:/bin")
    return tmp_path / "voices"


async def test_question_and_verdict_are_read_until_a_key_comes(
    banks: Path, saves: Path, voices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_voice(voices)
    stopped: list[None] = []
    stop = Voice.stop

    def watched(voice: Voice) -> None:
        stopped.append(None)
        stop(voice)

    async with playing(banks, saves, questions="2") as game:
        prompt = game.choice.prompt
        await game.until(lambda: f"{prompt}\n1: {game.choice.options[0].text}\n" in has_read(voices))
        monkeypatch.setattr(Voice, "stop", watched)
        await game.press("down")
        assert stopped
        await game.answer(right=False)
        right = game.choice.options[game.choice.key].text
        await game.until(lambda: f"Not yet.\n{right}\n" in has_read(voices))


async def test_without_a_voice_one_sentence_says_so(banks: Path, saves: Path, tmp_path: Path, voices: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("enter")
        await game.phase(Phase.ASKING)
        await game.announces(told.NO_VOICE)
    async with playing(banks, tmp_path / "others") as game:
        await game.press("o")
        await game.comes(SettingsPage)
        await game.walk("Reading aloud")
        await game.press("enter")
        await game.announces(told.NO_VOICE)
        assert not game.session.chosen.aloud
        fake_voice(voices)
        await game.press("enter")
        await game.announces(told.SPOKEN)
        assert game.session.chosen.aloud
