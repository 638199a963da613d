"""Scores per topic over all rounds."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.learning.progress import TopicScore, fact_counts
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, bar, padded
from quizgame.wording import keys
from quizgame.wording.figures import NOT_TRIED_YET, answers_so_far, facts_met, percent, scores_in_words
from quizgame.wording.screens import ENTER_OPENS_NOTES, FIRST_ROUND_FIRST, SCORES

BAR_WIDTH = 10
TITLE_WIDTH = 26
ANSWERS_WIDTH = 14


class ScoreRow(Row):
    """A topic that was played."""

    def __init__(self, title: str, score: TopicScore, met: int, facts: int) -> None:
        super().__init__()
        self.title, self.score, self.met, self.facts = title, score, met, facts

    def parts(self, width: int) -> tuple[Part, ...]:
        """Columns; in a narrow window fewer."""
        share = self.score.percent
        if share is None:
            return padded(self.title, TITLE_WIDTH) + "  ", (NOT_TRIED_YET, "$quiet")
        met = facts_met(self.met, self.facts)
        shown = bar(share / 100, BAR_WIDTH), "$primary"
        figures = f" {percent(share):>5}  {padded(answers_so_far(self.score.answers), ANSWERS_WIDTH)}"
        beside = 2 + BAR_WIDTH + cell_len(figures)
        name = padded(self.title, max(1, min(TITLE_WIDTH, width - beside))) + "  "
        used = TITLE_WIDTH + beside
        return name, shown, figures, (met if used + len(met) <= width else "", "$quiet")


class Scores(Page):
    """All topics, in the order of the article."""

    BINDINGS = [Binding("escape,q,s", "back", keys.BACK)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose_page(self) -> ComposeResult:
        """A line a topic."""
        pack, figures = self._session.pack, self._session.figures
        facts = fact_counts(pack)
        yield Words(SCORES, classes="title")
        total = scores_in_words(figures, sum(facts.values()))
        if total is None:
            yield Words(FIRST_ROUND_FIRST)
            return
        yield Words(total, classes="quiet")
        yield Words(ENTER_OPENS_NOTES, classes="heading")
        yield Words("")
        for bank in pack.banks:
            yield ScoreRow(bank.title, figures.score(bank.topic), len(figures.met(bank.topic)), facts[bank.topic])

    def on_mount(self) -> None:
        """The first topic."""
        rows = self.query(ScoreRow)
        if rows:
            rows.first().focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """The notes of a topic."""
        if isinstance(message.row, ScoreRow):
            topic = message.row.score.topic
            flow.read_notes(self, self._session, topic, self._session.figures.look_again(topic))
