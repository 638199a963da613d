"""A round that is played, of any kind: asks, passes the answer on, and shows the verdict once it is kept."""

import asyncio
from collections.abc import Callable
from typing import Generic

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import Resize

from quizgame.game.kinds.any import Response
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.modes import CARDS, WITHOUT_VERDICT
from quizgame.game.play.phases import Phase
from quizgame.session.session import Session
from quizgame.session.sitting import P, Sitting
from quizgame.tui import flow
from quizgame.tui.parts.company import Clock, Company
from quizgame.tui.parts.feedback import FeedbackBox
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Stack, Words
from quizgame.tui.widgets.answering import Answered
from quizgame.tui.widgets.any import AnyQuestion
from quizgame.wording import keys
from quizgame.wording.aloud import question_aloud, verdict_aloud
from quizgame.wording.answers import prompt_of
from quizgame.wording.feedback import feedback
from quizgame.wording.saving import not_saved_now

PHASES = {
    "dont_know": Phase.ASKING,
    "go_on": Phase.SHOWING,
    "where": Phase.SHOWING,
    "undo": Phase.SHOWING,
    "guess": Phase.SHOWING,
}
"""The phase in which a key does something."""


class Playing(Page, Generic[P]):
    """One screen for all questions of a round. The rules are in `quizgame.game.play`."""

    CSS_PATH = ["playing.tcss", "../parts/feedback.tcss", "../widgets/widgets.tcss"]
    TAKES_OWN_KEYS = True
    BINDINGS = [
        Binding("enter", "go_on", keys.NEXT),
        Binding("x,0", "dont_know", keys.DONT_KNOW),
        Binding("w,f3", "where", keys.STUDY_NOTE),
        Binding("g", "guess", keys.GUESSED),
        Binding("u,backspace", "undo", keys.UNDO),
        Binding("q,escape", "leave", keys.LEAVE),
    ]

    def __init__(self, session: Session, sitting: Sitting[P]) -> None:
        super().__init__()
        self._session = session
        self.sitting: Sitting[P] = sitting
        self._keeping = self._leaves = False
        self._topic, self._state, self._count = Words(id="topic"), Words(id="state"), Words(id="count")
        self._mixed, self._prompt, self._saving = (
            Words(id="mixed", classes="quiet"),
            Words(id="prompt"),
            Words(id="saving"),
        )
        self._question, self._feedback = AnyQuestion(session.intervals), FeedbackBox()
        self._clock = Clock()
        self._company = Company(self, session, self._clock)

    def compose_head(self) -> ComposeResult:
        """What is played, how it stands, how far it is."""
        with Horizontal(id="head"), Horizontal(id="head-line"):
            yield self._topic
            yield self._state
            yield self._clock
            yield self._count

    def compose_page(self) -> ComposeResult:
        """The prompt, the ways to answer, the feedback."""
        with Stack(id="asked"):
            yield from (self._mixed, self._prompt, *self._question.widgets, self._saving)
        yield self._feedback

    def on_mount(self) -> None:
        """Ask the first question."""
        note = self.note()
        self._mixed.display = bool(note)
        self._mixed.say(note or "")
        self._company.begin()
        self.show()

    def hush(self) -> None:
        """Read no more."""
        self._company.hush()

    def on_unmount(self) -> None:
        """Nobody is asked any more."""
        self._company.hush()

    def on_resize(self, event: Resize) -> None:
        """Another size."""
        super().on_resize(event)
        self.call_after_refresh(self._question.fit)

    def note(self) -> str | None:
        """What should be known about this round."""
        raise NotImplementedError

    def show_head(self) -> None:
        """Say what is played, how it stands, how far it is."""
        raise NotImplementedError

    def over(self) -> None:
        """The last verdict has been left."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that fit the phase: answers while asking, the rest while the verdict is shown."""
        if action in PHASES and not self._fits(action):
            return False
        return super().check_action(action, parameters)

    def _fits(self, action: str) -> bool:
        """Whether a key does something now. Where no verdict is shown, an answer can be undone at the next question."""
        phase, mode = self.sitting.play.phase, self.sitting.play.started.mode
        if self._keeping:
            return False
        if mode in WITHOUT_VERDICT and action == "undo":
            return self.sitting.can_undo
        if mode == CARDS and action == "dont_know":
            return False
        if action == "guess" and not self.sitting.play.may_be_a_guess:
            return False
        return phase is PHASES[action]

    def show(self) -> None:
        """Show the state of the round."""
        phase = self.sitting.play.phase
        self.show_head()
        if phase is Phase.ASKING:
            self._ask()
        elif phase is Phase.SHOWING:
            self._reveal()
        else:
            self.over()
        trouble = self._session.keeper.trouble
        self._saving.display = trouble is not None
        self._saving.say("" if trouble is None else not_saved_now(trouble))
        self.refresh_bindings()

    def _ask(self) -> None:
        question = self.sitting.play.current
        self._feedback.display = False
        self._prompt.say(prompt_of(question))
        self._question.ask(question)
        self.page.scroll_home(animate=False, immediate=True)
        self.settle()
        self._company.read(question_aloud(question))
        self.sitting.is_shown()

    def _reveal(self) -> None:
        given = self.sitting.play.given[-1]
        said = feedback(self._session.pack, given)
        self._prompt.say(prompt_of(given.question))
        answer = self._question.reveal(given.question, given.verdict, said)
        self._feedback.tell(said, answer=answer)
        self._company.ring()
        self._company.read(verdict_aloud(said))
        self.settle()

    async def on_answered(self, message: Answered) -> None:
        """Grade an answer, keep it, and only then show what it was worth."""
        message.stop()
        await self._answer(message.response)

    async def action_dont_know(self) -> None:
        """Say so: it costs nothing and teaches no wrong option."""
        await self._answer(DontKnow())

    async def _answer(self, response: Response) -> None:
        if self._keeping or self.sitting.play.phase is not Phase.ASKING:
            return
        await self._keep(lambda: self._grade(response))

    def _grade(self, response: Response) -> None:
        """Where no verdict is shown, of a card or in a mock test, the next question comes at once."""
        self.sitting.answer(response)
        if self.sitting.play.started.mode in WITHOUT_VERDICT:
            self.sitting.go_on()

    def action_go_on(self) -> None:
        """The next question, unless Enter has been down since before the feedback came."""
        if self.is_a_new_press():
            self.sitting.go_on()
            self.show()

    async def action_guess(self) -> None:
        """It was right by luck: it keeps its points, and comes again."""
        if not self._keeping:
            await self._keep(self.sitting.call_a_guess)

    async def action_undo(self) -> None:
        """It was a slip: ask again."""
        if not self._keeping:
            await self._keep(self.sitting.undo)

    async def _keep(self, work: Callable[[], object]) -> None:
        """Do in a thread what waits for the disk, then show what came of it; who wants to leave waits for it too."""
        self._keeping = True
        await asyncio.to_thread(work)
        self._keeping = False
        self.show()
        if self._leaves:
            self.action_leave()

    def action_where(self) -> None:
        """The study notes, at the facts of this question."""
        question = self.sitting.play.current
        flow.read_notes(self, self._session, question.topic, question.facts)

    def action_leave(self) -> None:
        """Back home; nothing is lost."""
        self._leaves = self._keeping
        if not self._keeping:
            flow.leave(self, self._session, self.sitting)
