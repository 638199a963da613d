"""The colors that were chosen before, for the first picture: found without what reads the rest of the choices, which
takes longer than the picture.
"""

from pathlib import Path

FILE_NAME = "settings.json"
_ENOUGH_BYTES = 100_000


def theme_chosen_before(folder: Path) -> str | None:
    """The name of the theme; None where there is none. Whoever takes it checks it."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            _, _, after = file.read(_ENOUGH_BYTES).partition(b'"theme":')
    except OSError:
        return None
    before, *name = after.split(b'"', 2)
    return name[0].decode(errors="replace") if len(name) > 1 and not before.strip() else None
