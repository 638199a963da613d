"""A witness of what was acknowledged: a small file beside the save, rewritten after each event.

It is not forced onto the disk, as that would double what an answer costs: after a power cut it may lag behind the save,
but it never leads. So whatever it names must be in the save.

A second line says what the files of the save looked like after that: the save and its `-wal`, and once it was closed in
good order the save alone. Files that still look so are those that were let go of, or that a program had open when it
was killed, and need not be read whole to go on with them.
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


def is_as_left(path: Path) -> bool:
    """Whether the files of a save look as they did when it was closed, or after the last event that was kept."""
    try:
        line, second, *_ = (path.parent / FILE_NAME).read_bytes()[:600].split(b"\n")
        if not files.beside(path) and second == _looks(line, "closed", files.look(path)):
            return True
        return files.STATES_TELL and second == _looks(line, "open", *files.states(path))
    except (OSError, ValueError):
        return False


def _looks(line: bytes, how: str, *looks: files.State) -> bytes:
    told = f"{how} {' '.join('-' if look is None else ' '.join(map(str, look)) for look in looks)}"
    return f"{told} {_checksum(line.decode() + told)}".encode()


class Witness:
    """The file, kept open. A disk that does not take it costs a witness, not an answer."""

    def __init__(self, folder: Path) -> None:
        self._file: int | None = None
        self._line = b""
        with contextlib.suppress(OSError):
            self._file = os.open(folder / FILE_NAME, os.O_CREAT | os.O_WRONLY, 0o600)

    def write(self, acknowledged: Acknowledged, *states: files.State) -> None:
        """Put what was acknowledged in the place of what stood there, with what the files look like now, if that may be
        relied on.
        """
        if self._file is None:
            return
        line, self._line = self._line, acknowledged.as_bytes()
        second = _looks(self._line[:-1], "open", *states) + b"\n" if states else b"\n"
        with contextlib.suppress(OSError):
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, self._line + second)
            if not line:
                os.ftruncate(self._file, len(self._line + second))

    def note_closed(self, path: Path) -> None:
        """Say what the file of the save looks like, now that nobody has it open."""
        if self._file is not None and self._line:
            with contextlib.suppress(OSError):
                files.mark_time(path)
                os.lseek(self._file, len(self._line), os.SEEK_SET)
                second = _looks(self._line[:-1], "closed", files.look(path)) + b"\n"
                os.write(self._file, second)
                os.ftruncate(self._file, len(self._line + second))

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
