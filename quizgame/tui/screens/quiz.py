"""A round of questions on the screen."""

from textual.binding import Binding

from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.modes import MOCK, ORDERINGS
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.tui import flow
from quizgame.tui.parts.show import progress_signs
from quizgame.tui.screens.playing import Playing
from quizgame.wording import keys
from quizgame.wording.answers import heading_of
from quizgame.wording.guide import guide
from quizgame.wording.rounds import question_of, why_mixed
from quizgame.wording.why import COMES_BACK, asked_because

ROOM_FOR_DOTS = 31
"""The cells that dots may take, so that the topic beside them can be read in a narrow window."""


class Quiz(Playing[Round]):
    """Questions of all kinds, and then what they came to."""

    BINDINGS = [Binding("y", "why", keys.WHY)]

    def note(self) -> str | None:
        """Why there are events of other sections."""
        started = self.sitting.play.started
        if started.mode == ORDERINGS:
            return why_mixed(self._session.pack, started.topics)
        play = self.sitting.play
        if play.phase is Phase.OVER:
            return None
        return COMES_BACK if play.comes_back else self._guide()

    def _guide(self) -> str | None:
        """A line for the first questions ever, as long as they are of the usual kind."""
        play, shown = self.sitting.play, self.sitting.play.phase is Phase.SHOWING
        if not isinstance(play.current, ChoiceQuestion) or play.started.mode == MOCK:
            return None
        return guide(self._session.figures.answers - shown, shown=shown)

    def show_head(self) -> None:
        """The topic, a dot for each question, the number of this one."""
        play = self.sitting.play
        total = len(play.questions)
        if play.place < total:
            self._topic.say(heading_of(play.current, self._session.pack))
            self._count.say(question_of(play.place, total))
        dots = progress_signs([one.known for one in play.given], total, told=play.started.mode != MOCK)
        self._state.say((dots if len(dots) <= ROOM_FOR_DOTS else "", "$accent"))
        note = self.note()
        self._mixed.display = bool(note)
        self._mixed.say(note or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a question whose reason can be told."""
        if action == "why" and self.sitting.play.phase is Phase.OVER:
            return False
        return super().check_action(action, parameters)

    def action_why(self) -> None:
        """Say why this question is asked."""
        play = self.sitting.play
        is_ordering = isinstance(play.current, OrderingQuestion)
        said = asked_because(play.why_now, comes_back=play.comes_back, is_ordering=is_ordering)
        self._mixed.display = True
        self._mixed.say(said)

    def over(self) -> None:
        """What the round came to."""
        flow.round_over(self, self._session, self.sitting)
