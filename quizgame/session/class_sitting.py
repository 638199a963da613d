"""One round of a class that is being played: what is given is graded, then kept, and only then there to be shown."""

from collections.abc import Callable
from typing import TypeVar

from quizgame.game.events import Answered, ClassEvent, JournalEvent, Moved, SwappedOut, TakenBack, Voted
from quizgame.game.kinds.any import Response
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.votes import Counted
from quizgame.session.clock import Stopwatch, now
from quizgame.session.sitting import Left

E = TypeVar("E", bound=ClassEvent)


class ClassSitting:
    """Holds a round and passes steps on. All of them wait for the disk: call them from a thread where a screen must not
    stand still; one at a time. Each raises ValueError, and keeps nothing, where the round does not wait for it.
    """

    def __init__(self, play: ClassRound, keep: Callable[[JournalEvent], bool]) -> None:
        """`keep` takes an event and returns whether everything so far is on the disk. To keep the start of a round that
        is resumed once more changes nothing.
        """
        self.play = play
        self._keep = keep
        self._all_kept = keep(play.started)
        self._watch = Stopwatch()
        self._before_pause = 0

    def is_shown(self) -> None:
        """The question stands on the screen now: its time runs from here."""
        self._before_pause = 0
        self._watch.start()

    @property
    def milliseconds(self) -> int:
        """How long the question has stood there, without pauses."""
        return self._before_pause + (0 if self.play.paused else self._watch.milliseconds)

    @property
    def seconds_left(self) -> int | None:
        """What is left of the clock, 0 when it has run out; None without one. Nothing happens at 0."""
        seconds = self.play.seconds
        return None if seconds is None else max(0, round(seconds - self.milliseconds / 1000))

    def start(self) -> Moved:
        """Leave the setting up for the warm-up, or for the first question."""
        return self._took(self.play.start(now()))

    def answer(self, response: Response | Counted) -> Answered | Voted:
        """Take what the team whose turn it is says, or what the class votes."""
        return self._took(self.play.answer(response, now(), self.milliseconds))

    def undo(self) -> TakenBack:
        """Take back what was given last."""
        return self._took(self.play.undo(now()))

    def swap(self) -> SwappedOut:
        """Ask another question of the same topic. Raises `NoOtherQuestionError` if there is none."""
        return self._took(self.play.swap(now()))

    def go_on(self) -> Moved:
        """Leave the answer."""
        return self._took(self.play.go_on(now()))

    def more_time(self) -> Moved:
        """Give 20 seconds more."""
        return self._took(self.play.more_time(now()), anew=False)

    def pause(self) -> Moved:
        """Stop the clock, or let it go on."""
        so_far = self.milliseconds
        event = self._took(self.play.pause(now()), anew=False)
        self._before_pause = so_far
        self._watch.start()
        return event

    def _took(self, step: tuple[ClassRound, E], *, anew: bool = True) -> E:
        play, event = step
        self._all_kept = self._keep(event)
        self.play = play
        if anew:
            self.is_shown()
        return event

    @property
    def left(self) -> Left:
        """What is left behind if the class stops now."""
        return Left(len(self.play.turns), self._all_kept, self.play.phase is ClassPhase.OVER)
