"""Which folders are packs and which files are banks, and what was probably meant as one and is passed over."""

import re
from collections.abc import Iterator
from pathlib import Path

from quizgame.banks.files.problems import Problem, Severity, shown

PACK_FILE = "pack.yaml"
BANK_ENDING = ".yaml"

_MOST = 20
"""Of one folder no more are named: it may be somebody's whole disk."""
_PEEK = 4_096
_NEARLY = re.compile(r"(?P<stem>[^.].*?)(?:\.ya?ml(?:\.txt)?|\.json)", re.IGNORECASE)
_SCHEMA = ".schema.json"
_LIKE_A_BANK = re.compile(rb"^\s*[\"']?(?:topic|facts)[\"']?\s*:", re.MULTILINE)


def pack_folders(folder: Path) -> list[Path]:
    """The packs in a folder, in the order of their names; a folder may also be a pack itself."""
    try:
        return [folder.resolve()] if is_pack(folder) else sorted(filter(is_pack, folder.iterdir()))
    except (OSError, RuntimeError):  # no such folder, not readable, or links in a circle
        return []


def is_pack(folder: Path) -> bool:
    """Whether this folder has a file that describes a pack."""
    try:
        return any(entry.name == PACK_FILE for entry in folder.iterdir()) and (folder / PACK_FILE).is_file()
    except OSError:  # a folder that may not be looked into hides no other
        return False


def bank_files(pack: Path) -> list[Path]:
    """The banks of a pack, in the order of their names, without an editor's locks and a Mac's leftovers."""
    return [
        path
        for path in _in(pack)
        if path.name.endswith(BANK_ENDING) and path.name.casefold() != PACK_FILE and not path.name.startswith(".")
    ]


def passed_over(pack: Path) -> list[Problem]:
    """What lies in a pack, is not read, and was probably meant to be."""
    found: list[Problem] = []
    read = {PACK_FILE, *(path.name for path in bank_files(pack))}
    for path in _in(pack):
        if path.name.startswith(".") or path.name in read:
            continue
        if path.name.casefold() == PACK_FILE:
            found.append(
                _warning(path, f"This file is not read: the pack has another {PACK_FILE}", "Delete one of them")
            )
        elif (match := _NEARLY.fullmatch(path.name)) and not path.name.endswith(_SCHEMA) and path.is_file():
            mend = f"Rename it to {match['stem']}{BANK_ENDING}"
            found.append(_warning(path, f"This file is not read: banks are files that end in {BANK_ENDING}", mend))
        else:
            found += _below(path)
    return found[:_MOST]


def _below(folder: Path) -> Iterator[Problem]:
    if is_pack(folder):
        what = "This pack is not read: it lies in the folder of another pack"
        yield _warning(folder, what, "Move the folder up, beside that one")
        return
    for path in _in(folder):
        if _NEARLY.fullmatch(path.name) and _looks_like_a_bank(path):
            what = "This file is not read: banks stand in the folder of their pack, and not in one below it"
            yield _warning(path, what, f"Move it up, beside {PACK_FILE}")


def not_packs(folder: Path) -> list[Problem]:
    """What looks like a pack in a folder of packs and is none."""
    if is_pack(folder):
        return []
    found = list(_lacks_its_file(folder))
    for place in _in(folder):
        if is_pack(place) or place.name.startswith("."):
            continue
        found += _lacks_its_file(place)
        for inner in filter(is_pack, _in(place)):
            what = "This pack is not read: it lies one folder too deep"
            found.append(
                Problem(shown(inner), 0, 0, what, f"Move it up, or name {shown(place)} as the folder of banks")
            )
    return found[:_MOST]


def _lacks_its_file(folder: Path) -> Iterator[Problem]:
    banks = []
    for path in _in(folder):
        match = _NEARLY.fullmatch(path.name)
        if match is None:
            continue
        if match["stem"].casefold() == "pack":
            what = f"This pack is not read: its file must be called {PACK_FILE}"
            yield Problem(shown(path), 0, 0, what, f"Rename it to {PACK_FILE}")
            return
        if not path.name.endswith(_SCHEMA) and _looks_like_a_bank(path):
            banks.append(path)
    for path in banks[:1]:
        what = f"This bank is not read: there is no {PACK_FILE} beside it"
        yield Problem(shown(path), 0, 0, what, "Write one with `title`, `language`, `source` and `sections`")


def missing(folder: Path) -> Problem | None:
    """What is wrong with a folder of banks that is none."""
    try:
        if folder.is_dir():
            return None
        what = "This is not a folder" if folder.exists() else "There is no such folder"
    except OSError:
        what = "This folder can't be looked into"
    return _warning(folder, what, "Name the folder in which the packs are")


def _looks_like_a_bank(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _LIKE_A_BANK.search(file.read(_PEEK)) is not None
    except OSError:
        return False


def _in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except (OSError, RuntimeError):
        return []


def _warning(path: Path, what: str, mend: str) -> Problem:
    return Problem(shown(path), 0, 0, what, mend, Severity.WARNING)
