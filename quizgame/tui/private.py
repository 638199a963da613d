"""Every private name of Textual that the game uses, in one place, each with the version it was last seen in.

There is no public way to any of these. `tests/tui/test_private.py` names the version when one of them has moved.
The terminal's own are used in `terminal.py`, which can't be imported on Windows, and one in `palette.py`, which the
first picture need not wait for.
"""

from collections.abc import Mapping

from textual.app import App
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.worker import WorkerFailed

__all__ = ["NAMES", "TerminalApp"]

NAMES: Mapping[str, str] = {
    "textual.app:App._fatal_error": "8.2.8",
    "textual.app:App._handle_exception": "8.2.8",
    "textual.app:App._close_messages_no_wait": "8.2.8",
    "textual.app:App()._exception": "8.2.8",
    "textual.app:App()._driver": "8.2.8",
    "textual.app:App()._return_code": "8.2.8",
    "textual.app:App()._disable_tooltips": "8.2.8",
    "textual.command:CommandPalette._action_command_list": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._sigtstp_application": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._sigcont_application": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._run_input_thread": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._patch_lflag": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._patch_iflag": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._enable_mouse_support": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._enable_mouse_pixels": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._enable_bracketed_paste": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._enable_in_band_window_resize": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver._disable_line_wrap": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver()._file": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver()._loop": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver()._writer_thread": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver()._key_thread": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver()._in_band_window_resize": "8.2.8",
    "textual.drivers.linux_driver:LinuxDriver()._mouse_pixels": "8.2.8",
}
"""`module:Class.name`, or `module:Class().name` for what an object has once it is made."""


class TerminalApp(App[None]):
    """An app that says itself what happens after a fault, and in which the list of commands can be trusted."""

    is_leaving = False
    """Whether the app was told to end."""

    def __init__(self, driver_class: type[Driver] | None) -> None:
        super().__init__(driver_class=driver_class)
        self._disable_tooltips = True  # there are none, and each screen would have a widget for them

    def exit(self, result: None = None, return_code: int = 0, message: object = None) -> None:  # noqa: ARG002 - markup
        """End. What is to be said then is not Textual's to say."""
        self.is_leaving = True
        super().exit(result, return_code)

    def _handle_exception(self, error: Exception) -> None:
        """A screen that was just coming when the app ended is told of its mounting, but gets nothing inside it."""
        if not (self.is_leaving and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def on_fault(self, error: BaseException | None) -> None:
        """Something in the program is wrong, and it ends now."""

    def panic(self, *_: object) -> None:
        """Textual would print what is handed over: faults with a rendering of their own, values of variables too."""
        self._return_code = 1
        self._fatal_error()

    def _fatal_error(self) -> None:
        error: BaseException | None = self._exception
        self.on_fault(error.error if isinstance(error, WorkerFailed) else error)  # that one came from a thread
        self._close_messages_no_wait()

    def action_suspend_process(self) -> None:
        """Go behind the shell, until `fg`."""
        step_aside = getattr(self._driver, "step_aside", None)  # a test has another driver
        if step_aside is not None:
            step_aside()

    def give_terminal_back(self) -> None:
        """At once and in any thread, if it was not given back in good order."""
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back()
