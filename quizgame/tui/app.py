"""The app: shows the first screen, then reads banks and saves behind it."""

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual import constants, events, work
from textual.binding import Binding
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import Input

from quizgame.ending import CANT_BE_DONE, SIGNALLED
from quizgame.saves.chosen_before import theme_chosen_before
from quizgame.session.own_keys import pressed_for
from quizgame.session.wishes import Wishes
from quizgame.tui import flow
from quizgame.tui.crash import report
from quizgame.tui.parts.keys import name_of
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import TerminalSafe, announce
from quizgame.tui.private import TerminalApp
from quizgame.tui.screens.home import Home
from quizgame.tui.themes import ALL_THEMES, DARK, after, known
from quizgame.wording import door, keys
from quizgame.wording.first import theme_in_words

if TYPE_CHECKING:
    from quizgame.session.session import Session

TURNS_PAGES = ("help", "command_palette")
INTERRUPT = 2
"""The number of SIGINT."""

T = TypeVar("T")


def _driver() -> type[Driver] | None:
    """Our own terminal, where there are such terminals."""
    if os.name == "nt":
        return None
    from quizgame.tui.terminal import Terminal

    return Terminal


def _everything() -> type[Provider]:
    """What the list of commands offers: looked up when it is opened."""
    from quizgame.tui.everything import Everything

    return Everything


class QuizApp(TerminalApp):
    """The game on screens."""

    TITLE = "quizgame"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # Textual loads no styles for the screen at the bottom
    COMMANDS = {_everything}
    theme: Reactive[str] = Reactive(DARK.name)
    ALLOW_SELECT = (
        False  # no text of ours can be selected; Textual stumbles over a press of the mouse on what just went away
    )
    BINDINGS = [
        Binding("question_mark,f1", "help", keys.HELP),
        Binding("f2", "other_theme", keys.DARK_OR_LIGHT, show=False),
        Binding("ctrl+c", "interrupt", keys.STOP, show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", keys.SUSPEND, show=False, priority=True, system=True),
    ]

    def __init__(
        self,
        bank_folders: tuple[Path, ...],
        saves_folder: Path,
        wishes: Wishes,
        crash_log: Path,
    ) -> None:
        super().__init__(_driver())
        self._bank_folders, self._saves_folder, self._wishes = bank_folders, saves_folder, wishes
        self._crash_log = crash_log
        self._keeping = threading.Lock()
        self._terminal_safe = TerminalSafe()
        self.farewell: str | None = None
        """A sentence to print once the terminal is itself again."""
        self.session: Session | None = None
        self._opened: Session | None = None
        """The same, from when it is there: it must be closed even if nobody waits for it any more."""
        if (theme := known(theme_chosen_before(saves_folder))) is not DARK:
            self.set_reactive(QuizApp.theme, theme.name)  # nothing is painted yet that would have to change
            self.stylesheet.set_variables(self.get_css_variables())
            self.set_class(theme.dark, "-dark-mode", update=False)
            self.set_class(not theme.dark, "-light-mode", update=False)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Ours and Textual's: known from the start, so that styles are read once."""
        return ALL_THEMES

    async def on_event(self, event: events.Event) -> None:
        """Keys mean the same on every keyboard, unless text is typed; only the main button of a mouse does anything."""
        if isinstance(event, events.MouseDown | events.MouseUp) and event.button > 1 and not event.is_forwarded:
            return
        if isinstance(event, events.Key | events.MouseDown) and isinstance(self.screen, Page):
            self.screen.hush()
        if isinstance(event, events.Key) and not event.is_forwarded and not isinstance(self.focused, Input):
            from quizgame.tui.parts.keyboard import as_chosen, as_on_latin

            event = as_chosen(as_on_latin(event), self.own_keys)
        await super().on_event(event)

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's own, then ours over whatever they leave."""
        return [*super().get_line_filters(), self._terminal_safe]

    def get_default_screen(self) -> Screen[Any]:
        """Home lies at the bottom: pushing it over an empty screen would delay the first frame."""
        return Home()

    def on_mount(self) -> None:
        """Once the first screen stands, read in a thread what it will show."""
        self.call_after_refresh(self._read)

    @work(thread=True)
    def _read(self) -> None:
        from quizgame.saves.faults import SavesError
        from quizgame.session.choose import WishError
        from quizgame.session.session import open_session
        from quizgame.tui.screens import quiz  # noqa: F401 - so that the first question need not wait for it
        from quizgame.wording.saving import saves_error_in_words
        from quizgame.wording.wishes import wish_error_in_words

        try:
            self._opened = open_session(self._bank_folders, self._saves_folder, self._wishes)
        except WishError as error:  # what is foreseen; anything else is a fault
            self._tell(self.stop, wish_error_in_words(error))
        except SavesError as error:
            self._tell(self.stop, saves_error_in_words(error))
        else:
            self._tell(self._show_session, self._opened)

    def _tell(self, what: Callable[[T], None], about: T) -> None:
        with suppress(RuntimeError):  # the player has left in the meantime
            self.call_from_thread(what, about)

    def stop(self, sentence: str) -> None:
        """End, because something that is needed can't be had."""
        self.farewell = door.refusal(sentence)
        self.exit(return_code=CANT_BE_DONE)

    def _show_session(self, session: "Session") -> None:
        self.session = session
        self._do_as_chosen()
        home = self.screen_stack[0]
        if isinstance(home, Home):
            home.show_session(session, play=self._wishes.describe_a_round and self._wishes.class_name is None)
            if self._wishes.class_name is not None:
                from quizgame.tui.flow_class import open_class

                open_class(home, session, self._wishes.class_name or None, self._wishes.code, self.stop)

    def end(self, number: int) -> None:
        """Leave, because a signal says so. Everything is saved already."""
        self.exit(return_code=SIGNALLED + number)

    def on_unmount(self) -> None:
        """Write what could not be written before, and let go of the saves."""
        self.keep_all()

    def keep_all(self) -> None:
        """The same, from any thread: whoever comes first does it, alone."""
        if self._opened is None or not self._keeping.acquire(blocking=False):
            return
        from quizgame.wording.saving import some_not_saved

        if self._opened.close():
            self.farewell = door.refusal(some_not_saved(self._opened.keeper.trouble))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a window that is too small no page goes away and none comes: nobody could see it."""
        hidden = isinstance(self.screen, Page) and self.screen.too_small
        return super().check_action(action, parameters) and not (hidden and action in TURNS_PAGES)

    def action_help(self) -> None:
        """What the keys do here."""
        flow.open_help(self.screen)

    def action_command_palette(self) -> None:
        """All commands."""
        from quizgame.tui.palette import open_palette

        if self.use_command_palette:
            open_palette(self)

    def action_other_theme(self) -> None:
        """Dark, light, high contrast, or blue and orange; the choice is found again."""
        self.choose_theme(after(self.theme).name)

    def choose_theme(self, name: str) -> None:
        """These colors, now and at the next start."""
        self.theme = name
        announce(self, theme_in_words(name))
        if self.session is not None:
            self.session.choose_theme(name)

    def action_interrupt(self) -> None:
        """Ctrl+C: everything is saved already."""
        self.end(INTERRUPT)

    def get_key_display(self, binding: Binding) -> str:
        """What stands on the key."""
        return binding.key_display or name_of(pressed_for(self.own_keys, binding.key))

    @property
    def own_keys(self) -> Mapping[str, str]:
        """The keys that the player chose, where they mean something: for the usual one the chosen one."""
        session = self.session
        takes = session is not None and isinstance(self.screen, Page) and self.screen.TAKES_OWN_KEYS
        return session.chosen.keys if session is not None and takes else {}

    def simulate_key(self, key: str) -> None:
        """As if the key were pressed that means this."""
        super().simulate_key(pressed_for(self.own_keys, key))

    def on_settings_page_changed(self) -> None:
        """Something else was chosen."""
        self._do_as_chosen()

    def _do_as_chosen(self) -> None:
        from quizgame.session.options import may_move

        if self.session is not None:
            self.theme = known(self.session.choices.theme).name
            self.animation_level = constants.TEXTUAL_ANIMATIONS if may_move(self.session.chosen) else "none"

    def on_fault(self, error: BaseException | None) -> None:
        """Say one sentence and describe it in the crash log."""
        self.farewell = report(error, self._crash_log)
