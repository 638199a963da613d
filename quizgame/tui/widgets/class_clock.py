"""The seconds that are left, in large figures; it stands still, and costs nothing, where there is no clock."""

from textual.timer import Timer
from textual.widgets import Digits

from quizgame.session.class_sitting import ClassSitting

TICK_SECONDS = 0.25


class ClassClock(Digits):
    """Hidden without a clock; nothing happens at 0."""

    ALLOW_SELECT = False

    def __init__(self, sitting: ClassSitting) -> None:
        super().__init__("")
        self._sitting = sitting
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Count while there is something to count."""
        self._timer = self.set_interval(TICK_SECONDS, self._tick, pause=True)
        self.follow(self._sitting)

    def follow(self, sitting: ClassSitting) -> None:
        """Show the clock of what is asked now."""
        self._sitting = sitting
        runs = sitting.seconds_left is not None
        self.display = runs
        self._tick()
        if self._timer is not None and runs and not sitting.play.paused:
            self._timer.resume()
        elif self._timer is not None:
            self._timer.pause()

    def _tick(self) -> None:
        left = self._sitting.seconds_left
        shown = "" if left is None else f"{left // 60}:{left % 60:02}"
        if shown != self.value:
            self.update(shown)
