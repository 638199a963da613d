"""One round that is being played: an answer is graded, then kept, and only then is its verdict there to be shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from quizgame.game.events import Answered, Guessed, JournalEvent, TakenBack
from quizgame.game.kinds.any import Response
from quizgame.game.play.growing import Growing
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.session.clock import Stopwatch, now

P = TypeVar("P", Round, Growing)


@dataclass(frozen=True, slots=True)
class Left:
    """What a player leaves behind who stops in the middle."""

    answers: int
    """How many were given."""
    all_kept: bool
    """Whether every one of them is on the disk."""
    over: bool
    """Whether there was nothing more to come."""

    @property
    def unfinished(self) -> bool:
        """Whether something was begun that could have gone on."""
        return bool(self.answers) and not self.over


class Sitting(Generic[P]):
    """Holds a round and passes answers on. The methods that keep something wait for the disk: call them from a thread
    where a screen must not stand still; one at a time.
    """

    def __init__(self, play: P, keep: Callable[[JournalEvent], bool]) -> None:
        """`keep` takes an event and returns whether everything so far is on the disk."""
        self.play: P = play
        self._keep = keep
        self._all_kept = keep(play.started)
        self._watch = Stopwatch()
        self._shown: P | None = None
        """The round while it showed the last verdict, once that has been left."""

    @classmethod
    def resumed(cls, play: P, keep: Callable[[JournalEvent], bool]) -> "Sitting[P]":
        """A round that was left before; its start is kept already, and keeping it again changes nothing."""
        return cls(play, keep)

    def is_shown(self) -> None:
        """The question stands on the screen now: its time runs from here."""
        self._watch.start()

    def answer(self, response: Response) -> Answered:
        """Grade an answer, keep it, and only then be in the phase that shows its verdict."""
        graded, event = self.play.answer(response, now(), self._watch.milliseconds)
        self._all_kept = self._keep(event)
        self.play = graded
        return event

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to be taken back: the one whose verdict is shown, or was shown last."""
        return self.play.phase is Phase.SHOWING or self._shown is not None

    def undo(self) -> TakenBack:
        """Take back the last answer. Raises ValueError if there is none."""
        last = self._shown if self.play.phase is not Phase.SHOWING and self._shown is not None else self.play
        asked_again, event = last.take_back(now())
        self._all_kept = self._keep(event)
        self.play, self._shown = asked_again, None
        self._watch.start()
        return event

    def call_a_guess(self) -> Guessed:
        """The answer whose verdict is shown was a guess: it keeps its points and counts as not known."""
        marked, event = self.play.call_a_guess(now())
        self._all_kept = self._keep(event)
        self.play = marked
        return event

    def go_on(self) -> None:
        """Leave the verdict."""
        self.play, self._shown = self.play.go_on(), self.play
        self._watch.start()

    @property
    def left(self) -> Left:
        """What is left behind if the player stops now."""
        play = self.play
        ahead = play.go_on() if play.phase is Phase.SHOWING else play
        return Left(len(play.given), self._all_kept, ahead.phase is Phase.OVER)
