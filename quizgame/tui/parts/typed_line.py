"""A line to type in."""

from textual.reactive import Reactive
from textual.widgets import Input


class TypedLine(Input):
    """Its cursor stands still: one that blinks is painted twice a second for as long as somebody thinks."""

    cursor_blink = Reactive(False)
