"""The keys at the bottom of a screen: as many as there is room for, and always the way to the list of all of them."""

from typing import Any

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Click
from textual.screen import Screen

from quizgame.tui.parts.show import Part, Words

WAYS_OUT = ("q", "escape")


class _Key:
    """A key, what stands on it, what it does, and whether it does so now. No tuple: those take long to be declared."""

    def __init__(self, key: str, name: str, what: str, *, works: bool) -> None:
        self.key, self.name, self.what, self.works = key, name, what, works

    @property
    def parts(self) -> tuple[Part, Part]:
        """How it looks."""
        dim = "" if self.works else " dim"
        return (f" {self.name} ", f"bold $footer-key-foreground{dim}"), (f"{self.what} ", f"$foreground{dim}")

    @property
    def cells(self) -> int:
        """The room it takes."""
        return cell_len(self.name) + cell_len(self.what) + 3


class KeyLine(Words):
    """Draws all keys by itself. Textual's Footer mounts a widget for each key whenever they change, which takes longer
    than all the rest that an answer changes; and it keeps those that it has taken away.
    """

    def __init__(self) -> None:
        super().__init__(id="key-line")
        self._keys: list[_Key] = []
        self._drawn: list[_Key] = []
        self._said: object = None
        self._lead = 0
        """The cells before the first key."""

    def on_mount(self) -> None:
        """Hear of it when keys do something else."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[Any]) -> None:
        by_action: dict[str, tuple[Binding, bool]] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show:
                by_action.setdefault(binding.action, (binding, enabled))
        self._keys = [self._key(screen, binding, enabled) for binding, enabled in by_action.values()]
        self._draw()

    def _key(self, screen: Screen[Any], binding: Binding, enabled: bool) -> _Key:
        name = (
            " ".join(self.app.get_key_display(Binding(key, "")) for key in _digits(screen))
            if binding.key == "1"
            else ""
        )
        return _Key(binding.key, name or self.app.get_key_display(binding), binding.description, works=enabled)

    def on_resize(self) -> None:
        """Another width has room for more or fewer."""
        self._draw()

    def _draw(self) -> None:
        """The first, the last and the way out in any case; without room the others give way, the last first."""
        if not self.size.width:
            return  # not laid out yet: the first picture is to have its true width
        keys = list(self._keys)
        may_go = [key for key in keys[1:-1] if key.key not in WAYS_OUT]
        while may_go and sum(key.cells for key in keys) > self.size.width:
            keys.remove(may_go.pop())
        lead = max(0, self.size.width - sum(key.cells for key in keys)) // 2
        said = (" " * lead, *(part for key in keys for part in key.parts))
        self._drawn, self._lead = keys, lead  # also when the same is said: a key may be another one
        if said != self._said:
            self._said = said
            self.say_lines([said], layout=False)

    def on_click(self, event: Click) -> None:
        """A click on a key presses it."""
        event.stop()
        end = self._lead
        for key in self._drawn if event.x >= self._lead else ():
            end += key.cells
            if event.x < end:
                if key.works:
                    self.app.simulate_key(key.key)
                return


def _digits(screen: Screen[Any]) -> list[str]:
    """All digits that do now what "1" does, each for another place; none where that does nothing."""
    working = {key: binding.action for key, (_, binding, enabled, _) in screen.active_bindings.items() if enabled}
    name = working.get("1", "").partition("(")[0]
    return [key for key in sorted(working) if name and key.isdecimal() and working[key].startswith(f"{name}(")]
