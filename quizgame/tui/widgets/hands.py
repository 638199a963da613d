"""A show of hands: the counts are typed, such as 12 5 3."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from quizgame.game.kinds.shared import NotAnAnswer
from quizgame.game.play.votes import Counted, read_counts
from quizgame.tui.parts.show import Words
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.wording import keys
from quizgame.wording.class_screens import EASY_COUNT, HANDS_HERE
from quizgame.wording.classes import odd_count

LONGEST = 24


class CountsInput(TypedLine):
    """Takes digits, and what stands between them; letters are the screen's."""

    BINDINGS = [Binding("enter", "submit", keys.DONE)]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Nothing but a count is typed here; a space parts two of them."""
        return self._is_count(character) and super().check_consume_key(key, character)

    def on_key(self, event: Key) -> None:
        """What is no count is not typed; and there is nothing to take back in an empty line."""
        if event.is_printable and not self._is_count(event.character):
            event.prevent_default()

    def _is_count(self, character: str | None) -> bool:
        if character is None:
            return False
        return character.isdecimal() or (character in " ," and bool(self.value))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Backspace in an empty line, and Enter, are the screen's."""
        if action in ("delete_left", "submit") and not self.value:
            return False
        return super().check_action(action, parameters)


class Hands(Vertical):
    """The line, and a sentence about what was typed."""

    @dataclass
    class CountedAll(Message):
        """All hands are counted."""

        counts: Counted

        @property
        def control(self) -> None:
            """Nobody's but the screen's."""

    def __init__(self) -> None:
        super().__init__(id="hands")
        self._options = 0
        self._before: int | None = None
        """The hands of the vote before this one."""
        self._confirmed = ""
        """What was asked about once."""
        self._input = CountsInput(max_length=LONGEST, select_on_focus=False, compact=True)
        self._hint = Words(id="hands-hint")

    def compose(self) -> ComposeResult:
        """One line, and the sentence below it."""
        with Horizontal():
            yield Words(HANDS_HERE, classes="name")
            yield self._input
        yield self._hint

    def ask(self, options: int, before: int | None) -> None:
        """An empty line for so many options; `before` is how many hands there were last time."""
        self._options, self._before, self._confirmed = options, before, ""
        self._input.value = ""
        self._hint.say("")
        self._input.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """What was said of the last try is about that one only."""
        message.stop()
        self._hint.say("")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """The counts, or a sentence; of other hands than before it is asked once whether they are meant."""
        message.stop()
        try:
            counts = read_counts(message.value, self._options)
        except NotAnAnswer:
            self._hint.say((EASY_COUNT, "$warning"))
            return
        if self._before not in (None, counts.hands) and self._confirmed != message.value:
            self._confirmed = message.value
            self._hint.say((odd_count(counts, self._before or 0), "$warning"))
            return
        self.post_message(self.CountedAll(counts))
