"""The line of time under a reveal: true places above, yours below."""

from collections.abc import Sequence

from quizgame.banks.dates import Interval
from quizgame.tui.parts.show import Drawn, Line, content, padded
from quizgame.wording.ruler import ruler
from quizgame.wording.screens import TRUE, YOURS

SIDES = (TRUE, "", YOURS, "")
SIDE_WIDTH = 7


class Ruler(Drawn):
    """Four rows, drawn anew for each width; none where there is no room for them."""

    def __init__(self) -> None:
        super().__init__(id="ruler")
        self._dates: tuple[Interval, ...] = ()
        self._placed: tuple[int, ...] | None = None

    def measure(self, dates: Sequence[Interval], placed: Sequence[int] | None) -> None:
        """Show dates, which are in true order; `placed[k]` is the number of the event put in place k."""
        self._dates, self._placed = tuple(dates), None if placed is None else tuple(placed)
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """The names of the rows, and the rows."""
        if not self._dates or width - SIDE_WIDTH < 20:
            return []
        rows = ruler(self._dates, self._placed, width - SIDE_WIDTH)
        if self._placed is None:
            rows.insert(2, "")
        sides = ["" if side == YOURS and self._placed is None else side for side in SIDES]
        return [content((padded(side, SIDE_WIDTH), "$quiet"), row) for side, row in zip(sides, rows, strict=True)]
