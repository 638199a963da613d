"""What the keys do on the screen that help was asked for."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from quizgame.tui.parts.commands import own_bindings
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words

KEY_WIDTH = 16
_NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "backspace": "Backspace",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "f2": "F2",
    "left": "←",
    "right": "→",
    "equals_sign": "=",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "minus": "-",
    "plus": "+",
}


class Help(Page):
    """A list of keys, made from the bindings themselves."""

    BINDINGS = [Binding("escape,enter,q", "app.pop_screen", "back", key_display="Enter")]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._keys: dict[str, list[str]] = {}
        for key, binding, _ in own_bindings(about):
            self._keys.setdefault(binding.description, []).append(_NAMES.get(key, key))

    def compose_page(self) -> ComposeResult:
        """A line a command."""
        yield Words("Keys", classes="title")
        for what, keys in self._keys.items():
            yield Words((f"{'  '.join(keys):{KEY_WIDTH}}  ", "bold $accent"), what)
        yield Words("")
        yield Words("Everything is saved after each answer. You can leave at any time.", classes="quiet")
        yield Words("The mouse works too: click what you want.", classes="quiet")
