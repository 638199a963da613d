"""The keys of a class round: what whoever sits at the keyboard may do, and when."""

import asyncio
from collections.abc import Callable

from textual.binding import Binding

from quizgame.game.kinds.any import Response
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import ClassPhase, ClassStep, leads_on
from quizgame.game.play.class_round import MORE_SECONDS, NoOtherQuestionError
from quizgame.game.play.votes import LETTERS, Counted
from quizgame.tui import flow, flow_class
from quizgame.tui.parts.show import announce
from quizgame.tui.screens.class_scene import ClassScene
from quizgame.tui.widgets.answering import Answered
from quizgame.tui.widgets.hands import Hands
from quizgame.wording import classes, keys

STEPS = {
    "dont_know": ClassStep.ANSWER,
    "letter": ClassStep.ANSWER,
    "swap": ClassStep.SWAP,
    "undo": ClassStep.UNDO,
    "more_time": ClassStep.MORE_TIME,
    "pause": ClassStep.PAUSE,
}
"""The step of the round that a key is."""


class ClassPlaying(ClassScene):
    """The answer stands until somebody goes on."""

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

    async def on_hands_counted_all(self, message: Hands.CountedAll) -> None:
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
            self._clock.follow(runs=not self.sitting.play.paused)
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
        flow.read_notes(self, self._classroom, question.topic, question.facts)

    def action_leave(self) -> None:
        """To the set-up; nothing is lost."""
        if not self._keeping:
            flow_class.leave_round(self, self._session, self._classroom, self.sitting)
