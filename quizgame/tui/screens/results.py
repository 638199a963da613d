"""What a round came to: per topic, and what to look at again."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.kinds.questions import Question
from quizgame.game.play.round import Round
from quizgame.session.choose import RoundSettings
from quizgame.session.session import Session
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words, bar
from quizgame.tui.screens.notes import Notes

BAR_WIDTH = 10
TITLE_WIDTH = 26


class AgainRow(Row):
    """The way on."""

    BINDINGS = [Binding("enter", "choose", "play again", key_display="Enter")]


class LookAgain(Row):
    """A question that did not earn all its points."""

    BINDINGS = [Binding("enter", "choose", "where it says so", key_display="Enter")]

    def __init__(self, question: Question, title: str) -> None:
        super().__init__(f"{question.prompt}", (f"  {title}", "$quiet"), classes="look-again")
        self.question = question


class Results(Page):
    """Shown after the last question."""

    CSS_PATH = "results.tcss"
    BINDINGS = [
        Binding("enter", "again", "play again", show=False),  # before a row has the focus
        Binding("q,escape,h", "app.pop_screen", "home"),
    ]

    def __init__(self, session: Session, settings: RoundSettings, played: Round) -> None:
        super().__init__()
        self._session, self._settings, self._round = session, settings, played

    def compose_page(self) -> ComposeResult:
        """The sum, the topics, the questions to look at again, the way on."""
        result = self._round.result
        if not result.asked:
            yield Words("These topics have no questions yet.", classes="title")
            yield AgainRow("Back", id="again")
            return
        yield Words(f"{result.right} of {result.asked} right", classes="title", id="sum")
        yield Words(
            f"{result.points} of {result.best_points} points · seed {self._round.started.seed}", classes="quiet"
        )
        yield Words("Topics", classes="heading")
        for topic in result.topics:
            share = topic.points / (100 * topic.asked)
            title = self._session.pack.bank(topic.topic).title
            line = f"  {title:{TITLE_WIDTH}} "
            yield Words(line, (bar(share, BAR_WIDTH), "$primary"), f" {topic.right} of {topic.asked} right")
        yield AgainRow("Play again", id="again", classes="-main")
        if result.look_again:
            yield Words("Look at these again: ↓ and Enter show where the article says it", classes="heading")
            for question in result.look_again:
                yield LookAgain(question, self._session.pack.bank(question.topic).title)

    def on_mount(self) -> None:
        """Enter plays again."""
        self.query_one(AgainRow).focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Open the notes of a question, or play again."""
        if isinstance(message.row, LookAgain):
            question = message.row.question
            self.app.push_screen(Notes(self._session.pack, question.topic, question.facts))
        else:
            self.action_again()

    def action_again(self) -> None:
        """Another round of the same topics; a seed asks the same questions once, then chance has its turn."""
        from quizgame.tui.screens.quiz import Quiz  # noqa: PLC0415 - the two screens lead to each other

        if not self._round.questions:
            self.app.pop_screen()
            return
        self.app.switch_screen(
            Quiz(self._session, RoundSettings(self._settings.topics, self._settings.length, mode=self._settings.mode))
        )
