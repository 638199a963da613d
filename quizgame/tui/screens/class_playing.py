"""A round of a class before a projector: one question, as large as the window allows, and nothing small beside it."""

import asyncio
from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from quizgame.game.draw.codes import code_of
from quizgame.game.kinds.any import Response
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import ClassPhase, ClassStep, leads_on
from quizgame.game.play.class_round import MORE_SECONDS, NoOtherQuestionError
from quizgame.game.play.teams import THE_CLASS
from quizgame.game.play.votes import LETTERS, Counted
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.classroom import Classroom
from quizgame.session.session import Session
from quizgame.tui import flow, flow_class
from quizgame.tui.parts.big import BigWords
from quizgame.tui.parts.feedback import FeedbackBox
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words, announce
from quizgame.tui.widgets.answering import Answered
from quizgame.tui.widgets.any import AnyQuestion
from quizgame.tui.widgets.blocks import QUESTION_ROWS, Blocks
from quizgame.tui.widgets.class_clock import ClassClock
from quizgame.tui.widgets.hands import Hands
from quizgame.tui.widgets.team_board import TeamBoard
from quizgame.wording import class_screens as told
from quizgame.wording import classes, keys
from quizgame.wording.answers import prompt_of
from quizgame.wording.saving import not_saved_now

STEPS = {
    "dont_know": ClassStep.ANSWER,
    "letter": ClassStep.ANSWER,
    "swap": ClassStep.SWAP,
    "undo": ClassStep.UNDO,
    "more_time": ClassStep.MORE_TIME,
    "pause": ClassStep.PAUSE,
}
"""The step of the round that a key is."""
PROJECTOR = 100, 30
"""The cells from which on a window is read from the back row."""
AROUND = 9
"""Rows of the window that no question has: the head, the line that says what to do, the keys."""
SIDES = 12
"""Cells beside the column."""
SAID_ROWS = 9
"""Rows that what is said of an answer needs at the least."""


class ClassPlaying(Page):
    """Nobody is named, nothing is ranked, and the answer stands until somebody goes on."""

    CSS_PATH = ["../parts/feedback.tcss", "../widgets/widgets.tcss", "class_playing.tcss"]
    BINDINGS = [
        Binding("enter", "go_on", keys.NEXT),
        *(Binding(LETTERS[n].casefold(), f"letter({n})", keys.ANSWER_N[n], show=False) for n in range(6)),
        Binding("x", "dont_know", keys.DONT_KNOW),
        Binding("n", "swap", keys.OTHER_QUESTION),
        Binding("u,backspace", "undo", keys.UNDO),
        Binding("w", "where", keys.STUDY_NOTE),
        Binding("b", "board", keys.BOARD),
        Binding("t", "more_time", keys.MORE_TIME),
        Binding("space,p", "pause", keys.PAUSE),
        Binding("z", "size", keys.BIG_TEXT),
        Binding("q,escape", "leave", keys.LEAVE),
    ]

    def __init__(self, session: Session, classroom: Classroom, sitting: ClassSitting) -> None:
        super().__init__()
        self._session, self._classroom, self.sitting = session, classroom, sitting
        self._keeping = self._board_is_open = False
        self._is_large = True
        self._team, self._place, self._code = Words(id="team"), Words(id="place"), Words(id="code")
        self._small, self._saving = Words(id="small"), Words(id="saving")
        self._prompt, self._blocks = BigWords(self._rows_for_prompt, id="prompt"), Blocks()
        self._question, self._hands = AnyQuestion(session.intervals, self._blocks), Hands()
        self._clock, self._board = ClassClock(sitting), TeamBoard()
        self._do, self._feedback = Words(id="do"), FeedbackBox(self._rows_for_feedback)

    def compose_head(self) -> ComposeResult:
        """Whose turn it is, which question, by which code it is played again."""
        with Horizontal(id="class-head"):
            yield from (self._team, self._place, self._code)

    def compose_page(self) -> ComposeResult:
        """The question, the ways to answer, the answer; or the board."""
        yield self._small
        yield self._board
        with Vertical(id="asked"):
            with Horizontal(id="prompt-and-clock"):
                yield from (self._prompt, self._clock)
            yield from (self._question, self._feedback, self._do, self._hands)
        yield self._saving

    def on_mount(self) -> None:
        """Show where the round stands: it may have been left in the middle."""
        play = self.sitting.play
        code = "" if play.selection.facts else code_of(self._classroom.pack, play.selection)
        self._code.say((code, "$quiet"))
        self.show()

    def on_resize(self, event: Resize) -> None:
        """Another size has room for larger letters, or for smaller ones only."""
        super().on_resize(event)
        width, height = event.size
        self._small.display = width < PROJECTOR[0] or height < PROJECTOR[1]
        self._small.say((told.too_small_for_a_projector(width, height), "$warning"))
        self._prompt.draw_again()
        self._blocks.draw_again()
        self.call_after_refresh(self._question.fit)

    def _rows_for_prompt(self) -> int:
        """The rows that are left for the question beside its options and what is said of it."""
        if not self._is_large:
            return 0
        width = self.size.width - SIDES
        question, below = self.sitting.play.current, 0
        if isinstance(question, ChoiceQuestion):
            below += len(self._blocks.lines(width)) if self._question.display else 0
        else:
            below += 2 * len(question.shown) + 4
        below += len(self._feedback.lines(width)) + 1 if self._feedback.display else 0
        return self.size.height - AROUND - below

    def _rows_for_feedback(self) -> int:
        """The rows that are left for what is said, beside the smallest question and its options."""
        below = len(self._blocks.lines(self.size.width - SIDES)) if self._question.display else 0
        return self.size.height - AROUND - QUESTION_ROWS - below

    # What stands there

    def show(self) -> None:
        """Show the state of the round."""
        play = self.sitting.play
        if play.phase is ClassPhase.OVER:
            flow_class.class_over(self, self._session, self._classroom, play)
            return
        begins, shows = play.phase is ClassPhase.SETTING_UP, play.phase is ClassPhase.SHOWING
        self._say_head()
        self._feedback.display = False
        self._question.display = not begins
        self._hands.display = not (begins or shows) and play.can_vote
        self._do.display = not (begins or shows)
        self._do.say((told.what_to_do(play), "$quiet"))
        if begins:
            self._prompt.say(told.welcome(play) if play.teams == (THE_CLASS,) else "")
            self._do.display = True
            self._do.say(told.how_it_goes(play))
        elif shows:
            self._reveal()
        else:
            self._ask()
        self._show_board(is_open=begins or self._board_is_open)
        self._clock.follow(self.sitting)
        trouble = self._session.keeper.trouble
        self._saving.display = trouble is not None
        self._saving.say("" if trouble is None else not_saved_now(trouble))
        self.page.scroll_home(animate=False)
        self.settle()
        self.refresh_bindings()

    def _say_head(self) -> None:
        play = self.sitting.play
        if play.phase is ClassPhase.SETTING_UP:
            self._team.say((self._classroom.pack.title, "bold"))
            self._place.say("")
            return
        team = play.team
        color = f"bold $team-{team.colour}" if team.colour else "bold"
        self._team.say((told.team_line(team), color))
        self._place.say(classes.how_far(play))

    def _ask(self) -> None:
        play = self.sitting.play
        self._blocks.around = AROUND
        self._question.ask(play.current)
        self._prompt.say(told.prompt_now(play, prompt_of(play.current)))
        if self._hands.display:
            self._hands.ask(len(play.current.shown), play.hands)
        self.sitting.is_shown()

    def _reveal(self) -> None:
        turn = self.sitting.play.shown
        said = classes.class_feedback(self._classroom.pack, turn)
        self._prompt.say(prompt_of(turn.question))
        self._blocks.around = AROUND + SAID_ROWS
        answer = self._question.reveal(turn.question, turn.verdict, said)
        if isinstance(turn.response, Counted):
            self._blocks.show_votes(turn.response.counts)
        self._feedback.tell(said, answer=answer)
        self._do.display = bool(gain := classes.gain_in_words(turn))
        self._do.say((gain, "bold"))

    def _show_board(self, *, is_open: bool) -> None:
        self._board.display = is_open
        self._board.tell(self.sitting.play)
        asked = self.query_one("#asked")
        asked.display = not (is_open and self.sitting.play.phase is not ClassPhase.SETTING_UP)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that fit the phase."""
        play = self.sitting.play
        if action in STEPS and (self._keeping or not leads_on(play.phase, STEPS[action])):
            return False
        shows = play.phase is ClassPhase.SHOWING
        fits: dict[str, Callable[[], object]] = {
            "letter": lambda: (
                isinstance(play.current, ChoiceQuestion) and parameters[0] in range(len(play.current.shown))
            ),
            "more_time": lambda: play.seconds is not None,
            "pause": lambda: play.seconds is not None,
            "undo": lambda: play.phase is not ClassPhase.TIE_BREAK or (play.turns and play.shown.place == play.place),
            "go_on": lambda: not self._keeping and (shows or play.phase is ClassPhase.SETTING_UP),
            "where": lambda: shows,
            "board": lambda: shows,
        }
        if action in fits and not fits[action]():
            return False
        return super().check_action(action, parameters)

    async def on_answered(self, message: Answered) -> None:
        """What a team said, or the class."""
        message.stop()
        await self._answer(message.response)

    async def on_hands_counted(self, message: Hands.CountedAll) -> None:
        """The hands of a vote."""
        message.stop()
        await self._answer(message.counts)

    async def action_letter(self, option: int) -> None:
        """One letter, for a team or for all."""
        self._blocks.action_choose(option)

    async def action_dont_know(self) -> None:
        """Nobody knows: it costs nothing."""
        await self._answer(DontKnow())

    async def _answer(self, response: Response | Counted) -> None:
        if leads_on(self.sitting.play.phase, ClassStep.ANSWER):
            await self._step(lambda: self.sitting.answer(response))

    async def _step(self, work: Callable[[], object]) -> None:
        """Do in a thread what waits for the disk, then show what came of it."""
        if self._keeping:
            return
        self._keeping = True
        try:
            await asyncio.to_thread(work)
        except NoOtherQuestionError:
            announce(self.app, classes.NO_OTHER)
        finally:
            self._keeping = False
        self.show()

    async def action_go_on(self) -> None:
        """Start, or leave the answer, unless Enter has been down since before it came."""
        if not self.is_a_new_press():
            return
        self._board_is_open = False
        starts = self.sitting.play.phase is ClassPhase.SETTING_UP
        await self._step(self.sitting.start if starts else self.sitting.go_on)

    async def action_swap(self) -> None:
        """Another question of the same topic."""
        await self._step(self.sitting.swap)

    async def action_undo(self) -> None:
        """A slip of whoever types."""
        self._board_is_open = False
        await self._step(self.sitting.undo)

    async def action_more_time(self) -> None:
        """Twenty seconds more."""
        await self._in_time(self.sitting.more_time)
        announce(self.app, classes.more_time_in_words(MORE_SECONDS))

    async def action_pause(self) -> None:
        """The clock stands still, or goes on."""
        await self._in_time(self.sitting.pause)

    async def _in_time(self, work: Callable[[], object]) -> None:
        """A step that leaves the question as it stands."""
        if not self._keeping:
            self._keeping = True
            await asyncio.to_thread(work)
            self._keeping = False
            self._clock.follow(self.sitting)
            self.refresh_bindings()

    def action_board(self) -> None:
        """How the teams stand, or the answer again."""
        self._board_is_open = not self._board_is_open
        self._show_board(is_open=self._board_is_open)

    def action_size(self) -> None:
        """As large as there is room for, or as small as elsewhere."""
        self._is_large = not self._is_large
        self._prompt.draw_again()

    def action_where(self) -> None:
        """The study notes, at the facts of this question."""
        question = self.sitting.play.shown.question
        flow.read_notes(self, self._session, question.topic, question.facts)

    def action_leave(self) -> None:
        """To the set-up; nothing is lost."""
        if not self._keeping:
            flow_class.leave_round(self, self._session, self._classroom, self.sitting)
