"""The topics on the first screen, each with its score and whether it is ticked for the next round."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding
from textual.message import Message

from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, bar
from quizgame.wording import keys

if TYPE_CHECKING:
    from quizgame.learning.progress import TopicScore

TITLE_WIDTH = 26
BAR_WIDTH = 10


class TopicRow(Row):
    """A topic."""

    BINDINGS = [Binding("enter", "choose", keys.PLAY), Binding("space", "tick", keys.TICK)]

    @dataclass
    class Ticked(Message):
        """The topic was ticked, or is so no more."""

        row: "TopicRow"

    def __init__(self, topic: str, title: str) -> None:
        super().__init__(classes="topic")
        self.topic, self.title = topic, title
        self.ticked = False
        self.score: TopicScore | None = None
        self.met = self.facts = 0

    def parts(self, width: int) -> tuple[Part, ...]:
        """A line of columns; the last one only where there is room."""
        from quizgame.wording.figures import NOT_TRIED_YET, facts_met, percent

        tick = ("● " if self.ticked else "○ ", "$accent" if self.ticked else "$quiet")
        name = set_cell_size(self.title, TITLE_WIDTH) + "  "
        share = self.score.percent if self.score else None
        if self.score is None or share is None:
            return tick, name, (NOT_TRIED_YET, "$quiet")
        figure = f" {percent(share):>5}"
        met = f"   {facts_met(self.met, self.facts)}"
        used = cell_len(name) + 2 + BAR_WIDTH + len(figure)
        return (
            tick,
            name,
            (bar(share / 100, BAR_WIDTH), "$primary"),
            figure,
            (met if used + len(met) <= width else "", "$quiet"),
        )

    def clicked(self) -> None:
        """A click ticks; Enter plays."""
        self.action_tick()

    def action_tick(self) -> None:
        """Choose the topic for the next round, or leave it out."""
        self.ticked = not self.ticked
        self.show()
        self.post_message(self.Ticked(self))
