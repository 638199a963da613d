"""From folders and files to packs. What has an error is left out with its problems; everything else plays."""

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgame.banks.clean import clean
from quizgame.banks.files import find, yaml
from quizgame.banks.files.about import About, read_about
from quizgame.banks.files.clashes import ReadBank, without_clashes
from quizgame.banks.files.problems import BankError, Problem, Severity, shown
from quizgame.banks.files.short import read_short
from quizgame.banks.files.sound import sound
from quizgame.banks.models import Bank
from quizgame.banks.pack import Pack
from quizgame.banks.text import fault_in

PACK_FILE = find.PACK_FILE


@dataclass
class PackFiles:
    """A pack as it was read from its folder, with where everything stands in the files."""

    pack: Pack
    about: yaml.Document
    documents: dict[str, yaml.Document]
    """By topic."""
    folder: Path = Path()
    """The folder of its files, or its only file."""
    shipped: bool = False
    """Whether it comes with the game; any other pack was put there by somebody."""
    made_ids: tuple[tuple[yaml.Node, str], ...] = ()
    """The entries of a pack in one file that have no id there, each with the one that was made for it."""


@dataclass
class Library:
    """What was found in the folders that were looked in, in their order and that of the names in them."""

    folders: tuple[Path, ...]
    packs: list[PackFiles] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files_left_out: list[str] = field(default_factory=list)
    """Whole banks and packs, and files that were probably meant as one."""
    entries_left_out: Counter[str] = field(default_factory=Counter)
    """How many questions, facts and the like were left out, by the file they stand in."""

    def leave_out(self, path: str, problems: Collection[Problem]) -> None:
        """Note a file that is not played, and why."""
        self.problems += problems
        self.files_left_out.append(path)

    def without_places(self) -> "Library":
        """To play from: where everything stands in the files is forgotten, as it takes more room than all the rest."""
        packs = [replace(files, documents={}, made_ids=()) for files in self.packs]
        return replace(self, packs=packs)


def read_library(
    folders: tuple[Path, ...], *, shipped: Collection[Path] = (), expected: Collection[Path] = ()
) -> Library:
    """Read every pack in these folders; one may also be a pack itself, a folder or a file. The first of an id wins.

    `shipped` are the folders of the packs that come with the game, `expected` those of the given folders that are
    named when they are missing: nobody misses their own banks who has none.
    """
    library = Library(folders)
    own = {folder.resolve() for folder in shipped}
    for folder in folders:
        for place in find.packs_in(folder):
            _read_pack(place, library, shipped=place.resolve() in own)
        for problem in find.not_packs(folder):
            library.leave_out(problem.path, [problem])
    if library.packs:  # otherwise the folders are named by whoever says that there is nothing to play
        for folder in folders:
            if folder in expected and (missing := find.missing(folder)):
                library.leave_out(missing.path, [missing])
    return library


def _read_pack(place: Path, library: Library, *, shipped: bool) -> None:
    is_file = place.is_file()
    name, kind = (place.stem, "file") if is_file else (place.name, "folder")
    fault = fault_in(name) or ("contains a line break" if clean(name) != name else None)
    if fault:  # it becomes the id of the pack, which is shown and saved
        what = f"The name of the {kind} {fault}"
        library.leave_out(shown(place), [Problem(shown(place), 0, 0, what, "Rename it")])
        return
    try:
        files = _in_one_file(place, library) if is_file else _in_a_folder(place, library)
    except BankError as error:
        library.leave_out(shown(place), error.problems)
        return
    if files is not None:
        library.packs.append(replace(files, shipped=shipped))


def _is_there_already(pack_id: str, place: Path, about: Path, library: Library) -> bool:
    """Whether a pack of this id was read before; then this one is left out."""
    first = next((files for files in library.packs if files.pack.id == pack_id), None)
    if first is not None:
        what = f"This pack is not read: {shown(first.folder)} has the id {pack_id!r} too"
        mend = f"Rename one of the {'files' if place == about else 'folders'}, or write another `id`"
        library.leave_out(shown(place), [Problem(shown(about), 0, 0, what, mend, Severity.WARNING)])
    return first is not None


def _in_one_file(path: Path, library: Library) -> PackFiles | None:
    """A pack in the short form."""
    document, digest = _parsed(path)
    short = read_short(document, path)
    pack_id = short.about.file.id or path.stem
    if _is_there_already(pack_id, path, path, library):
        return None
    (found,) = without_clashes([ReadBank(short.bank, short.document, digest, short.problems, short.entries_left_out)])
    library.problems += [*short.about.problems, *found.problems]
    if not found.plays:
        library.files_left_out.append(document.path)
        return None
    if left_out := short.about.entries_left_out + found.entries_left_out:
        library.entries_left_out[document.path] += left_out
    revision = hashlib.blake2b(digest, digest_size=4).hexdigest()
    pack = Pack(pack_id, short.about.file, (found.bank,), revision)
    documents = {found.bank.topic: found.document}
    return PackFiles(pack, short.about.document, documents, path, made_ids=short.made_ids)


def _in_a_folder(folder: Path, library: Library) -> PackFiles | None:
    """A pack in the long form."""
    document, digest = _parsed(folder / PACK_FILE)
    about = read_about(document, folder.name)
    pack_id = about.file.id or folder.name
    if _is_there_already(pack_id, folder, folder / PACK_FILE, library):
        return None
    library.problems += about.problems
    if about.entries_left_out:
        library.entries_left_out[document.path] += about.entries_left_out
    before = len(library.files_left_out)
    for problem in find.passed_over(folder):
        library.leave_out(problem.path, [problem])
    banks = _banks(folder, about, library)
    if not banks:
        if len(library.files_left_out) == before:  # otherwise what was left out says why
            where = shown(folder / PACK_FILE)
            library.problems.append(Problem(where, 0, 0, "The pack has no bank that can be played", "Add a bank"))
        return None
    digests = [digest, *(found.digest for found in banks)]
    revision = hashlib.blake2b(b"".join(digests), digest_size=4).hexdigest()
    read = tuple(found.bank for found in banks)
    pack = Pack(pack_id, about.with_sections_of(list(read)), read, revision)
    documents = {found.bank.topic: found.document for found in banks}
    return PackFiles(pack, about.document, documents, folder)


def _banks(folder: Path, about: About, library: Library) -> list[ReadBank]:
    """The banks of a pack that play, in the order of the source."""
    banks: list[ReadBank] = []
    for path in find.bank_files(folder):
        try:
            document, digest = _parsed(path)
            read = sound(document, Bank)
            if misplaced := about.problems_of_place(read.model, read.document, path):
                raise BankError(*read.problems, *misplaced)
        except BankError as error:
            library.leave_out(shown(path), error.problems)
            continue
        banks.append(ReadBank(read.model, read.document, digest, read.problems, read.entries_left_out))
    banks.sort(key=lambda found: (found.bank.order, found.bank.topic))
    playing = []
    for found in without_clashes(banks):
        library.problems += found.problems
        if found.plays:
            playing.append(found)
        else:
            library.files_left_out.append(found.document.path)
        if found.plays and found.entries_left_out:
            library.entries_left_out[found.document.path] += found.entries_left_out
    return playing


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


def _parsed(path: Path) -> tuple[yaml.Document, bytes]:
    """A file as a document, and a digest of its content that does not mind the kind of line ends."""
    data = read_bytes(path)
    document = yaml.parse(yaml.read_text(data, shown(path)), shown(path))
    return document, hashlib.blake2b(data.replace(b"\r\n", b"\n"), digest_size=16).digest()
