"""The app: shows the first screen, then reads banks and saves behind it."""

import asyncio
import gc
import signal
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.binding import Binding
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from quizgame.session.wishes import Wishes
from quizgame.tui.parts.commands import KeyCommands
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import TerminalSafe
from quizgame.tui.screens.home import Home
from quizgame.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from quizgame.session.session import Session

TURNS_PAGES = ("pop_screen", "help", "command_palette")
INTERRUPTED = 130
CANT_BE_DONE = 2


class QuizApp(App[None]):
    """The game on screens."""

    TITLE = "quizgame"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # Textual loads no styles for the screen at the bottom
    COMMANDS = {KeyCommands}
    COMMAND_PALETTE_DISPLAY = "ctrl+p"
    BINDINGS = [
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("f2", "other_theme", "dark or light", show=False),
        Binding("ctrl+c", "interrupt", "stop", show=False, priority=True, system=True),
    ]

    def __init__(self, bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, crash_log: Path) -> None:
        super().__init__()
        self._bank_folders, self._saves_folder, self._wishes = bank_folders, saves_folder, wishes
        self._crash_log = crash_log
        self._terminal_safe = TerminalSafe()
        self.farewell: str | None = None
        """A sentence to print once the terminal is itself again."""
        self.session: Session | None = None
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's own, then ours over whatever they leave."""
        return [*super().get_line_filters(), self._terminal_safe]

    def get_default_screen(self) -> Screen[None]:
        """Home lies at the bottom: pushing it over an empty screen would delay the first frame."""
        return Home()

    def on_mount(self) -> None:
        """Once the first screen stands, read in a thread what it will show."""
        self._end_well_on_signals()
        self.call_after_refresh(self._read)

    def _end_well_on_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self.exit, None, 128 + number)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # Windows, or not the main thread: the system ends the program by itself

    @work(thread=True)
    def _read(self) -> None:
        if not gc.isenabled():  # see `run`
            gc.freeze()
            gc.enable()
        from quizgame.saves.faults import SavesError
        from quizgame.session.choose import WishError
        from quizgame.session.session import lay
        from quizgame.tui.screens import quiz  # noqa: F401 - so that the first question need not wait for it
        from quizgame.wording.saving import saves_error_in_words

        try:
            session = lay(self._bank_folders, self._saves_folder, self._wishes)
        except (WishError, SavesError) as error:
            said = saves_error_in_words(error) if isinstance(error, SavesError) else str(error)
            self.call_from_thread(self.stop, said)
        else:
            self.call_from_thread(self._laid, session)

    def stop(self, sentence: str) -> None:
        """End, because something that is needed can't be had."""
        self.farewell = f"quizgame: {sentence}"
        self.exit(return_code=CANT_BE_DONE)

    def _laid(self, session: "Session") -> None:
        self.session = session
        home = self.screen_stack[0]
        if isinstance(home, Home):
            home.show_session(session, play=self._wishes.describe_a_round)

    def on_unmount(self) -> None:
        """Write what could not be written before, and let go of the saves."""
        if self.session is not None:
            from quizgame.session.session import now

            self.session.keeper.close(now())
            if self.session.keeper.unsaved and self.session.keeper.trouble:
                from quizgame.wording.saving import trouble_in_words

                trouble = trouble_in_words(self.session.keeper.trouble)
                self.farewell = f"quizgame: some answers could not be saved: {trouble}."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a window that is too small no page goes away and none comes: nobody could see it."""
        hidden = isinstance(self.screen, Page) and self.screen.too_small
        return super().check_action(action, parameters) and not (hidden and action in TURNS_PAGES)

    def action_help(self) -> None:
        """What the keys do here."""
        from quizgame.tui.screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen))

    def action_other_theme(self) -> None:
        """Dark, or light."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_interrupt(self) -> None:
        """Ctrl+C: everything is saved already."""
        self.exit(return_code=INTERRUPTED)

    def _fatal_error(self) -> None:
        """Textual prints the values of variables, so a child's answers too; this names only places in the code."""
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error  # it came from a thread
        frames = traceback.extract_tb(error.__traceback__ if error else None)
        lines = [f"{type(error).__name__}", *(f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames)]
        try:
            self._crash_log.parent.mkdir(parents=True, exist_ok=True)
            self._crash_log.write_text("\n".join(lines) + "\n", encoding="utf-8")
            where = f" What happened is described in {self._crash_log}."
        except OSError:
            where = ""
        self.farewell = f"quizgame: something went wrong, and the game had to stop. Your answers are safe.{where}"
        self._close_messages_no_wait()
