"""What can be wrong with saves, as values: `wording/saving.py` puts them into words."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Refusal(Enum):
    """Why saves must not be used; nothing was changed."""

    NOT_A_FOLDER = "the folder is a file"
    UNREADABLE = "the system does not let it be read"
    NOT_A_SAVE = "the file is not ours"
    NEWER = "a newer version wrote it"
    DAMAGED = "it is not what was written"
    IN_USE = "another program has it open"


class Damage(Enum):
    """How a save is not what was written, as found by reading it."""

    TABLES = "its tables can't be read"
    HALF_CHANGED = "between two versions"
    STRAY_ANSWER = "of a round that is not there"
    ANSWER = "another hash, or values of other types"
    PLAYER = "likewise"
    ROUND = "likewise: a round"
    MARK = "likewise: a slip or a guess"
    LOST = "answers that were acknowledged are not there any more"
    COPY = "a backup that is not the same"
    NOT_CHANGED = "other answers after the change to a newer version"


class Hindrance(Enum):
    """Why nothing can be written at the moment."""

    DISK_FULL = "no room"
    READ_ONLY = "no right to write"
    GONE = "the save that was open is no longer in its place"
    OTHER = "whatever the system says"


class Finding(Enum):
    """What a player should know about saves that are used all the same."""

    FOREIGN_PART = "a part of another save lay beside it and was put aside"
    MISSING = "answers that were acknowledged are not there"
    MENDED = "the file was not whole, and what lay beside it completed it"
    TORN_END = "the end can't be read; the last answer may be missing"
    OTHER_HISTORY = "it holds other answers than the ones acknowledged here"
    OTHER_SAVES = "files beside it look like copies of it"
    WRITTEN_ANEW = "it was deleted or replaced while it was open"
    WRITTEN_INTO = "another program wrote into it while it was open"


@dataclass(frozen=True, slots=True)
class Fault:
    """A refusal, and where."""

    what: Refusal
    path: Path
    detail: str | Damage = ""
    """How it is damaged, or what the system said: text from outside, not to be trusted."""
    answer: int = 0
    """Which answer is damaged, counted from 1."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A hindrance. The game goes on, and what was answered waits."""

    what: Hindrance
    detail: str = ""
    """What the system said; text from outside."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding, and where."""

    what: Finding
    path: Path
    names: tuple[str, ...] = ()
    """The files beside `path` that it is about, or that were put aside."""
    count: int = 0
    """How many answers are missing."""


class SavesError(Exception):
    """Saves that must not be used or changed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class NotWritableError(Exception):
    """Saves that can't be written now: a full disk, a folder that is read-only."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.notices: tuple[Notice, ...] = ()
        """What was found out, and acted upon, before that was known."""
