"""The rest of the arrows between screens: what is played, what comes in, and who plays."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from quizgame.tui.flow import is_on_top, play

if TYPE_CHECKING:
    from quizgame.banks.pack import Pack
    from quizgame.saves.rows import Player
    from quizgame.session.session import Session


def choose_pack(screen: Screen[Any], session: Session, changed: Callable[[], None]) -> None:
    """Another pack, where there is one; `changed` is called if one was chosen."""
    from quizgame.game.play.modes import TODAY, RoundSettings
    from quizgame.tui.screens.packs import Packs

    def chosen(choice: tuple[Pack, bool] | None) -> None:
        if choice is not None:
            session.change_pack(choice[0])
            changed()
            if choice[1]:
                play(screen, session, RoundSettings(session.pack.topics, mode=TODAY))

    if is_on_top(screen) and len(session.packs) > 1:
        screen.app.push_screen(Packs(session), chosen)


def bring_file(screen: Screen[Any], session: Session, changed: Callable[[], None]) -> None:
    """Questions from a file; `changed` is called if there is another pack to play now."""
    from quizgame.tui.screens.bring import Bring

    def brought(other: bool | None) -> None:
        if other:
            changed()

    if is_on_top(screen):
        screen.app.push_screen(Bring(session), brought)


def choose_player(screen: Screen[Any], session: Session, changed: Callable[[], None]) -> None:
    """Who plays; `changed` is called if somebody else does, or under another name."""
    from quizgame.tui.screens.players import Players

    def chosen(other: bool | None) -> None:
        if other:
            changed()

    if is_on_top(screen):
        screen.app.push_screen(Players(session), chosen)


def ask_before_deleting(
    screen: Screen[Any], session: Session, player: Player, delete: Callable[[Player], Awaitable[None]]
) -> None:
    """Whether all of a player is to be deleted; `delete` does it."""
    from quizgame.tui.screens.players import BeforeDeleting

    async def answered(wanted: bool | None) -> None:
        if wanted:
            await delete(player)

    if is_on_top(screen):
        screen.app.push_screen(BeforeDeleting(player, session.keeper.folder), answered)


def open_settings(screen: Screen[Any], session: Session, changed: Callable[[], None], marked: str = "") -> None:
    """What can be chosen; `changed` is called when the player comes back. The choice of that name is marked."""
    from quizgame.tui.screens.settings import SettingsPage

    if is_on_top(screen):
        screen.app.push_screen(SettingsPage(session, marked), lambda _: changed())


def choose_keys(screen: Screen[Any], session: Session) -> None:
    """Keys of one's own for a round."""
    from quizgame.tui.screens.own_keys import OwnKeysPage

    if is_on_top(screen):
        screen.app.push_screen(OwnKeysPage(session))
