"""Each question of a round of a class: how many knew it, what was chosen, and what that tells of the question."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.play.class_round import ClassRound
from quizgame.learning.telling_apart import telling_apart
from quizgame.session.classroom import Classroom
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.show import Words
from quizgame.wording import class_screens as told
from quizgame.wording import keys
from quizgame.wording.class_report import item_lines


class Items(Page):
    """A page to scroll."""

    BINDINGS = [
        Binding("escape,q,enter", "back", keys.BACK),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("pagedown,space", "page(1)", keys.PAGE_DOWN, show=False),
    ]

    def __init__(self, classroom: Classroom, play: ClassRound) -> None:
        super().__init__()
        self._classroom, self._round = classroom, play

    def compose_page(self) -> ComposeResult:
        """A paragraph a line, a line free before each question."""
        yield Words(told.ITEMS, classes="title")
        yield Paragraphs(list(self._paragraphs()), id="items")

    def _paragraphs(self) -> Iterator[Paragraph]:
        figures = self._classroom.figures(self._round.started.round)
        apart = telling_apart(figures.answers)
        for name, item in figures.items.items():
            for at, line in enumerate(item_lines(self._classroom.pack, item, apart.get(name))):
                yield Paragraph(((line, "bold" if at == 0 else ""),), apart=at == 0, indented=at > 0)

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)
