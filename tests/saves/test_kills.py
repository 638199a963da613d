"""`kill -9` at any moment: what was acknowledged is there, at most one event more, and the save is whole."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.saves.journal import FILE_NAME, Journal
from quizgame.saves.rows import ANSWER_COLUMNS
from tests.often import often
from tests.saves.samples import CHECKOUT, FILES, MOMENT, answered, rows_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="players are forked")
KILLS = 40


class Server:
    """A process that forks those who are to be killed, and tells what they say."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def ask(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def killed(self, folder: Path, seed: str, events: int) -> list[str]:
        """Let a player play until so many events were acknowledged; all that were before it was killed."""
        self.ask(f"{seed} {folder}")
        lines: list[str] = []
        pid = 0
        while not pid or len(lines) < events:  # the player may be faster than whoever tells its number
            line = self.line()
            if line.startswith("player "):
                pid = int(line.split()[1])
            else:
                lines.append(line)
        os.kill(pid, signal.SIGKILL)
        # a player that is killed while the pipe is full leaves half a line, which acknowledges nothing
        while not (line := self.line()).endswith("ended"):
            lines.append(line)
        return lines

    def killed_after(self, what: str, steps: int, folder: Path) -> list[str]:
        """Let somebody do something for so many calls of functions; what was said."""
        self.ask(f"{what} {steps} {folder}")
        lines = []
        while (line := self.line()) not in ("killed", "ended"):
            if not line.startswith("pid "):
                lines.append(line)
        return lines


def server(module: str) -> Iterator[Server]:
    command = [sys.executable, "-m", module]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=CHECKOUT, stdin=pipe, stdout=pipe, text=True) as process:
        found = Server(process)
        assert found.line() == "ready"
        yield found
        process.communicate(timeout=30)


@pytest.fixture(scope="module")
def players() -> Iterator[Server]:
    yield from server("tests.saves.players")


@pytest.fixture(scope="module")
def beginners() -> Iterator[Server]:
    yield from server("tests.saves.killed")


def stored(folder: Path) -> set[str]:
    """Every event of a save, in the words of its acknowledgement. The save must open and be whole, without a word."""
    with closing(Journal.open(folder, MOMENT)) as journal:
        assert journal.notices == ()
        counting = journal.answers()
    path = folder / FILE_NAME
    assert {one.name for one in folder.iterdir()} == FILES
    assert rows_of(path, "PRAGMA integrity_check") == [("ok",)]
    answers = rows_of(path, f"SELECT {', '.join(ANSWER_COLUMNS[2])} FROM answers")  # noqa: S608 - our own names
    slips = rows_of(path, "SELECT round, place, attempt FROM marks")
    assert len(counting) == len(answers) - len(slips)
    return {
        *(repr(("answered", *row)) for row in answers),
        *(repr(("took back", *row)) for row in slips),
        *(repr(("began", *row)) for row in rows_of(path, "SELECT id, seed FROM rounds")),
    }


@pytest.mark.parametrize("save", range(5))
def test_40_kills_in_each_of_5_saves_lose_no_acknowledged_answer(players: Server, tmp_path: Path, save: int) -> None:
    rng = random.Random(save)
    before: set[str] = set()
    in_flight = 0
    for kill in range(KILLS):
        acknowledged = players.killed(tmp_path, f"kill-{kill}", rng.randrange(9))
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
    print(f"{KILLS} kills, {len(before)} events, {in_flight} kept but not acknowledged")


def test_kills_while_a_save_is_made_leave_one_that_opens(beginners: Server, tmp_path: Path) -> None:
    rng = random.Random(43)
    [*_, done] = beginners.killed_after("begin", 0, tmp_path / "whole")
    calls = int(done.removeprefix("done "))
    acknowledged_by_then = set()
    for kill in range(often(40, 100)):
        folder = tmp_path / str(kill)
        acknowledged = beginners.killed_after("begin", rng.randint(1, calls), folder)
        acknowledged_by_then.add(len(acknowledged))
        with closing(Journal.open(folder, MOMENT)) as journal:
            assert journal.notices == ()
            assert journal.answers()[: len(acknowledged)] == [answered(place) for place in range(len(acknowledged))]
            assert len(journal.answers()) - len(acknowledged) in (0, 1)
        assert {one.name for one in folder.iterdir()} == FILES
    assert acknowledged_by_then >= {0, 1, 2}
