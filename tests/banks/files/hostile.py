"""What a hostile or broken bank is, for the tests: how it is written into a pack, and what must be said about it.

Each case stands in a pack of its own beside one good bank, `sun`, which must play whatever the case does.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.packs import MOON, PACK, SUN, write_pack

GOOD = SUN.replace("borrows: [eagle-lands]\n", "").replace("order: 2", "order: 0")
"""Stands before the bank of the case, so that of two equal ids the other is the second."""

HERE = "§"
"""Marks in the text of a case where the problem is, and is taken out of it."""


@dataclass(frozen=True)
class Case:
    """One bad bank and the message expected for it; line 0 means the file as a whole."""

    name: str
    says: str
    line: int
    column: int
    write: Callable[[Path], object]
    """Writes the bad bank into the folder of a pack."""
    file: str = "moon.yaml"
    plays: tuple[str, ...] = ("sun",)
    leaves_out: bool = False
    """Whether the message must end with what was left out."""

    def write_into(self, folder: Path) -> Path:
        """Write the good bank and the bad one; returns the folder of packs."""
        self.write(write_pack(folder / self.name, banks={"sun": GOOD}))
        return folder / self.name

    @property
    def message(self) -> str:
        """How the line with the problem begins, after the folder."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: error: "


def moon(old: str = "", new: str = "") -> str:
    """The good bank `moon` with one place changed."""
    assert not old or MOON.count(old) == 1, old
    return MOON.replace(old, new) if old else MOON


def text(name: str, content: str, says: str, *, file: str = "moon.yaml", plays: tuple[str, ...] = ("sun",)) -> Case:
    """A case whose text marks the place of the problem with `HERE`."""
    before, mark, after = content.partition(HERE)
    assert mark, name
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return raw(name, (before + after).encode(), says, line, column, file=file, plays=plays)


def entry(name: str, content: str, says: str) -> Case:
    """A case of one bad entry, which is left out and leaves everything else of its bank to play."""
    case = text(name, content, says, plays=("sun", "moon"))
    return replace(case, leaves_out=True)


def raw(
    name: str,
    data: bytes,
    says: str,
    line: int = 0,
    column: int = 0,
    *,
    file: str = "moon.yaml",
    plays: tuple[str, ...] = ("sun",),
) -> Case:
    """A case of bytes."""

    def write(folder: Path) -> None:
        (folder / file).write_bytes(data)

    return Case(name, says, line, column, write, file, plays)


def about(name: str, old: str, new: str, says: str, *, plays: tuple[str, ...] = ("sun",)) -> Case:
    """A case in which pack.yaml is the bad file."""
    assert PACK.count(old) == 1, old
    case = text(name, PACK.replace(old, new), says, file="pack.yaml", plays=plays)
    return replace(case, leaves_out=bool(plays))
