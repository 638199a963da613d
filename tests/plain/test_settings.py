"""`quizgame settings`, and what a round does of it line by line."""

import io
import os
from pathlib import Path

import pytest

from quizgame.wording import settings as told
from tests.plain.terminal import plain, play_here
from tests.tui.worlds import choices, world
from tests.voices import fake_voice, has_read, wait_for


class Patient(io.TextIOBase):
    """Somebody who listens before each line, says twice that they don't know, and leaves."""

    def __init__(self, voices: Path) -> None:
        self.voices, self.lines = voices, 0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # of a text stream it is a text
        self.lines += 1
        wait_for(self.voices / "read", "Where does rain" if self.lines == 1 else "Here is the answer.")
        return "x\n" if self.lines == 1 else ""


Places = tuple[str | Path, ...]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return "--banks", world(tmp_path / "banks", {"rain": choices("rain", 20)}), "--saves", tmp_path / "saves"


def test_a_choice_is_made_told_and_done(places: Places) -> None:
    assert play_here("settings", "length", "5", *places).lines == ["Questions a round: 5, from now on."]
    assert any(line.startswith("length is 5.") for line in play_here("settings", *places).lines)
    assert play_here("settings", "dial", "just", "right", *places).status == 0
    assert play_here("settings", "length", *places).lines == [
        line for line in play_here("settings", *places).lines if line.startswith("length")
    ]
    assert "Questions: 5." in play_here("today", "--plain", *places).out


@pytest.mark.parametrize("typed", [("colour",), ("bell", "loud"), ("length", "7")])
def test_what_cant_be_chosen_is_refused_with_what_can(typed: tuple[str, ...], places: Places) -> None:
    refused = play_here("settings", *typed, *places)
    assert (refused.status, refused.out) == (2, "")
    assert "bell" in refused.err or "5, 8, 12" in refused.err


@pytest.mark.skipif(os.name == "nt", reason="the voice is a shell script here")
def test_a_voice_reads_the_question_and_then_the_verdict_with_the_next_one(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices = tmp_path / "voices"
    fake_voice(voices)
    monkeypatch.setenv("PATH", f"{voices}:/usr/bin:/bin")
    assert play_here("settings", "aloud", "on", *places).status == 0
    plain(tmp_path / "saves", *places[:2], lines=Patient(voices))
    assert "Where does rain" in has_read(voices)
    assert "Here is the answer." in has_read(voices)
    monkeypatch.setenv("PATH", "/nowhere")
    assert told.NO_VOICE in plain(tmp_path / "saves", *places[:2], lines=[]).out
