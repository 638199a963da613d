"""When was it? A date is typed, or dialled with the arrow keys."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from quizgame.banks.dates import DateError, Interval
from quizgame.game.kinds.typed_date import read_date
from quizgame.tui.parts.show import Words

LONGEST = 24
FIRST_YEAR = 1990
"""Where the dial starts if nothing has been typed."""


class YearInput(Input):
    """A line to type in; up and down turn the year, letters of the game's commands are only letters here."""

    BINDINGS = [
        Binding("enter", "done", "done", key_display="Enter"),
        Binding("up", "turn(1)", "a year later", key_display="↑↓"),
        Binding("down", "turn(-1)", "a year earlier", show=False),
        Binding("pageup", "turn(10)", "ten years later", show=False),
        Binding("pagedown", "turn(-10)", "ten years earlier", show=False),
        Binding("escape", "screen.dont_know", "don't know", key_display="Esc"),
        Binding("ctrl+l", "screen.leave", "leave", show=False),
    ]

    def action_done(self) -> None:
        """Enter."""
        self.post_message(self.Submitted(self, self.value))

    def action_turn(self, years: int) -> None:
        """Dial."""
        try:
            year = read_date(self.value).earliest.year + years
        except DateError:
            year = FIRST_YEAR
        self.value = str(max(1, min(9999, year)))
        self.cursor_position = len(self.value)


class DateBox(Vertical):
    """The line, and a sentence if what was typed is no date."""

    open: reactive[bool] = reactive(False, bindings=True)

    @dataclass
    class Dated(Message):
        """A date was given."""

        date: Interval

    def __init__(self) -> None:
        super().__init__(id="date-box")

    def compose(self) -> ComposeResult:
        """One line to type in."""
        with Horizontal():
            yield Words("Year", classes="name")
            yield YearInput(max_length=LONGEST, select_on_focus=False, compact=True)
        yield Words("A year is enough; a month makes it sharper: May 1994", id="date-hint", classes="quiet")

    def ask(self) -> None:
        """An empty line."""
        self.open = True
        line = self.query_one(YearInput)
        line.value = ""
        line.disabled = False
        line.focus()
        self.query_one("#date-hint", Words).say("A year is enough; a month makes it sharper: May 1994")

    def reveal(self) -> None:
        """No more typing."""
        self.open = False
        self.query_one(YearInput).disabled = True
        self.query_one("#date-hint", Words).say("")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter: a date, or a sentence."""
        message.stop()
        if not self.open:
            return
        try:
            date = read_date(message.value)
        except DateError as error:
            self.query_one("#date-hint", Words).say(f"{error.what[:1].upper()}{error.what[1:]}. {error.mend}.")
            return
        self.open = False
        self.post_message(self.Dated(date))
