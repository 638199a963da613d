"""Two programs and one save: the second is refused at once, and the first one's lock never outlives it."""

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.saves.faults import Refusal, SavesError
from quizgame.saves.keeper import Keeper
from quizgame.wording.saving import saves_error_in_words
from tests.e2e.terminal import soon
from tests.saves.other_process import start, told_by
from tests.saves.samples import MOMENT, answered, answers_in, save_with, started


@pytest.fixture
def first(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the save of `tmp_path` open."""
    with start("hold", tmp_path) as process:
        assert _line(process) == '{"holds": true}'
        yield process
        process.kill()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def _answer(process: subprocess.Popen[str]) -> str:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    return _line(process)


def test_a_second_program_is_refused_within_a_second(tmp_path: Path, first: subprocess.Popen[str]) -> None:
    assert _answer(first) == '{"answers": 1}'
    began = time.monotonic()
    with pytest.raises(SavesError) as caught:
        Keeper(tmp_path, MOMENT)
    assert time.monotonic() - began < soon() / 2
    assert caught.value.fault.what is Refusal.IN_USE
    assert "--saves" in saves_error_in_words(caught.value)


def test_the_first_program_does_not_notice(tmp_path: Path, first: subprocess.Popen[str]) -> None:
    for number in range(1, 4):
        with pytest.raises(SavesError):
            Keeper(tmp_path, MOMENT)
        assert _answer(first) == f'{{"answers": {number}}}'
    first.communicate(timeout=30)
    assert answers_in(tmp_path) == [answered(0), answered(1), answered(2)]


def test_the_lock_is_gone_with_a_program_that_was_killed(tmp_path: Path, first: subprocess.Popen[str]) -> None:
    _answer(first)
    first.send_signal(signal.SIGKILL)
    first.wait(timeout=30)
    assert answers_in(tmp_path) == [answered(0)]


def test_the_lock_is_gone_when_a_save_is_closed(tmp_path: Path) -> None:
    save_with(tmp_path, started(), answered(0))
    assert told_by("look", tmp_path) == {"answers": 1, "trouble": None}


def test_the_lock_is_gone_when_a_damaged_save_was_refused(tmp_path: Path) -> None:
    path = save_with(tmp_path, started(), *(answered(place) for place in range(60)))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    with pytest.raises(SavesError) as caught:  # its traceback must not keep the file open
        Keeper(tmp_path, MOMENT)
    path.write_bytes(whole)
    assert told_by("look", tmp_path) == {"answers": 60, "trouble": None}
    assert caught.value
