"""Other programs' own code, each in a process of its own: `make interop` installs it below the environment.

A client that is not there skips its test with a sentence, which `make interop` prints; where INTEROP is set, as in CI,
it fails the test instead.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
INSTALLED = Path(sys.prefix) / "interop"


def answer(client: str, *arguments: Path) -> Any:
    """What a client prints as JSON. `client`: a file beside this one, in Python or for Node."""
    file = HERE / client
    runner = sys.executable if file.suffix == ".py" else shutil.which("node") or ""
    environment = {**os.environ, "PYTHONPATH": str(INSTALLED / "python"), "PYTHONWARNINGS": "ignore"}
    if file.suffix != ".py":  # Node looks for packages beside its file
        copy = INSTALLED / client
        if INSTALLED.is_dir():
            shutil.copy(file, copy)
        file = copy
    if not runner or not INSTALLED.is_dir():
        missing(client, "it is not installed")
    run = subprocess.run([runner, file, *arguments], env=environment, capture_output=True, text=True, check=False)
    if "ModuleNotFoundError" in run.stderr or "ERR_MODULE_NOT_FOUND" in run.stderr:
        missing(client, run.stderr.strip().splitlines()[-1])
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def missing(client: str, why: str) -> None:
    """Say that a client is not there."""
    sentence = f"{client} did not run: {why}; `make interop` installs it"
    if os.environ.get("INTEROP"):
        pytest.fail(sentence)
    pytest.skip(sentence)
