"""What a round came to: one big figure, the doors that lead on, the topics, and what to look at again."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from quizgame.game.kinds.any import Question
from quizgame.game.play.modes import CARDS, MOCK, PLANNED, RoundSettings
from quizgame.game.play.round import Round
from quizgame.learning.overview import days_until
from quizgame.session.clock import now
from quizgame.session.last_time import round_before
from quizgame.session.session import Session
from quizgame.session.sitting import Sitting
from quizgame.tui import flow
from quizgame.tui.parts.figure import Figure
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Door, Row
from quizgame.tui.parts.show import Words, bar, padded
from quizgame.tui.widgets.confetti import Confetti
from quizgame.wording import keys
from quizgame.wording.answers import in_short
from quizgame.wording.rounds import (
    cards_result,
    last_time,
    next_cards,
    points_of,
    practise_missed,
    read_missed,
    right_of,
)
from quizgame.wording.screens import BACK, LOOK_AGAIN, NO_QUESTIONS_YET, PLAY_AGAIN, REVIEW_ALL, TOPICS

BAR_WIDTH = 10
GROWS_EACH = 0.04
"""Seconds for a cell of a bar."""
TITLE_WIDTH = 26
ENOUGH = 5
"""Questions; after fewer of them nothing falls."""


class GrowingBar(Words):
    """How much of a topic was right; the bar grows to its length, unless nothing may move."""

    def __init__(self, title: str, right: int, asked: int) -> None:
        super().__init__()
        self._title, self._right, self._asked = f"  {padded(title, TITLE_WIDTH)} ", right, asked
        self._grown = 0

    def on_mount(self) -> None:
        """Begin at nothing, or at the end."""
        self._grown = BAR_WIDTH if self.app.animation_level == "none" else 0
        self._tell()

    def _tell(self) -> None:
        full = bar(self._right / self._asked, BAR_WIDTH)
        shown = padded(full[: self._grown], BAR_WIDTH)
        self.say(self._title, (shown, "$primary"), f" {right_of(self._right, self._asked)}")
        if self._grown < BAR_WIDTH:
            self._grown += 1
            self.set_timer(GROWS_EACH, self._tell)


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
        Binding("enter", "on", keys.PLAY_AGAIN, show=False),  # before a row has the focus
        Binding("r", "read", keys.READ, show=False),
        Binding("v", "review", keys.REVIEW, show=False),
        Binding("n", "again", keys.PLAY_AGAIN, show=False),
        Binding("u,backspace", "undo", keys.UNDO),
        Binding("q,escape,h", "home", keys.HOME),
    ]

    def __init__(self, session: Session, sitting: Sitting[Round]) -> None:
        super().__init__()
        self._session, self._sitting, self._round = session, sitting, sitting.play

    @property
    def _missed(self) -> tuple[str, ...]:
        """The facts that were not known and can be asked again."""
        return self._session.can_ask([fact for one in self._round.result.look_again for fact in one.facts])

    def compose_page(self) -> ComposeResult:
        """The sum, the ways on, the topics, the questions to look at again."""
        result, pack = self._round.result, self._session.pack
        if not result.asked:
            yield Words(NO_QUESTIONS_YET, classes="title")
            yield Door(BACK, "", "home", id="first")
            return
        if self._is_a_feast:
            yield Confetti(self._round.started.seed)
        yield from self._sum()
        with Vertical(id="panels"):
            with Vertical(id="left"):
                with Vertical(classes="panel"):
                    yield from self._doors()
                with Vertical(classes="panel"):
                    yield Words(TOPICS, classes="heading")
                    for topic in result.topics:
                        yield GrowingBar(pack.bank(topic.topic).title, topic.right, topic.asked)
            if result.look_again:
                with Vertical(classes="panel", id="right"):
                    yield Words(LOOK_AGAIN, classes="heading")
                    for question in result.look_again:
                        yield LookAgain(question, pack.bank(question.topic).title)

    @property
    def _is_a_feast(self) -> bool:
        """Whether all was right, in a round of some length, on a subject on which one may rejoice."""
        result, session = self._round.result, self._session
        hard = bool(session.pack.about.content_note)
        return session.chosen.confetti and not hard and result.asked >= ENOUGH and result.right == result.asked

    def _sum(self) -> ComposeResult:
        result, started = self._round.result, self._round.started
        if started.mode == CARDS:
            yield Words(cards_result(result.right, result.asked), classes="title", id="sum")
            facts = [fact for question in self._round.questions for fact in question.facts]
            yield Words(next_cards(days_until(self._session.figures, facts, now())), classes="quiet")
            return
        with Horizontal(id="score"):
            yield Figure(result.right, id="big")
            before = last_time(round_before(self._session.keeper, self._round))
            yield Words(right_of(result.right, result.asked), (f"   {before}", "$quiet"), classes="title", id="sum")
        seed = None if started.mode in PLANNED else started.seed
        yield Words(points_of(result, seed), classes="quiet")

    def _doors(self) -> ComposeResult:
        missed = len(self._round.result.look_again)
        if self._missed:
            yield Door(practise_missed(missed), "Enter", "practise", id="first")
            yield Door(read_missed(missed), "r", "read")
            yield Door(PLAY_AGAIN, "n", "again", id="again")
        else:
            yield Door(PLAY_AGAIN, "Enter", "again", id="first")
        if self._round.started.mode != CARDS:
            yield Door(REVIEW_ALL, "v", "review")

    def on_mount(self) -> None:
        """Enter takes the first door."""
        self.query("#first").focus()  # none, if the page has gone again already

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the last card can still be undone here: of a question the verdict was seen and left."""
        if action == "undo" and not (self._round.started.mode in (CARDS, MOCK) and self._sitting.can_undo):
            return False
        return super().check_action(action, parameters)

    async def on_row_chosen(self, message: Row.Chosen) -> None:
        """Take a door, or open the notes of a question."""
        if isinstance(message.row, LookAgain):
            question = message.row.question
            flow.read_notes(self, self._session, question.topic, question.facts)
        elif isinstance(message.row, Door):
            await self.run_action(message.row.action)

    def action_on(self) -> None:
        """The first door."""
        if self._missed:
            self.action_practise()
        else:
            self.action_again()

    def action_practise(self) -> None:
        """Only what was missed."""
        mode = self._round.started.mode if self._round.started.mode == CARDS else "practice"
        settings = RoundSettings(self._round.started.topics, len(self._missed), mode=mode, facts=self._missed)
        flow.play(self, self._session, settings, instead=True)

    def action_read(self) -> None:
        """The study notes of what was missed, or of the first topic."""
        topic = self._round.result.topics[0].topic if self._round.result.topics else self._session.pack.topics[0]
        flow.read_notes(self, self._session, topic, self._missed)

    def action_review(self) -> None:
        """Every question once more, with its answer."""
        flow.review(self, self._session, self._round)

    def action_again(self) -> None:
        """Another round like this one."""
        flow.round_again(self, self._session, self._round)

    async def action_undo(self) -> None:
        """The last card once more."""
        await flow.undo_last(self, self._session, self._sitting)

    def action_home(self) -> None:
        """Where the round was started from."""
        flow.back(self)
