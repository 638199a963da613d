"""The first frame of the home screen against that of a trivial Textual app, in the same run, in a real terminal.

It grows with nothing: banks and saves are read behind it. Where there is valgrind, instructions are counted too: they
are the same each time, whatever else the machine does.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks.terminals import TRIVIAL, spread, terminal

ROUNDS = 7
MOST, MOST_INSTRUCTIONS = 1.2, 1.11
MOST_FOR_VERSION = 3.3
OURS = ("-m", "quizgame")
UNTIL_PLAY = """
import os, sys
from textual.drivers._writer_thread import WriterThread
write = WriterThread.write

def until_play(self, text):
    if "Play" in text:
        os._exit(0)
    write(self, text)

WriterThread.write = until_play
"""
GAME = "import quizgame.cli\nquizgame.cli.main([])"
MODULES_MORE = 40
"""The modules that may be imported before the first frame on top of those of the trivial app."""


def seconds_to_first_frame(program: Sequence[str], home: Path) -> float:
    with terminal(program, home) as started:
        return started.reads("Play") - started.started


def seconds_to_end(program: Sequence[str]) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, *program], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began


@pytest.mark.benchmark
def test_the_home_screen_stands_almost_as_soon_as_a_trivial_app(tmp_path: Path) -> None:
    seconds_to_first_frame(OURS, tmp_path)  # what was never compiled is compiled now
    ratios = []
    for _ in range(3):  # a machine that does other things at the same time gets another chance
        floors, ours = [], []
        for _ in range(ROUNDS):
            floors.append(seconds_to_first_frame(["-c", TRIVIAL], tmp_path))
            ours.append(seconds_to_first_frame(OURS, tmp_path))
        ratios.append(median(one / floor for one, floor in zip(ours, floors, strict=True)))
        print(f"\nfirst frame: trivial app {spread(floors)}, quizgame {spread(ours)}, ratio of pairs {ratios[-1]:.2f}")
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"ratios {ratios}, at most {MOST} is wanted")


def instructions(code: str, home: Path) -> int:
    """How many it takes from nothing to the first frame."""
    log = home / "log"
    counting = ("valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}")
    with terminal(["-c", UNTIL_PLAY + code], home, *counting, f"--log-file={log}") as counted:
        counted.ends()
    return int(re.search(r"I +refs: +([\d,]+)", log.read_text())[1].replace(",", ""))  # type: ignore[index]


@pytest.mark.benchmark
@pytest.mark.skipif(shutil.which("valgrind") is None, reason="there is no valgrind here")
def test_the_home_screen_takes_few_more_instructions_than_a_trivial_app(tmp_path: Path) -> None:
    seconds_to_first_frame(OURS, tmp_path)
    floor, ours = (instructions(code, tmp_path) for code in (TRIVIAL, GAME))
    print(f"\ninstructions to the first frame: trivial app {floor:,}, quizgame {ours:,}, ratio {ours / floor:.3f}")
    assert ours / floor <= MOST_INSTRUCTIONS


@pytest.mark.benchmark
def test_the_version_is_said_almost_as_soon_as_python_starts() -> None:
    ratios = []
    for _ in range(3):  # a machine that does other things at the same time gets another chance
        floors, ours = [], []
        for _ in range(ROUNDS):
            floors.append(seconds_to_end(["-c", "pass"]))
            ours.append(seconds_to_end([*OURS, "--version"]))
        ratios.append(median(ours) / median(floors))
        print(f"\n--version: python -c pass {spread(floors)}, quizgame {spread(ours)}, ratio {ratios[-1]:.2f}")
        if ratios[-1] <= MOST_FOR_VERSION:
            return
    pytest.fail(f"ratios {ratios}, at most {MOST_FOR_VERSION} is wanted")


def modules_after(program: str) -> set[str]:
    code = f"{program}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_nothing_slow_is_imported_before_the_first_frame() -> None:
    drawn = "import textual.app, textual.widgets._static, textual.drivers.linux_driver, textual.screen"
    ours = modules_after(f"{drawn}\nimport quizgame.cli, quizgame.commands, quizgame.tui.run, quizgame.tui.app")
    assert not {"pydantic", "yaml", "sqlite3", "argparse", "gettext"} & ours
    more = ours - modules_after(drawn)
    assert len(more) <= MODULES_MORE, sorted(more)


def test_what_says_the_version_imports_next_to_nothing() -> None:
    said = modules_after("from quizgame.cli import main\nmain(['--version'])")
    assert not {"argparse", "pathlib", "textual", "quizgame.commands"} & said
