"""A test on a date: the day is typed, the topics are ticked; below stands what a daily dose leads to."""

import asyncio
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from quizgame.learning.typed_day import TypedDayError, read_day
from quizgame.session.clock import now
from quizgame.session.exam import exam_outlook
from quizgame.session.session import Session
from quizgame.tui import flow
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, announce
from quizgame.tui.parts.typed_line import TypedLine
from quizgame.wording import exam as told
from quizgame.wording import keys
from quizgame.wording.typed_day import day_fault_in_words, day_in_words

LONGEST = 30
OUTLOOK = "outlook"


class DayInput(TypedLine):
    """A line to type a day in."""

    BINDINGS = [
        Binding("enter", "submit", keys.SET_TEST),
        Binding("down,tab", "screen.to_topics", keys.TOPICS_OF_TEST, key_display="↓"),
        Binding("escape", "screen.back", keys.BACK),
    ]


class ExamTopic(Row):
    """A topic that is part of the test or not."""

    BINDINGS = [Binding("enter,space", "choose", keys.TICK)]

    def __init__(self, topic: str, title: str, *, ticked: bool) -> None:
        super().__init__()
        self.topic, self.ticked, self._title = topic, ticked, title

    def parts(self, width: int) -> tuple[Part, ...]:  # noqa: ARG002 - the same at every width
        """Its title, and whether it is ticked."""
        return ("● " if self.ticked else "○ ", "$accent" if self.ticked else "$quiet"), self._title


class ExamPage(Page):
    """Enter in the line sets the test."""

    CSS_PATH = "exam.tcss"
    BINDINGS = [
        Binding("s", "set", keys.SET_TEST),
        Binding("o", "off", keys.NO_TEST),
        Binding("escape,q,t", "back", keys.BACK),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.line = DayInput(max_length=LONGEST, select_on_focus=True, compact=True)
        self._said, self._state = Words(told.HINT, id="hint", classes="quiet"), Words(id="state")
        exam = session.exam
        ticked = exam.topics if exam else session.pack.topics
        self.rows = [ExamTopic(bank.topic, bank.title, ticked=bank.topic in ticked) for bank in session.pack.banks]

    def compose_page(self) -> ComposeResult:
        """The line, what is to be expected, the topics."""
        yield Words(told.EXAM, classes="title")
        yield Words(told.ABOUT, classes="quiet")
        with Vertical(id="panels"):
            with Vertical(classes="panel", id="left"):
                with Horizontal(id="day"):
                    yield Words(told.DAY, classes="name")
                    yield self.line
                yield self._said
                yield self._state
            with Vertical(classes="panel", id="right"):
                yield Words(told.TOPICS, classes="heading")
                yield from self.rows

    def on_mount(self) -> None:
        """Type at once."""
        if (exam := self._session.exam) is not None:
            self.line.value = day_in_words(exam.day).partition(" ")[2]
        self.line.focus()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Play it through in a thread."""
        exam = self._session.exam
        self._state.say(told.exam_in_short(exam) if exam else told.NONE_SET)
        self.refresh_bindings()
        self.run_worker(self._tell(), group=OUTLOOK, exclusive=True)

    async def _tell(self) -> None:
        outlook = await asyncio.to_thread(exam_outlook, self._session)
        if outlook is not None and outlook.exam == self._session.exam:
            self._state.say(told.exam_line(outlook))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A test can be taken off if there is one."""
        if action == "off" and self._session.exam is None:
            return False
        return super().check_action(action, parameters)

    def on_input_changed(self, message: Input.Changed) -> None:
        """What was said of the last try is about that one only."""
        message.stop()
        self._said.say(told.HINT)

    async def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter sets the test."""
        message.stop()
        await self.action_set()

    def on_row_chosen(self, message: Row.Chosen) -> None:
        """Tick a topic, or not."""
        if isinstance(message.row, ExamTopic):
            message.row.ticked = not message.row.ticked
            message.row.show()

    def action_to_topics(self) -> None:
        """From the line to the topics."""
        self.rows[0].focus()

    async def action_set(self) -> None:
        """A test on the day that was typed, of the topics that are ticked; a sentence if there is no such day."""
        try:
            day = read_day(self.line.value, now().date())
        except TypedDayError as error:
            self._said.say(day_fault_in_words(error))
            self.line.focus()
            return
        await self._keep(day)

    async def action_off(self) -> None:
        """No test any more."""
        await self._keep(None)
        announce(self.app, told.NO_MORE)

    async def _keep(self, day: date | None) -> None:
        topics = tuple(row.topic for row in self.rows if row.ticked)
        if not await asyncio.to_thread(self._session.set_exam, day, topics):
            announce(self.app, told.NOT_KEPT)
        self._look_ahead()

    def action_back(self) -> None:
        """To the page below."""
        flow.back(self)
