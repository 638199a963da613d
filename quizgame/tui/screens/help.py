"""What the keys do on the screen that help was asked for."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen

from quizgame.tui.parts.commands import own_bindings
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words, padded
from quizgame.wording import keys
from quizgame.wording.screens import KEYS, MOUSE_TOO, OTHER_LAYOUTS, SAVED_ALWAYS

KEY_WIDTH = 16


class Help(Page):
    """A list of keys, made from the bindings themselves."""

    BINDINGS = [Binding("escape,enter,q", "back", keys.BACK)]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._keys: dict[str, list[str]] = {}
        numbered: dict[str, str] = {}
        for key, binding, _ in own_bindings(about):
            name = about.app.get_key_display(Binding(key, binding.action, binding.description))
            deed = binding.action.partition("(")[0]
            what = numbered.setdefault(deed, binding.description) if key.isdecimal() else binding.description
            self._keys.setdefault(what, []).append(name)

    def compose_page(self) -> ComposeResult:
        """A line a command."""
        yield Words(KEYS, classes="title")
        with Vertical(classes="ground"):
            for what, names in self._keys.items():
                yield Words((f"{padded('  '.join(names), KEY_WIDTH)}  ", "bold $accent"), what)
        yield Words(SAVED_ALWAYS, classes="below")
        for sentence in (MOUSE_TOO, OTHER_LAYOUTS):
            yield Words(sentence, classes="quiet")
