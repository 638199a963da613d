"""From folders to packs. A bank with an error is left out with its problems; the others play."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from quizgame.banks.files import yaml
from quizgame.banks.files.model_errors import problems_of
from quizgame.banks.files.problems import BankError, Problem, Severity
from quizgame.banks.models import Bank, PackFile
from quizgame.banks.pack import Pack
from quizgame.banks.text import clean, fault_in

PACK_FILE = "pack.yaml"

_Model = TypeVar("_Model", bound=BaseModel)
_Read = tuple[Bank, yaml.Document, bytes]
"""A bank, where everything in it stands, and a digest of its file."""


@dataclass
class PackFiles:
    """A pack as it was read from its folder, with where everything stands in the files."""

    pack: Pack
    about: yaml.Document
    documents: dict[str, yaml.Document]
    """By topic."""


@dataclass
class Library:
    """What was found in the folders that were looked in."""

    folders: tuple[Path, ...]
    packs: list[PackFiles] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files_left_out: list[str] = field(default_factory=list)

    def pack(self, pack_id: str) -> Pack:
        """A pack by its id; raises KeyError."""
        return {found.pack.id: found.pack for found in self.packs}[pack_id]


def read_library(folders: tuple[Path, ...]) -> Library:
    """Read every pack in these folders; a folder may also be a pack itself. The first pack of a name wins."""
    library = Library(folders)
    seen: set[str] = set()
    for folder in folders:
        for place in _pack_folders(folder):
            if place.name in seen:
                continue
            seen.add(place.name)
            _read_pack(place, library)
    return library


def _pack_folders(folder: Path) -> list[Path]:
    try:
        return [folder.resolve()] if _is_pack(folder) else sorted(filter(_is_pack, folder.iterdir()))
    except (OSError, RuntimeError):  # no such folder, not readable, or links in a circle
        return []


def _is_pack(folder: Path) -> bool:
    try:
        return (folder / PACK_FILE).is_file()
    except OSError:  # a folder that may not be looked into hides no other
        return False


def _read_pack(folder: Path, library: Library) -> None:
    fault = fault_in(folder.name) or ("contains a line break" if clean(folder.name) != folder.name else None)
    if fault:  # it becomes the id of the pack, which is shown and saved
        library.problems.append(Problem(shown(folder), 0, 0, f"The name of the folder {fault}", "Rename it"))
        library.files_left_out.append(shown(folder))
        return
    try:
        about, about_document, about_digest = _read_model(folder / PACK_FILE, PackFile)
    except BankError as error:
        library.problems += error.problems
        library.files_left_out.append(shown(folder))
        return
    for path in sorted(folder.glob("*.yml")):
        library.problems.append(Problem(shown(path), 0, 0, "Banks are files that end in .yaml", "Rename it"))
        library.files_left_out.append(shown(path))
    banks: list[_Read] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == PACK_FILE or path.name.startswith("."):  # an editor's lock, a Mac's leftovers
            continue
        try:
            bank, document, digest = _read_model(path, Bank)
            _check_place(bank, about, document, path)
        except BankError as error:
            library.problems += error.problems
            library.files_left_out.append(shown(path))
            continue
        banks.append((bank, document, digest))
    banks.sort(key=lambda found: (found[0].order, found[0].topic))
    kept = _without_clashes(banks, library)
    if not kept:
        where = shown(folder / PACK_FILE)
        library.problems.append(Problem(where, 0, 0, "The pack has no bank that can be played", "Add or mend a bank"))
        return
    revision = hashlib.blake2b(b"".join([about_digest, *(digest for _, _, digest in kept)]), digest_size=4).hexdigest()
    pack = Pack(folder.name, about, tuple(bank for bank, _, _ in kept), revision)
    documents = {bank.topic: document for bank, document, _ in kept}
    library.packs.append(PackFiles(pack, about_document, documents))


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


def _read_model(path: Path, model: type[_Model]) -> tuple[_Model, yaml.Document, bytes]:
    data = read_bytes(path)
    document = yaml.parse(yaml.read_text(data, shown(path)), shown(path))
    try:
        found = model.model_validate(document.plain())
    except ValidationError as error:
        found_once = {*document.problems, *problems_of(error, document)}
        raise BankError(*sorted(found_once, key=lambda problem: problem.order)) from None
    if document.problems:
        raise BankError(*document.problems)
    return found, document, hashlib.blake2b(data.replace(b"\r\n", b"\n"), digest_size=16).digest()


def _check_place(bank: Bank, about: PackFile, document: yaml.Document, path: Path) -> None:
    problems = []
    if bank.topic != path.stem:
        what = f"The topic {bank.topic!r} is not the name of the file"
        problems.append(at(document, ("topic",), what, f"Write `topic: {path.stem}`, or rename the file"))
    if bank.section not in [section.heading for section in about.sections]:
        what = "This section is not listed in pack.yaml"
        problems.append(at(document, ("section",), what, "Write the heading as it is there"))
    if problems:
        raise BankError(*problems)


def _without_clashes(banks: list[_Read], library: Library) -> list[_Read]:
    """Leave out the banks that use an id a second time, then those that borrow a fact nobody has."""
    taken: dict[str, str] = {}
    kept = []
    for bank, document, digest in banks:
        own: dict[str, str] = {}
        clashes = []
        for name, steps in _ids(bank):
            place = taken.get(name) or own.get(name)
            if place:
                clashes.append(at(document, steps, f"The id {name!r} is used already, in {place}", "Choose another id"))
            own[name] = document.path
        if _leave_out(clashes, document, library):
            continue
        taken |= own
        kept.append((bank, document, digest))
    while True:  # a bank that goes takes its facts with it, and somebody may borrow those
        facts = {fact.id for bank, _, _ in kept for fact in bank.facts}
        staying = [found for found in kept if not _leave_out(_strangers(found, facts), found[1], library)]
        if len(staying) == len(kept):
            return kept
        kept = staying


def _leave_out(problems: list[Problem], document: yaml.Document, library: Library) -> bool:
    library.problems += problems
    library.files_left_out += [document.path] if problems else []
    return bool(problems)


def _strangers(found: _Read, facts: set[str]) -> list[Problem]:
    bank, document, _ = found
    return [
        at(document, ("borrows", index), f"No bank of the pack has the fact {name!r}", "Check the id")
        for index, name in enumerate(bank.borrows)
        if name not in facts
    ]


def _ids(bank: Bank) -> list[tuple[str, tuple[str | int, ...]]]:
    found: list[tuple[str, tuple[str | int, ...]]] = []
    for f, fact in enumerate(bank.facts):
        found.append((fact.id, ("facts", f, "id")))
        for q, question in enumerate(fact.questions):
            if question.id:
                found.append((question.id, ("facts", f, "questions", q, "id")))
    return found + [(term.id, ("terms", t, "id")) for t, term in enumerate(bank.terms)]


def at(
    document: yaml.Document, steps: tuple[str | int, ...], what: str, mend: str, severity: Severity = Severity.ERROR
) -> Problem:
    """A problem at the place in a file that a path of keys leads to."""
    node = document.node_at(steps)
    return Problem(document.path, node.line, node.column, clean(what), clean(mend), severity)


def shown(path: Path) -> str:
    """A path as a person would type it from here, safe to print."""
    try:
        relative = path.resolve().relative_to(Path.cwd())
    except (ValueError, OSError, RuntimeError):
        return clean(str(path))
    return clean(str(relative))
