"""A witness of what was acknowledged: a small file beside the save, rewritten after each event.

It is not forced onto the disk, as that would double what an answer costs: after a power cut it may lag behind the save,
but it never leads. So whatever it names must be in the save.

When a save is closed in good order a second line says what its file looked like then: a file that still looks so is the
one that was closed, and need not be read whole to go on with it.
"""

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from quizgame.saves import files
from quizgame.saves.contents import NO_HASH, Contents, Hashes

FILE_NAME = "progress.witness"


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The last answer and the last mark: their numbers in the tables, and their hashes."""

    answer: int = 0
    answer_hash: bytes = NO_HASH
    mark: int = 0
    mark_hash: bytes = NO_HASH

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

    def lost_in(self, contents: Contents) -> int:
        """How many answers and marks a save lacks; all of them, if it holds others in their place."""
        return 0 if self.is_in(contents) else self.missing_from(contents) or self.answer + self.mark

    def as_bytes(self) -> bytes:
        """One line of always the same length, with a checksum."""
        line = f"{self.answer:016d} {self.answer_hash.hex()} {self.mark:016d} {self.mark_hash.hex()}"
        return f"{line} {_checksum(line)}\n".encode()


def _end(chain: Hashes) -> tuple[int, bytes]:
    number = max(chain, default=0)
    return number, chain.get(number, NO_HASH)


def _has(chain: Hashes, number: int, digest: bytes) -> bool:
    return not number or chain.get(number) == digest


def _checksum(line: str) -> str:
    return hashlib.blake2b(line.encode(), digest_size=8).hexdigest()


def read(folder: Path) -> Acknowledged | None:
    """What was acknowledged last, or None where there is no witness that can be read."""
    try:
        line, _, checksum = (folder / FILE_NAME).read_bytes()[:200].partition(b"\n")[0].decode().rpartition(" ")
        if _checksum(line) != checksum:
            return None
        answer, answer_hash, mark, mark_hash = line.split()
        return Acknowledged(int(answer), bytes.fromhex(answer_hash), int(mark), bytes.fromhex(mark_hash))
    except (OSError, ValueError):
        return None


def closed_in_good_order(path: Path) -> bool:
    """Whether the file of a save looks as it did when it was closed."""
    try:
        line, _, closed = (path.parent / FILE_NAME).read_bytes()[:400].partition(b"\n")
        return closed.decode() == _closed(line + b"\n", files.look(path))
    except (OSError, ValueError):
        return False


def _closed(line: bytes, look: files.Look) -> str:
    told = f"closed {' '.join(map(str, look))}"
    return f"{told} {_checksum(line.decode() + told)}\n"


class Witness:
    """The file, kept open. A disk that does not take it costs a witness, not an answer."""

    def __init__(self, folder: Path) -> None:
        self._file: int | None = None
        self._line = b""
        with contextlib.suppress(OSError):
            self._file = os.open(folder / FILE_NAME, os.O_CREAT | os.O_WRONLY, 0o600)

    def write(self, acknowledged: Acknowledged) -> None:
        """Put what was acknowledged in the place of what stood there."""
        if self._file is not None:
            before, self._line = self._line, acknowledged.as_bytes()
            with contextlib.suppress(OSError):
                os.lseek(self._file, 0, os.SEEK_SET)
                os.write(self._file, self._line)
                if not before:
                    os.ftruncate(self._file, len(self._line))

    def note_closed(self, path: Path) -> None:
        """Say what the file of the save looks like, now that nobody has it open."""
        if self._file is not None and self._line:
            with contextlib.suppress(OSError):
                files.mark_time(path)
                os.write(self._file, _closed(self._line, files.look(path)).encode())

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
