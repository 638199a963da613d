"""The bytes of a pack's files, and a check of them: what was read of a pack once holds as long as that is the same."""

import hashlib
import os
import stat
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pydantic
import yaml as pyyaml

from quizgame.banks.files import find, yaml
from quizgame.banks.files.problems import BankError, Problem, shown

_BANKS = Path(__file__).parent.parent


class Content:
    """The files of a pack as they are read, one after the other."""

    def __init__(self, place: Path) -> None:
        self._check = hashlib.blake2b(os.fsencode(place.absolute()), digest_size=16)
        self._is_known = True

    def read(self, path: Path) -> bytes:
        """The bytes of the next one. Raises `BankError`."""
        try:
            data = read_bytes(path)
        except BankError:
            self._is_known = False
            raise
        for part in (os.fsencode(path.name), data):
            self._check.update(len(part).to_bytes(8))
            self._check.update(part)
        return data

    @property
    def check(self) -> bytes | None:
        """Of where the pack lies, and the names and bytes of all its files; None if one of them could not be read."""
        return self._check.digest() if self._is_known else None


def content_of(place: Path) -> bytes | None:
    """The check of a pack, a folder or a file, with no more than reading its files. None where one can't be read."""
    content = Content(place)
    try:
        for path in [place] if place.is_file() else [place / find.PACK_FILE, *find.bank_files(place)]:
            content.read(path)
    except (OSError, BankError):
        return None
    return content.check


@cache
def rules(*more: Path) -> bytes | None:
    """A check of all that decides what is read of given bytes: this room, what it stands on, and more of the program.

    None where the program is not there to be read; then nothing that was read before is known to hold.
    """
    check = hashlib.blake2b(digest_size=16)
    check.update(f"{sys.version} {unicodedata.unidata_version} {pydantic.VERSION} {pyyaml.__version__}".encode())
    check.update(str(pyyaml.__with_libyaml__).encode())
    try:
        for path in (Path(__file__), *sorted(_BANKS.rglob("*.py")), *more):
            check.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    except OSError:
        return None
    return check.digest()


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file, no more than a bank may have. Raises `BankError`."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise BankError(Problem(shown(path), 0, 0, "This is not a regular file", "Remove it"))
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read(yaml.MAX_BYTES + 1)
        finally:
            os.close(handle)
    except (OSError, RuntimeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name leads nowhere"
        what = f"The file can't be read: {reason}"
        raise BankError(Problem(shown(path), 0, 0, what, "Check its name and its permissions")) from None
