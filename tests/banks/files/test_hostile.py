"""Banks that are broken by mistake or on purpose: nothing crashes, each is named with its place, the others play."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.banks.files.hostile import Case
from tests.banks.files.hostile_banks import FAMILIES
from tests.banks.printed import obeyed_by_a_terminal, topics_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's limits, pipes and file names")

ROOT = Path(__file__).parents[3]
CASES = [pytest.param(family, case, id=f"{family}-{case.name}") for family, cases in FAMILIES.items() for case in cases]

Reports = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def reports_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Reports]:
    """Gives the reports of a family; its child processes run when it is asked for the first time."""
    known: dict[str, Reports] = {}

    def reports(family: str) -> Reports:
        if family not in known:
            folder = tmp_path_factory.mktemp(family)
            known[family] = run([str(case.write_into(folder)) for case in FAMILIES[family]])
        return known[family]

    return reports


def run(folders: list[str]) -> Reports:
    """Check the folders in a child process; when one kills it, the ones after that are checked in another."""
    reports: Reports = {}
    while folders:
        command = [sys.executable, "-X", "utf8", "-m", "tests.banks.files.hostile_child", *folders]
        child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        started = ""
        for line in map(json.loads, child.stdout.splitlines()):
            started = line["case"]
            if len(line) > 1:
                reports[started] = line
        if child.returncode == 0:
            break
        assert started, child.stderr
        reports[started] = {"died": child.returncode, "errors": child.stderr[-2000:]}
        folders = folders[1 + [Path(folder).name for folder in folders].index(started) :]
    return reports


@pytest.mark.thorough
@pytest.mark.parametrize(("family", "case"), CASES)
def test_a_bad_bank_is_named_with_its_place_and_leaves_the_others_to_play(
    reports_of: Callable[[str], Reports], family: str, case: Case
) -> None:
    report = reports_of(family)[case.name]
    assert "died" not in report, report
    assert "raised" not in report, report
    assert report["status"] == 1
    lines = report["output"].splitlines()
    said = [line for line in lines if f"/{case.message}" in line and case.says in line]
    assert said, report["output"][:2000]
    assert not case.leaves_out or said[0].endswith((" was left out.", "The pack plays without it.")), said
    assert topics_in(report["output"]) == case.plays
    assert obeyed_by_a_terminal(report["output"] + report["errors"]) == set()


@pytest.mark.thorough
def test_no_message_is_longer_than_a_few_lines(reports_of: Callable[[str], Reports]) -> None:
    for family in FAMILIES:
        for name, report in reports_of(family).items():
            longest = max(map(len, report["output"].splitlines()))
            assert longest < 500, name


def test_there_are_enough_cases_and_each_has_a_name_of_its_own() -> None:
    names = [case.name for cases in FAMILIES.values() for case in cases]
    assert len(names) == len(set(names)) >= 100


def test_a_child_that_dies_is_charged_to_its_case_and_the_next_ones_still_run(tmp_path: Path) -> None:
    good, bad, last = (case.write_into(tmp_path) for case in FAMILIES["shapes"][:3])
    (tmp_path / "sitecustomize.py").write_text(KILLER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(tmp_path))
        patch.setenv("KILL_AT", bad.name)
        reports = run([str(good), str(bad), str(last)])
    assert reports[bad.name]["died"] < 0
    assert reports[good.name]["status"] == reports[last.name]["status"] == 1


KILLER = """
import os, signal, sys
def kill(event, arguments):
    if event == "open" and f"/{os.environ['KILL_AT']}/" in str(arguments[0]):
        os.kill(os.getpid(), signal.SIGSEGV)
sys.addaudithook(kill)
"""
