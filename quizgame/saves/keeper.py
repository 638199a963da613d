"""Keeps what happens: at once where it can, later where it can't, and says so."""

from collections import deque
from datetime import datetime
from pathlib import Path

from quizgame.game.events import Answered, JournalEvent, TakenBack
from quizgame.saves.journal import Journal, NotWritableError, SavesError, answers_of_read_only


class Keeper:
    """What a player answered, in the journal and in memory.

    A full disk or a read-only folder does not stop a game: events wait here and are written, in their order, as
    soon as the journal takes them again.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        """Open the saves of a folder; raises `SavesError` if they must not be used."""
        self._folder = folder
        self._journal: Journal | None = None
        self._waiting: deque[JournalEvent] = deque()
        self.trouble: str | None = None
        """Why nothing is being saved at the moment, as the end of a sentence, or None if all is well."""
        try:
            self._journal, self.answers = self._opened(now)
            """All answers that count, oldest first."""
        except NotWritableError as error:
            self.trouble = str(error)
            self.answers = answers_of_read_only(folder)

    def _opened(self, now: datetime) -> tuple[Journal, list[Answered]]:
        journal = Journal.open(self._folder, now)
        try:
            return journal, journal.answers()
        except SavesError:
            journal.close()
            raise

    def keep(self, event: JournalEvent, now: datetime) -> None:
        """Keep an event. When this returns it is on the disk, unless `trouble` says why it is not yet."""
        if isinstance(event, Answered):
            self.answers.append(event)
        elif isinstance(event, TakenBack):
            slip = (event.round, event.place, event.attempt)
            self.answers = [one for one in self.answers if (one.round, one.place, one.attempt) != slip]
        self._waiting.append(event)
        self._write(now)

    @property
    def unsaved(self) -> int:
        """How many events wait to be written."""
        return len(self._waiting)

    def _write(self, now: datetime) -> None:
        try:
            if self._journal is None:
                self._journal, _ = self._opened(now)
            while self._waiting:
                self._journal.append(self._waiting[0])
                self._waiting.popleft()
            self.trouble = None
        except (NotWritableError, SavesError) as error:
            self.trouble = str(error).rstrip(".")

    def close(self, now: datetime) -> None:
        """Try once more to write what waits, then let go of the file."""
        if self._waiting:
            self._write(now)
        if self._journal:
            self._journal.close()
            self._journal = None
