"""What the benchmarks share."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def disk(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder that is not in memory, as pytest's own may be: what waits for the disk is to wait for one."""
    cache = request.config.rootpath / ".pytest_cache"
    cache.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="disk-", dir=cache))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
