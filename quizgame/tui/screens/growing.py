"""A line of time that grows, on the screen."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from quizgame.game.play.growing import Growing, has_another
from quizgame.game.play.phases import Phase
from quizgame.session.last_time import last_line
from quizgame.session.session import Session
from quizgame.session.sitting import Sitting
from quizgame.tui import flow
from quizgame.tui.screens.playing import Playing
from quizgame.tui.widgets.axis import Axis
from quizgame.wording import keys
from quizgame.wording.axis import OnAxis
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
        game = sitting.play
        self._best = session.figures.best(game.started.mode, game.scope)
        self._last = last_line(session.figures, session.keeper, game)
        self._range = tuple(event.date for event in (*game.line, *game.deck))
        self._axis = Axis()
        self._question.tell_of_gaps(self._axis.hold)

    def compose_head(self) -> ComposeResult:
        """Below the usual head the axis: it stays in view however long the line is."""
        yield from super().compose_head()
        with Horizontal(id="axis-line"):
            yield self._axis

    def note(self) -> str | None:
        """Why there are events of other sections."""
        return why_mixed(self._session.pack, self.sitting.play.started.topics)

    def show_head(self) -> None:
        """The game, the misses, the cards that are left."""
        game = self.sitting.play
        self._topic.say(line_name(game.started.mode))
        self._state.say((misses_left(game), "$quiet"))
        self._count.say(line_so_far(game))
        self._axis.show(self._on_axis(game))

    def _on_axis(self, game: Growing) -> OnAxis:
        """The line as it lies now; at the end with what became of each card."""
        before = self._last.dates if self._last else ()
        shown = OnAxis(tuple(event.date for event in game.line), self._range, before)
        if game.phase is Phase.ASKING:
            return replace(shown, gap=len(game.line) // 2)
        became = {one.question.card.fact: one.verdict.right and not one.seen for one in game.given}
        if game.phase is Phase.SHOWING:
            at = game.verdict.went_to
            return replace(shown, card=at, became={at: became[game.line[at].fact]})
        places = {place: became[event.fact] for place, event in enumerate(game.line) if event.fact in became}
        return replace(shown, became=places)

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
        compared = compared_with_best(game, self._best, self._last.record if self._last else None)
        self._feedback.sum_up(compared, mine, after_line(game))
        self.settle()
        self.page.scroll_home(animate=False)

    def action_after_last(self) -> None:
        """Back: the line of the day is over, or there were no cards."""
        self.action_play_again()

    def action_play_again(self) -> None:
        """Another game, or back."""
        if self.is_a_new_press():
            flow.after_line(self, self._session, self.sitting.play)
