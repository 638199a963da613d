"""What a round came to: per topic, and what to look at again."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.kinds.any import Question
from quizgame.game.play.round import Round
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words, bar, padded
from quizgame.wording import keys
from quizgame.wording.answers import in_short
from quizgame.wording.rounds import points_of, right_of
from quizgame.wording.screens import BACK, LOOK_AGAIN, NO_QUESTIONS_YET, PLAY_AGAIN, TOPICS

BAR_WIDTH = 10
TITLE_WIDTH = 26


class AgainRow(Row):
    """The way on."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY_AGAIN)]


class BackRow(Row):
    """The way back, where there is nothing to play."""

    BINDINGS = [Binding("enter", "choose", keys.BACK)]


class LookAgain(Row):
    """A question that was not known."""

    BINDINGS = [Binding("enter", "choose", keys.STUDY_NOTE)]

    def __init__(self, question: Question, title: str) -> None:
        super().__init__(f"{in_short(question)}", (f"  {title}", "$quiet"), classes="look-again")
        self.question = question


class Results(Page):
    """Shown after the last question."""

    CSS_PATH = "results.tcss"
    BINDINGS = [
        Binding("enter", "again", keys.PLAY_AGAIN, show=False),  # before a row has the focus
        Binding("q,escape,h", "back", keys.HOME),
    ]

    def __init__(self, session: Session, played: Round) -> None:
        super().__init__()
        self._session, self._round = session, played

    def compose_page(self) -> ComposeResult:
        """The sum, the topics, the questions to look at again, the way on."""
        result, pack = self._round.result, self._session.pack
        if not result.asked:
            yield Words(NO_QUESTIONS_YET, classes="title")
            yield BackRow(BACK, id="again", classes="-main")
            return
        yield Words(right_of(result.right, result.asked), classes="title", id="sum")
        yield Words(points_of(result, self._round.started.seed), classes="quiet")
        yield Words(TOPICS, classes="heading")
        for topic in result.topics:
            line = f"  {padded(pack.bank(topic.topic).title, TITLE_WIDTH)} "
            right = (bar(topic.right / topic.asked, BAR_WIDTH), "$primary")
            yield Words(line, right, f" {right_of(topic.right, topic.asked)}")
        yield AgainRow(PLAY_AGAIN, id="again", classes="-main")
        if result.look_again:
            yield Words(LOOK_AGAIN, classes="heading")
            for question in result.look_again:
                yield LookAgain(question, pack.bank(question.topic).title)

    def on_mount(self) -> None:
        """Enter plays again."""
        self.query_one("#again").focus()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Open the notes of a question, or play again."""
        if isinstance(message.row, LookAgain):
            question = message.row.question
            flow.read_notes(self, self._session, question.topic, question.facts)
        else:
            self.action_again()

    def action_again(self) -> None:
        """Another round like this one."""
        flow.round_again(self, self._session, self._round)
