"""What `make` sets up: a step that failed half-way is made anew, and is never taken for done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("make") is None or os.name == "nt", reason="no make here")

PYTHON = """#!/bin/sh
# a Python that makes environments in no time, and fails where the folder it works in says so
echo "python $*" >> calls
case "$1 $2" in
"-c import"*) exec {python} "$@" ;;
"-m venv")
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    [ ! -e venv-fails ] ;;
"-m pip")
    [ ! -e no-pip ] || exit 1
    [ "$3" = --version ] && exit 0
    printf '#!/bin/sh\necho "game $*"\n' > .venv/bin/quizgame
    cp .venv/bin/quizgame .venv/bin/pytest
    [ -e half-installed ] || chmod +x .venv/bin/quizgame .venv/bin/pytest
    [ ! -e pip-fails ] ;;
esac
"""


class Folder:
    """A checkout of which only the Makefile is real."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        shutil.copy(ROOT / "Makefile", path)
        for name in ("pyproject.toml", "constraints.txt"):
            (path / name).touch()
        self.python = path / "python"
        self.python.write_text(PYTHON.format(python=sys.executable))
        self.python.chmod(0o755)

    def make(self, *arguments: str, python: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run make, with the Python that makes no real environment."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        return subprocess.run(
            ["make", f"PYTHON={python or self.python}", *arguments],  # noqa: S607
            cwd=self.path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )

    def goes_wrong(self, how: str) -> None:
        (self.path / how).touch()

    def is_mended(self, how: str) -> None:
        (self.path / how).unlink()

    def calls(self, what: str) -> int:
        calls = self.path / "calls"
        return calls.read_text().count(what) if calls.exists() else 0


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "checkout")


def test_playing_sets_up_once_and_says_so(folder: Folder) -> None:
    first, second = folder.make("play"), folder.make("play")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert first.stdout.splitlines()[0] == "Setting up, about half a minute ..."
    assert first.stdout.splitlines()[-1].strip() == "game"
    assert second.stdout.strip() == "game"
    assert folder.calls("-m venv") == 1
    assert folder.calls("pip install") == 1


def test_options_are_handed_on(folder: Folder) -> None:
    assert folder.make("play", "ARGS=--topics rain --questions 3").stdout.endswith("game --topics rain --questions 3\n")


@pytest.mark.parametrize("how", ["venv-fails", "no-pip", "pip-fails", "half-installed"])
@pytest.mark.parametrize("goal", ["play", "test"])
def test_a_step_that_failed_is_made_anew(folder: Folder, how: str, goal: str) -> None:
    folder.goes_wrong(how)
    for _ in range(2):
        failed = folder.make(goal)
        assert failed.returncode != 0
        assert "The set-up did not work, for the reason above." in failed.stderr
        assert "game" not in failed.stdout.splitlines()
    folder.is_mended(how)
    done = folder.make(goal)
    assert done.returncode == 0, done.stderr
    assert "game" in done.stdout


def test_what_an_older_make_left_half_made_is_made_anew(folder: Folder) -> None:
    (folder.path / ".venv" / "bin").mkdir(parents=True)
    (folder.path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    assert folder.make("play").returncode == 0
    assert folder.calls("-m venv") == 1


def test_an_environment_whose_python_has_gone_is_made_anew(folder: Folder) -> None:
    folder.make("play")
    (folder.path / ".venv" / "bin" / "python").unlink()
    assert folder.make("play").returncode == 0
    assert folder.calls("-m venv") == 2


def test_an_environment_that_was_moved_is_made_anew(folder: Folder) -> None:
    folder.make("play")
    folder.path = folder.path.rename(folder.path.parent / "elsewhere")
    assert folder.make("play", python=str(folder.path / "python")).returncode == 0
    assert folder.calls("-m venv") == 2


def test_other_pins_are_installed(folder: Folder) -> None:
    folder.make("play")
    os.utime(folder.path / "constraints.txt", (4_000_000_000, 4_000_000_000))
    folder.make("play")
    assert folder.calls("pip install") == 2


def test_without_python_there_is_one_sentence(folder: Folder) -> None:
    told = folder.make("play", python="python-of-nobody")
    assert told.returncode != 0
    needs = "quizgame needs Python 3.11 or newer; name one with: make PYTHON=python3.12 play"
    assert told.stderr.splitlines()[0] == f"There is no python-of-nobody here. {needs}"


def test_a_python_that_is_too_old_is_told_in_one_sentence(folder: Folder) -> None:
    folder.python.write_text("#!/bin/sh\nexit 1\n")
    told = folder.make("play")
    assert told.returncode != 0
    assert told.stderr.splitlines()[0].startswith(f"{folder.python} is too old. quizgame needs Python 3.11 or newer")
    assert not (folder.path / ".venv").exists()


def test_help_lists_every_goal_and_sets_nothing_up(folder: Folder) -> None:
    told = folder.make("help")
    assert told.returncode == 0
    for goal in ("play", "test", "quick", "check", "clean"):
        assert f"make {goal} " in told.stdout
    assert not (folder.path / ".venv").exists()
