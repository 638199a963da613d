"""Why banks were left out."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.banks.files.problems import Problem
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words


class Problems(Page):
    """A list to take to whoever wrote the bank."""

    BINDINGS = [Binding("escape,enter,q", "app.pop_screen", "back", key_display="Enter")]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def compose_page(self) -> ComposeResult:
        """A paragraph a problem."""
        yield Words("Banks that were left out", classes="title")
        yield Words("Everything else plays. `quizgame check` prints this list too.", classes="quiet")
        for problem in self._problems:
            yield Words("")
            yield Words(str(problem))
