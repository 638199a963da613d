"""Keys of one's own for a round: a line each; Enter, then the key that shall do it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key

from quizgame.session.own_keys import ROUND_KEYS, can_be_chosen, pressed_for, with_key
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.keys import name_of
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, announce, padded
from quizgame.wording import keys
from quizgame.wording import settings as told

NAME_WIDTH = 20


class KeyRow(Row):
    """What a key does, and which key it is."""

    BINDINGS = [Binding("enter", "choose", keys.OTHER_KEY)]

    def __init__(self, usual: str, session: Session) -> None:
        super().__init__(classes="setting")
        self.usual, self._session = usual, session
        self.waits = False
        """Whether the next key is the one that is chosen."""

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """The deed and the key."""
        key = name_of(pressed_for(self._session.chosen.keys, self.usual))
        return padded(told.key_does(self.usual), NAME_WIDTH), (told.PRESS_A_KEY if self.waits else key, "bold $accent")

    def wait(self, waits: bool) -> None:
        """Take the next key, or not."""
        self.waits = waits
        self.show()

    def on_blur(self) -> None:
        """Nothing is waited for elsewhere."""
        self.wait(False)

    def on_key(self, event: Key) -> None:
        """The key that is chosen; Esc leaves it as it was."""
        if self.waits:
            event.stop()
            event.prevent_default()
            self.wait(False)
            if event.key != "escape" and isinstance(self.screen, OwnKeysPage):
                self.screen.take(self, event.key)


class OwnKeysPage(Page):
    """All keys of a round that can be others."""

    CSS_PATH = "settings.tcss"
    BINDINGS = [Binding("r", "usual", keys.USUAL_KEYS), Binding("escape,q,o", "back", keys.BACK)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose_page(self) -> ComposeResult:
        """A row a key."""
        yield Words(told.KEYS_OF_A_ROUND, classes="title")
        yield Words(told.CHOOSE_A_KEY, classes="quiet", id="hint")
        with Vertical(classes="ground"):
            yield from (KeyRow(usual, self._session) for usual in ROUND_KEYS)

    def on_mount(self) -> None:
        """The first one."""
        self.query(KeyRow).first().focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Wait for a key."""
        if isinstance(message.row, KeyRow):
            message.row.wait(True)

    def take(self, row: KeyRow, key: str) -> None:
        """This key from now on."""
        if not can_be_chosen(key):
            announce(self.app, told.key_is_taken(name_of(key)))
            return
        self._keep(with_key(self._session.chosen.keys, row.usual, key))

    def action_usual(self) -> None:
        """The usual ones."""
        self._keep({})

    def _keep(self, chosen: dict[str, str]) -> None:
        if not self._session.choose(self._session.chosen.model_copy(update={"keys": chosen})):
            announce(self.app, told.NOT_KEPT)
        for row in self.query(KeyRow):
            row.show()

    def action_back(self) -> None:
        """To the page below."""
        flow.back(self)
