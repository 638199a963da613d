"""The files of a saves folder: what they are called, and how one takes its place whole or not at all."""

import contextlib
import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from quizgame.saves.faults import Fault, Refusal, SavesError

FILE_NAME = "progress.sqlite"
BESIDE = ("-wal", "-journal")
"""What SQLite may leave beside a file, and would put into it."""
NEW = "progress.new-"
_ASIDE = ".put-aside-"
_A_MICROSECOND = 1000
_BACKUP = re.compile(r"progress\.v\d+-\d{4}-\d\d-\d\d(-\d+)?\.sqlite")
_OURS = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", f"{FILE_NAME}-journal", "progress.witness")

STATES_TELL = os.name != "nt"
"""Whether the state of a file tells when it was written to: Windows brings times up to date when it likes to."""

Stamp = tuple[tuple[int, int, int] | None, ...]
State = tuple[int, ...] | None
Look = tuple[int, int, int, int, int]
"""The disk, the file on it, its size, when it was written to, when anything about it changed, in nanoseconds."""


def save_in(folder: Path) -> Path:
    """The save file of a folder; where it is a link, what it leads to, as that is where SQLite keeps its parts.

    Raises `SavesError` for a link that leads to itself.
    """
    path = folder / FILE_NAME
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise SavesError(Fault(Refusal.UNREADABLE, path, os.strerror(errno.ELOOP)))
    return target


def beside(path: Path) -> list[Path]:
    """The parts that lie beside a save and are not empty, the `-wal` first."""
    parts = (path.with_name(path.name + end) for end in BESIDE)
    return [part for part in parts if part.is_file() and part.stat().st_size]


def stamp(path: Path) -> Stamp:
    """What changes when anybody writes to a save or to its parts, or puts others in their place."""
    return tuple(_stamp(part) for part in (path, *(path.with_name(path.name + end) for end in BESIDE)))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (state.st_ino, state.st_size, state.st_mtime_ns) if state.st_size else None


def identity(path: Path) -> State:
    """Which file stands at a path, or None if there is none."""
    found = state(path)
    return found and found[:2]


def state(path: Path) -> State:
    """The same, and what changes when anybody writes to it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - four times for each answer, and twice as fast as the other way
    except OSError:
        return None
    here = found.st_dev, found.st_ino
    return (*here, found.st_size, found.st_mtime_ns) if STATES_TELL else here


def states(path: Path) -> tuple[State, State]:
    """The states of a save and of its `-wal`."""
    return state(path), state(wal_of(path))


def wal_of(path: Path) -> Path:
    """The `-wal` of a save."""
    return path.with_name(f"{path.name}-wal")


def look(path: Path) -> Look:
    """What a file looks like from outside. Raises OSError."""
    state = path.stat()
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def mark_time(path: Path) -> None:
    """Move the time a file was written to by a little, so that whoever writes to it in the same tick of the system's
    clock gives it another one. Raises OSError.
    """
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + _A_MICROSECOND))


@contextlib.contextmanager
def new_file(folder: Path) -> Iterator[Path]:
    """A file for what is to become a save or a backup; gone at the end if it was not put in its place by then."""
    number, name = tempfile.mkstemp(prefix=NEW, suffix=".sqlite", dir=folder)
    os.close(number)
    path = Path(name)
    try:
        yield path
    finally:
        for part in (path, *(path.with_name(path.name + end) for end in BESIDE)):
            part.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove what somebody who was killed had no time to put in its place."""
    for path in folder.glob(f"{NEW}*"):
        with contextlib.suppress(OSError):
            path.unlink()


def put_in_place(new: Path, path: Path) -> None:
    """Give a whole file its name, so that also after a power cut it is there whole or not at all.

    Raises FileExistsError if there is one of that name that is not empty.
    """
    _force(new)
    if path.exists() and not path.stat().st_size:
        new.replace(path)
    elif os.name == "nt":
        new.rename(path)  # which refuses there
    else:
        try:
            path.hardlink_to(new)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            if path.exists():
                raise FileExistsError(path) from None
            new.rename(path)
    force_folder(path.parent)


def put_over(new: Path, path: Path) -> None:
    """Give a whole file a name, and take it from the file that has it: at any moment one of the two is there."""
    _force(new)
    new.replace(path)
    force_folder(path.parent)


def free_name(path: Path, ending: str = "") -> Path:
    """A path that nothing stands at: this one, or with "-2" and so on before its ending."""
    start, number = path.name.removesuffix(ending), 2
    while path.exists():
        path = path.with_name(f"{start}-{number}{ending}")
        number += 1
    return path


def aside(path: Path, now: datetime) -> Path:
    """The name under which a part is put aside; SQLite takes it for no part of anything."""
    return free_name(path.with_name(f"{path.name}{_ASIDE}{now:%Y-%m-%d}"))


def put_aside(path: Path, now: datetime) -> str:
    """Give a file another name; returns it."""
    other = aside(path, now)
    path.rename(other)
    force_folder(path.parent)
    return other.name


def put_copy_aside(path: Path, now: datetime) -> str:
    """Keep a copy of a file under the name that it would be put aside with; returns it."""
    with new_file(path.parent) as new:
        shutil.copyfile(path, new)
        other = aside(path, now)
        put_in_place(new, other)
    return other.name


def backup_name(path: Path, version: int, now: datetime) -> Path:
    """The name of a backup, which no other has."""
    return free_name(path.with_name(f"progress.v{version}-{now:%Y-%m-%d}.sqlite"), ".sqlite")


def backups_of(path: Path, version: int) -> list[Path]:
    """The backups of a version that are there."""
    return sorted(path.parent.glob(f"progress.v{version}-*.sqlite"))


def copies_beside(path: Path) -> tuple[str, ...]:
    """Files whose names say that they are copies of the save, made by others."""
    try:
        return tuple(sorted(one.name for one in path.parent.iterdir() if _is_a_copy(one.name) and one.is_file()))
    except OSError:  # no folder yet, or one that does not tell what is in it
        return ()


def _is_a_copy(name: str) -> bool:
    if name in _OURS or name.startswith(NEW) or _ASIDE in name or _BACKUP.fullmatch(name):
        return False
    return "progress" in name.casefold() and "sqlite" in name.casefold()


def _force(path: Path) -> None:
    number = os.open(path, os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def force_folder(folder: Path) -> None:
    """Bring the names in a folder onto the disk, where the system can do so."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
