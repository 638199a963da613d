"""What the list of commands offers beside the keys of a screen: modes, topics, packs, colors and settings, by name."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits

from quizgame.banks.pack import Pack
from quizgame.game.play.modes import DATES, GROWING, MOCK, ORDERINGS, PRACTICE, TODAY, RoundSettings
from quizgame.session.options import OPTIONS, THEMES
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.app import QuizApp
from quizgame.tui.parts.commands import KeyCommands
from quizgame.tui.parts.show import content
from quizgame.tui.screens.home import Home
from quizgame.wording import commands as told
from quizgame.wording.first import theme_in_words
from quizgame.wording.settings import NAMES

Command = tuple[str, Callable[[], object]]
MODES = (PRACTICE, MOCK, ORDERINGS, GROWING, DATES)
"""Those without a key at home."""


class Everything(KeyCommands):
    """After the keys all of it where it can be had: rounds start at home, colors change anywhere."""

    def _more(self) -> Iterator[Command]:
        app = self.app
        if not isinstance(app, QuizApp) or app.session is None:
            return
        home = self.screen
        if isinstance(home, Home):
            yield from _from_home(home, app.session)
        for name in THEMES:
            yield theme_in_words(name), partial(app.choose_theme, name)

    async def discover(self) -> Hits:
        """All of them."""
        async for hit in super().discover():
            yield hit
        for name, act in self._more():
            yield DiscoveryHit(content(name), act, text=name)

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        async for hit in super().search(query):
            yield hit
        matcher = self.matcher(query)
        for name, act in self._more():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), act, text=name)


def _from_home(home: Home, session: Session) -> Iterator[Command]:
    pack = session.pack
    for mode in MODES:
        yield told.play_mode(mode), partial(flow.play, home, session, RoundSettings(pack.topics, mode=mode))
    for bank in pack.banks:
        wanted = RoundSettings((bank.topic,), mode=TODAY)
        yield told.play_topic(bank.title), partial(flow.play, home, session, wanted)
        yield told.read_topic(bank.title), partial(flow.read, home, session, bank.topic)
    for other in session.packs:
        if other.id != pack.id:
            yield told.other_pack(other.title), partial(_take, home, session, other)
    for option in OPTIONS:
        yield told.setting(NAMES[option.name]), partial(home.action_settings, option.name)


def _take(home: Home, session: Session, pack: Pack) -> None:
    """Another pack from now on."""
    session.change_pack(pack)
    home.show_session(session, play=False)
