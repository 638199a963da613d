"""Reading aloud: by a program of the system, with the text on its standard input, and only as long as it is wanted."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from quizgame.session.voice import Voice, voice_command
from tests.voices import PATIENCE, fake_voice, wait_for

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the voice is a shell script here")


@pytest.mark.parametrize(
    ("platform", "there", "program"),
    [
        ("darwin", {"say", "espeak-ng"}, "/voices/say"),
        ("linux", {"say", "spd-say", "espeak-ng"}, "/voices/spd-say"),
        ("linux", {"espeak-ng"}, "/voices/espeak-ng"),
        ("win32", {"powershell"}, "/voices/powershell"),
        ("linux", set(), None),
    ],
)
def test_the_voice_of_each_system(platform: str, there: set[str], program: str | None) -> None:
    command = voice_command("en-GB", platform, lambda name: f"/voices/{name}" if name in there else None)
    assert (command[0] if command else None) == program


def test_the_language_of_the_pack_is_spoken_if_it_is_known() -> None:
    assert "hy" in (voice_command("hy-AM", "linux", lambda name: name) or [])
    assert "-l" not in (voice_command("und", "linux", lambda name: name) or [])


def test_a_text_is_read_as_it_is(tmp_path: Path) -> None:
    voice = Voice([str(fake_voice(tmp_path / "bin", "espeak-ng")), "--stdin"])
    assert voice.say("Where? $(rm -rf x) ✓\n1: --help")
    wait_for(tmp_path / "bin" / "read", "Where? $(rm -rf x) ✓\n1: --help\n")
    voice.stop()
    assert (tmp_path / "bin" / "asked").read_text() == "--stdin\n"


def test_something_else_is_read_instead_and_a_stopped_voice_is_gone(tmp_path: Path) -> None:
    voice = Voice([str(fake_voice(tmp_path / "bin", "espeak-ng", after="exec sleep 60"))])
    began = monotonic()
    assert voice.say("one")
    wait_for(tmp_path / "bin" / "read", "one")
    assert voice.say("two")
    wait_for(tmp_path / "bin" / "read", "two")
    voice.stop()
    voice.stop()
    assert monotonic() - began < PATIENCE


def test_a_server_that_speaks_is_told_to_be_silent(tmp_path: Path) -> None:
    voice = Voice([str(fake_voice(tmp_path / "bin", "spd-say", after='[ "$1" = -C ] || exec sleep 60')), "-e"])
    assert voice.say("one")
    wait_for(tmp_path / "bin" / "read", "one")
    voice.stop()
    wait_for(tmp_path / "bin" / "asked", "-C")


def test_a_voice_that_is_gone_says_so(tmp_path: Path) -> None:
    assert not Voice([str(tmp_path / "nobody")]).say("one")


def test_a_voice_that_reads_nothing_does_no_harm(tmp_path: Path) -> None:
    voice = Voice([sys.executable, "-c", "pass"])
    assert voice.say("a word " * 1000)
    voice.stop()
    for _ in range(3):
        assert voice.say("and the next")
    voice.stop()


def test_a_voice_that_has_gone_before_it_is_told_anything_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    start = subprocess.Popen

    def started_and_gone(*args: Any, **more: Any) -> "subprocess.Popen[bytes]":
        process = start(*args, **more)
        process.wait()
        return process

    monkeypatch.setattr(subprocess, "Popen", started_and_gone)
    voice = Voice([sys.executable, "-c", "pass"])
    assert voice.say("a word " * 100_000)
    voice.stop()
