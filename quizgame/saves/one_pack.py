"""The rows of one pack in `library_index`: what `banks.shelved` reads of it when it is asked for."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from pydantic import ValidationError

from quizgame.banks.entries import Alike, Entry
from quizgame.banks.models import Fact, Term
from quizgame.banks.shelved import ShelfError
from quizgame.saves import library_rows
from quizgame.saves.library_rows import ALL_TOPICS, AllTopics, Head, Row

_MOST_TOPICS = 16
"""Of so many the entries are kept at hand: more than a round looks into."""


class OnePack:
    """The shelf of one pack. All raise `ShelfError` where something does not stand there as it was written."""

    def __init__(self, ask: Callable[..., list[Row]], content: bytes, head: Head) -> None:
        """`ask` takes a query and its values, and raises `ShelfError`."""
        self._ask, self._content = ask, content
        self._number = library_rows.number_of(content)
        self._topics = {bank.topic for bank in head.banks}
        self._known: dict[str, Entry | None] = {}
        self._drawn_by = lru_cache(_MOST_TOPICS)(lambda topic: library_rows.drawn_in(self._line(topic)))
        self.layout, self.questions = head.layout, head.questions

    def entry(self, name: str) -> Entry | None:
        """What a fact or term is like."""
        if name not in self._known:
            rows = self._ask("SELECT entry, entry_mark FROM said WHERE pack = ? AND id = ?", self._number, name)
            self._known[name] = library_rows.entry_in(self._content, name, rows[0]) if rows else None
        return self._checked(self._known[name])

    def entries(self, topic: str) -> Sequence[Entry]:
        """What a topic draws."""
        return [library_rows.entry_of(one) for one in self._drawn_by(topic)]

    def asked(self, topic: str, importance: int) -> Sequence[str]:
        """Those of them that have a wording, by their importance."""
        return [name for name, _, its, wordings, *_ in self._drawn_by(topic) if its == importance and wordings]

    def events(self, topic: str) -> Sequence[str]:
        """Those of them that can be put in order by date."""
        return [name for name, *_, label in self._drawn_by(topic) if label]

    def _line(self, topic: str) -> str:
        rows = self._ask("SELECT drawn, mark FROM topics WHERE pack = ? AND topic = ?", self._number, topic)
        return library_rows.line_of(self._content, topic, rows[0] if rows else None)

    @cached_property
    def _all_topics(self) -> AllTopics:
        try:
            found = AllTopics.model_validate_json(self._line(ALL_TOPICS))
        except ValidationError:
            raise ShelfError(self._number) from None
        if found.alike.keys() != self._topics:
            raise ShelfError(self._number)
        return found

    def alike(self, topic: str) -> Sequence[Alike]:
        """All that a topic draws, counted."""
        return self._all_topics.alike[topic]

    def glossary(self) -> Sequence[str]:
        """The ids of all terms."""
        return self._all_topics.glossary

    def said(self, name: str) -> Fact | Term:
        """The fact or term with this id. Whoever asks has the id from here, so there must be one."""
        entry = self.entry(name)
        rows = self._ask("SELECT said, mark FROM said WHERE pack = ? AND id = ?", self._number, name)
        line = library_rows.line_of(self._content, name, rows[0] if rows else None)
        model: type[Fact] | type[Term] = Term if entry is not None and entry.is_term else Fact
        try:
            found = model.model_validate_json(line)
        except ValidationError:
            raise ShelfError(name) from None
        if entry is None or Entry.of(entry.topic, found) != entry:
            raise ShelfError(name)
        return found

    def _checked(self, entry: Entry | None) -> Entry | None:
        if entry is not None and entry.topic not in self._topics:
            raise ShelfError(entry.id)
        return entry
