"""All packs there are."""

from pathlib import Path

from quizgame.banks.files.read import Library, read_library
from quizgame.places import own_banks, shipped_packs


def read_banks(folders: tuple[Path, ...]) -> Library:
    """All packs in these folders; nobody needs banks of their own."""
    expected = [folder for folder in folders if folder != own_banks()]
    return read_library(folders, shipped=shipped_packs(), expected=expected).without_places()
