"""Thousands of questions installed, in one pack or in hundreds, against 300: how soon home is complete after the first
reading, how soon the first question comes, and how much memory that takes.

Grows with what is installed: the look at the bytes of all files (about 1.5 ms a MB), and each topic of the pack that is
played is a line of home. `make bench ARGS=--hypothesis-profile=long` measures with 100,000.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

from tests.benchmarks.many_questions import write_packs
from tests.benchmarks.terminals import spread, terminal
from tests.often import often

FEW, MANY = 300, often(20_000, 100_000)
IN_A_PACK = 400
ROUNDS = 5
MOST_HOME, MOST_QUESTION, MOST_MEMORY = 1.5, 1.5, 1.5
NOT_TRIED_YET, ASKED = "not tried yet", "What came late"
SHARES = {"one pack": 1, "packs of 400": MANY // IN_A_PACK}


class Start(NamedTuple):
    """A start of the program, in seconds and bytes."""

    home: float
    """Until home is complete: the last byte of what it paints."""
    question: float
    """From Enter to the first question."""
    memory: int
    """The most until then."""


def start(banks: Path, home: Path) -> Start:
    program = ("-m", "quizgame", "--banks", str(banks))
    home.mkdir(exist_ok=True)
    with terminal(program, home) as game:
        there = game.reads(NOT_TRIED_YET)
        last, count = game.rests(0.3)
        question = game.seconds_until("\r", ASKED)
        return Start((last if count else there) - game.started, question, game.most_memory())


def told(name: str, starts: Sequence[Start]) -> str:
    memory = median(one.memory for one in starts) / 1e6
    home, question = spread([one.home for one in starts]), spread([one.question for one in starts])
    return f"{name}: home {home}, first question {question}, {memory:.0f} MB"


@pytest.mark.benchmark
@pytest.mark.parametrize("how", SHARES)
def test_what_is_installed_and_not_played_costs_next_to_nothing(tmp_path: Path, how: str) -> None:
    banks = {FEW: write_packs(tmp_path / "few", 1, FEW), MANY: write_packs(tmp_path / "many", SHARES[how], MANY)}
    for count, folder in banks.items():
        first = start(folder, tmp_path / f"home-{count}")
        print(f"\n{told(f'{count} questions, first reading', [first, first])}")
    ratios = []
    for _ in range(2):  # a machine that does other things at the same time gets another chance
        starts: dict[int, list[Start]] = {FEW: [], MANY: []}
        for _ in range(ROUNDS):
            for count, folder in banks.items():
                starts[count].append(start(folder, tmp_path / f"home-{count}"))
        pairs = list(zip(starts[FEW], starts[MANY], strict=True))
        ratios.append([median(many[what] / few[what] for few, many in pairs) for what in range(3)])
        print(*(told(f"{count} questions", found) for count, found in starts.items()), sep="\n")
        print(f"{MANY} in {how} against {FEW}: {', '.join(f'{ratio:.2f}' for ratio in ratios[-1])}")
        if all(ratio <= most for ratio, most in zip(ratios[-1], (MOST_HOME, MOST_QUESTION, MOST_MEMORY), strict=True)):
            return
    pytest.fail(f"ratios {ratios}, at most {MOST_HOME}, {MOST_QUESTION}, {MOST_MEMORY} is wanted")
