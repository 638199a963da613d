"""Keeps what happens: at once where it can, later where it can't, and says so."""

import contextlib
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from quizgame.game.events import Answered, Guessed, JournalEvent, Started, TakenBack
from quizgame.saves import rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.faults import Fault, Finding, Notice, NotWritableError, Refusal, SavesError, Trouble
from quizgame.saves.files import save_in
from quizgame.saves.gate import looked_at
from quizgame.saves.history import RoundPlayed, rounds_among
from quizgame.saves.journal import NOTHING, Derived, Journal
from quizgame.saves.sqlite_errors import not_writable


class Keeper:
    """What a player answered, in the journal and in memory.

    A full disk, a read-only folder or one that is deleted does not stop a game: events wait here and are written, in
    their order, as soon as the journal takes them again.
    """

    def __init__(self, folder: Path, now: datetime, player: int = FIRST_PLAYER) -> None:
        """Open the saves of a folder; raises `SavesError` if they must not be used."""
        self.folder = folder
        self.player = player
        self._journal: Journal | None = None
        self._waiting: deque[tuple[JournalEvent, Derived | None]] = deque()
        self._given: list[JournalEvent] = []
        self._adrift = False
        self._without_derived = False
        """Whether what was made again could not be kept: then what is kept now does not go with what comes."""
        self._let_go: tuple[str, ...] | None = None
        self.trouble: Trouble | Fault | None = None
        """Why nothing is being saved at the moment, or None if all is well."""
        self.notices: tuple[Notice, ...] = ()
        """What was found out about the saves, oldest first."""
        found: Contents | None
        try:
            self._journal = self._opened(now)
            found = self._journal.contents()
        except NotWritableError as error:
            self.trouble = error.trouble
            self._note(*error.notices)
            found = self._looked()
        self._answers = found.counting(player) if found else []
        self._guesses = found.guesses() if found else set()
        self._slips = found.slips() if found else set()

    def _opened(self, now: datetime) -> Journal:
        journal = Journal.open(self.folder, now, self.player)
        # of a file that others wrote into, what is missing is counted once everything is written that can be
        early = (Finding.MISSING, Finding.OTHER_HISTORY) if self._let_go is not None else ()
        self._note(*(notice for notice in journal.notices if notice.what not in early))
        return journal

    def _looked(self) -> Contents | None:
        """What a save holds that can't be written, without leaving a trace."""
        with looked_at(save_in(self.folder)) as sight:
            self._note(*sight.findings)
            return sight.found

    def _note(self, *notices: Notice) -> None:
        """Add what was not said yet: a save that can't be written is looked at with every answer."""
        for notice in notices:
            said = {replace(one, names=()) for one in self.notices}
            if notice not in self.notices and (notice.names or notice not in said):
                self.notices += (notice,)

    @property
    def answers(self) -> Sequence[Answered]:
        """All answers that count, oldest first."""
        return self._answers

    @property
    def guesses(self) -> Sequence[Answered]:
        """Those of them that were guesses, say those who gave them."""
        return [answer for answer in self._answers if self.was_a_guess(answer)]

    def was_a_guess(self, answer: Answered) -> bool:
        """Whether the player said of an answer that it was a guess."""
        return rows.place_of(answer) in self._guesses

    def rounds_played(self, pack: str, count: int) -> list[RoundPlayed]:
        """The player's last rounds of a pack, the newest first."""
        if self._journal is not None and not self._waiting:
            return self._journal.rounds_played(pack, count)
        return rounds_among(self._answers, pack, count)

    def answers_of(self, round_: str) -> list[Answered]:
        """The answers to one round that count, in their order."""
        if self._journal is not None and not self._waiting:
            return self._journal.answers_of(round_)
        return [answer for answer in self._answers if answer.round == round_]

    def attempts(self, round_: str, place: int, seat: str = "") -> int:
        """How often the answer at a place of a round was taken back."""
        return sum(slip[:3] == (round_, place, seat) for slip in self._slips)

    def derived(self, prefix: str) -> Mapping[str, str]:
        """What was kept beside the answers under names that begin so; nothing where it must be made again."""
        return self._journal.derived(prefix) if self._journal and not self._waiting else {}

    def put_derived(self, derived: Derived) -> None:
        """Keep what was made again from the answers; where it can't be kept it is made again the next time."""
        if self._journal and not self._waiting:
            with contextlib.suppress(NotWritableError):
                self._journal.put_derived(derived)
                return
        self._without_derived = True

    def keep(self, event: JournalEvent, now: datetime, derived: Derived | None = NOTHING) -> None:
        """Keep an event and what was derived from all up to it, both or neither; None if that is not known now. When
        this returns they are on the disk, unless `trouble` says why they are not yet.
        """
        match event:
            case Answered():
                self._answers.append(event)
            case TakenBack():
                slip = rows.place_of(event)
                self._slips.add(slip)
                self._answers = [one for one in self._answers if rows.place_of(one) != slip]
            case Guessed():
                self._guesses.add(rows.place_of(event))
            case Started():
                pass
        self._given.append(event)
        self._waiting.append((event, derived))
        self._write(now)

    @property
    def unsaved(self) -> int:
        """How many events wait to be written; with those written before, if the file they are in is gone."""
        return len(self._waiting) + (len(self._answers) if self._adrift else 0)

    def _write(self, now: datetime) -> None:
        try:
            if self._journal is not None and not self._journal.in_place():
                self._adrift = True
                self._rescue(self._journal, now)
                self._adrift, self._journal = False, None
            if self._journal is None:
                self._journal = self._opened(now)
            if self._without_derived:
                self._journal.distrust_derived()
            while self._waiting:
                self._journal.append(*self._waiting[0])
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
        there = set(journal.answers())
        missing = sum(answer not in there for answer in self._answers)
        if missing:
            self._note(Notice(Finding.MISSING, path, count=missing))
        self._let_go = None

    def close(self, now: datetime) -> None:
        """Try once more to write what waits, then let go of the file."""
        if self._waiting or (self._journal and not self._journal.in_place()):
            self._write(now)
        if self._journal:
            self._journal.close()
            self._journal = None
