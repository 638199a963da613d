"""The line of time under a reveal: true places above, yours below."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from quizgame.banks.dates import Interval
from quizgame.tui.parts.show import Words
from quizgame.wording.ruler import ruler
from quizgame.wording.screens import TRUE, YOURS

SIDES = (TRUE, "", YOURS, "")
SIDE_WIDTH = 7


class Ruler(Vertical):
    """Four rows, drawn anew for each width."""

    def __init__(self) -> None:
        super().__init__(id="ruler")
        self._dates: tuple[Interval, ...] = ()
        self._placed: tuple[int, ...] | None = None

    def compose(self) -> ComposeResult:
        """The names of the rows, and the rows."""
        for side in SIDES:
            with Horizontal():
                yield Words(side, classes="side")
                yield Words(classes="row")

    def measure(self, dates: Sequence[Interval], placed: Sequence[int] | None) -> None:
        """Show dates, which are in true order; `placed[k]` is the number of the event put in place k."""
        self._dates, self._placed = tuple(dates), None if placed is None else tuple(placed)
        self._draw()

    def on_resize(self) -> None:
        """Another width, another scale."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width - SIDE_WIDTH
        if not self._dates or width < 20:
            return
        rows = ruler(self._dates, self._placed, width)
        if self._placed is None:
            rows.insert(2, "")
        for line, row in zip(self.query(".row").results(Words), rows, strict=True):
            line.say(row)
        for line, side in zip(self.query(".side").results(Words), SIDES, strict=True):
            line.say("" if side == YOURS and self._placed is None else side)
