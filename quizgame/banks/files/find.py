"""Which folders and files are packs, which files are banks, and what was probably meant as one and is passed over."""

import re
from collections.abc import Iterator
from pathlib import Path

from quizgame.banks.files.problems import Problem, Severity, shown

PACK_FILE = "pack.yaml"
BANK_ENDING = ".yaml"

_MOST = 20
"""Of one folder no more are named: it may be somebody's whole disk."""
_PEEK = 16_384
_BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xfe\xff"
_NEARLY = re.compile(r"(?P<stem>[^.].*?)(?:\.ya?ml(?:\.txt)?|\.json)", re.IGNORECASE)
_SCHEMA = ".schema.json"
_LIKE_A_SHORT_PACK = re.compile(
    rb"^(?:title|[{ ]{0,4}[\"']?(?:questions?|events?|terms?|facts))[\"']?\s*:", re.MULTILINE | re.IGNORECASE
)
_OF_A_LONGER_PACK = re.compile(rb"^[{ ]{0,4}[\"']?topic[\"']?\s*:", re.MULTILINE)
_LIKE_A_BANK = re.compile(rb"^\s*[\"']?(?:topic|facts)[\"']?\s*:", re.MULTILINE)


def packs_in(place: Path) -> list[Path]:
    """The packs in a folder, in the order of their names; the place may also be a pack itself, a folder or a file."""
    try:
        if is_pack(place) or is_short_pack(place):
            return [place.resolve()]
        return sorted(inner for inner in place.iterdir() if is_pack(inner) or is_short_pack(inner))
    except (OSError, RuntimeError):  # no such folder, not readable, or links in a circle
        return []


def is_short_pack(path: Path) -> bool:
    """Whether this file is a pack by itself: it has questions, events or words, and is no bank of a longer pack."""
    return path.name.endswith(BANK_ENDING) and _is_like_a_short_pack(path)


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
    found = [*_lacks_its_file(folder), *_nearly_short(folder)]
    for place in _in(folder):
        if is_pack(place) or place.name.startswith("."):
            continue
        found += _lacks_its_file(place)
        for inner in filter(is_short_pack, _in(place)):
            what = "This pack is not read: it lies one folder too deep"
            found.append(_warning(inner, what, f"Move it up, or name {shown(place)} as the folder of banks"))
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
        if not path.name.endswith(_SCHEMA) and _looks_like_a_bank(path) and not _is_like_a_short_pack(path):
            banks.append(path)
    for path in banks[:1]:
        what = f"This bank is not read: there is no {PACK_FILE} beside it"
        yield Problem(shown(path), 0, 0, what, "Write one with `title`, `language`, `source` and `sections`")


def _nearly_short(folder: Path) -> Iterator[Problem]:
    """Packs of one file whose ending keeps them from being read."""
    for path in _in(folder):
        match = _NEARLY.fullmatch(path.name)
        if match is None or path.name.endswith((BANK_ENDING, _SCHEMA)) or match["stem"].casefold() == "pack":
            continue
        if _is_like_a_short_pack(path):
            what = f"This file is not read: packs are files that end in {BANK_ENDING}"
            yield _warning(path, what, f"Rename it to {match['stem']}{BANK_ENDING}")


def missing(folder: Path) -> Problem | None:
    """What is wrong with a folder of banks that is none."""
    try:
        if folder.is_dir() or is_short_pack(folder):
            return None
        what = "This is not a folder" if folder.exists() else "There is no such folder"
    except OSError:
        what = "This folder can't be looked into"
    return _warning(folder, what, "Name the folder in which the packs are")


def _looks_like_a_bank(path: Path) -> bool:
    return _LIKE_A_BANK.search(_beginning_of(path)) is not None


def _is_like_a_short_pack(path: Path) -> bool:
    if path.name.casefold() == PACK_FILE or path.name.startswith("."):
        return False
    beginning = _beginning_of(path)
    return bool(_LIKE_A_SHORT_PACK.search(beginning)) and not _OF_A_LONGER_PACK.search(beginning)


def _beginning_of(path: Path) -> bytes:
    """The first letters of a file as far as they are ASCII, whatever its encoding; nothing if it is no file."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_PEEK).lstrip(_BYTE_ORDER_MARKS).replace(b"\0", b"")
    except OSError:
        return b""


def _in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except (OSError, RuntimeError):
        return []


def _warning(path: Path, what: str, mend: str) -> Problem:
    return Problem(shown(path), 0, 0, what, mend, Severity.WARNING)
