"""A round of questions on the screen."""

from quizgame.game.play.modes import ORDERINGS
from quizgame.game.play.round import Round
from quizgame.tui import flow
from quizgame.tui.parts.show import progress_dots
from quizgame.tui.screens.playing import Playing
from quizgame.wording.answers import heading_of
from quizgame.wording.rounds import question_of, why_mixed

ROOM_FOR_DOTS = 31
"""The cells that dots may take, so that the topic beside them can be read in a narrow window."""


class Quiz(Playing[Round]):
    """Questions of all kinds, and then what they came to."""

    def note(self) -> str | None:
        """Why there are events of other sections."""
        started = self.sitting.play.started
        return why_mixed(self._session.pack, started.topics) if started.mode == ORDERINGS else None

    def show_head(self) -> None:
        """The topic, a dot for each question, the number of this one."""
        play = self.sitting.play
        total = len(play.questions)
        if play.place < total:
            self._topic.say(heading_of(play.current, self._session.pack))
            self._count.say(question_of(play.place, total))
        dots = progress_dots(len(play.given), total)
        self._state.say((dots if len(dots) <= ROOM_FOR_DOTS else "", "$accent"))

    def over(self) -> None:
        """What the round came to."""
        flow.round_over(self, self._session, self.sitting.play)
