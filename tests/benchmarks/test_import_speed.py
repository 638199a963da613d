"""Ten thousand rows made a pack, against reading the same file with the library that reads it, in the same run."""

import io
import tracemalloc
from collections.abc import Callable
from time import perf_counter

import openpyxl
import pytest

from quizgame.banks.dates import parse
from quizgame.exchange.bring import Brought, new_pack
from quizgame.exchange.file import File
from quizgame.exchange.formats import read
from quizgame.exchange.sheets.cells import excel_of

ROWS = 10_000
MOST = 3.0
MOST_MEMORY = 150_000_000
"""Bytes at once: fifteen thousand for each row, its texts, its models and the text of its bank."""


def sheet() -> bytes:
    head = ["Question", "Answer", "Wrong 1", "Wrong 2", "Wrong 3", "Topic", "Explanation"]
    rows = (
        [
            f"What is number {row} of the many in this list?",
            *(f"It is {row + more}" for more in range(4)),
            f"Topic {row // 500}",
            f"Because {row} is what it says, and nothing else.",
        ]
        for row in range(ROWS)
    )
    return excel_of([head, *rows])


def brought_in(data: bytes) -> Brought:
    return new_pack(read(File("many.xlsx", data)), "many", "many.xlsx", parse("2026-11-26"))


def rows_read(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) - 1


def seconds(work: Callable[[], int]) -> float:
    """The shorter of two times."""
    times = []
    for _ in range(2):
        started = perf_counter()
        assert work() == ROWS
        times.append(perf_counter() - started)
    return min(times)


@pytest.mark.benchmark
def test_an_import_takes_little_longer_than_reading_the_file() -> None:
    data = sheet()
    floor = seconds(lambda: rows_read(data))
    took = seconds(lambda: len(brought_in(data).added))
    print(f"\n{ROWS} rows: {took:.1f} s, {took / floor:.2f} times the {floor:.1f} s of reading them")
    assert took <= MOST * floor


@pytest.mark.benchmark
def test_an_import_needs_memory_in_proportion_to_its_rows() -> None:
    data = sheet()
    tracemalloc.start()
    assert len(brought_in(data).added) == ROWS
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"\n{ROWS} rows: {most / 1e6:.0f} million bytes at once")
    assert most <= MOST_MEMORY
