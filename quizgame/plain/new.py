"""`quizgame new`: a pack in one file, with examples to write over, and the schema that editors check it with."""

import json
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from quizgame.banks.clean import clean
from quizgame.banks.letters import letter_count, shows_nothing
from quizgame.banks.text import fault_in, one_line
from quizgame.places import would_hide_a_shipped_one
from quizgame.wording import door, new_pack

MOST_LETTERS = 40
_LONGEST_NAME = 60
_NAMES_OF_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d|pack", re.IGNORECASE)
"""Names that Windows gives to no file, and the one that means something beside banks."""


class CantMakeError(Exception):
    """No pack can be made, said as a sentence."""


def make(title: str, folder: Path, schema: Path) -> Path:
    """Make a pack of this title in a folder, which is made if need be; returns its file. Raises `CantMakeError`."""
    line = one_line(title)
    name = _name_of(line)
    if not name or fault_in(title) or shows_nothing(line) or letter_count(line) > MOST_LETTERS:
        raise CantMakeError(door.no_title(clean(line)[:100]))
    path = folder / f"{name}.yaml"
    if would_hide_a_shipped_one(folder / name):
        raise CantMakeError(door.comes_with_the_game(clean(name)))
    if (folder / name).exists():
        raise CantMakeError(door.is_there_already(clean(str(folder / name))))
    text = new_pack.TEMPLATE.format(schema=schema.name, title=json.dumps(line, ensure_ascii=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(schema, folder / schema.name)
        _write_new(path, text)
    except OSError as error:
        if path.exists():
            raise CantMakeError(door.is_there_already(clean(str(path)))) from None
        raise CantMakeError(door.cant_make(clean(str(path)), (error.strerror or "").lower())) from None
    return path


def _name_of(title: str) -> str:
    """The name of the file: the words of the title, in the letters that it is written in."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title.casefold().replace("'", "")))
    name = "-".join(words)[:_LONGEST_NAME].strip("-")
    return f"{name}-pack" if _NAMES_OF_DEVICES.fullmatch(name) else name


def _copy(schema: Path, to: Path) -> None:
    """Put the schema beside the pack; an older one of ours is replaced. Without it a pack can still be written."""
    with suppress(OSError):
        data = schema.read_bytes()
        if not to.exists() or to.read_bytes() != data:
            unfinished = to.with_name(f".{to.name}.new")
            unfinished.write_bytes(data)
            unfinished.replace(to)


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; what is half-written is taken away."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
