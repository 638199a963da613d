"""From folders and files to packs. What has an error is left out with its problems; everything else plays."""

import hashlib
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from quizgame.banks.clean import clean
from quizgame.banks.files import find, yaml
from quizgame.banks.files.about import About, read_about
from quizgame.banks.files.clashes import ReadBank, without_clashes
from quizgame.banks.files.content import Content, content_of
from quizgame.banks.files.problems import BankError, Problem, Severity, Told, shown
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
class ReadPack:
    """What came of reading a pack."""

    id: str
    about: Path
    """The file that describes it."""
    content: bytes | None
    """The check of all that it was read from, see `Content`."""
    files: PackFiles | None = None
    """None if nothing of it plays."""
    of_pack: Told = field(default_factory=Told)
    """What was told of the file that describes it."""
    of_banks: Told = field(default_factory=Told)


class ReadBefore(Protocol):
    """What was read of packs before."""

    def find(self, place: Path, content: bytes) -> ReadPack | None:
        """What came of a pack when it was read with this content; None if that is not known."""

    def note(self, place: Path, read: ReadPack) -> None:
        """It was read now."""


@dataclass
class Library:
    """What was found in the folders that were looked in, in their order and that of the names in them."""

    folders: tuple[Path, ...]
    packs: list[PackFiles] = field(default_factory=list)
    told: Told = field(default_factory=Told)

    @property
    def problems(self) -> list[Problem]:
        """Why something was left out."""
        return self.told.problems

    @property
    def files_left_out(self) -> list[str]:
        """Whole banks and packs, and files that were probably meant as one."""
        return self.told.files_left_out

    @property
    def entries_left_out(self) -> Counter[str]:
        """How many questions, facts and the like were left out, by the file they stand in."""
        return self.told.entries_left_out

    def without_places(self) -> "Library":
        """To play from: where everything stands in the files is forgotten, as it takes more room than all the rest."""
        packs = [replace(files, documents={}, made_ids=()) for files in self.packs]
        return replace(self, packs=packs)


def read_library(
    folders: tuple[Path, ...],
    *,
    shipped: Collection[Path] = (),
    expected: Collection[Path] = (),
    before: ReadBefore | None = None,
) -> Library:
    """Read every pack in these folders; one may also be a pack itself, a folder or a file. The first of an id wins.

    `shipped` are the folders of the packs that come with the game, `expected` those of the given folders that are
    named when they are missing: nobody misses their own banks who has none. What was read `before` of the same content
    is not read again.
    """
    library = Library(folders)
    own = {folder.resolve() for folder in shipped}
    for folder in folders:
        for place in find.packs_in(folder):
            _add_pack(place, library, before, shipped=place.resolve() in own)
        for problem in find.not_packs(folder):
            library.told.leave_out(problem.path, [problem])
    if library.packs:  # otherwise the folders are named by whoever says that there is nothing to play
        for folder in folders:
            if folder in expected and (missing := find.missing(folder)):
                library.told.leave_out(missing.path, [missing])
    return library


def _add_pack(place: Path, library: Library, before: ReadBefore | None, *, shipped: bool) -> None:
    is_file = place.is_file()
    name, kind = (place.stem, "file") if is_file else (place.name, "folder")
    fault = fault_in(name) or ("contains a line break" if clean(name) != name else None)
    if fault:  # it becomes the id of the pack, which is shown and saved
        what = f"The name of the {kind} {fault}"
        library.told.leave_out(shown(place), [Problem(shown(place), 0, 0, what, "Rename it")])
        return
    try:
        read = read_pack(place, before)
    except BankError as error:
        library.told.leave_out(shown(place), error.problems)
        return
    if _is_there_already(read, place, library):
        return
    passed_over = [] if is_file else find.passed_over(place)
    library.told.add(read.of_pack)
    for problem in passed_over:
        library.told.leave_out(problem.path, [problem])
    library.told.add(read.of_banks)
    if read.files is not None:
        library.packs.append(replace(read.files, shipped=shipped))
    elif not passed_over and not read.of_banks.files_left_out:  # otherwise what was left out says why
        what = "The pack has no bank that can be played"
        library.problems.append(Problem(shown(read.about), 0, 0, what, "Add a bank"))


def read_pack(place: Path, before: ReadBefore | None = None) -> ReadPack:
    """Read what lies there, a folder or a file, or tell what is known of it. Raises `BankError`."""
    if before is not None and (content := content_of(place)) and (known := before.find(place, content)):
        return known
    read = _in_one_file(place) if place.is_file() else _in_a_folder(place)
    if before is not None:
        before.note(place, read)
    return read


def _is_there_already(read: ReadPack, place: Path, library: Library) -> bool:
    """Whether a pack of this id was read before; then this one is left out."""
    first = next((files for files in library.packs if files.pack.id == read.id), None)
    if first is not None:
        what = f"This pack is not read: {shown(first.folder)} has the id {read.id!r} too"
        mend = f"Rename one of the {'files' if place == read.about else 'folders'}, or write another `id`"
        library.told.leave_out(shown(place), [Problem(shown(read.about), 0, 0, what, mend, Severity.WARNING)])
    return first is not None


def _in_one_file(path: Path) -> ReadPack:
    """A pack in the short form."""
    content = Content(path)
    document, digest = _parsed(path, content)
    short = read_short(document, path)
    read = ReadPack(short.about.file.id or path.stem, path, content.check)
    (found,) = without_clashes([ReadBank(short.bank, short.document, digest, short.problems, short.entries_left_out)])
    told = read.of_banks
    told.problems += [*short.about.problems, *found.problems]
    if not found.plays:
        told.files_left_out.append(document.path)
        return read
    told.leave_out_entries(document.path, short.about.entries_left_out + found.entries_left_out)
    revision = hashlib.blake2b(digest, digest_size=4).hexdigest()
    pack = Pack(read.id, short.about.file, (found.bank,), revision)
    documents = {found.bank.topic: found.document}
    read.files = PackFiles(pack, short.about.document, documents, path, made_ids=short.made_ids)
    return read


def _in_a_folder(folder: Path) -> ReadPack:
    """A pack in the long form."""
    content = Content(folder)
    document, digest = _parsed(folder / PACK_FILE, content)
    about = read_about(document, folder.name)
    read = ReadPack(about.file.id or folder.name, folder / PACK_FILE, None)
    read.of_pack.problems += about.problems
    read.of_pack.leave_out_entries(document.path, about.entries_left_out)
    banks = _banks(folder, about, content, read.of_banks)
    read.content = content.check
    if banks:
        digests = [digest, *(found.digest for found in banks)]
        revision = hashlib.blake2b(b"".join(digests), digest_size=4).hexdigest()
        playing = tuple(found.bank for found in banks)
        pack = Pack(read.id, about.with_sections_of(list(playing)), playing, revision)
        documents = {found.bank.topic: found.document for found in banks}
        read.files = PackFiles(pack, about.document, documents, folder)
    return read


def _banks(folder: Path, about: About, content: Content, told: Told) -> list[ReadBank]:
    """The banks of a pack that play, in the order of the source."""
    banks: list[ReadBank] = []
    for path in find.bank_files(folder):
        try:
            document, digest = _parsed(path, content)
            read = sound(document, Bank)
            if misplaced := about.problems_of_place(read.model, read.document, path):
                raise BankError(*read.problems, *misplaced)
        except BankError as error:
            told.leave_out(shown(path), error.problems)
            continue
        banks.append(ReadBank(read.model, read.document, digest, read.problems, read.entries_left_out))
    banks.sort(key=lambda found: (found.bank.order, found.bank.topic))
    playing = []
    for found in without_clashes(banks):
        told.problems += found.problems
        if found.plays:
            playing.append(found)
            told.leave_out_entries(found.document.path, found.entries_left_out)
        else:
            told.files_left_out.append(found.document.path)
    return playing


def _parsed(path: Path, content: Content) -> tuple[yaml.Document, bytes]:
    """A file as a document, and a digest of its content that does not mind the kind of line ends."""
    data = content.read(path)
    document = yaml.parse(yaml.read_text(data, shown(path)), shown(path))
    return document, hashlib.blake2b(data.replace(b"\r\n", b"\n"), digest_size=16).digest()
