"""What is wrong with a bank: where, what, and how to mend it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.banks.clean import clean

if TYPE_CHECKING:
    from quizgame.banks.files.yaml import Document

Steps = tuple[str | int, ...]
"""The keys and numbers that lead to a place in a document."""

MAX_PROBLEMS = 1_000
"""A file with more is no bank with mistakes in it, and to list them all could take a gigabyte."""


class Severity(Enum):
    """An error keeps a bank out of the game or fails `quizgame check`; a warning does neither."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int
    column: int
    what: str
    """A full sentence without its full stop."""
    mend: str = ""
    """What to do about it, likewise."""
    severity: Severity = Severity.ERROR
    left_out: str = ""
    """What the game does without because of it, likewise; empty for a warning, and where the whole file is left out."""
    steps: Steps = field(default=(), compare=False, repr=False)
    """Where it is in the document, to find the entry that it spoils."""

    def __str__(self) -> str:
        """`file:line:column: error: what. mend. left out.`, safe to print."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        more = "".join(f" {sentence}." for sentence in (self.mend, self.left_out) if sentence)
        return clean(f"{place}: {self.severity.value}: {self.what}.{more}")

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sorts problems as a reader goes through the files."""
        return self.path, self.line, self.column, self.what


@dataclass
class Told:
    """What was left out of what was read, and why."""

    problems: list[Problem] = field(default_factory=list)
    files_left_out: list[str] = field(default_factory=list)
    """Whole banks and packs, and files that were probably meant as one."""
    entries_left_out: Counter[str] = field(default_factory=Counter)
    """How many questions, facts and the like were left out, by the file they stand in."""

    def leave_out(self, path: str, problems: Collection[Problem]) -> None:
        """Note a file that is not played, and why."""
        self.problems += problems
        self.files_left_out.append(path)

    def leave_out_entries(self, path: str, count: int) -> None:
        """Note so many entries of a file that are not played."""
        if count:
            self.entries_left_out[path] += count

    def add(self, more: "Told") -> None:
        """Note all of this too."""
        self.problems += more.problems
        self.files_left_out += more.files_left_out
        self.entries_left_out += more.entries_left_out


class BankError(Exception):
    """A file that can't be read any further; carries its problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def at(document: "Document", steps: Steps, what: str, mend: str, severity: Severity = Severity.ERROR) -> Problem:
    """A problem at the place in a file that a path of keys leads to."""
    node = document.node_at(steps)
    return Problem(document.path, node.line, node.column, clean(what), clean(mend), severity, steps=steps)


def shown(path: Path) -> str:
    """A path as a person would type it from here, safe to print."""
    try:
        relative = path.resolve().relative_to(Path.cwd())
    except (ValueError, OSError, RuntimeError):
        return clean(str(path))
    return clean(str(relative))
