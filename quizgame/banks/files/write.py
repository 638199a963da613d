"""Banks as files: restricted YAML that reads back as what was written, and folders that are never half-written.

A text stands plain only where it can mean nothing else, to us and to an editor that reads YAML 1.2: what looks like a
number, a date or a truth value has quotes. Long lines are folded, texts of several lines keep their breaks.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from textwrap import wrap
from typing import Any

from quizgame.banks.models import Bank, PackFile

_WIDTH = 116
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;!?/()’‘“”'\"+&%–—-]|:(?=[^\s]))*", re.UNICODE)
_MEANS_SOMETHING = frozenset("true false yes no on off null y n".split())
_BLOCK_LINE = re.compile(r"[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NUMBERS = frozenset(["paragraph", "importance", "order", "paragraphs"])


def bank_text(bank: Bank) -> str:
    """A bank as the text of its file."""
    return yaml_text(plain_bank(bank))


def pack_text(about: PackFile) -> str:
    """What stands beside the banks as the text of `pack.yaml`."""
    return yaml_text(plain_pack(about))


def plain_pack(about: PackFile) -> dict[str, Any]:
    """What is written of a pack: nothing that goes without saying."""
    return about.model_dump(exclude_defaults=True)


def plain_bank(bank: Bank) -> dict[str, Any]:
    """What is written of a bank: nothing that goes without saying, and the short form of options."""
    plain = {**bank.model_dump(exclude_defaults=True), "order": bank.order}
    for fact in plain.get("facts", ()):
        for question in fact.get("questions", ()):
            question["distractors"] = [one if "why" in one else one["text"] for one in question["distractors"]]
    return plain


def yaml_text(value: Mapping[str, Any]) -> str:
    """Mappings, lists, texts, numbers and None as restricted YAML. Keys must be plain words."""
    return "".join(f"{line}\n" for line in _mapping(value, 0))


def lines_of_entry(key: str, value: Any, indent: int) -> list[str]:
    """A key with its value, so many spaces from the left."""
    return list(_mapping({key: value}, indent))


def lines_of_item(value: Any, indent: int) -> list[str]:
    """An entry of a list with its dash, so many spaces from the left."""
    return list(_item(value, indent))


def _mapping(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, inner in value.items():
        yield from _entry(f"{' ' * indent}{key}:", inner, indent, bare=key in _NUMBERS)


def _entry(start: str, inner: Any, indent: int, *, bare: bool = False) -> Iterator[str]:
    """What stands behind a key or a dash, and below it."""
    if isinstance(inner, Mapping) and inner:
        yield start
        yield from _mapping(inner, indent + 2)
    elif isinstance(inner, list | tuple) and inner:
        yield start
        for item in inner:
            yield from _item(item, indent + 2)
    elif isinstance(inner, Mapping | list | tuple):
        yield f"{start} {'{}' if isinstance(inner, Mapping) else '[]'}"
    elif isinstance(inner, int) or (bare and str(inner).isdecimal()):
        yield f"{start} {inner}"
    else:
        yield from _scalar(start, inner, indent + 2)


def _item(item: Any, indent: int) -> Iterator[str]:
    if isinstance(item, Mapping) and item:
        lines = list(_mapping(item, indent + 2))
        yield f"{' ' * indent}- {lines[0][indent + 2 :]}"
        yield from lines[1:]
    elif isinstance(item, list | tuple) and item:
        yield f"{' ' * indent}-"
        for inner in item:
            yield from _item(inner, indent + 2)
    else:
        yield from _entry(f"{' ' * indent}-", item, indent)


def _scalar(start: str, text: str | None, indent: int) -> Iterator[str]:
    if text is None:
        yield f"{start} null"
        return
    rows = text.split("\n")
    if len(rows) > 1 and _is_block(rows):
        yield f"{start} |-"
        yield from (f"{' ' * indent}{row}" if row else "" for row in rows)
    elif len(rows) == 1 and len(start) + len(text) > _WIDTH and _is_block(rows) and text == " ".join(text.split()):
        yield f"{start} >-"
        yield from (
            f"{' ' * indent}{row}"
            for row in wrap(text, max(40, _WIDTH - indent), break_long_words=False, break_on_hyphens=False)
        )
    else:
        yield f"{start} {_inline(text)}"


def _is_block(rows: list[str]) -> bool:
    """Whether these lines can stand as they are: nothing to escape, and no doubt where they begin and end."""
    sound = all(_BLOCK_LINE.fullmatch(row) and row == row.rstrip() for row in rows)
    return sound and rows[-1] != "" and rows[0].lstrip() == rows[0] != ""


def _inline(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text == text.rstrip() and text.casefold() not in _MEANS_SOMETHING
    if plain and text.isprintable() and not text.endswith(":"):
        return text
    return '"' + "".join(_ESCAPES.get(letter) or _escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter == " " or letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def new_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make a folder with these files, or nothing at all. Raises `FileExistsError` where the name is taken, OSError."""
    if folder.exists() or folder.is_symlink():
        raise FileExistsError(str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder.with_name(f".{folder.name}.new")
    _clear(unfinished)
    try:
        unfinished.mkdir()
        for name, text in files.items():
            _write(unfinished / name, text)
        unfinished.rename(folder)
    except BaseException:
        with suppress(OSError):
            _clear(unfinished)
        raise


def changed_files(folder: Path, files: Mapping[str, str]) -> None:
    """Put these files into a folder: each has its old text or its new one, and all are written before any changes."""
    unfinished = {folder / f".{name}.new": folder / name for name in files}
    try:
        for new, text in zip(unfinished, files.values(), strict=True):
            _write(new, text)
        for new, name in unfinished.items():
            new.replace(name)
    except BaseException:
        with suppress(OSError):
            _remove(unfinished)
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises OSError."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        _write_bytes(unfinished, data)
        unfinished.rename(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def _write(path: Path, text: str) -> None:
    _write_bytes(path, text.encode("utf-8"))


def _write_bytes(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _clear(folder: Path) -> None:
    """Take away what an interrupted writer left."""
    if folder.is_dir():
        _remove(folder.iterdir())
        folder.rmdir()


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
