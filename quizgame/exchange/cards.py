"""Cards with a front and a back: what they are among our kinds, and what ours are as cards.

A question goes out with its options on the front, a line each, so that it can be answered there too, and comes back
with them. A foreign card is a date with its event, or a word with its meaning; of a question and its short answer the
answer is the word.
"""

import re
from dataclasses import dataclass

from quizgame.banks.letters import letter_count
from quizgame.banks.told_dates import told
from quizgame.banks.written_dates import is_meant_as_date
from quizgame.exchange import ids
from quizgame.exchange.fit import is_stand_in, with_era
from quizgame.exchange.neutral import Collector, Entry, LeftOut, Place, Question, Statement, Word, Wrong, left
from quizgame.exchange.options import mixed
from quizgame.exchange.reasons import Why

LONGEST_WORD = 60
_BULLET = "• "
_CLOZE = re.compile(r"\{\{c\d+::")
_GUID = re.compile(r"quizgame-(question|event|word)-(.+)")


@dataclass(frozen=True, slots=True)
class Card:
    """Two texts, and the name by which the card is known when it comes back."""

    guid: str
    topic: str
    front: str
    back: str
    tags: tuple[str, ...] = ()


def card_of(entry: Entry) -> Card | LeftOut | None:
    """A question, an event or a word as a card; None for a fact that nobody is asked."""
    if isinstance(entry, Question):
        return _question_card(entry)
    if isinstance(entry, Word):
        return Card(f"quizgame-word-{entry.id}", entry.topic, entry.term, entry.definition)
    if entry.date and entry.label:
        return Card(f"quizgame-event-{entry.id}", entry.topic, entry.label, told(entry.date), entry.tags or ())
    return None


def _question_card(question: Question) -> Card | LeftOut:
    options, _ = mixed(question)
    if f"\n{_BULLET}" in question.prompt or any("\n" in option for option in options):
        return left(question, Why.SEVERAL_LINES_THERE)
    front = "\n".join([question.prompt, *(f"{_BULLET}{option}" for option in options)])
    reason = "" if is_stand_in(question) else f"\n\n{question.explanation}"
    return Card(f"quizgame-question-{question.id}", question.topic, front, f"{question.answer}{reason}")


def add_card(found: Collector, card: Card, place: Place) -> None:
    """Add a card of any program."""
    front, back = card.front.strip(), card.back.strip()
    if _CLOZE.search(front):
        found.leave_out(place, Why.CLOZE, "", front)
    elif not front or not back:
        found.leave_out(place, Why.NO_ANSWER if front else Why.NO_QUESTION, "", front or back)
    elif match := _GUID.fullmatch(card.guid):
        _add_own(found, match[1], match[2], card, place)
    elif event := _event(card, front, back, place):
        found.add(event)
    else:
        found.add(_word(card, front, back, place))


def _add_own(found: Collector, kind: str, name: str, card: Card, place: Place) -> None:
    front, back = card.front.strip(), card.back.strip()
    match kind:
        case "word":
            found.add(Word(name, card.topic, front, back, place=place))
        case "event":
            found.add(Statement(name, card.topic, None, back, front, place=place))
        case _:
            prompt, *options = front.split(f"\n{_BULLET}")
            answer, _, reason = back.partition("\n\n")
            wrong = tuple(Wrong(option) for option in options if option != answer) or None
            found.add(Question(name, card.topic, prompt, answer, wrong, reason or None, place=place))


def _event(card: Card, front: str, back: str, place: Place) -> Statement | None:
    name = card.guid or ids.made("card", front)
    if front.endswith("?") or "\n" in front + back:
        return None
    for date, label in ((front, back), (back, front)):
        if is_meant_as_date(date) and not is_meant_as_date(label):
            return Statement(name if card.guid else "", card.topic, None, with_era(date), label, place=place)
    return None


def _word(card: Card, front: str, back: str, place: Place) -> Word:
    is_question = front.endswith("?") or letter_count(front) > LONGEST_WORD
    if is_question and letter_count(back) <= LONGEST_WORD and "\n" not in back:
        return Word(card.guid or ids.made("card", front), card.topic, back, front, place=place)
    return Word(card.guid, card.topic, front, back, place=place)
