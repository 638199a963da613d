"""A flashcard: its back comes up when it is turned, and with it the four grades, each with when it would come again."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from quizgame.game.events import Rating
from quizgame.game.kinds.card import CardQuestion, Rated
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Item
from quizgame.tui.parts.show import Words, padded
from quizgame.tui.widgets.answering import Answered
from quizgame.wording.cards import GRADE, GRADE_N, GRADES, HOW_WELL, TURN, TURN_HINT, back_of, comes_again

Intervals = Callable[[str], tuple[int, int, int, int]]
"""For a fact, after how many days each grade would bring it again."""
RATINGS: tuple[Rating, ...] = (1, 2, 3, 4)
GRADE_WIDTH = 10


class Grade(Item):
    """One grade: its key, its word, when the card would come again."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self.rating = rating

    def say(self, days: int) -> None:
        """Show when the card would come again."""
        grade = padded(GRADES[self.rating - 1], GRADE_WIDTH)
        self.set_parts((f"{self.rating}  ", "bold $accent"), grade, (comes_again(days), "$quiet"))

    def on_click(self, event: Click) -> None:
        """A click grades."""
        event.stop()
        self.post_message(CardBox.Clicked(self.rating))


class CardBox(Vertical, can_focus=True):
    """The card; `open` while it waits for a grade, `turned` once its back is up."""

    BINDINGS = [
        Binding("space,enter", "turn", TURN),
        Binding("1", "rate(1)", GRADE),
        *(Binding(str(rating), f"rate({rating})", GRADE_N[rating - 1], show=False) for rating in RATINGS[1:]),
    ]
    ALLOW_SELECT = False

    open = False
    turned: reactive[bool] = reactive(False, bindings=True)

    class Clicked(Message):
        """A grade was clicked."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self, intervals: Intervals) -> None:
        super().__init__(id="card")
        self._intervals = intervals
        self._card: CardQuestion | None = None
        self._hint, self._back = Words(TURN_HINT, classes="quiet"), Words(id="card-back")
        self._reason, self._how = Words(id="card-reason"), Words(HOW_WELL, classes="quiet", id="card-how")
        self._grades = tuple(Grade(rating) for rating in RATINGS)

    def compose(self) -> ComposeResult:
        """The hint while the front is up; else the back, the reason, the grades."""
        yield from (self._hint, self._back, self._reason, self._how)
        yield from self._grades

    def ask(self, card: CardQuestion) -> None:
        """Lay a card down with its front up."""
        self._card, self.turned, self.open = card, False, True
        self._show()

    def reveal(self, card: CardQuestion) -> None:
        """Show a card that was graded."""
        self._card, self.turned, self.open = card, True, False
        self._show()

    def _show(self) -> None:
        if self._card is None:
            return
        self._hint.display = not self.turned
        self._back.say((back_of(self._card), "bold $success"))
        self._reason.say(self._card.explanation)
        self._back.display = self.turned
        self._reason.display = self.turned and bool(self._card.explanation)
        self._how.display = self.turned and self.open
        days = self._intervals(self._card.fact)
        for grade in self._grades:
            grade.display = self.turned and self.open
            if grade.display:
                grade.say(days[grade.rating - 1])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A card is turned first, then graded."""
        if action == "turn":
            return self.open and not self.turned
        return self.open and self.turned if action == "rate" else True

    def action_turn(self) -> None:
        """The back comes up, unless the key has been down since the card before."""
        if isinstance(self.screen, Page) and not self.screen.is_a_new_press():
            return
        self.turned = True
        self._show()
        if isinstance(self.screen, Page):
            self.screen.settle()

    def action_rate(self, rating: Rating) -> None:
        """Say how well it was known."""
        self.open = False
        self.post_message(Answered(Rated(rating)))

    def on_click(self, event: Click) -> None:
        """A click turns the card."""
        event.stop()
        if self.open and not self.turned:
            self.action_turn()

    def on_card_box_clicked(self, message: Clicked) -> None:
        """A click on a grade."""
        message.stop()
        if self.open and self.turned:
            self.action_rate(message.rating)
