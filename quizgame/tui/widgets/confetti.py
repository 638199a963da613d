"""A little confetti: three lines of small signs that fall for a moment, and then lie still."""

import random

from textual.timer import Timer

from quizgame.tui.parts.show import Part, Words

SIGNS = "·*+'.:"
COLORS = ("$accent", "$primary", "$success", "$warning")
ROWS, FALLS, SECONDS = 3, 12, 0.12
ONE_IN = 7


class Confetti(Words):
    """Falls once; where nothing may move it lies there from the start."""

    def __init__(self, seed: str) -> None:
        super().__init__(id="confetti")
        self._rng = random.Random(seed)
        self._lines: list[list[Part]] = []
        self._fallen = 0
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Begin to fall."""
        if self.app.animation_level != "none":
            self._timer = self.set_interval(SECONDS, self._fall)

    def on_resize(self) -> None:
        """As wide as there is room for."""
        self._lines = [self._line() for _ in range(ROWS)]
        self.say_lines(self._lines, layout=False)

    def _line(self) -> list[Part]:
        return [
            (self._rng.choice(SIGNS), self._rng.choice(COLORS)) if self._rng.randrange(ONE_IN) == 0 else " "
            for _ in range(self.size.width)
        ]

    def _fall(self) -> None:
        self._fallen += 1
        self._lines = [self._line(), *self._lines[: ROWS - 1]]
        self.say_lines(self._lines, layout=False)
        if self._fallen >= FALLS and self._timer is not None:
            self._timer.stop()
