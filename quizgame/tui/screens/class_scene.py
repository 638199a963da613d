"""A round of a class before a projector: one question, as large as the window allows, and nothing small beside it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from quizgame.game.draw.codes import code_of
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.teams import THE_CLASS
from quizgame.game.play.votes import Counted
from quizgame.session.class_sitting import ClassSitting
from quizgame.session.classroom import Classroom
from quizgame.session.session import Session
from quizgame.tui import flow_class
from quizgame.tui.parts.big import BigWords
from quizgame.tui.parts.feedback import FeedbackBox
from quizgame.tui.parts.figure import Countdown
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Stack, Words
from quizgame.tui.widgets.any import AnyQuestion
from quizgame.tui.widgets.blocks import QUESTION_ROWS, Blocks
from quizgame.tui.widgets.hands import Hands
from quizgame.tui.widgets.team_board import TeamBoard
from quizgame.wording import class_screens as told
from quizgame.wording import classes
from quizgame.wording.answers import prompt_of
from quizgame.wording.saving import not_saved_now

PROJECTOR = 100, 30
"""The cells from which on a window is read from the back row."""
AROUND = 9
"""Rows of the window that no question has: the head, the line that says what to do, the keys."""
SIDES = 12
"""Cells beside the column."""
ROWS_OF_A_CARD = 4
"""Rows that a card of an ordering has: one of them to lie in, one in the tray, and air."""
SAID_ROWS = 9
"""Rows that what is said of an answer needs at the least."""


class ClassScene(Page):
    """Nobody is named, nothing is ranked, and the answer stands until somebody goes on."""

    CSS_PATH = ["../parts/feedback.tcss", "../widgets/widgets.tcss", "class_playing.tcss"]

    def __init__(self, session: Session, classroom: Classroom, sitting: ClassSitting) -> None:
        super().__init__()
        self._session, self._classroom, self.sitting = session, classroom, sitting
        self._keeping = self._board_is_open = False
        self._is_large = True
        self._team, self._place, self._code = Words(id="team"), Words(id="place"), Words(id="code")
        self._small, self._saving = Words(id="small"), Words(id="saving")
        self._prompt, self._blocks = BigWords(self._rows_for_prompt, id="prompt"), Blocks()
        self._question, self._hands = AnyQuestion(session.intervals, self._blocks), Hands()
        self._clock, self._board = Countdown(lambda: self.sitting.seconds_left), TeamBoard()
        self._answers = Stack(*self._question.widgets, id="any-question")
        self._asked = Vertical(id="asked")
        self._do, self._feedback = Words(id="do"), FeedbackBox(self._rows_for_feedback)

    def compose_head(self) -> ComposeResult:
        """Whose turn it is, which question, by which code it is played again."""
        with Horizontal(id="class-head"):
            yield from (self._team, self._place, self._code)

    def compose_page(self) -> ComposeResult:
        """The question, the ways to answer, the answer; or the board."""
        yield self._small
        yield self._board
        with self._asked:
            with Horizontal(id="prompt-and-clock"):
                yield from (self._prompt, self._clock)
            yield from (self._answers, self._feedback, self._do, self._hands)
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
            below += len(self._blocks.lines(width)) if self._answers.display else 0
        else:
            below += ROWS_OF_A_CARD * len(question.shown) + 6
        below += len(self._feedback.lines(width)) + 1 if self._feedback.display else 0
        return self.size.height - AROUND - below

    def _rows_for_feedback(self) -> int:
        """The rows that are left for what is said, beside the smallest question and its options."""
        below = len(self._blocks.lines(self.size.width - SIDES)) if self._answers.display else 0
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
        self._answers.display = not begins
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
        self._clock.follow(runs=not self.sitting.play.paused)
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
        self._asked.display = not (is_open and self.sitting.play.phase is not ClassPhase.SETTING_UP)
