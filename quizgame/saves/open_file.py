"""A save file that this program has open: written to all or nothing, watched, and let go of in good order."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from quizgame.saves import contents, ends, files
from quizgame.saves.asking import Asking
from quizgame.saves.contents import Contents
from quizgame.saves.faults import Finding, Hindrance, Notice, NotWritableError, Trouble
from quizgame.saves.opening import Opened
from quizgame.saves.read_through import read_through
from quizgame.saves.rescue import let_go, write_anew
from quizgame.saves.sqlite_errors import not_writable
from quizgame.saves.witness import Acknowledged, Witness


class OpenFile:
    """The one connection to a save, its witness, and how the file looked after the last thing that was done to it."""

    def __init__(self, path: Path, opened: Opened) -> None:
        self._path = path
        self._wal = files.wal_of(path)
        self._connection = opened.connection
        self.asking = Asking(opened.connection, path)
        self._witness = opened.witness
        self._found = opened.found if isinstance(opened.found, Contents) else None
        self.was_read_whole = self._found is not None
        """Whether all that it holds was read and found in order when it was opened."""
        self._is_damaged = False
        self._acknowledged = ends.of(opened.found)
        self._state = self._state_now()
        self._testify()
        self._identity = files.identity(path), files.identity(self._wal)
        self.notices: tuple[Notice, ...] = opened.notices
        """What was found when it was opened."""

    @property
    def acknowledged(self) -> Acknowledged:
        """The last answer and the last mark that are on the disk."""
        return self._acknowledged

    def contents(self) -> Contents:
        """Everything in the save, read whole. Raises `SavesError` if it is damaged."""
        return contents.read(self._connection, self._path) if self._found is None else self._found

    def read_through(self, wanted: Callable[[], bool]) -> Iterator[None]:
        """Read all of it while it is played: see `read_through`. Raises `SavesError`."""
        return read_through(self._connection, self._path, wanted)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, and with it what is acknowledged, also when Ctrl+C comes in between.

        Raises `NotWritableError`.
        """
        if not self.in_place():
            raise NotWritableError(Trouble(Hindrance.GONE))
        self._found, before = None, self._acknowledged
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
            before = self._acknowledged
        except sqlite3.Error as error:
            raise not_writable(error) from error
        finally:
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            self._acknowledged, self._state = before, self._state_now()
            self._testify()

    def call_damaged(self) -> None:
        """It was found to be damaged while it was open: whoever opens it next reads all of it."""
        self._is_damaged = True
        self._testify()

    def _testify(self) -> None:
        """Let the witness say what is on the disk, and how the files look that hold it."""
        self._witness.write(self._acknowledged, *(() if self._is_damaged else self._state))

    def in_place(self) -> bool:
        """Whether the file that is open is still the one that its path names, and its `-wal` too, as we left them."""
        return self._state_now() == self._state

    def _state_now(self) -> tuple[files.State, files.State]:
        return files.state(self._path), files.state(self._wal)

    def write_anew(self, now: datetime) -> Notice:
        """Put all that it holds where its file was deleted, replaced or written into, and let go of the old file.

        Open it again then. Raises `SavesError` with DAMAGED if what it holds can't be read any more: `let_go` then.
        Raises `SavesError` or `NotWritableError` if it can't be written. In both cases this journal stays open.
        """
        names = write_anew(self._connection, self._path, self._identity, self._acknowledged, now)
        self.close()
        with contextlib.closing(Witness(self._path.parent)) as witness:  # in a new folder there may be another's
            witness.write(self._acknowledged)
        return Notice(Finding.WRITTEN_ANEW, self._path, names)

    def let_go(self, now: datetime) -> tuple[str, ...]:
        """Let go of a file that others wrote into, as they left it; the names of what was put aside. Raises OSError."""
        names = let_go(self._connection, self._path, self._identity[0], now)
        self._witness.close()
        return names

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        in_place = self.in_place()
        self._connection.close()
        if in_place and not self._is_damaged and not files.beside(self._path):
            self._witness.note_closed(self._path)
        self._witness.close()

    def close_alone(self) -> None:
        """Let go of the file without a word on how."""
        self._connection.close()
        self._witness.close()
