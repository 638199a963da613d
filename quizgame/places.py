"""Where saves and banks are looked for.

A shell expands `~` only at the beginning of a word, and nobody does in a variable; so it is done here, for every path.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
SAVES_VARIABLE = "QUIZGAME_SAVES"
HOME = "~"
SCHEMA_FILE = "bank.schema.json"
"""Beside the packs: what editors check them with."""


class PlaceError(Exception):
    """A path that can't be used; `path` is what was typed."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NoNameError(PlaceError):
    """A path that is empty; `path` says where it came from."""


class NoHomeError(PlaceError):
    """A path that begins with `~` or `~somebody`, and nobody knows where that is."""


class TildeError(PlaceError):
    """A path of which a folder named `~` would be made."""


def checkout() -> Path | None:
    """The folder of the checkout that this package runs from, or None if it is installed."""
    folder = _PACKAGE.parent
    return folder if (folder / "pyproject.toml").is_file() and (folder / "question_banks").is_dir() else None


def saves_folder(chosen: str | Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """`--saves`, else QUIZGAME_SAVES, else `saves/` of the checkout, else the platform's folder for user data.

    Raises `PlaceError`.
    """
    if chosen is not None:
        return _makeable(expanded(chosen, "--saves"))
    if environment.get(SAVES_VARIABLE):
        return _makeable(expanded(environment[SAVES_VARIABLE], SAVES_VARIABLE))
    home = checkout()
    return home / "saves" if home else _makeable(user_folder())


def bank_folders(chosen: Sequence[str | Path]) -> tuple[Path, ...]:
    """`--banks`, each time it was given; else the user's own banks, then the shipped ones. Raises `PlaceError`."""
    if chosen:
        return tuple(expanded(folder, "--banks") for folder in chosen)
    return own_banks(), shipped_banks()


def own_banks() -> Path:
    """Where this user's own banks are looked for; most users have none."""
    return user_folder() / "banks"


def shipped_banks() -> Path:
    """The banks that come with the game: in the wheel inside the package, in a checkout beside it."""
    home = checkout()
    return home / "question_banks" if home else _PACKAGE / "question_banks"


def shipped_packs() -> tuple[Path, ...]:
    """The packs that come with the game; whatever else lies beside them was put there by somebody."""
    return (shipped_banks() / "nagorno-karabakh",)


def would_hide_a_shipped_one(pack: Path) -> bool:
    """Whether a pack of one's own in this place would be played instead of one that comes with the game."""
    return pack.parent == own_banks() and pack.name in {one.name for one in shipped_packs()}


def user_folder() -> Path:
    """The platform's folder for the data of this user."""
    return expanded(platformdirs.user_data_path("quizgame", appauthor=False), "XDG_DATA_HOME")


def log_file() -> Path:
    """Where a crash is described."""
    return expanded(platformdirs.user_log_path("quizgame", appauthor=False), "XDG_STATE_HOME") / "crash.log"


def expanded(path: str | Path, source: str) -> Path:
    """A path with its leading `~` or `~somebody` replaced. `source` says where it came from. Raises `PlaceError`."""
    text = str(path)
    if not text.strip():
        raise NoNameError(source)
    full = os.path.expanduser(text)  # noqa: PTH111 - a Path forgets that `./~` means a folder of that name
    if full == text and text.startswith(HOME):
        raise NoHomeError(text)
    return Path(full)


def _makeable(folder: Path) -> Path:
    """The folder, unless one named `~` would have to be made for it: to clean that up, people type `rm -r ~`."""
    for place in (folder, *folder.parents):
        if place.name == HOME and not place.exists():
            raise TildeError(str(folder))
    return folder
