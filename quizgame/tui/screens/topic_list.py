"""The topics on the first screen, each with its score and whether it is ticked for the next round."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from quizgame.tui.parts.rows import Row
from quizgame.tui.parts.show import Part, Words, bar, padded
from quizgame.tui.screens.home import TITLE_WIDTH
from quizgame.wording import keys
from quizgame.wording.figures import NOT_TRIED_YET, facts_met
from quizgame.wording.home import known_in_words

if TYPE_CHECKING:
    from quizgame.banks.pack import Pack
    from quizgame.learning.overview import TopicOverview

BAR_WIDTH, LEAST_BAR = 10, 4


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
        self.overview: TopicOverview | None = None

    def parts(self, width: int) -> tuple[Part, ...]:
        """A line of columns; the last one only where there is room."""
        tick = ("● " if self.ticked else "○ ", "$accent" if self.ticked else "$quiet")
        name = padded(self.title, TITLE_WIDTH) + "  "
        topic = self.overview
        if topic is None or topic.met == 0:
            return tick, name, (NOT_TRIED_YET, "$quiet")
        said = known_in_words(topic)
        met = f"   {facts_met(topic.met, topic.facts)}"
        room = width - 3 - cell_len(name) - cell_len(said)
        bar_width = min(BAR_WIDTH, room) if room >= LEAST_BAR else 0
        used = 2 + cell_len(name) + bar_width + 1 + cell_len(said)
        return (
            tick,
            name,
            (bar(topic.known_now, bar_width), "$primary"),
            f" {said}",
            (met if used + cell_len(met) <= width else "", "$quiet"),
        )

    def clicked(self) -> None:
        """A click ticks; Enter plays."""
        self.action_tick()

    def action_tick(self) -> None:
        """Choose the topic for the next round, or leave it out."""
        row = self.marked
        if isinstance(row, TopicRow):
            row.ticked = not row.ticked
            row.show()
            self.post_message(self.Ticked(row))


class TopicList(Vertical):
    """All topics of a pack; a group of the source has its heading before it."""

    def __init__(self) -> None:
        super().__init__(id="topics")
        self._rows: list[TopicRow] = []
        """Of the pack that is played; those of another may stand on the screen a moment longer."""
        self._listed: list[Widget] = []

    def compose(self) -> ComposeResult:
        """What was listed before there was a place for it."""
        yield from self._listed

    def show_pack(self, pack: "Pack", ticked: Collection[str]) -> None:
        """List the topics of a pack."""
        self._rows = []
        listed: list[Widget] = []
        group = None
        for bank in pack.banks:
            if (its := pack.group(bank)) != group:
                group = its
                listed.append(Words(its or "", classes="group" if its else ""))
            self._rows.append(TopicRow(bank.topic, bank.title))
            self._rows[-1].ticked = bank.topic in ticked
            listed.append(self._rows[-1])
        if self.is_mounted:
            self.remove_children()
            self.mount_all(listed)
        self._listed = listed

    def show_known(self, overview: "Mapping[str, TopicOverview]") -> None:
        """Say of each what is known of it."""
        for row in self._rows:
            row.overview = overview[row.topic]
            row.show()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The topics that are ticked, in their order."""
        return tuple(row.topic for row in self._rows if row.ticked)
