"""What a player answered: asked of the journal where that is enough, read whole where it must be."""

import abc
import contextlib
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import sleep

from quizgame.game.events import Answered, ClassEvent, JournalEvent
from quizgame.saves import rows
from quizgame.saves.contents import Contents
from quizgame.saves.derived import Derived
from quizgame.saves.faults import Fault, SavesError, Trouble
from quizgame.saves.history import RoundPlayed, rounds_among
from quizgame.saves.journal import Journal
from quizgame.saves.remembered import Remembered
from quizgame.saves.rows import Player

BREATHER_SECONDS = 0.02
"""Between two pieces that are read while somebody plays."""


class Recalling(abc.ABC):
    """The answers of one player, those that wait to be written among them. Threads take turns."""

    def __init__(self, folder: Path, player: int) -> None:
        self.folder = folder
        self.player = player
        self._players: tuple[Player, ...] = ()
        self._lock, self._wanted = threading.RLock(), False
        self._journal: Journal | None = None
        self._waiting: deque[tuple[JournalEvent, Derived | None, Player | None]] = deque()
        """Each with the class whose it is; None for the player's own."""
        self._remembered: Remembered | None = None
        """All of the player's answers, if the save was read whole."""
        self._class: Player | None = None
        self._new_classes: tuple[Player, ...] = ()
        self._of_class = Remembered()
        """What the class gave that plays, if one does."""
        self._is_read_behind = False
        self._damage: Fault | None = None
        self.trouble: Trouble | Fault | None = None
        """Why nothing is being saved at the moment, or None if all is well."""

    @abc.abstractmethod
    def _looked(self) -> Contents | None:
        """What a save holds that no journal has open."""

    @property
    def players(self) -> tuple[Player, ...]:
        """The people of the save, the first one first; classes are none."""
        return tuple(player for player in self._players if player.kind == "player")

    @property
    def classes(self) -> tuple[Player, ...]:
        """The classes of the save, the first one first, and those that will be added to it."""
        there = tuple(player for player in self._players if player.kind == "class")
        return *there, *(one for one in self._new_classes if not any(map(one.is_same_as, there)))

    @property
    def class_rounds(self) -> Mapping[str, Sequence[ClassEvent]]:
        """What is kept of each round of the class that plays, by the round's id, the first one first."""
        return self._all().class_rounds if self._class is not None else {}

    def _turn(self, class_: Player) -> None:
        """Recall a class from now on. Raises `SavesError` if the save turns out to be damaged."""
        of_class = Remembered()
        if any(map(class_.is_same_as, self.classes)):
            found = self._contents()
            held = () if found is None else found.players.values()
            there = next((one for one in held if one.is_same_as(class_)), None)
            of_class = self._and_waiting(of_class if there is None else Remembered.of(found, there.id), class_)
        else:
            self._new_classes += (class_,)
        self._class, self._of_class = class_, of_class

    def turn_back(self) -> None:
        """Keep what follows for the player again."""
        with self._alone():
            self._class, self._of_class = None, Remembered()

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
                self._damage = error.fault
                self._journal.call_damaged()
            raise

    def _all(self) -> Remembered:
        """Everything of the class or the player, read once it is asked for. Raises `SavesError` if it turns out to be
        damaged.
        """
        return self._of_class if self._class is not None else self._own()

    def _own(self) -> Remembered:
        if self._remembered is None:
            self._remembered = self._and_waiting(Remembered.of(self._contents(), self.player), None)
        return self._remembered

    def _contents(self) -> Contents | None:
        with self._noting_damage():
            return self._journal.contents() if self._journal is not None else self._looked()

    def _and_waiting(self, found: Remembered, class_: Player | None) -> Remembered:
        for event, _, its in self._waiting:
            if its == class_ or (its is not None and class_ is not None and its.is_same_as(class_)):
                found.add(event)
        return found

    @property
    def _can_be_asked(self) -> bool:
        """Whether the journal knows everything, so that not all of it must be read."""
        asks = self._class is None and self._remembered is None
        return self._journal is not None and not self._waiting and asks

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
                return self._journal.asking.answers_of(round_)
            return [answer for answer in self._all().answers if answer.round == round_]

    def rounds_played(self, pack: str, count: int) -> list[RoundPlayed]:
        """The player's last rounds of a pack, the newest first."""
        with self._alone(), self._noting_damage():
            if self._journal is not None and not self._waiting and self._class is None:
                return self._journal.asking.rounds_played(self.player, pack, count)
            return rounds_among(self._all().answers, pack, count)

    def attempts(self, round_: str, place: int, seat: str = "") -> int:
        """How often the answer at a place of a round was taken back."""
        with self._alone(), self._noting_damage():
            if self._journal is not None and self._can_be_asked:
                return self._journal.asking.attempts(round_, place, seat)
            return sum(slip[:3] == (round_, place, seat) for slip in self._all().slips)

    def last_pack(self, packs: list[str]) -> str | None:
        """The one of these packs that was played last, by their ids."""
        with self._alone(), self._noting_damage():
            if self._journal is not None and self._can_be_asked:
                return self._journal.asking.last_pack(self.player, packs)
            return self._all().last_pack(packs)

    def derived(self, prefix: str) -> Mapping[str, str]:
        """What was kept beside the answers under names that begin so; nothing where it must be made again."""
        with self._alone():
            return self._journal.derived(prefix) if self._journal and not self._waiting else {}

    def read_behind(self) -> None:
        """Have read, once and in a thread of its own, what was not read at the start."""
        if self._journal is not None and not self._journal.was_read_whole and not self._is_read_behind:
            self._is_read_behind = True
            threading.Thread(target=self.check, daemon=True).start()

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
