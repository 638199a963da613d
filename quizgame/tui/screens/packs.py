"""Which pack is played."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from quizgame.session.clock import now
from quizgame.session.needs import Need, by_need
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.wording import keys
from quizgame.wording.packs import ALL_PACKS, EACH_FOR_ITSELF, PACKS, begins_with, pack_in_need


class PackRow(Row):
    """A pack that can be played."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]

    def __init__(self, need: Need, *, plays: bool) -> None:
        pack = need.pack
        super().__init__((pack.title, "bold"), (f"  {pack_in_need(pack, need.due, plays=plays)}", "$quiet"))
        self.pack = pack


class AllRow(Row):
    """All of them, the neediest first."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY)]

    def __init__(self, first: Need) -> None:
        super().__init__((ALL_PACKS, "bold"), (f"  {begins_with(first.pack, first.due)}", "$quiet"))
        self.pack = first.pack


class Packs(Page):
    """All packs. Its result is the one that was chosen and whether it is played at once, or None."""

    BINDINGS = [Binding("escape,q,b", "back", keys.BACK)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose_page(self) -> ComposeResult:
        """A line a pack."""
        session = self._session
        needs = {need.pack.id: need for need in by_need(session.packs, session.keeper, now())}
        yield Words(PACKS, classes="title")
        with Vertical(classes="ground"):
            for pack in session.packs:
                yield PackRow(needs[pack.id], plays=pack.id == session.pack.id)
        with Vertical(classes="ground"):
            yield Words(EACH_FOR_ITSELF, classes="heading")
            yield AllRow(next(iter(needs.values())))

    def on_mount(self) -> None:
        """The one that is played now."""
        for row in self.query(PackRow):
            if row.pack.id == self._session.pack.id:
                row.focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Play this one from now on."""
        if isinstance(message.row, PackRow | AllRow):
            flow.back_with(self, (message.row.pack, isinstance(message.row, AllRow)))

    def action_back(self) -> None:
        """No other pack."""
        flow.back_with(self, None)
