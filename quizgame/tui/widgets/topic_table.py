"""The topics with what is known of each: a bar and a figure, a word with how many answers say so, a trend."""

from collections.abc import Mapping, Sequence

from textual.binding import Binding

from quizgame.learning.overview import TopicOverview
from quizgame.tui.parts.listing import Listing
from quizgame.tui.parts.show import Part, padded
from quizgame.wording import keys
from quizgame.wording.progress import (
    due_in_words,
    known_bar,
    known_in_words,
    standing_in_words,
    trend_in_words,
)

TITLE_WIDTH, BAR_WIDTH, NARROW_BAR, KNOWN_WIDTH, STANDING_WIDTH, TREND_WIDTH = 26, 10, 5, 5, 19, 9
NARROW = 60


class TopicTable(Listing):
    """A row a topic; Enter practises the marked one."""

    BINDINGS = [Binding("enter", "choose", keys.PRACTISE)]

    def __init__(self, topics: Sequence[TopicOverview], titles: Mapping[str, str]) -> None:
        super().__init__(len(topics), id="topic-table")
        self.topics, self._titles = tuple(topics), titles

    @property
    def topic(self) -> str:
        """The one that is marked."""
        return self.topics[self.chosen].topic

    def show(self, topics: Sequence[TopicOverview]) -> None:
        """Other figures, maybe in another order: the same topic stays marked."""
        before = self.topic
        self.topics = tuple(topics)
        self.chosen = [one.topic for one in self.topics].index(before)
        self.draw()

    def row(self, place: int, width: int) -> Sequence[Part]:
        """Columns; in a narrow window fewer, and shorter ones."""
        one = self.topics[place]
        bar_width = NARROW_BAR if width < NARROW else BAR_WIDTH
        known = padded(known_in_words(one).rjust(KNOWN_WIDTH), KNOWN_WIDTH)
        used = 2 + bar_width + 1 + KNOWN_WIDTH + 2 + STANDING_WIDTH
        title = padded(self._titles[one.topic], max(8, min(TITLE_WIDTH, width - used)))
        parts: list[Part] = [
            (f"{title}  ", "bold" if place == self.chosen else ""),
            (known_bar(one, bar_width), "$primary"),
            f" {known}  ",
            (padded(standing_in_words(one), STANDING_WIDTH), "" if one.answers else "$quiet"),
        ]
        left = width - used - TITLE_WIDTH
        for text, room in ((trend_in_words(one), TREND_WIDTH), (due_in_words(one), 14)):
            if left >= room:
                parts.append((padded(text, room), "$quiet"))
                left -= room
        return parts
