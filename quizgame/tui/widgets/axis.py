"""The axis above a line that grows, as wide as there is room."""

from dataclasses import replace

from quizgame.tui.parts.show import Drawn, Line, content
from quizgame.wording.axis import OnAxis, Role, axis

COLORS: dict[Role, str] = {
    Role.AXIS: "$quiet",
    Role.BEFORE: "$quiet dim",
    Role.GAP: "$accent",
    Role.CARD: "bold $accent",
    Role.EVENT: "bold",
    Role.RIGHT: "bold $success",
    Role.MISSED: "bold $warning",
}


class Axis(Drawn):
    """Three rows; none in a window that is too low for them."""

    def __init__(self) -> None:
        super().__init__(id="axis")
        self._shown = OnAxis(())

    def show(self, shown: OnAxis) -> None:
        """What lies on it."""
        if shown != self._shown:
            self._shown = shown
            self.draw_at_once()

    def hold(self, gap: int) -> None:
        """The card is held at another gap."""
        self.show(replace(self._shown, gap=gap))

    def draw(self, width: int) -> list[Line]:
        """Each part in its color."""
        if self.screen.has_class("-short"):
            return []
        return [content(*((text, COLORS[role]) for text, role in row)) for row in axis(self._shown, width)]
