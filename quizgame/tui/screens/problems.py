"""Why banks, or parts of them, were left out."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.banks.files.problems import Problem
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.show import Words
from quizgame.wording import keys
from quizgame.wording.screens import BANKS_LEFT_OUT, CHECK_PRINTS


class Problems(Page):
    """A list to take to whoever wrote the bank."""

    BINDINGS = [Binding("escape,enter,q", "back", keys.BACK)]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def compose_page(self) -> ComposeResult:
        """A paragraph a problem."""
        yield Words(BANKS_LEFT_OUT, classes="title")
        yield Words(CHECK_PRINTS, classes="quiet")
        yield Words("")
        yield Paragraphs([Paragraph((str(problem),), apart=True, indented=False) for problem in self._problems])
