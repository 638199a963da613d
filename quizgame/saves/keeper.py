"""Keeps what happens: at once where it can, later where it can't, and says so."""

import contextlib
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from quizgame.game.events import JournalEvent
from quizgame.saves import people
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.derived import NOTHING, Derived
from quizgame.saves.faults import Fault, Finding, Hindrance, Notice, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.files import save_in
from quizgame.saves.gate import looked_at
from quizgame.saves.journal import Journal
from quizgame.saves.recalling import Recalling
from quizgame.saves.remembered import Remembered
from quizgame.saves.rows import Player
from quizgame.saves.sqlite_errors import not_writable
from quizgame.saves.witness import Acknowledged


class Keeper(Recalling):
    """What a player answered, in the journal, and in memory where it must be.

    A full disk, a read-only folder or one that is deleted does not stop a game: events wait here and are written, in
    their order, as soon as the journal takes them again.
    """

    def __init__(self, folder: Path, now: datetime, player: int | None = None) -> None:
        """Open the saves of a folder; raises `SavesError` if they must not be used. Without a player the first one of
        the save plays.
        """
        super().__init__(folder, FIRST_PLAYER if player is None else player)
        self._given: list[tuple[JournalEvent, Player | None]] = []
        self._at_first = Acknowledged()
        self._adrift = False
        self._without_derived = False
        """Whether what was made again could not be kept: then what is kept now does not go with what comes."""
        self._let_go: tuple[str, ...] | None = None
        self._lost = 0
        """How many answers from before this start others overwrote, where that can't be told from memory."""
        self.notices: tuple[Notice, ...] = ()
        """What was found out about the saves, oldest first."""
        try:
            self._journal = self._opened(now, player)
        except NotWritableError as error:
            self.trouble = error.trouble
            self._note(*error.notices)
            found = self._looked()
            if found is not None and player is None:
                self.player = people.first(found.players)
            self._remembered = Remembered.of(found, self.player)
        else:
            self._at_first = self._journal.acknowledged
            if self._journal.was_read_whole:
                self._remembered = Remembered.of(self._journal.contents(), self.player)

    def _opened(self, now: datetime, player: int | None) -> Journal:
        journal = Journal.open(self.folder, now, player)
        self.player, self._players = journal.player.id, journal.players()
        # of a file that others wrote into, what is missing is counted once everything is written that can be
        early = (Finding.MISSING, Finding.OTHER_HISTORY) if self._let_go is not None else ()
        self._note(*(notice for notice in journal.notices if notice.what not in early))
        return journal

    def _looked(self) -> Contents | None:
        """What a save holds that can't be written, without leaving a trace."""
        with looked_at(save_in(self.folder), whole=True) as sight:
            self._note(*sight.findings)
            found = sight.found if isinstance(sight.found, Contents) else None
            if found is not None:
                self._players = tuple(found.players.values())
            return found

    def _note(self, *notices: Notice) -> None:
        """Add what was not said yet: a save that can't be written is looked at with every answer."""
        for notice in notices:
            said = {replace(one, names=()) for one in self.notices}
            if notice not in self.notices and (notice.names or notice not in said):
                self.notices += (notice,)

    def put_derived(self, derived: Derived) -> None:
        """Keep what was made again from the answers; where it can't be kept it is made again the next time."""
        with self._alone():
            if self._journal and not self._waiting and not self._damage:
                with contextlib.suppress(NotWritableError):
                    self._journal.put_derived(derived)
                    return
            self._without_derived = True

    def keep(self, event: JournalEvent, now: datetime, derived: Derived | None = NOTHING) -> None:
        """Keep an event and what was derived from all up to it, both or neither; None if that is not known now. When
        this returns they are on the disk, unless `trouble` says why they are not yet.
        """
        with self._alone():
            if self._class is not None:
                self._of_class.add(event)
            elif self._remembered is not None:
                self._remembered.add(event)
            self._given.append((event, self._class))
            self._waiting.append((event, derived, self._class))
            self._write(now)

    @property
    def unsaved(self) -> int:
        """How many events wait to be written; with those written before, if the file they are in is gone."""
        if not self._adrift:
            return len(self._waiting)
        before = len(self._remembered.answers) if self._remembered is not None else self._at_first.answer
        return len(self._waiting) + before + len(self._of_class.answers)

    def _write(self, now: datetime) -> None:
        if self._damage is not None:
            self.trouble = self._damage
            return
        try:
            if self._journal is not None and not self._journal.in_place():
                with contextlib.suppress(SavesError):
                    self._own()  # as long as it can be read
                self._adrift = True
                self._rescue(self._journal, now)
                self._adrift, self._journal = False, None
            if self._journal is None:
                self._journal = self._opened(now, self.player)
                if self._let_go is not None and self._remembered is None:
                    self._lost = self._at_first.lost_in(self._journal.contents())
            if self._without_derived:
                self._journal.distrust_derived()
            while self._waiting:
                self._append(self._journal, *self._waiting[0])
                self._waiting.popleft()
                self._without_derived = False
            if self._let_go is not None:
                self._added(self._journal, self._let_go)
            self.trouble = None
        except NotWritableError as error:
            self.trouble = error.trouble
            self._note(*error.notices)
        except SavesError as error:
            self.trouble = error.fault

    def _append(self, journal: Journal, event: JournalEvent, derived: Derived | None, class_: Player | None) -> None:
        if class_ is None:
            journal.append(event, derived)
        else:
            journal.append_of(class_, event, derived)
            self._players = journal.players()

    def turn_to(self, class_: Player, now: datetime) -> None:
        """Keep what follows for a class, whose answers and rounds take the others' place until `turn_back`.

        A new one is added to the save with its first event. Raises `SavesError` if the save turns out to be damaged.
        """
        with self._alone():
            if self._waiting or (self._journal and not self._journal.in_place()):
                self._write(now)
            self._turn(class_)

    @contextlib.contextmanager
    def settled(self, now: datetime) -> Iterator[Journal]:
        """The journal once nothing waits any more, to do something about players with it.

        Raises `NotWritableError` or `SavesError` if something can't be written.
        """
        with self._alone():
            self._write(now)
            if isinstance(self.trouble, Fault):
                raise SavesError(self.trouble)
            if self.trouble is not None or self._journal is None:
                raise NotWritableError(self.trouble or Trouble(Hindrance.GONE))
            yield self._journal
            if self._journal is not None:
                self._begin_again(self._journal)

    def play_as(self, player: Player) -> None:
        """Go on as another player right after the start: also of a save that can only be read."""
        with self._alone():
            if self._journal is not None:
                self._journal.play_as(player)
                self._begin_again(self._journal)
            else:
                self.player = player.id
                self._remembered = Remembered.of(self._looked(), player.id)

    def switch_to(self, player: Player, now: datetime) -> None:
        """Keep what follows for another player. Raises `NotWritableError` or `SavesError`, as does the next one."""
        with self.settled(now) as journal:
            journal.play_as(player)

    def delete(self, player: int, now: datetime) -> None:
        """Delete a player for good. Whoever played goes on playing, or else the first one that is left; where nobody is
        left, somebody new.
        """
        with self.settled(now) as journal:
            journal.delete(player, now)
            self._journal = None
            if player == self.player:
                self.player = next((one.id for one in self.players if one.id != player), player)
            self._journal = self._opened(now, self.player)

    def _begin_again(self, journal: Journal) -> None:
        """What was remembered of a player, and given by them, is of no use for another."""
        self.player, self._players = journal.player.id, journal.players()
        self._remembered, self._at_first = None, journal.acknowledged
        self._class, self._of_class = None, Remembered()
        self._given.clear()

    def _rescue(self, journal: Journal, now: datetime) -> None:
        """Write a save anew that was deleted or replaced; or if it was written into, what was given since the start."""
        try:
            self._note(journal.write_anew(now))
        except SavesError as error:
            if error.fault.what is not Refusal.DAMAGED:
                raise
            try:
                names = journal.let_go(now)
            except OSError as reason:
                raise not_writable(reason) from reason
            self._waiting, self._let_go = deque((event, None, class_) for event, class_ in self._given), names

    def _added(self, journal: Journal, names: tuple[str, ...]) -> None:
        """Say that others wrote into the save, and how many answers of the player are in memory only since then."""
        path = save_in(self.folder)
        self._note(Notice(Finding.WRITTEN_INTO, path, names))
        missing = self._lost
        if self._remembered is not None:
            there = set(journal.answers())
            missing = sum(answer not in there for answer in self._remembered.answers)
        if missing:
            self._note(Notice(Finding.MISSING, path, count=missing))
        self._let_go = None

    def close(self, now: datetime) -> None:
        """Try once more to write what waits, then let go of the file."""
        with self._alone():
            if self._waiting or (self._journal and not self._journal.in_place()):
                self._write(now)
            if self._journal:
                self._journal.close()
                self._journal = None
