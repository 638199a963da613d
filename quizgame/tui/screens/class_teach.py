"""What did not land, once more: a study note to read aloud, then another wording of it to the whole class."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.learning.class_figures import FactFigure
from quizgame.session.classroom import Classroom
from quizgame.tui import flow
from quizgame.tui.parts.big import BigWords
from quizgame.tui.parts.page import Page
from quizgame.tui.parts.show import Words
from quizgame.tui.widgets.answering import Answered
from quizgame.tui.widgets.blocks import Blocks
from quizgame.wording import class_over as told
from quizgame.wording import keys
from quizgame.wording.answers import prompt_of
from quizgame.wording.class_report import answer_is, to_teach_again_lines
from quizgame.wording.paper import key_answer, key_reason

AROUND = 10
"""Rows of the window that the large text does not have."""


class TeachAgain(Page):
    """Enter goes on: note, question, answer; then the next fact. Nothing of it is kept or counted."""

    CSS_PATH = ["../widgets/widgets.tcss", "class_over.tcss"]
    BINDINGS = [
        Binding("enter", "on", keys.NEXT),
        Binding("w", "where", keys.STUDY_NOTE),
        Binding("q,escape", "back", keys.BACK),
    ]

    def __init__(self, classroom: Classroom, found: Sequence[tuple[FactFigure, Question | None]]) -> None:
        super().__init__()
        self._classroom, self._found = classroom, list(found)
        self._place = self._step = 0
        """Which fact, and what stands there of it: its note, its question, the answer."""
        self._head = Words(id="team")
        self._big = BigWords(self._rows, id="prompt")
        self._blocks, self._answer = Blocks(), Words(id="do")

    def compose_page(self) -> ComposeResult:
        """One thing at a time."""
        yield from (self._head, self._big, self._blocks, self._answer)

    def _rows(self) -> int:
        below = len(self._blocks.lines(self.size.width - AROUND)) if self._blocks.display else 0
        return self.size.height - AROUND - below

    def on_mount(self) -> None:
        """The first note."""
        self._show()

    def _show(self) -> None:
        figure, question = self._found[self._place]
        lines = to_teach_again_lines(self._classroom.pack, figure)
        self._head.say(
            told.one_of(told.READ_ALOUD if not self._step else told.ONCE_MORE, self._place, len(self._found))
        )
        is_choice = self._step > 0 and isinstance(question, ChoiceQuestion)
        self._blocks.around = AROUND
        self._blocks.display = is_choice
        if self._step == 0 or question is None:
            self._big.say(lines[0])
            self._answer.say((lines[1], "$quiet"))
        else:
            self._big.say(prompt_of(question))
            if isinstance(question, ChoiceQuestion):
                self._blocks.ask(question.shown)
                self._blocks.focus()
                if self._step == 2:
                    self._blocks.reveal(question.shown, question.key, None)
            told_now = [(answer_is(key_answer(question)), "bold $success"), f"\n{self._reason(question)}"]
            self._answer.say(*(told_now if self._step == 2 else ()))
        self.page.scroll_home(animate=False)
        self.settle()

    def _reason(self, question: Question) -> str:
        return key_reason(self._classroom.pack, question)

    def on_answered(self, message: Answered) -> None:
        """What most of them say: here it only leads to the answer."""
        message.stop()
        self._next()

    def action_on(self) -> None:
        """The question, the answer, the next fact, and back after the last."""
        if self.is_a_new_press():
            self._next()

    def _next(self) -> None:
        last = 0 if self._found[self._place][1] is None else 2
        if self._step < last:
            self._step += 1
        elif self._place + 1 < len(self._found):
            self._place, self._step = self._place + 1, 0
        else:
            flow.back(self)
            return
        self._show()

    def action_where(self) -> None:
        """The study notes of its section."""
        fact = self._found[self._place][0].fact
        flow.read_notes(self, self._classroom, self._classroom.pack.source_of(fact)[0].topic, (fact,))
