"""The rows with which a teacher sets up a round: values to turn, and ticks."""

from collections.abc import Callable

from textual.binding import Binding

from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, padded
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.wording import keys

NAME_WIDTH = 18


class Way(Row):
    """A way on; `action` is what the screen does for it."""

    def __init__(self, said: str, about: str, action: str, *, id: str | None = None, main: bool = False) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes="-main" if main else "")
        self._said, self._about, self.action = said, about, action

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """What it does, and with what."""
        return self._said, (f"   {self._about}" if self._about else "", "$quiet")

    def tell(self, about: str) -> None:
        """Say with what."""
        if about != self._about:
            self._about = about
            self.show()


class Value(Row):
    """A value that left and right change; Enter too, to the next one."""

    BINDINGS = [
        Binding("enter,space", "turn(1)", keys.OTHER_VALUE),
        Binding("right,l", "turn(1)", keys.OTHER_VALUE, key_display="← →"),
        Binding("left", "turn(-1)", keys.VALUE_BEFORE, show=False),
    ]

    def __init__(self, name: str, said: Callable[[], tuple[str, str]], turn: Callable[[int], None]) -> None:
        """`said` gives the value and a word about it; `turn` changes it by a step."""
        super().__init__()
        self._label, self._said, self._turn = name, said, turn

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its name and its value."""
        value, about = self._said()
        lead = (padded(self._label, NAME_WIDTH), "$quiet")
        return lead, ("‹ ", "$accent"), value, (" ›", "$accent"), (f"   {about}" if about else "", "$quiet")

    def clicked(self) -> None:
        """A click is one step on."""
        self._turn(1)

    def action_turn(self, step: int) -> None:
        """Another value."""
        if isinstance(self.marked, Value):
            self.marked._turn(step)


class Tick(Row):
    """Something that is part of the round or not."""

    BINDINGS = [Binding("enter,space", "choose", keys.TICK)]

    def __init__(self, name: str, title: str, *, ticked: bool) -> None:
        super().__init__()
        self.of, self.ticked, self._title = name, ticked, title

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its title, and whether it is ticked."""
        return ("● " if self.ticked else "○ ", "$accent" if self.ticked else "$quiet"), self._title

    def action_choose(self) -> None:
        """A tick may be set and taken away as fast as somebody types."""
        row = self.marked
        if isinstance(row, Tick):
            row.ticked = not row.ticked
            row.show()
            row.post_message(row.Chosen(row))


class Line(TypedLine):
    """A line to type a name or a code in."""

    BINDINGS = [
        Binding("enter", "submit", keys.DONE),
        Binding("escape", "screen.no_line", keys.BACK),
    ]
