"""What is wrong with a bank: where, what, and how to mend it."""

from dataclasses import dataclass
from enum import Enum

from quizgame.banks.text import clean

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

    def __str__(self) -> str:
        """`file:line:column: error: what. mend.`, safe to print."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        mend = f" {self.mend}." if self.mend else ""
        return clean(f"{place}: {self.severity.value}: {self.what}.{mend}")

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sorts problems as a reader goes through the files."""
        return self.path, self.line, self.column, self.what


class BankError(Exception):
    """A file that can't be read any further; carries its problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems
