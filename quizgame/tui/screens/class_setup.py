"""A class sets up a round: Enter starts what is usual; all else is one row each."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from quizgame.game.draw.codes import CodeError
from quizgame.game.draw.selection import tags_of
from quizgame.game.play.class_start import ClassError, ClassFault, ClassSettings
from quizgame.game.play.class_wishes import longer, other_clock, other_kinds, other_warm_up, other_way, played_as
from quizgame.game.play.modes import CLASS_HANDS, CLASS_TEAMS
from quizgame.game.play.teams import FEWEST_TEAMS
from quizgame.session.classroom import ClassNameError, Classroom
from quizgame.session.session import Session
from quizgame.tui import flow_class
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Words
from quizgame.tui.screens.class_rows import Line, Tick, Value, Way
from quizgame.wording import class_screens as told
from quizgame.wording import keys
from quizgame.wording.class_report import starter_lines
from quizgame.wording.class_setup import (
    class_error_in_words,
    class_name,
    class_name_error,
    code_error_in_words,
    left_before,
    plan_of_class,
)
from quizgame.wording.classes import content_note

LONGEST = 60


class ClassSetup(Page):
    """Enter all the way is a sensible round."""

    CSS_PATH = "class_setup.tcss"
    BINDINGS = [
        Binding("enter", "begin", keys.START, show=False),  # before a row has the focus
        Binding("a", "all", keys.ALL_OR_NONE),
        Binding("c", "code", told.CODE, show=False),
        Binding("q,escape", "leave", keys.HOME),
    ]

    def __init__(self, session: Session, classroom: Classroom, code: str | None = None) -> None:
        """`code` is a round code that was read before."""
        super().__init__()
        self._session, self.classroom = session, classroom
        self.settings = classroom.usual if code is None else classroom.from_code(code, classroom.usual)
        self._coded = None if code is None else self.settings.selection
        """What a code that was given or typed stands for."""
        self._said = Words(id="said")
        self._line = Line(max_length=LONGEST, compact=True, id="line")
        self._typed: Callable[[str], object] = self._take_name
        self._rows()

    def _rows(self) -> None:
        room, pack = self.classroom, self.classroom.pack
        self._start = Way(told.START, "", "begin", id="start", main=True)
        left = room.unfinished
        self._resume = Way(told.GO_ON, left_before(left), "resume", id="resume", main=True) if left else None
        starter = room.starter
        lines = starter_lines(pack, room.comes_back) if starter else []
        self._starter = Way(told.STARTER, " · ".join(lines), "starter") if lines else None
        self._values = [
            Value(told.CLASS, lambda: (class_name(self.classroom), ""), self._other_class),
            Value(told.PLAYED_BY, lambda: (told.way(self.settings), ""), self._changing(other_way)),
            Value(told.QUESTIONS, self._length_in_words, self._changing(longer)),
            Value(told.ASKED, lambda: (told.kinds_asked(self.settings), ""), self._changing(other_kinds)),
            Value(told.WARM_UP, self._warm_up_in_words, self._changing(other_warm_up)),
            Value(told.CLOCK, lambda: (told.clock_in_words(self.settings.clock), ""), self._changing(other_clock)),
        ]
        chosen = self.settings.selection
        self._tags = [Tick(tag, told.left_out_name(tag), ticked=tag in chosen.left_out) for tag in tags_of(pack)]
        self._topics = [Tick(bank.topic, bank.title, ticked=bank.topic in chosen.topics) for bank in pack.banks]

    def compose_page(self) -> ComposeResult:
        """The ways on, the values, and the ticks beside them where there is room."""
        yield Words(told.A_CLASS_PLAYS, (f"   {told.about_pack(self.classroom.pack)}", "$quiet"), classes="title")
        with Vertical(id="panels"):
            with Vertical(id="left", classes="panel"):
                yield from (row for row in (self._resume, self._start, self._starter) if row is not None)
                yield self._said
                yield self._line
                yield from self._values
                yield Way(told.CODE, "c", "code")
                yield Way(told.PAPER, "", "paper")
                if self._tags:
                    yield Words(told.LEFT_OUT, classes="heading")
                    yield from self._tags
                if note := self.classroom.pack.about.content_note:
                    yield Words((content_note(note), "$quiet"), id="note")
            with Vertical(id="right", classes="panel"):
                yield Words(told.TAUGHT, classes="heading")
                yield from self._topics

    def on_mount(self) -> None:
        """Enter starts, or goes on with what was left."""
        self._line.display = False
        self._show()
        (self._resume or self._start).focus()

    def _show(self, said: str = "") -> None:
        self._start.tell(plan_of_class(self.classroom.pack, self.settings))
        self._said.say((said, "$warning"))
        self._said.display = bool(said)
        for value in self._values:
            value.show()

    def _length_in_words(self) -> tuple[str, str]:
        is_teams = self.settings.mode == CLASS_TEAMS
        each = told.each_team(self.classroom.pack, self.settings) if is_teams else ""
        return str(self.settings.selection.length), each

    def _warm_up_in_words(self) -> tuple[str, str]:
        return told.warm_up_in_words(warm_up=self.settings.warm_up), ""

    def _changing(self, change: Callable[[ClassSettings, int], ClassSettings]) -> Callable[[int], None]:
        def turn(step: int) -> None:
            self.settings = change(self.settings, step)
            self._show()

        return turn

    async def on_row_chosen(self, message: Row.Chosen) -> None:
        """A way on, or a tick."""
        row = message.row
        if isinstance(row, Way):
            await self.run_action(row.action)
        elif isinstance(row, Tick):
            self._ticked()

    def _ticked(self) -> None:
        chosen = self.settings.selection
        topics = tuple(tick.of for tick in self._topics if tick.ticked)
        left_out = tuple(tick.of for tick in self._tags if tick.ticked)
        self.settings = replace(self.settings, selection=replace(chosen, topics=topics, left_out=left_out))
        self._show()

    def action_all(self) -> None:
        """All topics, or none to tick a few."""
        ticked = not all(tick.ticked for tick in self._topics)
        for tick in self._topics:
            tick.ticked = ticked
            tick.show()
        self._ticked()

    async def action_begin(self) -> None:
        """Start; where there are more teams than questions, offer as many as there are questions for."""
        if not self.settings.selection.topics:
            self._show(told.NO_TOPIC)
            return
        try:
            await flow_class.begin(self, self._session, self.classroom, self.settings)
        except ClassError as error:
            if error.fault is ClassFault.MORE_TEAMS_THAN_QUESTIONS:
                few = error.questions
                way = (CLASS_TEAMS, few) if few >= FEWEST_TEAMS else (CLASS_HANDS, 1)
                self.settings = played_as(self.settings, *way)
            self._show(class_error_in_words(error))

    async def action_resume(self) -> None:
        """The round that was left, at the same question."""
        left = await asyncio.to_thread(lambda: self.classroom.unfinished)
        if left is not None:
            await flow_class.resume(self, self._session, self.classroom, left)

    async def action_starter(self) -> None:
        """What did not stick: one from last time, one from last week, one from last month."""
        if (starter := self.classroom.starter) is not None:
            await flow_class.begin(self, self._session, self.classroom, starter)

    def action_code(self) -> None:
        """Type a round code."""
        self._ask_for(told.TYPE_A_CODE, self._take_code)

    def action_paper(self) -> None:
        """Type in what was written on paper: on sheets of the code that was typed here, or on those of last time."""
        flow_class.enter_paper(self, self.classroom, self._coded or self.classroom.last_sheets)

    def _other_class(self, _step: int) -> None:
        self._ask_for(told.TYPE_A_CLASS, self._take_name)

    def _ask_for(self, what: str, take: Callable[[str], object]) -> None:
        self._typed = take
        self._show(what)
        self._line.value = ""
        self._line.display = True
        self._line.focus()

    def action_no_line(self) -> None:
        """Nothing is typed."""
        self._line.display = False
        self._show()
        self._start.focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """A name or a code."""
        message.stop()
        self._typed(message.value)

    @work(exclusive=True)
    async def _take_name(self, typed: str) -> None:
        try:
            await flow_class.other_class(self, self._session, self.classroom, typed)
        except ClassNameError as error:
            self._show(class_name_error(str(error)))

    def _take_code(self, typed: str) -> None:
        try:
            self.settings = self.classroom.from_code(typed, self.settings)
        except CodeError as error:
            self._show(code_error_in_words(error))
            return
        chosen = self._coded = self.settings.selection
        for tick in (*self._topics, *self._tags):
            tick.ticked = tick.of in chosen.topics or tick.of in chosen.left_out
            tick.show()
        self.action_no_line()

    async def action_leave(self) -> None:
        """Home; what is kept from then on is the player's own again."""
        await flow_class.leave_class(self, self.classroom)
