"""The keys at the bottom of a screen: as many as there is room for, and always the way to the list of all of them."""

from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer

from quizgame.tui.private import FooterKey

PADDING = 3
"""The cells around a key and after what it does."""


class KeyLine(Footer):
    """Made anew only when the keys are others: that takes longer than all the rest that an arrow key changes."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._shown: list[tuple[str, str, bool]] = []

    def bindings_changed(self, screen: Screen[Any]) -> None:
        """Show the keys if they differ."""
        active = [(binding, enabled) for _, binding, enabled, _ in screen.active_bindings.values() if binding.show]
        shown = [(binding.key, binding.description, enabled) for binding, enabled in active]
        shown += [(_digits(screen), "", True)]
        if self.app.app_focus and shown != self._shown:
            self._shown = shown
            super().bindings_changed(screen)

    def compose(self) -> ComposeResult:
        """The first and the last in any case; where there is no room, those before the last one give way."""
        keys = [key for key in super().compose() if isinstance(key, FooterKey)]
        for key in keys:
            if key.key == "1":
                key.key_display = _digits(self.screen)
        while len(keys) > 2 and sum(map(_cells, keys)) > self.size.width:
            del keys[-2]
        yield from keys

    async def on_resize(self) -> None:
        """Another width has room for more or fewer."""
        await self.recompose()


def _digits(screen: Screen[Any]) -> str:
    """All digits that do now what "1" does, each for another place: "1 2 3 4"; empty where that does nothing."""
    working = {key: binding.action for key, (_, binding, enabled, _) in screen.active_bindings.items() if enabled}
    name = working.get("1", "").partition("(")[0]
    return " ".join(key for key in sorted(working) if name and key.isdecimal() and working[key].startswith(f"{name}("))


def _cells(key: FooterKey) -> int:
    return cell_len(key.key_display) + cell_len(key.description) + PADDING
