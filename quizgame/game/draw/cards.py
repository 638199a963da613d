"""Flashcards for facts that somebody else chose: questions, words and dates, none of which gives another one away."""

import random
from collections.abc import Iterator, Sequence

from quizgame.banks.models import Fact, Term
from quizgame.banks.pack import Pack
from quizgame.banks.quality.leaks import Printed, printed
from quizgame.game.draw.chance import shuffled
from quizgame.game.draw.tables import tables_of
from quizgame.game.kinds.card import CardQuestion, Side


class Dealt:
    """The cards so far: one for each fact, of a side that chance chooses among those that it has."""

    def __init__(self, pack: Pack, topics: Sequence[str], rng: random.Random) -> None:
        self._pack, self._topics, self._rng = pack, topics, rng
        self._cards: dict[str, tuple[CardQuestion, Printed]] = {}

    def __len__(self) -> int:
        return len(self._cards)

    def add(self, fact: str) -> bool:
        """Deal a card of a fact or term too. False if it has none in these topics, or none that fits to the others."""
        topic = next((topic for topic in self._topics if topic in self._pack.drawn_by(fact)), None)
        if topic is None or fact in self._cards:
            return False
        for card in shuffled(list(cards_of(self._pack, topic, fact)), self._rng):
            forms = printed(card.front, card.back, tables_of(self._pack).lists)
            if not any(forms.clashes(other) for _, other in self._cards.values()):
                self._cards[fact] = card, forms
                return True
        return False

    def cards(self) -> list[CardQuestion]:
        """All of them, in the order in which they were added."""
        return [card for card, _ in self._cards.values()]


def cards_of(pack: Pack, topic: str, fact: str) -> Iterator[CardQuestion]:
    """Every card that a fact or term has."""
    source = pack.source_of(fact)[1]
    if isinstance(source, Term):
        for side, front, back in (
            (Side.WORD, source.term, source.definition),
            (Side.MEANING, source.definition, source.term),
        ):
            yield CardQuestion(topic, fact, f"card-{fact}-{side.value}", side, front, back)
        return
    for number, question in enumerate(source.questions, 1):
        name = f"card-{question.id or f'{fact}-{number}'}"
        front, back, reason = question.prompt, question.answer, question.explanation
        yield CardQuestion(topic, fact, name, Side.QUESTION, front, back, reason, source.tags)
    yield from _dated(pack, topic, source)


def _dated(pack: Pack, topic: str, fact: Fact) -> Iterator[CardQuestion]:
    if fact.label is None or fact.date is None:
        return
    date = fact.date.edtf
    yield CardQuestion(topic, fact.id, f"card-{fact.id}-event", Side.EVENT, fact.label, date, fact.text, fact.tags)
    if tables_of(pack).dates[date] == 1:  # else nobody could know which event is meant
        yield CardQuestion(topic, fact.id, f"card-{fact.id}-date", Side.DATE, date, fact.label, fact.text, fact.tags)
