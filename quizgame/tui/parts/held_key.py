"""Tells a new press of Enter from a finger that has not let go: a terminal sends the same for both."""

from time import monotonic

SETTLE_SECONDS = 0.35
"""What is new on the screen stays at least as long."""
REPEAT_SECONDS = 0.15
"""Presses closer together than this come from a key that is held down."""


class HeldKey:
    """Asked at each press, and told when there is something new to look at."""

    def __init__(self) -> None:
        self._pressed = self._shown = float("-inf")

    def something_new(self) -> None:
        """The screen changed: a press that was meant for what stood there before may still be on its way."""
        self._shown = monotonic()

    def is_a_new_press(self) -> bool:
        """Whether this press means what is on the screen now."""
        moment = monotonic()
        repeated = moment - self._pressed < REPEAT_SECONDS
        self._pressed = moment
        return not repeated and moment - self._shown >= SETTLE_SECONDS
