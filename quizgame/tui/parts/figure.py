"""Numbers that can be read from afar."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widgets import Digits

TICK_SECONDS = 0.25


class Figure(Digits):
    """A number in big signs."""

    ALLOW_SELECT = False

    def __init__(self, number: int, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(str(number), id=id)


class Countdown(Digits):
    """The seconds that are left; hidden, and at no cost, where there is no clock. Nothing happens at 0."""

    ALLOW_SELECT = False

    def __init__(self, left: Callable[[], int | None]) -> None:
        """`left` gives the seconds, or None without a clock."""
        super().__init__("")
        self._left = left
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Count while there is something to count."""
        self._timer = self.set_interval(TICK_SECONDS, self._tick, pause=True)
        self.follow(runs=True)

    def follow(self, *, runs: bool) -> None:
        """Show the clock of what is asked now, and whether it runs or stands still."""
        self.display = self._left() is not None
        self._tick()
        if self._timer is not None and runs and self.display:
            self._timer.resume()
        elif self._timer is not None:
            self._timer.pause()

    def _tick(self) -> None:
        left = self._left()
        shown = "" if left is None else f"{left // 60}:{left % 60:02}"
        if shown != self.value:
            self.update(shown)
