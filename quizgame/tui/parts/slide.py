"""A motion that explains: a card goes from where it was put to where it belongs, in a few pictures."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from textual.timer import Timer
from textual.widget import Widget

SECONDS = 0.05
"""From one picture to the next."""
MOST = 5
"""Pictures of one motion: it is over in a quarter of a second."""
T = TypeVar("T")


class Slide(Generic[T]):
    """The pictures of one widget; no more than the last state where nothing may move. No key waits for them."""

    def __init__(self, widget: Widget, show: Callable[[], object]) -> None:
        self._widget, self._show = widget, show
        self._left: deque[T] = deque()
        self._timer: Timer | None = None
        self.now: T | None = None
        """What is to be drawn in the place of the state that stays; None once that is reached."""

    def begin(self, pictures: Iterable[T]) -> None:
        """Go through these; the first one is there at once, for whoever draws next."""
        if self._timer is not None:
            self._timer.stop()
        moves = self._widget.is_attached and self._widget.app.animation_level != "none"
        self._left = deque(pictures if moves else ())
        self._next()

    def _next(self) -> None:
        self.now = self._left.popleft() if self._left else None
        self._timer = None if self.now is None else self._widget.set_timer(SECONDS, self._go_on)

    def _go_on(self) -> None:
        self._next()
        self._show()


def between(start: int, end: int) -> list[int]:
    """The places on the way from one to another, without the last: each a step, or where there are many, a stride."""
    count = min(MOST, abs(end - start))
    return [start + (end - start) * step // count for step in range(count)]


def orders(came_from: Sequence[int]) -> list[tuple[int, ...]]:
    """The orders on the way of cards to their places, the first and the last left out where they are alike.

    `came_from[k]` is the place that the card of place k had before. Each card goes straight, all at the same pace.
    """
    made: list[tuple[int, ...]] = []
    places = range(len(came_from))
    for step in range(MOST):
        share = step / MOST
        order = tuple(sorted(places, key=lambda k: ((1 - share) * came_from[k] + share * k, k)))
        if order != tuple(places) and order not in made:
            made.append(order)
    return made
