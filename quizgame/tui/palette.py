"""Textual's list of commands, made when it is opened."""

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Without two faults that end the program: keys for pages while the list has no room, and a command that is chosen
    twice.
    """

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Go away, once: a key and a click that come together would take the screen below away too."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
