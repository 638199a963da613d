"""The reveal of an ordering: each card at its true place, and how far off it was."""

from dataclasses import dataclass
from itertools import pairwise

from quizgame.game.kinds.ordering import OrderingQuestion, OrderingVerdict
from quizgame.wording.dates import date_in_words, distance_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.ruler import letter


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in its true place."""

    sign: str
    """✓ it can stay · ↕ it is to be moved · · nothing was put in order."""
    letter: str
    """Its name on the ruler."""
    date: str
    label: str
    note: str
    """How far off it was, or empty."""
    joined: bool
    """Whether it stood next to the card below already."""


def placed_cards(question: OrderingQuestion, verdict: OrderingVerdict) -> tuple[Placed, ...]:
    """The cards, earliest first."""
    neighbors = set(pairwise(verdict.placed or ()))
    following = (*verdict.true_order[1:], None)
    rows = []
    for place, (event, below) in enumerate(zip(verdict.true_order, following, strict=True)):
        card, note = question.events[event], _off(question, verdict, place, event)
        sign = "·" if verdict.placed is None else "↕" if note else "✓"
        joined = (event, below) in neighbors
        rows.append(Placed(sign, letter(place), date_in_words(card.date), card.label, note, joined))
    return tuple(rows)


def _off(question: OrderingQuestion, verdict: OrderingVerdict, place: int, event: int) -> str:
    if verdict.placed is None or event in verdict.staying:
        return ""
    there = verdict.placed.index(event)
    if there == place:
        return _("in its place, once others have moved")
    dates = [each.date for each in question.events]
    distance = distance_in_words(dates[event], dates[verdict.true_order[there]])
    count = abs(there - place)
    if there > place:
        text = counted(count, "you had it {n} place too late", "you had it {n} places too late")
    else:
        text = counted(count, "you had it {n} place too early", "you had it {n} places too early")
    return _("{places}, {distance} off").format(places=text, distance=distance)


def free_pairs(question: OrderingQuestion, verdict: OrderingVerdict) -> list[str]:
    """A sentence for each two neighbors whose dates do not say which came first."""
    events = [question.events[index] for index in verdict.true_order]
    text = _("“{one}” and “{other}”: their dates do not say which came first, so either order is right.")
    return [
        text.format(one=one.label, other=other.label)
        for one, other in pairwise(events)
        if not one.date.comparable(other.date)
    ]


def move_in_words(card: int, label: str, place: int | None) -> str:
    """A move of a card: "3. Parliament votes to join Armenia: moved to place 1." Both count from 0 here."""
    if place is None:
        return _("{card}. {label}: back to the others.").format(card=card + 1, label=label)
    return _("{card}. {label}: moved to place {place}.").format(card=card + 1, label=label, place=place + 1)
