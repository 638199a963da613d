"""Each question of a round of a class: how many knew it, what was chosen, and what that tells of the question."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.events import Started
from quizgame.game.play.votes import LETTERS
from quizgame.learning.class_figures import Item
from quizgame.learning.telling_apart import TellingApart, telling_apart
from quizgame.paper.report import report_of
from quizgame.session.classroom import Classroom
from quizgame.tui import flow_class
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.paragraphs import Paragraph, Paragraphs
from quizgame.tui.parts.show import Words, bar
from quizgame.tui.widgets.report_line import ReportLine
from quizgame.wording import class_over as told
from quizgame.wording import keys
from quizgame.wording.class_report import more_of_item, numbered_item, right_line

BAR_WIDTH, OPTION_BAR_WIDTH = 12, 8


class Items(Page):
    """A page to scroll; of a round that was played, or of one that was typed in from paper."""

    CSS_PATH = "class_over.tcss"
    BINDINGS = [
        Binding("escape,q,enter,i", "back", keys.BACK),
        Binding("t", "teach", keys.TEACH_AGAIN),
        Binding("r", "report", keys.SAVE_REPORT),
        Binding("up,k", "scroll(-1)", keys.SCROLL, key_display="↑↓"),
        Binding("down,j", "scroll(1)", keys.SCROLL_DOWN, show=False),
        Binding("pagedown,space", "page(1)", keys.PAGE_DOWN, show=False),
    ]

    def __init__(self, classroom: Classroom, started: Started) -> None:
        super().__init__()
        self._classroom, self._started = classroom, started
        self._told = report_of(classroom, started)
        self._report = ReportLine(classroom, started)

    def compose_head(self) -> ComposeResult:
        """Where a report is saved, in view wherever the page is."""
        yield self._report

    def compose_page(self) -> ComposeResult:
        """A line free before each question."""
        yield Words(told.items_title(self._told.figures.answers), classes="title")
        yield Words((told.HOW_TO_READ, "$quiet"), id="how")
        yield Paragraphs(list(self._paragraphs()), id="items")

    def _paragraphs(self) -> Iterator[Paragraph]:
        apart = telling_apart(self._told.figures.answers)
        for name, item in self._told.figures.items.items():
            yield from self._of(item, apart.get(name))

    def _of(self, item: Item, apart: TellingApart | None) -> Iterator[Paragraph]:
        title = numbered_item(self._classroom.pack, item, self._told.number(item))
        yield Paragraph(((title, "bold"),), apart=True, indented=False)
        share = item.facility
        yield Paragraph(((bar(share.value, BAR_WIDTH), "$primary"), f"  {right_line(share)}"))
        most = max(1, sum(item.chosen.values()) + item.unknown)
        for at, (text, count, is_key) in enumerate(item.table):
            sign = ("✓ ", "bold $success") if is_key else "  "
            letter = LETTERS[at] if at < len(LETTERS) else ""
            chosen = (bar(count / most, OPTION_BAR_WIDTH), "$success" if is_key else "$quiet")
            yield Paragraph((sign, f"{letter} {count:3}  ", chosen, "  ", (text, "bold" if is_key else "")))
        for line in more_of_item(item, apart):
            yield Paragraph((line,))

    def action_scroll(self, lines: int) -> None:
        """Up or down."""
        self.page.scroll_relative(y=lines, animate=False)

    def action_report(self) -> None:
        """A folder is typed; there the report is written."""
        self._report.ask()

    def action_teach(self) -> None:
        """The facts that were missed most, one after the other."""
        if found := self._classroom.to_teach_again(self._started.round):
            flow_class.teach_again(self, self._classroom, found)
        else:
            self._report.say(told.NOTHING_MISSED)
