"""What can be chosen: each row shows what holds now, and changes it at once."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.message import Message

from quizgame.session.options import OFF, OPTIONS, Option
from quizgame.session.session import Session
from quizgame.session.voice import find_voice
from quizgame.tui import flow, flow_choices
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, announce, padded
from quizgame.wording import keys
from quizgame.wording import settings as told

NAME_WIDTH = 20


class OptionRow(Row):
    """A choice; left and right turn it."""

    BINDINGS = [
        Binding("enter,space", "choose", keys.CHANGE),
        Binding("left,h", "turn(-1)", keys.CHANGE_BACK, show=False),
        Binding("right,l", "turn(1)", keys.CHANGE, show=False),
    ]

    def __init__(self, option: Option, session: Session) -> None:
        super().__init__(id=f"set-{option.name}", classes="setting")
        self.option, self._session = option, session

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """The name, and what holds."""
        value = told.value_in_words(self.option.chosen(self._session))
        return padded(told.NAMES[self.option.name], NAME_WIDTH), ("‹ ", "$accent"), value, (" ›", "$accent")

    def action_turn(self, step: int) -> None:
        """To another value."""
        if isinstance(self.screen, SettingsPage):
            self.screen.change(self, step)


class KeysRow(Row):
    """The way to the keys of a round."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="set-keys", classes="setting")
        self._session = session

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """How many are others."""
        name = padded(told.KEYS_OF_A_ROUND, NAME_WIDTH)
        return name, "  ", told.keys_chosen(len(self._session.chosen.keys))


class SettingsPage(Page):
    """Each choice holds at once, and is found again."""

    CSS_PATH = "settings.tcss"
    BINDINGS = [Binding("escape,q,o", "back", keys.BACK)]

    class Changed(Message):
        """Something else was chosen, and it holds from now on."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, session: Session, marked: str = "") -> None:
        super().__init__()
        self._session, self._marked = session, marked
        self._about = Words(id="about", classes="quiet")

    def compose_page(self) -> ComposeResult:
        """A row a choice."""
        yield Words(told.SETTINGS, classes="title")
        with Vertical(classes="ground"):
            yield from (OptionRow(option, self._session) for option in OPTIONS)
            yield KeysRow(self._session)
            yield self._about

    def on_mount(self) -> None:
        """The marked choice, or the first one."""
        self.query_one(f"#set-{self._marked or OPTIONS[0].name}").focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Below, what the marked choice is for."""
        super().on_descendant_focus(event)
        row = event.widget
        self._about.say(told.about(row.option.name) if isinstance(row, OptionRow) else told.KEYS_ABOUT)

    def on_screen_resume(self) -> None:
        """Back from the keys."""
        super().on_screen_resume()
        self.query_one(KeysRow).show()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Turn a choice, or go to the keys."""
        if isinstance(message.row, OptionRow):
            self.change(message.row, 1)
        else:
            flow_choices.choose_keys(self, self._session)

    def change(self, row: OptionRow, step: int) -> None:
        """Choose another value, keep it, and do as it says."""
        option = row.option
        if option.name == "aloud" and option.chosen(self._session) == OFF:
            if find_voice(self._session.pack.about.language) is None:
                announce(self.app, told.NO_VOICE)
                return
            announce(self.app, told.SPOKEN)
        if not option.choose(self._session, option.after(self._session, step)):
            announce(self.app, told.NOT_KEPT)
        row.show()
        self.post_message(self.Changed(option.name))

    def action_back(self) -> None:
        """To the page below."""
        flow.back_with(self, None)
