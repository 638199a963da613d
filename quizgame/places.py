"""Where saves and banks are looked for."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
SAVES_VARIABLE = "QUIZGAME_SAVES"


def checkout() -> Path | None:
    """The folder of the checkout that this package runs from, or None if it is installed."""
    folder = _PACKAGE.parent
    return folder if (folder / "pyproject.toml").is_file() and (folder / "question_banks").is_dir() else None


def saves_folder(chosen: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """`--saves`, else QUIZGAME_SAVES, else `saves/` of the checkout, else the platform's folder for user data."""
    if chosen is not None:
        return chosen
    if environment.get(SAVES_VARIABLE):
        return Path(environment[SAVES_VARIABLE])
    home = checkout()
    return home / "saves" if home else user_folder()


def bank_folders(chosen: Sequence[Path]) -> tuple[Path, ...]:
    """`--banks`, each time it was given; without it the user's own banks, then the shipped ones."""
    if chosen:
        return tuple(chosen)
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


def user_folder() -> Path:
    """The platform's folder for the data of this user."""
    return platformdirs.user_data_path("quizgame", appauthor=False)


def log_file() -> Path:
    """Where a crash is described."""
    return platformdirs.user_log_path("quizgame", appauthor=False) / "crash.log"
