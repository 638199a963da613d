"""Containers that cost one layout, not two, when what is in them grows."""

from textual.containers import Vertical

from quizgame.tui.parts.show import never_scrolls


class Stack(Vertical):
    """Widgets below each other, as high as they are."""

    virtual_size = never_scrolls()
