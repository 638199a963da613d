"""Questions from a file: its name is typed or dropped, Enter looks at it, Enter once more keeps it."""

import asyncio

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from quizgame.session.bringing import firsts, keep_and_play, look_at
from quizgame.session.cant import CantExchangeError
from quizgame.session.exchanging import CameIn
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.show import Words, announce
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.wording import bringing as told
from quizgame.wording import exchange, keys

LONGEST = 4096
FIRST_SHOWN = 5
LOOKING = "looking"


class FileInput(TypedLine):
    """A line to type or drop a file into."""

    BINDINGS = [
        Binding("enter", "submit", keys.LOOK_AT_FILE),
        Binding("up", "screen.scroll(-1)", keys.SCROLL, show=False),
        Binding("down", "screen.scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("escape", "screen.back", keys.BACK),
    ]


class Bring(Page):
    """Its result is whether there is another pack to play now."""

    CSS_PATH = "bring.tcss"
    BINDINGS = [Binding("escape", "back", keys.BACK, show=False)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.line = FileInput(max_length=LONGEST, select_on_focus=False, compact=True)
        self._said, self._rest = Words(told.HINT, id="said"), Paragraphs([])
        self._seen: CameIn | None = None
        """What the file that stands in the line would bring."""
        self._busy = False

    def compose_page(self) -> ComposeResult:
        """The line, and below it what is in the file."""
        yield Words(told.TITLE, classes="title")
        yield Words(told.ABOUT, id="about", classes="quiet")
        with Vertical(classes="ground"):
            with Horizontal(id="file"):
                yield Words(told.FILE, classes="name")
                yield self.line
            yield self._said
        yield self._rest

    def on_mount(self) -> None:
        """Type at once."""
        self.line.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """What was said is about another file."""
        message.stop()
        if self._busy:
            return
        self._seen = None
        self._tell(told.HINT)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter looks at the file; once more, and what was seen is kept."""
        message.stop()
        if self._busy:
            return
        if self._seen is not None and self._seen.folder is not None:
            if self.is_a_new_press():
                self.run_worker(self._keep(self._seen), group=LOOKING)
        elif message.value.strip():
            self.run_worker(self._look(message.value), group=LOOKING)
        else:
            self._tell(told.NO_NAME)

    async def _look(self, typed: str) -> None:
        self._busy, self.line.disabled = True, True
        self._tell(told.READING)
        try:
            self._seen = await asyncio.to_thread(look_at, typed, self._session)
        except CantExchangeError as error:
            self._tell(exchange.cant(error))
        else:
            self._show(self._seen)
        finally:
            self._busy, self.line.disabled = False, False
            self.line.focus()
            self.settle()  # an Enter that is still down did not see what would be kept

    def _show(self, seen: CameIn) -> None:
        said = "\n".join(told.what_came(seen))
        rows = [Paragraph(((told.keep_it(seen), "bold $accent"),), apart=True, indented=False)] if seen.folder else []
        found = firsts(seen, FIRST_SHOWN) if seen.folder else []
        if found:
            rows.append(Paragraph(((told.FIRST_ONES, "$quiet"),), apart=True, indented=False))
        for one in found:
            front, back = told.first_in_words(one)
            rows.append(Paragraph((f"{front}  ", (back, "$quiet"))))
        for place, line in enumerate(told.left_out(seen)):
            rows.append(
                Paragraph(((line, "$warning" if not place else "$quiet"),), apart=not place, indented=bool(place))
            )
        self._tell(said, rows)

    def _tell(self, said: str, rows: list[Paragraph] | None = None) -> None:
        self._said.say(said)
        self._rest.tell(rows or [])

    async def _keep(self, seen: CameIn) -> None:
        self._busy, self.line.disabled = True, True
        try:
            pack = await asyncio.to_thread(keep_and_play, self._session, seen)
        except CantExchangeError as error:
            self._seen = None
            self._tell(exchange.cant(error))
        else:
            announce(self.app, told.kept(pack.title) if pack else told.PACK_HAS_PROBLEMS)
            flow.back_with(self, True)
        finally:
            self._busy, self.line.disabled = False, False
            if flow.is_on_top(self):
                self.line.focus()

    def action_scroll(self, step: int) -> None:
        """A line up or down: the line that is typed in keeps the focus."""
        self.page.scroll_relative(y=step, animate=False)

    def action_back(self) -> None:
        """Nothing is kept."""
        if not self._busy:
            flow.back_with(self, False)
