"""Who plays on this machine."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup

from quizgame.saves.faults import NotWritableError, SavesError
from quizgame.saves.rows import Player
from quizgame.session import players
from quizgame.session.session import Session
from quizgame.tui import flow, flow_choices
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words, announce
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.wording import keys
from quizgame.wording import players as wording
from quizgame.wording.names import is_named
from quizgame.wording.saving import not_saved, saves_error_in_words


class PlayerRow(Row):
    """A player."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]

    def __init__(self, player: Player, *, plays: bool) -> None:
        super().__init__(wording.listed(player, plays=plays))
        self.player = player


class Players(Page):
    """All players. Its result is whether somebody else plays now, or under another name."""

    BINDINGS = [
        Binding("n", "new", keys.NEW_PLAYER),
        Binding("r", "rename", keys.OTHER_NAME),
        Binding("e", "export", keys.EXPORT),
        Binding("d", "delete", keys.DELETE),
        Binding("escape,q,w", "back", keys.BACK),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._list = VerticalGroup(id="players", classes="ground")
        self._changed = False
        self._busy = False

    def compose_page(self) -> ComposeResult:
        """A line a player."""
        yield Words(wording.TITLE, classes="title")
        yield self._list
        yield Words(wording.IMPORT_BY_COMMAND, classes="below")

    async def on_mount(self) -> None:
        """The one who plays now."""
        await self._show(self._session.keeper.player)

    async def _show(self, marked: int) -> None:
        keeper = self._session.keeper
        rows = [PlayerRow(player, plays=player.id == keeper.player) for player in keeper.players]
        await self._list.remove_children()
        await self._list.mount_all(rows)
        for row in rows:
            if row.player.id == marked:
                row.focus()

    @property
    def _marked(self) -> Player | None:
        return self.focused.player if isinstance(self.focused, PlayerRow) else None

    async def _do(self, act: Callable[[], object]) -> bool:
        """Do something that waits for the disk, one thing at a time; say why where it can't be done."""
        if self._busy or not flow.is_on_top(self):
            return False
        self._busy = True
        try:
            await asyncio.to_thread(act)
        except SavesError as error:
            announce(self.app, saves_error_in_words(error))
        except NotWritableError as error:
            announce(self.app, not_saved(error.trouble))
        else:
            return True
        finally:
            self._busy = False
        return False

    async def _change(self, act: Callable[[], object]) -> bool:
        """Do something after which somebody else plays, or under another name."""

        def change() -> None:
            act()
            self._session.others_play()

        changed = await self._do(change)
        self._changed |= changed
        return changed

    async def on_row_chosen(self, message: Row.Chosen) -> None:
        """Play as this one from now on."""
        row, keeper = message.row, self._session.keeper
        if not isinstance(row, PlayerRow):
            return
        if row.player.id == keeper.player or await self._change(partial(players.switch, keeper, row.player)):
            self.action_back()

    async def action_new(self) -> None:
        """Somebody new, who plays."""
        if await self._change(lambda: players.add(self._session.keeper)):
            await self._show(self._session.keeper.player)

    async def action_rename(self) -> None:
        """Another name from the generator."""
        player = self._marked
        if player is not None and await self._do(lambda: players.rename(self._session.keeper, player)):
            self._changed = True
            await self._show(player.id)

    async def action_export(self) -> None:
        """A file with everything that was answered, where the game was started."""
        player = self._marked
        if player is None:
            return
        path = Path.cwd() / players.file_name(player)
        try:
            if await self._do(partial(players.write_export, self._session.keeper, player, path)):
                announce(self.app, wording.exported(player, str(path)))
        except FileExistsError:
            announce(self.app, wording.is_there(str(path)))
        except OSError as error:
            announce(self.app, wording.cant_be_written(str(path), error.strerror or str(error)))

    def action_delete(self) -> None:
        """Everything of a player, for good, once the name was typed."""
        if (player := self._marked) is not None:
            flow_choices.ask_before_deleting(self, self._session, player, self._delete)

    async def _delete(self, player: Player) -> None:
        if await self._change(partial(players.delete, self._session.keeper, player)):
            announce(self.app, wording.deleted(player))
            await self._show(self._session.keeper.player)

    def action_back(self) -> None:
        """To where it was opened."""
        flow.back_with(self, self._changed)


class BeforeDeleting(Page):
    """What is about to be deleted. Its result is whether the name was typed."""

    BINDINGS = [Binding("escape", "back", keys.BACK, priority=True)]

    def __init__(self, player: Player, folder: Path) -> None:
        super().__init__()
        self._player, self._folder = player, folder
        self._typed = TypedLine(placeholder=wording.TYPE_HERE, max_length=60, compact=True)

    def compose_page(self) -> ComposeResult:
        """What goes, and a line to type in."""
        yield Words(wording.FOR_GOOD, classes="title")
        with VerticalGroup(classes="ground"):
            yield Words(wording.before_deleting(self._player, str(self._folder)))
            yield Words("")
            yield Words(wording.type_to_delete(self._player))
            yield self._typed

    def on_mount(self) -> None:
        """The line is typed into at once."""
        self._typed.focus()

    def on_input_submitted(self) -> None:
        """The name, or something else."""
        typed = self._typed.value.strip()
        player = self._player
        named = is_named(player, typed) or (not player.name and typed.casefold() == wording.DELETE_WORD)
        if not named:
            announce(self.app, wording.NOTHING_DELETED)
        flow.back_with(self, named)

    def action_back(self) -> None:
        """Nothing is deleted."""
        flow.back_with(self, False)
