"""A voice of no system: writes what it is asked and what it reads into files beside it."""

from pathlib import Path
from time import monotonic, sleep

PATIENCE = 15.0


def fake_voice(folder: Path, name: str = "espeak-ng", *, after: str = "") -> Path:
    """Make it; `after` is what it does when it has read."""
    folder.mkdir(exist_ok=True)
    voice = folder / name
    voice.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/asked"\ncat >> "{folder}/read"\n{after}\n', encoding="utf-8")
    voice.chmod(0o755)
    return voice


def has_read(folder: Path) -> str:
    """What it has read so far."""
    path = folder / "read"
    return path.read_text("utf-8") if path.exists() else ""


def wait_for(path: Path, text: str) -> None:
    """Wait until a file has this text."""
    end = monotonic() + PATIENCE
    while not path.exists() or text not in path.read_text("utf-8"):
        assert monotonic() < end, f"{text!r} is not in {path.name}"
        sleep(0.01)
