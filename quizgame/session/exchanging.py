"""Files come in and packs go out: what reads and writes the disk around `exchange`, once for all front ends."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from quizgame.banks.dates import parse
from quizgame.banks.files import yaml
from quizgame.banks.files.content import read_bytes
from quizgame.banks.files.find import BANK_ENDING, PACK_FILE, is_pack
from quizgame.banks.files.problems import Severity, shown
from quizgame.banks.files.read import PackFiles, read_library
from quizgame.banks.files.splice import changed_bank, changed_pack
from quizgame.banks.files.write import changed_files, new_folder, write_new
from quizgame.banks.pack import Pack
from quizgame.exchange.bring import RECORD, Brought, new_pack, together, updated
from quizgame.exchange.file import MAX_BYTES, File
from quizgame.exchange.flat import entries_of
from quizgame.exchange.formats import READERS, WRITERS, read
from quizgame.exchange.ids import is_identifier, slug, topic_id
from quizgame.exchange.neutral import Imported, LeftOut, Remembered, UnreadableError
from quizgame.exchange.words import Words
from quizgame.places import would_hide_a_shipped_one
from quizgame.session.cant import Cant, CantExchangeError


@dataclass(frozen=True)
class CameIn:
    """What files make of a pack: nothing is written before `keep`."""

    formats: tuple[tuple[str, str], ...]
    """The name of each file, and the format it was read in."""
    folder: Path | None
    """Of the pack; None if nothing of the files could come in."""
    is_new: bool
    brought: Brought
    files: Mapping[str, str] = field(default_factory=dict)
    """What is to be written, by the names of the files."""


def read_files(
    paths: Sequence[Path], form: str | None, tell: Callable[[str, int], object]
) -> tuple[Imported, tuple[tuple[str, str], ...]]:
    """Read files of other programs, each as `form` or as what it seems to be. Raises `CantExchangeError`.

    `tell` is called with the name and the million bytes of each large file before it is read.
    """
    if form is not None and form not in READERS:
        raise CantExchangeError(Cant.NO_SUCH_FORMAT, form, ", ".join(READERS))
    found = []
    for path in paths:
        data = _bytes(path)
        if len(data) > 1_000_000:
            tell(shown(path), len(data) // 1_000_000)
        try:
            found.append(read(File(path.name, data), form))
        except UnreadableError as error:
            raise CantExchangeError(Cant.UNREADABLE, shown(path), "", error) from None
    formats = tuple((shown(path), one.format) for path, one in zip(paths, found, strict=True))
    return together(found), formats


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise CantExchangeError(Cant.IS_A_FOLDER, shown(path))
        if path.exists() and not path.is_file():
            raise CantExchangeError(Cant.IS_NO_FILE, shown(path))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        if not reason:
            raise CantExchangeError(Cant.IS_NO_FILE, shown(path)) from None
        raise CantExchangeError(Cant.CANT_BE_READ, shown(path), reason.lower()) from None


def bring_in(
    paths: Sequence[Path],
    *,
    form: str | None,
    into: str | None,
    banks: Path,
    day: date,
    tell: Callable[[str, int], object],
) -> CameIn:
    """Read files into a pack in the folder `banks`: a new one, or with `into` one that is there.

    Raises `CantExchangeError`; then nothing was changed. `day`: the day on which the files are read.
    """
    seen = look(paths, form=form, into=into, banks=banks, day=day, tell=tell)
    keep(seen)
    return seen


def keep(seen: CameIn) -> None:
    """Write what came in. Raises `CantExchangeError`; then nothing was changed."""
    folder, files = seen.folder, dict(seen.files)
    if folder is not None and files:
        _write(folder, lambda: (new_folder if seen.is_new else changed_files)(folder, files))


def look(
    paths: Sequence[Path],
    *,
    form: str | None,
    into: str | None,
    banks: Path,
    day: date,
    tell: Callable[[str, int], object],
) -> CameIn:
    """What `bring_in` would do, before anything is written. Raises `CantExchangeError`."""
    if into is not None and not is_identifier(into):
        raise CantExchangeError(Cant.NO_NAME, into)
    imported, formats = read_files(paths, form, tell)
    name = into or topic_id(slug(imported.title) or imported.title)
    folder = banks / name
    if folder.with_name(f"{name}{BANK_ENDING}").exists():  # a pack in one file has this name
        raise CantExchangeError(Cant.NAME_IS_TAKEN if into is None else Cant.IS_ONE_FILE, name)
    if into is None and not folder.exists() and would_hide_a_shipped_one(folder):
        raise CantExchangeError(Cant.COMES_WITH_THE_GAME, name)
    if not folder.exists():
        brought = new_pack(imported, name, paths[0].name, parse(day.isoformat()))
        kept = folder if brought.added else None
        return CameIn(formats, kept, is_new=True, brought=brought, files=brought.files)
    if not is_pack(folder):
        raise CantExchangeError(Cant.NOT_A_PACK, shown(folder))
    if into is None:
        raise CantExchangeError(Cant.NAME_IS_TAKEN, name)
    here = _whole_pack(folder)
    brought = updated(imported, here.pack, _record(folder))
    files = {name: _in_its_layout(name, text, here, brought) for name, text in brought.files.items()}
    return CameIn(formats, folder, is_new=False, brought=brought, files=files)


def _in_its_layout(name: str, text: str, here: PackFiles, brought: Brought) -> str:
    """The text of a file that changes: where it is there already, with the comments and the layout that it has."""
    topic = name.removesuffix(BANK_ENDING)
    if name != PACK_FILE and topic not in here.documents:
        return text
    now = yaml.read_text(read_bytes(here.folder / name), name)
    if name == PACK_FILE:
        return changed_pack(now, here.about, here.pack.about, brought.about)
    new = next(bank for bank in brought.banks if bank.topic == topic)
    return changed_bank(now, here.documents[topic], here.pack.bank(topic), new)


def _whole_pack(folder: Path) -> PackFiles:
    """The pack in a folder; what has errors is refused, for its bad entries would be lost when it is written."""
    library = read_library((folder,))
    bad = any(problem.severity is Severity.ERROR for problem in library.problems)
    if bad or not library.packs:
        raise CantExchangeError(Cant.MEND_FIRST, shown(folder))
    return library.packs[0]


def _record(folder: Path) -> str:
    try:
        return (folder / RECORD).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _write(path: Path, write: Callable[[], None]) -> None:
    try:
        write()
    except OSError as error:
        raise CantExchangeError(Cant.CANT_BE_WRITTEN, shown(path), (error.strerror or "").lower()) from None


@dataclass(frozen=True)
class WentOut:
    """What became of a pack that went out: the file, or None if nothing of the pack fits."""

    path: Path | None
    count: int
    left_out: tuple[LeftOut, ...]


def send_out(
    folders: tuple[Path, ...],
    form: str,
    *,
    pack: str | None,
    topics: Sequence[str],
    out: Path | None,
    words: Words,
    moment: float,
    memory: Mapping[str, Remembered] | None = None,
) -> WentOut:
    """Write a pack, or some topics of it, as a file of another program. Raises `CantExchangeError`.

    `moment`: seconds since 1970, for formats that tell newer from older. `memory`: what the player remembers, if that
    goes out too.
    """
    if form not in WRITERS:
        raise CantExchangeError(Cant.NO_SUCH_FORMAT, form, ", ".join(WRITERS))
    if memory is not None and not WRITERS[form].holds_memory:
        raise CantExchangeError(Cant.HOLDS_NO_MEMORY, form)
    chosen = _chosen(folders, pack, topics)
    if unknown := [topic for topic in topics if topic not in chosen.topics]:
        raise CantExchangeError(Cant.NO_SUCH_TOPIC, unknown[0], ", ".join(chosen.topics))
    writer = WRITERS[form]
    path = out or Path(f"{chosen.id}.{writer.ending}")
    if path.exists() or path.is_symlink():
        raise CantExchangeError(Cant.FILE_EXISTS, shown(path))
    try:
        told = replace(entries_of(chosen, topics), memory=memory or {})
        exported = writer.write(told, words, int(moment))
    except UnreadableError as error:
        raise CantExchangeError(Cant.UNREADABLE, form, "", error) from None
    if not exported.count:
        return WentOut(None, 0, exported.left_out)
    _write(path, lambda: write_new(path, exported.data))
    return WentOut(path, exported.count, exported.left_out)


def _chosen(folders: tuple[Path, ...], name: str | None, topics: Sequence[str]) -> Pack:
    """The pack of this name, or the first one; where topics are named, the first that has them."""
    packs = [files.pack for files in read_library(folders).packs if name in (None, files.pack.id)]
    if not packs:
        raise CantExchangeError(Cant.NO_SUCH_PACK, name or os.pathsep.join(map(shown, folders)))
    return next((pack for pack in packs if set(topics) <= set(pack.topics)), packs[0])
