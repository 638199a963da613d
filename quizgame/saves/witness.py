"""A witness of what was acknowledged: a small file beside the save, rewritten after each event.

It is not forced onto the disk, as that would double what an answer costs: after a power cut it may lag behind the save,
but it never leads. So whatever it names must be in the save.
"""

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from quizgame.saves.contents import Contents, Hashes

FILE_NAME = "progress.witness"
_NONE = bytes(16)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The last answer and the last mark: their numbers in the tables, and their hashes."""

    answer: int = 0
    answer_hash: bytes = _NONE
    mark: int = 0
    mark_hash: bytes = _NONE

    @classmethod
    def last_of(cls, contents: Contents) -> Self:
        """The ends of what a save holds."""
        return cls(*_end(contents.chain), *_end(contents.mark_chain))

    @property
    def names_any(self) -> bool:
        """Whether anything was acknowledged at all."""
        return bool(self.answer or self.mark)

    def is_in(self, contents: Contents) -> bool:
        """Whether a save holds what was acknowledged."""
        return _has(contents.chain, self.answer, self.answer_hash) and _has(
            contents.mark_chain, self.mark, self.mark_hash
        )

    def missing_from(self, contents: Contents) -> int:
        """How many answers and marks at the end a save lacks; 0 if it holds others in their place."""
        return sum(
            max(0, number - max(chain, default=0))
            for number, chain in ((self.answer, contents.chain), (self.mark, contents.mark_chain))
        )

    def as_bytes(self) -> bytes:
        """One line of always the same length, with a checksum."""
        line = f"{self.answer:016d} {self.answer_hash.hex()} {self.mark:016d} {self.mark_hash.hex()}"
        return f"{line} {_checksum(line)}\n".encode()


def _end(chain: Hashes) -> tuple[int, bytes]:
    number = max(chain, default=0)
    return number, chain.get(number, _NONE)


def _has(chain: Hashes, number: int, digest: bytes) -> bool:
    return not number or chain.get(number) == digest


def _checksum(line: str) -> str:
    return hashlib.blake2b(line.encode(), digest_size=8).hexdigest()


def read(folder: Path) -> Acknowledged | None:
    """What was acknowledged last, or None where there is no witness that can be read."""
    try:
        line, _, checksum = (folder / FILE_NAME).read_bytes()[:200].decode().rstrip("\n").rpartition(" ")
        if _checksum(line) != checksum:
            return None
        answer, answer_hash, mark, mark_hash = line.split()
        return Acknowledged(int(answer), bytes.fromhex(answer_hash), int(mark), bytes.fromhex(mark_hash))
    except (OSError, ValueError):
        return None


class Witness:
    """The file, kept open. A disk that does not take it costs a witness, not an answer."""

    def __init__(self, folder: Path) -> None:
        self._file: int | None = None
        with contextlib.suppress(OSError):
            self._file = os.open(folder / FILE_NAME, os.O_CREAT | os.O_WRONLY, 0o600)

    def write(self, acknowledged: Acknowledged) -> None:
        """Put what was acknowledged in the place of what stood there."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.lseek(self._file, 0, os.SEEK_SET)
                os.write(self._file, acknowledged.as_bytes())

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
