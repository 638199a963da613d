"""The game without a terminal: in this process with scripted lines, or in a process of its own."""

import io
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pytest

from quizgame import cli
from tests.saves.samples import CHECKOUT


def hear_signals() -> None:
    """Do not ignore what whoever runs these tests ignores, as a program does that runs behind a shell."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


@dataclass(frozen=True)
class Played:
    """How a run of the game ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def play_here(*arguments: str | Path, lines: Iterable[str] | TextIO = ()) -> Played:
    """Run the door in this process; the input ends after these lines."""
    given = lines if isinstance(lines, io.TextIOBase) else io.StringIO("".join(f"{line}\n" for line in lines))
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", given), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = exit_.code if isinstance(exit_.code, int) else 1
    return Played(status, out.getvalue(), err.getvalue())


def plain(saves: Path, *arguments: str | Path, lines: Iterable[str] | TextIO = ()) -> Played:
    """Play line by line in this process."""
    return play_here("--plain", "--saves", saves, *arguments, lines=lines)


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of somebody who has nothing yet."""
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    places = {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "QUIZGAME_SAVES": str(home / "saves"),
    }
    return {**keep, **places, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **more}


MODULE = ("-m", "quizgame")


def command(*arguments: str | Path, by: Sequence[str] = MODULE) -> list[str]:
    """How the game is started in a process of its own."""
    return [sys.executable, *by, *map(str, arguments)]


def play_apart(
    home: Path,
    *arguments: str | Path,
    lines: Iterable[str] | bytes = (),
    more: Mapping[str, str] | None = None,
    by: Sequence[str] = MODULE,
) -> Played:
    """Run the game in a process of its own, with `home` for its user's home."""
    given = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode()
    run = subprocess.run(
        command(*arguments, by=by),
        cwd=CHECKOUT,
        env=environment(home, **(more or {})),
        input=given,
        capture_output=True,
        timeout=30,
        check=False,
    )
    return Played(run.returncode, run.stdout.decode(errors="replace"), run.stderr.decode(errors="replace"))


def everything_in(folder: Path) -> list[str]:
    """The names of all files and folders below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def obeyed_by_a_terminal(text: str) -> set[str]:
    """The characters of a text that are no text: controls, directions, tags, halves of pairs; not the end of a line."""
    letters = set(text) - {"\n"}
    bad = {letter for letter in letters if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")}
    return bad | {letter for letter in letters if 0x202A <= ord(letter) <= 0x202E or 0x2066 <= ord(letter) <= 0x2069}
