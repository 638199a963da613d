"""The colors that were chosen before, for the first picture: found without what reads the rest of the choices, which
takes longer than the picture.
"""

import re
from pathlib import Path

FILE_NAME = "settings.json"
_THEME = re.compile(rb'"theme":\s*"([a-z-]{1,40})"')
_ENOUGH_BYTES = 100_000


def theme_chosen_before(folder: Path) -> str | None:
    """The name of the theme; None where there is none. Whoever takes it checks it."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            found = _THEME.search(file.read(_ENOUGH_BYTES))
    except OSError:
        return None
    return found[1].decode() if found else None
