"""The topics of a pack while an import fills them: a large one is divided, as no file of a bank may be too large."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from quizgame.banks.letters import shows_nothing
from quizgame.banks.text import fault_in, one_line
from quizgame.exchange.ids import topic_id
from quizgame.exchange.neutral import Entry, Question, Topic, said

MOST_ENTRIES = 1_000
MOST_LETTERS = 150_000
_LONGEST_TITLE = 40
_REST = "…"


class Topics:
    """Gives each new entry its topic."""

    def __init__(self, topics: Iterable[Topic], entries: Iterable[Entry]) -> None:
        self._topics = {topic.id: topic for topic in topics}
        self._count: Counter[str] = Counter()
        self._letters: Counter[str] = Counter()
        for entry in entries:
            self.weigh(entry)
        self._next: Counter[str] = Counter()
        self.changed: list[str] = []

    def __iter__(self) -> Iterator[Topic]:
        return iter(list(self._topics.values()))

    def has(self, name: str) -> bool:
        """Whether there is a topic of this id."""
        return name in self._topics

    def weigh(self, entry: Entry) -> None:
        """Count an entry with those of its topic."""
        self._count[entry.topic] += 1
        self._letters[entry.topic] += _letters(entry)

    def told(self, topic: Topic) -> None:
        """What a file that carries everything says of a topic."""
        here = self._topics.get(topic.id)
        if here is None:
            self._topics[topic.id] = topic
            return
        names = ("section", "order", "note", "borrows")
        kept = {name: getattr(here, name) for name in names if getattr(topic, name) is None}
        told = replace(topic, title=topic.title or here.title, **kept)
        if told != here:
            self._topics[topic.id] = told
            self.changed.append(topic.id)

    def lends_no_more(self, name: str, facts: Collection[str]) -> None:
        """Let a topic do without facts that it borrows and nobody has."""
        if facts:
            topic = self._topics[name]
            kept = tuple(fact for fact in topic.borrows or () if fact not in facts)
            self._topics[name] = replace(topic, borrows=kept)

    def room_for(self, entry: Entry) -> str:
        """The id of a topic with the title that the entry names and room for it; made if need be."""
        first = topic_id(entry.topic)
        number = max(1, self._next[first])
        while True:
            name = first if number == 1 else f"{first}-{number}"
            if name not in self._topics:
                self._make(name, entry.topic if number == 1 else f"{entry.topic} {number}", number)
            if self._count[name] < MOST_ENTRIES and self._letters[name] < MOST_LETTERS:
                self._next[first] = number
                return name
            number += 1

    def _make(self, name: str, title: str, number: int) -> None:
        title = name if fault_in(title) or shows_nothing(title) else one_line(title)
        end = f" {number}" if number > 1 else ""
        short = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1 - len(end)].rstrip() + _REST + end
        order = max((topic.order or 0 for topic in self._topics.values()), default=0) + 1
        self._topics[name] = Topic(name, short, title[:600], order)


def _letters(entry: Entry) -> int:
    if isinstance(entry, Question):
        wrong = sum(len(one.text) + len(one.why or "") for one in entry.wrong or ())
        return len(entry.prompt) + len(entry.answer) + wrong + len(entry.explanation or "") + 300
    return len(said(entry)) + len(getattr(entry, "definition", "") or getattr(entry, "text", "") or "") + 200
