"""Textual's list of commands, made when it is opened."""

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette


class Palette(CommandPalette):
    """Without two faults that end the program: keys for pages while the list has no room, and a command that is chosen
    twice.
    """

    def on_mount(self) -> None:
        """Lie still: a cursor that blinks and a sign that nobody sees would be painted as long as the list is open."""
        self.query_one(CommandInput).cursor_blink = False
        self.query_one("LoadingIndicator").auto_refresh = None

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Go away, once: a key and a click that come together would take the screen below away too."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


def open_palette(app: App[None]) -> None:
    """Show it, once."""
    if not isinstance(app.screen, Palette):
        app.push_screen(Palette(id="--command-palette"))
