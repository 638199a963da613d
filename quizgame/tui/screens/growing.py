"""A line of time that grows, on the screen."""

from textual.binding import Binding

from quizgame.game.play.growing import Growing, has_another
from quizgame.game.play.phases import Phase
from quizgame.session.session import Session
from quizgame.session.sitting import Sitting
from quizgame.tui import flow
from quizgame.tui.screens.playing import Playing
from quizgame.wording import keys
from quizgame.wording.rounds import (
    after_line,
    compared_with_best,
    line_name,
    line_result,
    line_so_far,
    misses_left,
    why_mixed,
)
from quizgame.wording.screens import LINE_IS_YOURS
from quizgame.wording.share import to_show


class GrowingScreen(Playing[Growing]):
    """One card after the other, and then the line."""

    BINDINGS = [
        Binding("enter", "go_on", keys.NEXT),  # again, as a class that names a key has no other action for it
        Binding("enter", "play_again", keys.PLAY_AGAIN),
        Binding("enter", "after_last", keys.BACK),
    ]

    def __init__(self, session: Session, sitting: Sitting[Growing]) -> None:
        super().__init__(session, sitting)
        self._best = session.figures.best(sitting.play.started.mode, sitting.play.scope)

    def note(self) -> str | None:
        """Why there are events of other sections."""
        return why_mixed(self._session.pack, self.sitting.play.started.topics)

    def show_head(self) -> None:
        """The game, the misses, the cards that are left."""
        game = self.sitting.play
        self._topic.say(line_name(game.started.mode))
        self._state.say((misses_left(game), "$quiet"))
        self._count.say(line_so_far(game))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After the end Enter plays again, or goes back where there is nothing more to play."""
        if action in ("play_again", "after_last"):
            over = self.sitting.play.phase is Phase.OVER
            if not over or has_another(self.sitting.play) is not (action == "play_again"):
                return False
        return super().check_action(action, parameters)

    def over(self) -> None:
        """The line, and how long it is beside the longest."""
        game = self.sitting.play
        self._prompt.say(line_result(game))
        self._question.show_line(game.line)
        mine = "\n\n".join((LINE_IS_YOURS, to_show(game))) if game.given else ""
        self._feedback.sum_up(compared_with_best(game, self._best), mine, after_line(game))
        self.settle()
        self.page.scroll_home(animate=False)

    def action_after_last(self) -> None:
        """Back: the line of the day is over, or there were no cards."""
        self.action_play_again()

    def action_play_again(self) -> None:
        """Another game, or back."""
        if self.is_a_new_press():
            flow.after_line(self, self._session, self.sitting.play)
