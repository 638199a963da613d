"""Runs `quizgame check` on hostile packs in a process with little memory and time, and tells how each one went.

`python -m tests.banks.files.hostile_child FOLDER...` prints a line of JSON before and after each folder, so that the
last line of a process that died names the pack that killed it.
"""

import io
import json
import resource
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from quizgame.cli import main

MEMORY = 1_000_000_000
"""Bytes of address space."""
SECONDS = 10
"""Of processor time for one pack."""


def check(folder: str) -> dict[str, object]:
    """What `quizgame check` prints and returns for a folder of packs."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent.ru_utime + spent.ru_stime) + SECONDS, resource.RLIM_INFINITY))
    started = time.process_time()
    with redirect_stdout(_stream()) as output, redirect_stderr(_stream()) as errors:
        status = main(["check", folder])
    seconds = round(time.process_time() - started, 2)
    return {"status": status, "output": _written(output), "errors": _written(errors), "seconds": seconds}


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for path in sys.argv[1:]:
        name = Path(path).name
        print(json.dumps({"case": name}), flush=True)
        try:
            report = check(path)
        except Exception as error:  # noqa: BLE001 -- whatever escapes is what the test is looking for
            report = {"raised": repr(error)[:300]}
        print(json.dumps({"case": name, **report}), flush=True)
