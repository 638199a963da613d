"""Keeps what happens: at once where it can, later where it can't, and says so."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizgame.game.events import Answered, ClassEvent, Guessed, JournalEvent, Started, TakenBack
from quizgame.game.play.modes import CLASS_MODES, CLASS_PAPER
from quizgame.saves import rows
from quizgame.saves.contents import Contents
from quizgame.saves.creating import FIRST_PLAYER
from quizgame.saves.faults import Fault, Notice, NotWritableError, SavesError, Trouble
from quizgame.saves.files import save_in
from quizgame.saves.gate import looked_at
from quizgame.saves.journal import Journal
from quizgame.saves.rows import Player

OWN = Player(FIRST_PLAYER, "player", "", "", "")
"""The player of a save that could not be looked at yet."""


@dataclass(slots=True)
class _Memory:
    """What counts of one player."""

    answers: list[Answered]
    guesses: set[rows.Place]
    slips: set[rows.Place]
    class_rounds: dict[str, list[ClassEvent]]

    @classmethod
    def of(cls, found: Contents | None, player: int) -> "_Memory":
        """What a save holds of a player."""
        if found is None:
            return cls([], set(), set(), {})
        return cls(found.counting(player), found.guesses(), found.slips(), found.class_rounds(player))


class Keeper:
    """What a player answered, in the journal and in memory.

    A full disk, a read-only folder or one that is deleted does not stop a game: events wait here and are written, in
    their order, as soon as the journal takes them again.
    """

    def __init__(self, folder: Path, now: datetime, player: int = FIRST_PLAYER) -> None:
        """Open the saves of a folder; raises `SavesError` if they must not be used."""
        self._folder = folder
        self._player = player
        self._journal: Journal | None = None
        self._waiting: deque[JournalEvent | Player] = deque()
        """Events, and between them the players they are of."""
        self._turned: Player | None = None
        self._adrift = False
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
            found = self._looked()
        self._players = list(found.players.values()) if found else []
        self._own = next((one for one in self._players if one.id == player), None)
        self._memory = _Memory.of(found, player)
        self._memories = {player: self._memory}

    @property
    def classes(self) -> tuple[Player, ...]:
        """The classes of the save, the first one first."""
        return tuple(one for one in self._players if one.kind == "class")

    def turn_to(self, class_: Player, now: datetime) -> None:
        """Keep what follows for a class. Its answers and rounds take the others' place until `turn_back`.

        A new one is added to the save with the first event. Raises `SavesError` if the save turns out to be damaged.
        """
        found = None
        if class_ not in self._players:
            self._players.append(class_)
        elif class_.id not in self._memories:
            found = self._journal.contents() if self._journal is not None else self._looked()
        self._turned = class_
        self._waiting.append(class_)
        self._memory = self._memories.setdefault(class_.id, _Memory.of(found, class_.id))
        if self.unsaved:
            self._write(now)

    def turn_back(self) -> None:
        """Keep what follows for the player again that the saves were opened for."""
        self._turned = None
        self._waiting.append(self._own or OWN)
        self._memory = self._memories[self._player]

    @property
    def class_rounds(self) -> Mapping[str, Sequence[ClassEvent]]:
        """What is kept of each round of the class that plays, by the round's id, the first one first."""
        return self._memory.class_rounds

    def _opened(self, now: datetime) -> Journal:
        journal = Journal.open(self._folder, now, self._player)
        self._note(*journal.notices)
        return journal

    def _looked(self) -> Contents | None:
        """What a save holds that can't be written, without leaving a trace."""
        with looked_at(save_in(self._folder)) as sight:
            self._note(*sight.findings)
            return sight.found

    def _note(self, *notices: Notice) -> None:
        """Add what was not said yet: a save that can't be written is looked at with every answer."""
        self.notices = tuple(dict.fromkeys((*self.notices, *notices)))

    @property
    def answers(self) -> Sequence[Answered]:
        """All answers that count, oldest first."""
        return self._memory.answers

    def was_a_guess(self, answer: Answered) -> bool:
        """Whether the player said of an answer that it was a guess."""
        return rows.place_of(answer) in self._memory.guesses

    def attempts(self, round_: str, place: int, seat: str = "") -> int:
        """How often the answer at a place of a round was taken back."""
        return sum(slip[:3] == (round_, place, seat) for slip in self._memory.slips)

    def keep(self, event: JournalEvent, now: datetime) -> None:
        """Keep an event. When this returns it is on the disk, unless `trouble` says why it is not yet."""
        match event:
            case Answered():
                self._memory.answers.append(event)
            case TakenBack():
                slip = rows.place_of(event)
                self._memory.slips.add(slip)
                self._memory.answers = [one for one in self._memory.answers if rows.place_of(one) != slip]
            case Guessed():
                self._memory.guesses.add(rows.place_of(event))
            case Started(mode=mode) if mode in (*CLASS_MODES, CLASS_PAPER):
                self._memory.class_rounds.setdefault(event.round, [])
        of_class = self._memory.class_rounds.get(event.round)
        if of_class is not None and not isinstance(event, Guessed) and event not in of_class:
            of_class.append(event)
        self._waiting.append(event)
        self._write(now)

    @property
    def unsaved(self) -> int:
        """How many events wait to be written; with those written before, if the file they are in is gone."""
        waiting = sum(not isinstance(one, Player) for one in self._waiting)
        return waiting + (len(self._memory.answers) if self._adrift else 0)

    def _write(self, now: datetime) -> None:
        try:
            if self._journal is not None and not self._journal.in_place():
                self._adrift = True
                self._note(self._journal.write_anew(now))
                self._adrift, self._journal = False, None
            if self._journal is None:
                self._journal = self._opened(now)
                if self._turned is not None and self._turned not in self._waiting:
                    self._play_as(self._journal, self._turned)
            while self._waiting:
                match self._waiting[0]:
                    case Player() as player:
                        self._play_as(self._journal, player)
                    case event:
                        self._journal.append(event)
                self._waiting.popleft()
            self.trouble = None
        except NotWritableError as error:
            self.trouble = error.trouble
        except SavesError as error:
            self.trouble = error.fault

    def _play_as(self, journal: Journal, player: Player) -> None:
        journal.play_as(journal.players()[0] if player == OWN else journal.found_or_added(player))

    def close(self, now: datetime) -> None:
        """Try once more to write what waits, then let go of the file."""
        if self.unsaved or (self._journal and not self._journal.in_place()):
            self._write(now)
        if self._journal:
            self._journal.close()
            self._journal = None
