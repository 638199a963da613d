"""What all screens share: a column of text in the middle, keys at the bottom, and a sentence when there is no room."""

from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.events import DescendantFocus, Resize, ScreenResume
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from quizgame.tui import flow
from quizgame.tui.parts.held_key import HeldKey
from quizgame.tui.parts.key_line import KeyLine
from quizgame.tui.parts.show import Stack, Words
from quizgame.wording import keys
from quizgame.wording.first import window_too_small

OF_PAGES = Path(__file__).parent.with_name("pages.tcss")
"""The styles of what the first picture has not; home reads them with its own."""
LEAST_WIDTH, LEAST_HEIGHT = 60, 20
HIGH = 44
"""The lines of a window in which what is short stands lower than at the top."""


def page_of(widget: Widget) -> "Page | None":
    """The page that a widget is on; None if on another screen, or gone: messages may come later still."""
    screen = widget.screen if widget.is_attached else None
    return screen if isinstance(screen, Page) else None


class Page(Screen[Any]):
    """A screen of the game. Subclasses compose their own part in `compose_page`."""

    HORIZONTAL_BREAKPOINTS = [(LEAST_WIDTH, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(LEAST_HEIGHT, "-short"), (23, "-medium"), (28, "-tall")]
    AUTO_FOCUS = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What had the focus and what has it draw themselves; Textual's own would paint all of the screen as well."""
    TAKES_OWN_KEYS = False
    """Whether the keys that a player chose for rounds mean something here."""
    BINDINGS = [
        Binding("pageup", "page(-1)", keys.PAGE_UP, show=False),
        Binding("pagedown", "page(1)", keys.PAGE_DOWN, show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._held = HeldKey()
        self._last_focus: Widget | None = None
        self._was_too_small = self._was_shown = False
        self.page = VerticalScroll(id="page", can_focus=False)
        """What scrolls: there from the start, as keys may come before the page is composed."""
        self._too_small = Words(id="too-small")
        """Mounted when there is a window for it: most people never see one."""
        self.css_path = [OF_PAGES, *self.css_path]

    def compose(self) -> ComposeResult:
        """The page and the keys."""
        self.update_classes(self._classes_of(self.app.size), update=False)  # now, or all would be styled twice
        yield from self.compose_head()
        with self.page, Stack(id="column"):
            yield from self.compose_page()
        yield KeyLine()

    def compose_head(self) -> ComposeResult:
        """What stands above the page and does not scroll."""
        yield from ()

    def compose_page(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def _classes_of(self, size: Size) -> dict[str, bool]:
        """Which classes the screen has in a window of this size; breakpoints are set by Textual too, but late."""
        tiny = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        chosen = {"-high": size.height >= HIGH, "-tiny": tiny}
        for cells, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            name = max((one for one in breakpoints if one[0] <= cells), default=(0, ""))[1]
            chosen |= {one: one == name for _, one in breakpoints}
        return chosen

    @on(ScreenResume)
    def _is_styled(self, event: ScreenResume) -> None:
        """What was mounted just now has its styles; Textual would find them once more."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    @property
    def too_small(self) -> bool:
        """Whether the window has no room for the game: then keys do nothing, and nothing is lost."""
        return self.size.width < LEAST_WIDTH or self.size.height < LEAST_HEIGHT

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """No key does anything in a window in which nobody can read what it does."""
        return not self.too_small

    def on_resize(self, event: Resize) -> None:
        """Say what size is needed, and see whether keys work now."""
        width, height = event.size
        self.update_classes(self._classes_of(event.size), animate=False)
        self._too_small.display = self.too_small
        if self.too_small:
            self._too_small.say(window_too_small(width, height, LEAST_WIDTH, LEAST_HEIGHT))
            if self._too_small.parent is None:
                self.mount(self._too_small)
        self.refresh_bindings()
        if self._was_too_small and not self.too_small:
            self.call_after_refresh(self._focus_again)
        self._was_too_small = self.too_small

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember where the focus is."""
        self._last_focus = event.widget

    def _focus_again(self) -> None:
        """What a window that is too small hides loses the focus, and with it its keys: give it back."""
        chain = self.focus_chain
        if chain and self.focused is None:
            self.set_focus(self._last_focus if self._last_focus in chain else chain[0])

    def hush(self) -> None:
        """A key was pressed or the mouse: whatever is read aloud here is read no more."""

    def action_page(self, step: int) -> None:
        """Most of a page up or down, so that long texts can be read by keys alone."""
        self.page.scroll_relative(y=step * max(1, self.page.size.height - 2), animate=False)

    def action_back(self) -> None:
        """To the page below."""
        flow.back(self)

    def on_screen_resume(self) -> None:
        """An Enter that is still down was meant for the screen before this one."""
        self.settle()

    def show_lines(self, widget: Widget, first: int, count: int, *, from_top: bool = False) -> None:
        """Scroll as little as needed to have these lines of a widget in view, as many of them as fit; `from_top` with
        all that stands above them, if there is room for it.
        """
        top = widget.virtual_region.y + first
        for parent in widget.ancestors:
            if not isinstance(parent, Widget) or parent is self.page:
                break
            top += parent.virtual_region.y + parent.gutter.top
        if from_top and top + count <= self.page.size.height:
            top, count = 0, top + count
        self.page.scroll_to_region(Region(0, top, 1, count), animate=False)

    def settle(self) -> None:
        """Leave what is new on the screen for a moment, whatever is pressed."""
        self._held.something_new()

    def is_a_new_press(self) -> bool:
        """Whether an Enter means what is on the screen now."""
        return flow.is_on_top(self) and self._held.is_a_new_press()
