"""Keeps what happens: at once where it can, later where it can't, and says so."""

import contextlib
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import sleep

from quizgame.game.events import Answered, JournalEvent
from quizgame.saves import people, rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.derived import NOTHING, Derived
from quizgame.saves.faults import Fault, Finding, Hindrance, Notice, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.files import save_in
from quizgame.saves.gate import looked_at
from quizgame.saves.journal import Journal
from quizgame.saves.remembered import Remembered
from quizgame.saves.rows import Player
from quizgame.saves.sqlite_errors import not_writable
from quizgame.saves.witness import Acknowledged

BREATHER_SECONDS = 0.01
"""Between two pieces that are read while somebody plays."""


class Keeper:
    """What a player answered, in the journal, and in memory where it must be.

    A full disk, a read-only folder or one that is deleted does not stop a game: events wait here and are written, in
    their order, as soon as the journal takes them again.
    """

    def __init__(self, folder: Path, now: datetime, player: int | None = None) -> None:
        """Open the saves of a folder; raises `SavesError` if they must not be used. Without a player the first one of
        the save plays.
        """
        self.folder = folder
        self.player = FIRST_PLAYER if player is None else player
        self._players: tuple[Player, ...] = ()
        self._lock, self._wanted = threading.RLock(), False
        self._journal: Journal | None = None
        self._waiting: deque[tuple[JournalEvent, Derived | None]] = deque()
        self._given: list[JournalEvent] = []
        self._remembered: Remembered | None = None
        """All of the player's answers, if the save was read whole."""
        self._at_first = Acknowledged()
        self._adrift = False
        self._let_go: tuple[str, ...] | None = None
        self._lost = 0
        """How many answers from before this start others overwrote, where that can't be told from memory."""
        self._damage: Fault | None = None
        self.trouble: Trouble | Fault | None = None
        """Why nothing is being saved at the moment, or None if all is well."""
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
            self.trouble = error.fault
            if self._journal is not None and self._journal.in_place():  # else others wrote into it, and it is let go
                self._damage, self._journal.is_damaged = error.fault, True
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
        """All answers that count, oldest first: read whole. Raises `SavesError`, as do the others that ask."""
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

    def put_derived(self, derived: Derived, prefix: str) -> None:
        """Keep what was made again from the answers, all that there is under names that begin so; where it can't be
        kept it is made again the next time.
        """
        with self._alone():
            if self._journal and not self._waiting and not self._damage:
                with contextlib.suppress(NotWritableError):
                    self._journal.put_derived(derived, prefix)

    def keep(self, event: JournalEvent, now: datetime, derived: Derived | None = NOTHING) -> None:
        """Keep an event and what was derived from all up to it, both or neither; None if that is not known now. When
        this returns they are on the disk, unless `trouble` says why they are not yet.
        """
        with self._alone():
            if self._remembered is not None:
                self._remembered.add(event)
            self._given.append(event)
            self._waiting.append((event, derived))
            self._write(now)

    @property
    def unsaved(self) -> int:
        """How many events wait to be written; with those written before, if the file they are in is gone."""
        if not self._adrift:
            return len(self._waiting)
        before = len(self._remembered.answers) if self._remembered is not None else self._at_first.answer
        return len(self._waiting) + before

    def _write(self, now: datetime) -> None:
        if self._damage is not None:
            self.trouble = self._damage
            return
        try:
            if self._journal is not None and not self._journal.in_place():
                with contextlib.suppress(SavesError):
                    self._all()  # as long as it can be read
                self._adrift = True
                self._rescue(self._journal, now)
                self._adrift, self._journal = False, None
            if self._journal is None:
                self._journal = self._opened(now, self.player)
                if self._let_go is not None and self._remembered is None:
                    self._lost = self._at_first.lost_in(self._journal.contents())
            while self._waiting:
                self._journal.append(*self._waiting[0])
                self._waiting.popleft()
            if self._let_go is not None:
                self._added(self._journal, self._let_go)
            self.trouble = None
        except NotWritableError as error:
            self.trouble = error.trouble
            self._note(*error.notices)
        except SavesError as error:
            self.trouble = error.fault

    @property
    def players(self) -> tuple[Player, ...]:
        """The people of the save, the first one first; classes are none."""
        return tuple(player for player in self._players if player.kind == "player")

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
        self._given.clear()

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
            return self._journal is journal and journal.in_place() and next(pieces, self) is not self

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
            self._waiting, self._let_go = deque((event, None) for event in self._given), names

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
