"""One list of commands, the key bindings: the palette and the help are made from it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.screen import Screen

from quizgame.tui.parts.show import content, followed

MOVES = ("walk(", "move(", "page(", "scroll(", "turn(")
"""Actions that only a key makes sense for: nobody looks for "up" in a list."""


def own_bindings(screen: Screen[Any]) -> Iterator[tuple[str, Binding, DOMNode]]:
    """The keys that do something on this screen now and that the game itself declares, not Textual."""
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        if enabled and binding.description and not binding.system and binding.action in _declared(type(node)):
            yield key, binding, node


def _declared(owner: type[DOMNode]) -> set[str]:
    ours = [kind for kind in owner.__mro__ if kind.__module__.startswith("quizgame")]
    bindings = [binding for kind in ours for binding in kind.__dict__.get("BINDINGS", ())]
    return {binding.action for binding in bindings if isinstance(binding, Binding)}


class KeyCommands(Provider):
    """Everything a key does on the screen below the palette."""

    def _commands(self) -> Iterator[tuple[str, str, str, DOMNode]]:
        seen: set[str] = set()
        for key, binding, node in own_bindings(self.screen):
            if binding.action not in seen and not binding.action.startswith(MOVES):
                seen.add(binding.action)
                on_key = self.app.get_key_display(Binding(key, binding.action))
                yield binding.description[:1].upper() + binding.description[1:], on_key, binding.action, node

    async def discover(self) -> Hits:
        """All of them."""
        for name, key, action, node in self._commands():
            shown = content(name, (f"   {key}", "$accent"))
            yield DiscoveryHit(shown, partial(self.app.run_action, action, node), text=name)

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        matcher = self.matcher(query)
        for name, key, action, node in self._commands():
            if (score := matcher.match(name)) > 0:
                shown = followed(matcher.highlight(name), (f"   {key}", "$accent"))
                yield Hit(score, shown, partial(self.app.run_action, action, node), text=name)
