"""When was it? A date is typed, or dialled with the arrow keys."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.widgets import Input

from quizgame.banks.days import FIRST_YEAR as FIRST_OF_ALL
from quizgame.banks.days import LAST_YEAR, year_of
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.typed_date import TypedDateError, read_date
from quizgame.tui.parts.show import Words
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.tui.widgets.answering import Answered
from quizgame.wording import keys
from quizgame.wording.answers import not_an_answer
from quizgame.wording.dates import year_in_words
from quizgame.wording.screens import A_YEAR_IS_ENOUGH, A_YEAR_WITH_ITS_ERA, YEAR

LONGEST = 24
FIRST_YEAR = 1990
"""Where the dial starts if nothing has been typed, unless the pack begins long before."""
LONG_AGO = 1000


class YearInput(TypedLine):
    """A line to type in; up and down turn the year, letters of the game's commands are only letters here."""

    BINDINGS = [
        Binding("enter", "submit", keys.DONE),
        Binding("up", "turn(1)", keys.YEAR_LATER, key_display="↑↓"),
        Binding("down", "turn(-1)", keys.YEAR_EARLIER, show=False),
        Binding("pageup", "turn(10)", keys.TEN_YEARS_LATER, show=False),
        Binding("pagedown", "turn(-10)", keys.TEN_YEARS_EARLIER, show=False),
    ]
    first_year = FIRST_YEAR

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While nothing is typed, `x` and `q` are the game's: no month begins with them. `?` always is."""
        return super().check_consume_key(key, character) and not self._is_command(key)

    def on_key(self, event: Key) -> None:
        """A letter that is a command is not typed."""
        if self._is_command(event.key):
            event.prevent_default()

    def _is_command(self, key: str) -> bool:
        return key == "question_mark" or (not self.value and key in ("x", "q"))

    def action_turn(self, years: int) -> None:
        """Dial."""
        try:
            year = year_of(read_date(self.value).earliest) + years
        except TypedDateError:
            year = self.first_year if self.first_year < LONG_AGO else FIRST_YEAR
        year = max(FIRST_OF_ALL, min(LAST_YEAR, year))
        self.value = year_in_words(year, with_ad=year < LONG_AGO)
        self.cursor_position = len(self.value)


class DateBox(Vertical):
    """The line, and a sentence if what was typed is no date."""

    open = False

    def __init__(self) -> None:
        super().__init__(id="date-box")
        self._question: DateQuestion | None = None
        self._input = YearInput(max_length=LONGEST, select_on_focus=False, compact=True)
        self._hint = Words(id="date-hint", classes="quiet")

    def compose(self) -> ComposeResult:
        """One line to type in."""
        with Horizontal():
            yield Words(YEAR, classes="name")
            yield self._input
        yield self._hint

    def ask(self, question: DateQuestion) -> None:
        """An empty line."""
        self._question, self.open = question, True
        self._input.first_year = question.first_year
        self._input.value = ""
        self._input.disabled = False
        self._input.focus()
        self._say_how()

    def _say_how(self) -> None:
        is_old = self._question is not None and self._question.first_year < 1
        self._hint.say(A_YEAR_WITH_ITS_ERA if is_old else A_YEAR_IS_ENOUGH)

    def reveal(self) -> None:
        """No more typing."""
        self.open = False
        self._input.disabled = True
        self._hint.say("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """What was said of the last try is about that one only; and other keys work now."""
        message.stop()
        if self.open:
            self._say_how()
            self.refresh_bindings()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter: a date, or a sentence."""
        message.stop()
        if not self.open or self._question is None:
            return
        try:
            response = self._question.read(message.value)
        except TypedDateError as error:
            self._hint.say(not_an_answer(self._question, error))
            return
        self.open = False
        self.post_message(Answered(response))
