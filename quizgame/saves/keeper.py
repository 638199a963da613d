"""Keeps what happens: at once where it can, later where it can't, and says so."""

import contextlib
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from time import sleep

from quizgame.game.events import Answered, JournalEvent
from quizgame.saves import rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.faults import Fault, Notice, NotWritableError, SavesError, Trouble
from quizgame.saves.files import save_in
from quizgame.saves.gate import looked_at
from quizgame.saves.journal import NOTHING, Derived, Journal
from quizgame.saves.remembered import Remembered

BREATHER_SECONDS = 0.01
"""Between two pieces that are read while somebody plays."""


class Keeper:
    """What a player answered, in the journal, and in memory where it must be.

    A full disk, a read-only folder or one that is deleted does not stop a game: events wait here and are written, in
    their order, as soon as the journal takes them again.
    """

    def __init__(self, folder: Path, now: datetime, player: int = FIRST_PLAYER) -> None:
        """Open the saves of a folder; raises `SavesError` if they must not be used."""
        self.folder = folder
        self.player = player
        self._lock, self._wanted = threading.RLock(), False
        self._journal: Journal | None = None
        self._waiting: deque[tuple[JournalEvent, Derived]] = deque()
        self._remembered: Remembered | None = None
        """All of the player's answers, once somebody asked for them."""
        self._adrift = False
        self._damage: Fault | None = None
        self.trouble: Trouble | Fault | None = None
        """Why nothing is being saved at the moment, or None if all is well."""
        self.notices: tuple[Notice, ...] = ()
        """What was found out about the saves, oldest first."""
        try:
            self._journal = self._opened(now)
        except NotWritableError as error:
            self.trouble = error.trouble
            self._remembered = Remembered.of(self._looked(), player)

    def _opened(self, now: datetime) -> Journal:
        journal = Journal.open(self.folder, now, self.player)
        self._note(*journal.notices)
        return journal

    def _looked(self) -> Contents | None:
        """What a save holds that can't be written, without leaving a trace."""
        with looked_at(save_in(self.folder), whole=True) as sight:
            self._note(*sight.findings)
            return sight.found if isinstance(sight.found, Contents) else None

    def _note(self, *notices: Notice) -> None:
        """Add what was not said yet: a save that can't be written is looked at with every answer."""
        self.notices = tuple(dict.fromkeys((*self.notices, *notices)))

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Have the journal for oneself; whoever reads it through gives way."""
        self._wanted = True
        with self._lock:
            self._wanted = False
            yield

    @contextlib.contextmanager
    def _noting_damage(self) -> Iterator[None]:
        """Once a save is found to be damaged, nothing more is written to it."""
        try:
            yield
        except SavesError as error:
            self._damage = self.trouble = error.fault
            if self._journal is not None:
                self._journal.is_damaged = True
            raise

    def _all(self) -> Remembered:
        """Everything of the player, read once it is asked for. Raises `SavesError` if it turns out to be damaged."""
        if self._remembered is None:
            with self._noting_damage():
                found = self._journal.contents() if self._journal is not None else self._looked()
            self._remembered = Remembered.of(found, self.player)
            for event, _ in self._waiting:
                self._remembered.add(event)
        return self._remembered

    @property
    def _can_be_asked(self) -> bool:
        """Whether the journal knows everything, so that not all of it must be read."""
        return self._journal is not None and not self._waiting and self._remembered is None

    @property
    def answers(self) -> Sequence[Answered]:
        """All answers that count, oldest first: read whole. Raises `SavesError`, as do the next ones."""
        with self._alone():
            return self._all().answers

    @property
    def guesses(self) -> Sequence[Answered]:
        """Those of them that were guesses, say those who gave them."""
        return [answer for answer in self.answers if self.was_a_guess(answer)]

    def was_a_guess(self, answer: Answered) -> bool:
        """Whether the player said of an answer that it was a guess."""
        with self._alone():
            return rows.place_of(answer) in self._all().guesses

    def answers_of(self, round_: str) -> list[Answered]:
        """The answers to one round that count, in their order."""
        with self._alone(), self._noting_damage():
            if self._journal is not None and self._can_be_asked:
                return self._journal.answers_of(round_)
            return [answer for answer in self._all().answers if answer.round == round_]

    def attempts(self, round_: str, place: int, seat: str = "") -> int:
        """How often the answer at a place of a round was taken back."""
        with self._alone(), self._noting_damage():
            if self._journal is not None and self._can_be_asked:
                return self._journal.attempts(round_, place, seat)
            return sum(slip[:3] == (round_, place, seat) for slip in self._all().slips)

    def last_pack(self, packs: list[str]) -> str | None:
        """The one of these packs that was played last, by their ids."""
        with self._alone(), self._noting_damage():
            if self._journal is not None and self._can_be_asked:
                return self._journal.last_pack(packs)
            return self._all().last_pack(packs)

    def derived(self, prefix: str) -> Mapping[str, str]:
        """What was kept beside the answers under names that begin so; nothing where it must be made again."""
        with self._alone():
            return self._journal.derived(prefix) if self._journal and not self._waiting else {}

    def put_derived(self, derived: Derived) -> None:
        """Keep what was made again from the answers; where it can't be kept it is made again the next time."""
        with self._alone():
            if self._journal and not self._waiting and not self._damage:
                with contextlib.suppress(NotWritableError):
                    self._journal.put_derived(derived)

    def keep(self, event: JournalEvent, now: datetime, derived: Derived = NOTHING) -> None:
        """Keep an event and what was derived from all up to it, both or neither. When this returns it is on the disk,
        unless `trouble` says why it is not yet.
        """
        with self._alone():
            if self._remembered is not None:
                self._remembered.add(event)
            self._waiting.append((event, derived))
            self._write(now)

    @property
    def unsaved(self) -> int:
        """How many events wait to be written; with those written before, if the file they are in is gone."""
        return len(self._waiting) + (len(self.answers) if self._adrift else 0)

    def _write(self, now: datetime) -> None:
        if self._damage is not None:
            self.trouble = self._damage
            return
        try:
            if self._journal is not None and not self._journal.in_place():
                self._all()  # as long as it can still be read
                self._adrift = True
                self._note(self._journal.write_anew(now))
                self._adrift, self._journal = False, None
            if self._journal is None:
                self._journal = self._opened(now)
            while self._waiting:
                self._journal.append(*self._waiting[0])
                self._waiting.popleft()
            self.trouble = None
        except NotWritableError as error:
            self.trouble = error.trouble
        except SavesError as error:
            self.trouble = error.fault

    def check(self) -> bool:
        """Read the whole save while it is played, a piece at a time, unless that was done when it was opened. Damage
        is said as `trouble`, and nothing more is written then. Call it in a thread of its own.

        Returns whether nothing is wrong with it; True too if it was closed or written anew before the end.
        """
        journal = self._journal
        if journal is None or journal.was_read_whole:
            return True
        pieces = journal.read_through(lambda: self._wanted)
        try:
            while self._goes_on(journal, pieces):
                sleep(BREATHER_SECONDS)
        except SavesError:
            return False
        return True

    def _goes_on(self, journal: Journal, pieces: Iterator[None]) -> bool:
        with self._lock, self._noting_damage():
            return self._journal is journal and next(pieces, self) is not self

    def close(self, now: datetime) -> None:
        """Try once more to write what waits, then let go of the file."""
        with self._alone():
            if self._waiting or (self._journal and not self._journal.in_place()):
                self._write(now)
            if self._journal:
                self._journal.close()
                self._journal = None
