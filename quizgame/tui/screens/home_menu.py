"""The ways on from the first screen: a name, how it stands there, and its key."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, padded
from quizgame.wording import home, keys

NAME_WIDTH = 18
WIDEST = 64
LEAST_ABOUT = 20
"""Cells below which nothing is said beside a name."""


class ResumeRow(Row):
    """Back into a round that was left."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]


class MenuRow(Row):
    """A way on; `action` is what the screen does for it."""

    def __init__(self, name: str, key: str, action: str) -> None:
        super().__init__(classes="menu")
        self._label, self.key, self.action = name, key, action
        self._about = ""

    def say(self, about: str) -> None:
        """How it stands there."""
        if about != self._about:
            self._about = about
            self.show()

    def parts(self, width: int) -> tuple[Part, ...]:
        """The name, what is said where there is room for it, and the key at the end."""
        room = min(width, WIDEST) - NAME_WIDTH - cell_len(self.key) - 1
        if room < LEAST_ABOUT:
            return padded(self._label, NAME_WIDTH + room), " ", (self.key, "bold $accent")
        return padded(self._label, NAME_WIDTH), (padded(self._about, room), "$quiet"), " ", (self.key, "bold $accent")


class Menu(Vertical):
    """All of them, once there is something to go on to: two halves, side by side in a low window."""

    def __init__(self) -> None:
        super().__init__(id="menu")
        self._ways: list[MenuRow] = []

    def compose(self) -> ComposeResult:
        """What was offered before there was a place for it."""
        yield from self._halves()

    def _halves(self) -> tuple[Vertical, Vertical]:
        half = (len(self._ways) + 1) // 2
        return Vertical(*self._ways[:half], classes="half"), Vertical(*self._ways[half:], classes="half")

    def offer(self, *, packs: bool, players: bool) -> None:
        """Show the ways; to packs and players if there is more than one."""
        self._ways = [
            MenuRow(home.CARDS, "f", "start('cards')"),
            MenuRow(home.WEAK, "a", "start('weak')"),
            MenuRow(home.DAILY, "d", "start('daily')"),
            MenuRow(home.TIMELINE, "t", "timeline"),
            MenuRow(home.READ, "r", "read"),
            MenuRow(home.CLASS, "c", "class_round"),
            MenuRow(home.PROGRESS, "p", "progress"),
            MenuRow(home.SETTINGS, "o", "settings"),
            *([MenuRow(home.PACKS, "b", "packs")] if packs else []),
            MenuRow(home.BRING, "i", "bring"),
            *([MenuRow(home.PLAYERS, "w", "players")] if players else []),
        ]
        if self.is_mounted:
            self.remove_children()
            self.mount_all(self._halves())

    def say(self, abouts: Mapping[str, str]) -> None:
        """How it stands there, by key."""
        for way in self._ways:
            way.say(abouts.get(way.key, ""))
