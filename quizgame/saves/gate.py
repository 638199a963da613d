"""The gate before a save: it is known to be whole before SQLite may touch it.

SQLite puts whatever lies beside a file as its `-wal` or `-journal` into it, also if it belongs to another save: brought
by a synchronised folder, or left over. So the file is first read alone, then, from copies, together with its parts. As
a save only ever grows, the one must be a beginning of the other. Only what looks as it was left
need not be read whole.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgame.saves import contents, ends, files, wal, witness
from quizgame.saves.backup import read_closed
from quizgame.saves.contents import Contents
from quizgame.saves.ends import Ends
from quizgame.saves.faults import Fault, Finding, Notice, Refusal, SavesError
from quizgame.saves.files import Stamp, beside, copies_beside, stamp
from quizgame.saves.lock import alone_with
from quizgame.saves.sqlite_errors import FAILURES
from quizgame.saves.tables import APPLICATION_ID, VERSION
from quizgame.saves.witness import Acknowledged

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a save, without touching it."""

    path: Path
    stamp: Stamp
    found: Contents | Ends | None
    """What it holds, or the ends of it if that is enough; None if there is nothing yet."""
    source: Path | None = None
    """Where that can be read from, without touching the save, as long as `looked_at` lasts."""
    foreign: tuple[Path, ...] = ()
    """Parts that must be put aside before SQLite comes near."""
    to_copy: tuple[Path, ...] = ()
    """Files of which copies must be kept, as going on would change them."""
    unfinished: bool = False
    """Whether a save was being begun in this place, and SQLite's own journal takes that back."""
    findings: tuple[Notice, ...] = ()


@contextlib.contextmanager
def looked_at(path: Path, *, whole: bool = False) -> Iterator[Sight]:
    """Look at a save; unless the `whole` of it is wanted, only at its ends where it is as it was left.

    Raises `SavesError` if it must not be used, or can't be read.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # no device is to be replaced by a file
            raise SavesError(Fault(Refusal.NOT_A_SAVE, path))
        parts = beside(path)
        empty = not path.exists() or not path.stat().st_size
        header = b"" if empty else _header(path)
    except OSError as error:
        raise SavesError(Fault(Refusal.UNREADABLE, path, error.strerror or str(error))) from None
    if empty and not any(part.name.endswith("-journal") for part in parts):
        yield _nothing(path, parts)
        return
    if not any(part.name.endswith("-journal") for part in parts):
        _refuse_strangers(path, header)
    if not parts:
        yield _whole(path) if whole else (_from_its_end(path) or _whole(path))
        return
    with contextlib.ExitStack() as stack:
        yield _copied(path, parts, stack, whole=whole)


def _copied(path: Path, parts: list[Path], stack: contextlib.ExitStack, *, whole: bool) -> Sight:
    """Look at copies: in the system's folder for such, or where that has no room, beside the save."""
    reason = ""
    for folder in (None, path.parent):
        with contextlib.ExitStack() as attempt:
            try:
                place = attempt.enter_context(tempfile.TemporaryDirectory(prefix="quizgame-", dir=folder))
                sight = _together(path, parts, Path(place) / path.name, whole=whole)
            except OSError as error:
                reason = error.strerror or str(error)
                continue
            stack.enter_context(attempt.pop_all())
            return sight
    raise SavesError(Fault(Refusal.UNREADABLE, path, reason))


def _header(path: Path) -> bytes:
    with alone_with(path), path.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72]) == APPLICATION_ID


def _refuse_strangers(path: Path, header: bytes) -> None:
    if not _is_ours(header):
        raise SavesError(Fault(Refusal.NOT_A_SAVE, path))
    if int.from_bytes(header[60:64]) > VERSION:
        raise SavesError(Fault(Refusal.NEWER, path))


def _nothing(path: Path, parts: list[Path]) -> Sight:
    findings = []
    if parts:
        findings.append(Notice(Finding.FOREIGN_PART, path))
    if (acknowledged := witness.read(path.parent)) and acknowledged.answer:
        findings.append(Notice(Finding.MISSING, path, count=acknowledged.answer))
    return Sight(path, stamp(path), None, foreign=tuple(parts), findings=(*findings, *_copies(path)))


def _from_its_end(path: Path) -> Sight | None:
    before = stamp(path)
    found = ends.read(path)
    return None if found is None else Sight(path, before, found, path, findings=_copies(path))


def _whole(path: Path) -> Sight:
    before = stamp(path)
    found = _read(path)
    if isinstance(found, SavesError):
        raise found
    held = _held_against(path, found, witness.read(path.parent))
    return Sight(path, before, found, path, findings=(*held, *_copies(path)))


def _together(path: Path, parts: list[Path], copy: Path, *, whole: bool) -> Sight:
    before = stamp(path)
    for part in (path, *parts):
        shutil.copyfile(part, copy.with_name(part.name))
    if stamp(path) != before:
        raise SavesError(Fault(Refusal.IN_USE, path))
    if not whole and parts == [files.wal_of(path)] and (found := ends.read(path, copy)):
        return Sight(path, before, found, copy, findings=_copies(path))
    header = copy.read_bytes()[:_HEADER_BYTES]
    alone = _read(path) if _is_ours(header) else SavesError(Fault(Refusal.NOT_A_SAVE, path))
    both = _read_with_parts(copy, path)
    return _Choice(path, before, tuple(parts), alone, both, copy, witness.read(path.parent)).sight()


def _read(path: Path) -> Contents | SavesError:
    try:
        return read_closed(path)
    except SavesError as error:
        return error
    except FAILURES as error:
        return SavesError(Fault(Refusal.DAMAGED, path, str(error)))


def _read_with_parts(copy: Path, path: Path) -> Contents | SavesError | None:
    """What SQLite makes of copies of a file and its parts; None for a file that nothing was ever written into."""
    try:
        with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as reader:
            if not reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                return None
            if reader.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return SavesError(Fault(Refusal.NOT_A_SAVE, path))
            [(state,)] = reader.execute("PRAGMA integrity_check(1)")
            if state != "ok":  # a few pages of a stranger may hold nothing but an index, which no row would show
                return SavesError(Fault(Refusal.DAMAGED, path, state.splitlines()[-1]))
            return contents.read(reader, path)
    except SavesError as error:
        return error
    except FAILURES as error:
        return SavesError(Fault(Refusal.DAMAGED, path, str(error)))


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which of the two is the save: the file alone, or the file with its parts."""

    path: Path
    stamp: Stamp
    parts: tuple[Path, ...]
    alone: Contents | SavesError
    both: Contents | SavesError | None
    copy: Path
    acknowledged: Acknowledged | None

    def sight(self) -> Sight:
        alone, both = self.alone, self.both
        if isinstance(both, SavesError) and both.fault.what is Refusal.NEWER:
            raise both
        if isinstance(both, Contents):
            if isinstance(alone, Contents) and alone.begins(both):
                return self._with_parts(both)
            if self.acknowledged and self.acknowledged.names_any and self.acknowledged.is_in(both):
                # the file alone is what a checkpoint left that was cut, or it is the stranger
                return self._with_parts(both, Finding.FOREIGN_PART if isinstance(alone, Contents) else None)
        if isinstance(alone, Contents):
            return self._alone(alone)
        if isinstance(both, Contents):
            return self._with_parts(both, Finding.MENDED)
        if both is None and not any(part.name.endswith("-wal") for part in self.parts):
            # the first version began a save in its place, and SQLite's own journal takes back what was cut
            findings = (Notice(Finding.MENDED, self.path), *_copies(self.path))
            to_copy = (self.path, *self.parts)
            return Sight(self.path, self.stamp, None, unfinished=True, to_copy=to_copy, findings=findings)
        raise alone

    def _with_parts(self, found: Contents, finding: Finding | None = None) -> Sight:
        findings = [*_held_against(self.path, found, self.acknowledged)]
        if finding:
            findings.append(Notice(finding, self.path))
        elif not self.acknowledged and self._has_a_torn_end():
            findings.append(Notice(Finding.TORN_END, self.path))
        to_copy = (self.path, *self.parts) if findings else ()
        findings += _copies(self.path)
        return Sight(self.path, self.stamp, found, self.copy, to_copy=to_copy, findings=tuple(findings))

    def _has_a_torn_end(self) -> bool:
        return any(part.name.endswith("-wal") and wal.has_a_torn_end(part.read_bytes()) for part in self.parts)

    def _alone(self, found: Contents) -> Sight:
        held = _held_against(self.path, found, self.acknowledged)
        findings = (Notice(Finding.FOREIGN_PART, self.path), *held, *_copies(self.path))
        return Sight(
            self.path, self.stamp, found, self.path, foreign=self.parts, to_copy=(self.path,), findings=findings
        )


def _held_against(path: Path, found: Contents, acknowledged: Acknowledged | None) -> tuple[Notice, ...]:
    """What the witness says of a save."""
    if acknowledged is None or acknowledged.is_in(found):
        return ()
    missing = acknowledged.missing_from(found)
    if missing:
        return (Notice(Finding.MISSING, path, count=missing),)
    return (Notice(Finding.OTHER_HISTORY, path),)


def _copies(path: Path) -> tuple[Notice, ...]:
    names = copies_beside(path)
    return (Notice(Finding.OTHER_SAVES, path, names),) if names else ()
