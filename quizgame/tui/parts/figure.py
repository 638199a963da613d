"""A number that can be read from afar."""

from textual.widgets import Digits


class Figure(Digits):
    """A number in big signs."""

    ALLOW_SELECT = False

    def __init__(self, number: int, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(str(number), id=id)
