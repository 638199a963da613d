"""The command palette offers what the keys of the screen do: one list of commands, not two."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode

from quizgame.tui.show import content


class KeyCommands(Provider):
    """Every binding that is shown and works now."""

    def _commands(self) -> Iterator[tuple[str, str, DOMNode]]:
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if enabled and binding.description and not binding.system:
                yield binding.description[:1].upper() + binding.description[1:], binding.action, node

    async def discover(self) -> Hits:
        """All of them."""
        for name, action, node in self._commands():
            yield DiscoveryHit(content(name), partial(self.app.run_action, action, node), text=name)

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        matcher = self.matcher(query)
        for name, action, node in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), partial(self.app.run_action, action, node), text=name)
