"""All packs there are, read as far as they must be."""

from pathlib import Path

from quizgame.banks.files.read import Library, ReadBefore, read_library
from quizgame.places import own_banks, shipped_packs


def read_banks(folders: tuple[Path, ...], before: ReadBefore | None = None) -> Library:
    """All packs in these folders; nobody needs banks of their own. What was read `before` is not read again."""
    expected = [folder for folder in folders if folder != own_banks()]
    return read_library(folders, shipped=shipped_packs(), expected=expected, before=before).without_places()
