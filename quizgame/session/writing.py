"""Files that a player asked for, written whole or not at all."""

import contextlib
from collections.abc import Mapping
from pathlib import Path


class CantWriteError(Exception):
    """A folder that takes no files. Its argument is what the system said: text from outside."""


def write_all(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write these texts into a folder, which is made if need be; files of the same names are replaced.

    Returns the names. Raises `CantWriteError`; then no file is half written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            unfinished = folder / f".{name}.new"
            try:
                unfinished.write_text(text, encoding="utf-8", newline="")
                unfinished.replace(folder / name)
            except OSError:
                with contextlib.suppress(OSError):
                    unfinished.unlink()
                raise
    except (OSError, ValueError) as error:  # a name that no system takes is a ValueError
        raise CantWriteError(getattr(error, "strerror", None) or str(error)) from error
    return tuple(files)
