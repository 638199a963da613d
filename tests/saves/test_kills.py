"""`kill -9` at any moment: what was acknowledged is there, at most one event more, and the save is whole."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.rows import ANSWER_COLUMNS
from tests.saves.samples import CHECKOUT, MOMENT, rows_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="players are forked")
KILLS = 50


class Players:
    """The process that forks the players."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def killed(self, folder: Path, seed: str, seconds: float) -> list[str]:
        """Let one play in this folder for so long; what was acknowledged to it before it was killed."""
        assert self._process.stdin
        self._process.stdin.write(f"{seed} {folder}\n")
        self._process.stdin.flush()
        lines = [self.line()]  # the player may be faster than whoever tells its number
        while not lines[-1].startswith("player "):
            lines.append(self.line())
        pid = int(lines.pop().split()[1])
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        # a player that is killed while the pipe is full leaves half a line, which acknowledges nothing
        while not (line := self.line()).endswith("ended"):
            lines.append(line)
        return lines


@pytest.fixture(scope="module")
def players() -> Iterator[Players]:
    command = [sys.executable, "-m", "tests.saves.players"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=CHECKOUT, stdin=pipe, stdout=pipe, text=True) as process:
        players = Players(process)
        assert players.line() == "ready"
        yield players
        process.communicate(timeout=10)


def stored(folder: Path) -> set[str]:
    """Every event of a save, in the words of its acknowledgement. The save must open and be whole."""
    with closing(Journal.open(folder, MOMENT)) as journal:
        counting = journal.answers()
    path = folder / FILE_NAME
    assert [one.name for one in folder.iterdir()] == [FILE_NAME]
    assert rows_of(path, "PRAGMA integrity_check") == [("ok",)]
    answers = rows_of(path, f"SELECT {', '.join(ANSWER_COLUMNS)} FROM answers")  # noqa: S608 - our own names
    slips = rows_of(path, "SELECT round, place, attempt FROM taken_back")
    assert len(counting) == len(answers) - len(slips)
    return {
        *(repr(("answered", *row)) for row in answers),
        *(repr(("took back", *row)) for row in slips),
        *(repr(("began", *row)) for row in rows_of(path, "SELECT id, seed FROM rounds")),
    }


def test_50_kills_lose_no_acknowledged_answer(players: Players, tmp_path: Path) -> None:
    rng = random.Random(42)
    before: set[str] = set()
    in_flight = 0
    for kill in range(KILLS):
        acknowledged = players.killed(tmp_path, f"kill-{kill}", rng.uniform(0, 0.15))
        if not (tmp_path / FILE_NAME).exists():
            assert not acknowledged  # killed before it had made the file
            continue
        now = stored(tmp_path)
        assert before <= now
        assert set(acknowledged) <= now
        assert len(set(acknowledged)) == len(acknowledged)
        assert len(now - before) - len(acknowledged) in (0, 1)
        in_flight += len(now - before) - len(acknowledged)
        before = now
    assert len(before) > KILLS
    assert any("took back" in event for event in before)
    print(f"{KILLS} kills, {len(before)} events, {in_flight} kept but not acknowledged")


def test_kills_while_a_save_is_made_leave_one_that_opens(players: Players, tmp_path: Path) -> None:
    rng = random.Random(43)
    unfinished = 0
    for kill in range(40):
        folder = tmp_path / str(kill)
        acknowledged = players.killed(folder, f"new-{kill}", rng.uniform(0, rng.choice((0.004, 0.016, 0.1))))
        unfinished += not acknowledged
        if folder.exists():
            assert set(acknowledged) <= stored(folder)
    assert 0 < unfinished < 40
