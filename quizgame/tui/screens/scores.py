"""Scores per topic over all rounds."""

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.learning.progress import TopicScore
from quizgame.session.session import Session
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, bar
from quizgame.tui.screens.notes import Notes

BAR_WIDTH = 10
TITLE_WIDTH = 26


class ScoreRow(Row):
    """A topic that was played."""

    def __init__(self, title: str, score: TopicScore, facts: int) -> None:
        super().__init__()
        self.title, self.score, self.facts = title, score, facts

    def parts(self, width: int) -> tuple[Part, ...]:
        """Columns; in a narrow window fewer."""
        percent = self.score.percent
        name = set_cell_size(self.title, TITLE_WIDTH) + "  "
        if percent is None:
            return name, ("not tried yet", "$quiet")
        answers = f"{self.score.answers:4} answer{'s' if self.score.answers != 1 else ' '}"
        met = f"{len(self.score.facts_met):4} of {self.facts} facts" if width >= 64 else ""
        return (
            name,
            (bar(percent / 100, BAR_WIDTH), "$primary"),
            f" {percent:3} %",
            answers,
            (met, "$quiet"),
        )


class Scores(Page):
    """All topics, in the order of the article."""

    BINDINGS = [Binding("escape,q,s", "app.pop_screen", "back", key_display="Esc")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose_page(self) -> ComposeResult:
        """A line a topic."""
        scores, facts = self._session.scores(), self._session.fact_counts()
        answers = sum(score.answers for score in scores.values())
        credit = sum(score.credit for score in scores.values())
        yield Words("Scores", classes="title")
        if not answers:
            yield Words("After your first round this page shows how each topic went. Press Esc, then Enter to play.")
            return
        met = sum(len(score.facts_met) for score in scores.values())
        total = f"{answers} answers so far · {credit / answers:.0%} right · {met} of {sum(facts.values())} facts met"
        yield Words(total, classes="quiet")
        yield Words("Enter opens the study notes of a topic, at what to look at again", classes="heading")
        for bank in self._session.pack.banks:
            yield ScoreRow(bank.title, scores[bank.topic], facts[bank.topic])

    def on_mount(self) -> None:
        """The first topic."""
        rows = self.query(ScoreRow)
        if rows:
            rows.first().focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """The notes of a topic."""
        if isinstance(message.row, ScoreRow):
            score = message.row.score
            known = [fact for fact in score.look_again if self._session.pack.has(fact)]
            self.app.push_screen(Notes(self._session.pack, score.topic, known))
