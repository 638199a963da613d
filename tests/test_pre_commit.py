"""What runs before a commit is what `make check` runs, from the environment of the tests."""

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]


def test_each_hook_runs_a_command_of_the_makefile() -> None:
    [local] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert local["repo"] == "local"
    made = (ROOT / "Makefile").read_text("utf-8").replace("$(BIN)", ".venv/bin").splitlines()
    commands = {line.removeprefix("\t@").removesuffix(" .") for line in made if line.startswith("\t@.venv/bin/")}
    entries = [hook["entry"] for hook in local["hooks"]]
    assert entries == [entry for entry in entries if entry in commands]
    assert {entry.split()[0].rpartition("/")[2] for entry in entries} == {"ruff", "mypy", "lint-imports", "quizgame"}
