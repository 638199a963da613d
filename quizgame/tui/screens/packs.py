"""Which pack is played."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.banks.pack import Pack
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.wording import keys
from quizgame.wording.screens import PACKS, pack_in_short


class PackRow(Row):
    """A pack that can be played."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]

    def __init__(self, pack: Pack) -> None:
        super().__init__((pack.title, "bold"), (f"  {pack_in_short(pack)}", "$quiet"))
        self.pack = pack


class Packs(Page):
    """All packs. Its result is the one that was chosen, or None."""

    BINDINGS = [Binding("escape,q,p", "back", keys.BACK)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose_page(self) -> ComposeResult:
        """A line a pack."""
        yield Words(PACKS, classes="title")
        for pack in self._session.packs:
            yield PackRow(pack)

    def on_mount(self) -> None:
        """The one that is played now."""
        for row in self.query(PackRow):
            if row.pack.id == self._session.pack.id:
                row.focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Play this one from now on."""
        if isinstance(message.row, PackRow):
            flow.back_with(self, message.row.pack)

    def action_back(self) -> None:
        """No other pack."""
        flow.back_with(self, None)
