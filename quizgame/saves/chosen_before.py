"""What was chosen before, for the first picture: read without what checks it, which takes longer than the picture."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE_NAME = "settings.json"


def chosen_before(folder: Path) -> Mapping[str, Any]:
    """What stands in the file; nothing where it can't be read. Whoever takes a value checks it."""
    try:
        found = json.loads((folder / FILE_NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
