"""The question on the screen, whatever its kind: one widget for each kind, of which one is shown."""

from collections.abc import Callable, Sequence
from typing import assert_never

from textual.widget import Widget

from quizgame.game.kinds.any import Question, Verdict
from quizgame.game.kinds.card import CardQuestion
from quizgame.game.kinds.choice import ChoiceQuestion, ChoiceVerdict
from quizgame.game.kinds.dating import DateQuestion
from quizgame.game.kinds.gap import GapQuestion, GapVerdict
from quizgame.game.kinds.ordering import OrderingQuestion, OrderingVerdict
from quizgame.game.kinds.shared import Event
from quizgame.tui.widgets.card import CardBox, Intervals
from quizgame.tui.widgets.choices import Choices
from quizgame.tui.widgets.date_box import DateBox
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.tui.widgets.ordering import Ordering
from quizgame.tui.widgets.ruler import Ruler
from quizgame.wording.feedback import Feedback


class AnyQuestion:
    """Asks, and shows what became of the answer."""

    def __init__(self, intervals: Intervals, choices: Choices | None = None) -> None:
        """`choices` shows the options in another way than the usual one."""
        self._choices, self._ordering, self._ruler = choices or Choices(), Ordering(), Ruler()
        self._date_box, self._line, self._card = DateBox(), GrowingLine(), CardBox(intervals)
        self.widgets = self._choices, self._ordering, self._ruler, self._date_box, self._line, self._card
        """All of them; none is shown before the first question."""
        self._show_only()

    def _show_only(self, *shown: Widget) -> None:
        for widget in self.widgets:
            widget.display = widget in shown

    def tell_of_gaps(self, told: Callable[[int], object]) -> None:
        """Tell at which gap of a line the card is held, each time it is another one."""
        self._line.told = told

    def ask(self, question: Question) -> None:
        """Show a question, wait for its answer, and have the keys that answer it."""
        match question:
            case ChoiceQuestion():
                self._show_only(self._choices)
                self._choices.ask(question.shown)
                self._choices.focus()
            case OrderingQuestion():
                self._show_only(self._ordering)
                self._ordering.ask(question.shown)
                self._ordering.focus()
            case DateQuestion():
                self._show_only(self._date_box)
                self._date_box.ask(question)
            case GapQuestion():
                self._show_only(self._line)
                self._line.ask(question.line, question.card.label)
                self._line.focus()
            case CardQuestion():
                self._show_only(self._card)
                self._card.ask(question)
                self._card.focus()
            case _:
                assert_never(question)

    def reveal(self, question: Question, verdict: Verdict, said: Feedback) -> str:
        """Show what became of the answer; a round that is gone on with may begin here. Returns the right answer where
        this does not show it.
        """
        match question:
            case ChoiceQuestion():
                self._show_only(self._choices)
                if isinstance(verdict, ChoiceVerdict):
                    self._choices.reveal(question.shown, verdict.key, verdict.chosen)
                return ""
            case OrderingQuestion():
                if isinstance(verdict, OrderingVerdict):
                    self._show_only(self._ordering, self._ruler)
                    places = verdict.placed or ()
                    self._ordering.reveal(said.placed, [places.index(event) for event in verdict.true_order if places])
                    self._measure(question, verdict)
                return ""
            case DateQuestion():
                self._show_only(self._date_box)
                self._date_box.reveal()
                self._date_box.screen.set_focus(None)
                return said.answer
            case GapQuestion():
                self._show_only(self._line)
                if isinstance(verdict, GapVerdict):
                    line = (*question.line[: verdict.went_to], question.card, *question.line[verdict.went_to :])
                    self._line.reveal(line, verdict.went_to, said.sign)
                return said.answer
            case CardQuestion():
                self._show_only(self._card)
                self._card.reveal(question)
                return ""
        assert_never(question)

    def _measure(self, question: OrderingQuestion, verdict: OrderingVerdict) -> None:
        number = {event: place for place, event in enumerate(verdict.true_order)}
        dates = [question.events[event].date for event in verdict.true_order]
        same = verdict.placed is None or verdict.placed == verdict.true_order
        self._ruler.measure(dates, None if same else [number[event] for event in verdict.placed or ()])

    def fit(self) -> None:
        """The window has another height: rows may have more or less air between them at the same width."""
        for widget in (self._choices, self._ordering):
            if widget.display:
                widget.draw_again()
                widget.on_resize()

    def show_line(self, line: Sequence[Event]) -> None:
        """Show a line of time that is over."""
        self._show_only(self._line)
        self._line.reveal(line, None, "")
