"""What every test needs: no animations, no colors or themes of whoever runs it, and no saves but its own."""

import gc
import os
import shutil
from pathlib import Path

from hypothesis import settings

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported
for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_DEBUG", "QUIZGAME_SAVES"):
    os.environ.pop(name, None)

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk that need not be waited for, where there is one
ROOM = 2_000_000_000
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    # no test pulls a plug, so none can tell; those about power cuts make what a disk would hold
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

settings.register_profile("quick", max_examples=25)  # `make quick`
settings.register_profile("long", max_examples=500)  # `make long`


def pytest_collection_finish() -> None:
    """Leave what was imported and collected alone from now on: to look through it again and again is a fifth of all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
