"""What is said about an answer, for every front end: kind, short, and without a cheer."""

from collections.abc import Sequence
from itertools import pairwise

from quizgame.banks.pack import Pack
from quizgame.game.kinds.grading import ChoiceVerdict, DateVerdict, OrderingVerdict, Verdict
from quizgame.game.kinds.questions import ChoiceQuestion, OrderingQuestion, Question
from quizgame.game.play.growing import LEAST_EVENTS, GapVerdict, events_for_line
from quizgame.game.play.scoring import RoundResult, points
from quizgame.wording.ruler import distance_in_words


def verdict_in_words(verdict: Verdict) -> str:
    """The first words of the feedback: "Right", "Not yet", "Move just 1 card", "About 2 years too early"."""
    if isinstance(verdict, ChoiceVerdict):
        if verdict.right:
            return "Right"
        return "Here is the answer" if verdict.chosen is None else "Not yet"
    if isinstance(verdict, DateVerdict):
        return _date_in_words(verdict)
    if verdict.placed is None:
        return "Here is the order"
    if verdict.right:
        return "Right, all in order"
    return f"Move {'just ' if verdict.cards_to_move == 1 else ''}{cards(verdict.cards_to_move)}"


def _date_in_words(verdict: DateVerdict) -> str:
    if verdict.given is None:
        return "Here is the date"
    if verdict.right:
        return "Right"
    side = "early" if verdict.given.before(verdict.true) else "late"
    distance = distance_in_words(verdict.given, verdict.true)
    return f"{distance[:1].upper()}{distance[1:]} too {side}"


def cards(count: int) -> str:
    """One card, or as many cards as there are."""
    return "1 card" if count == 1 else f"{count} cards"


def points_in_words(credit: float) -> str:
    """The points earned; nothing for none, as a loss is not counted aloud."""
    return f"+{points(credit)} points" if points(credit) else ""


def why_wrong(question: Question, verdict: Verdict) -> str | None:
    """Why the option that was chosen is wrong, if the bank says so."""
    if not isinstance(question, ChoiceQuestion) or not isinstance(verdict, ChoiceVerdict):
        return None
    return None if verdict.right or verdict.chosen is None else question.options[verdict.chosen].why


def places_off(question: OrderingQuestion, verdict: OrderingVerdict) -> list[tuple[int, str]]:
    """The events earliest first, each with how far off it was put; nothing for those that can stay."""
    return [(event, _off(question, verdict, place, event)) for place, event in enumerate(verdict.true_order)]


def _off(question: OrderingQuestion, verdict: OrderingVerdict, place: int, event: int) -> str:
    if verdict.placed is None or event in verdict.staying:
        return ""
    there = verdict.placed.index(event)
    if there == place:
        return "its neighbors move"
    count = "1 place" if abs(there - place) == 1 else f"{abs(there - place)} places"
    dates = [each.date for each in question.events]
    distance = distance_in_words(dates[event], dates[verdict.true_order[there]])
    return f"you had it {count} too {'late' if there > place else 'early'}, {distance} off"


def joined(verdict: OrderingVerdict) -> list[bool]:
    """For each event in true order, whether it and the next one stood next to each other already."""
    placed = verdict.placed or ()
    neighbors = set(pairwise(placed))
    return [pair in neighbors for pair in pairwise(verdict.true_order)] + [False]


def free_pairs(question: OrderingQuestion, verdict: OrderingVerdict) -> list[str]:
    """A sentence for each two neighbors whose dates do not say which came first."""
    events = [question.events[index] for index in verdict.true_order]
    return [
        f"“{one.label}” and “{other.label}”: their dates do not say which came first, so either order is right."
        for one, other in pairwise(events)
        if not one.date.comparable(other.date)
    ]


def why_mixed(pack: Pack, topics: Sequence[str]) -> str | None:
    """Why the events of other sections come in: these topics have fewer than 3 of their own."""
    if not events_for_line(pack, topics)[1]:
        return None
    titles = " and ".join(pack.bank(topic).title for topic in topics)
    return (
        f"{titles}: the article gives fewer than {LEAST_EVENTS} dates here, so events of other sections are mixed in."
    )


def gap_in_words(verdict: GapVerdict) -> str:
    """What became of a card of the growing timeline."""
    if verdict.right:
        return "Right"
    if verdict.gap is None:
        return "Here is its place"
    places = abs(verdict.gap - verdict.went_to)
    return "1 place off" if places == 1 else f"{places} places off"


def move_in_words(card: int, label: str, place: int | None) -> str:
    """A move of a card: "3. Parliament votes to join Armenia: moved to place 1." Both count from 0 here."""
    return f"{card + 1}. {label}: " + ("back to the others." if place is None else f"moved to place {place + 1}.")


def source_in_words(pack: Pack, fact: str) -> str:
    """Where the article says it: the section and the paragraph."""
    bank, found = pack.source_of(fact)
    return f"{bank.section}, paragraph {found.paragraph}"


def result_in_words(result: RoundResult) -> str:
    """What a round came to, as in: 7 of 10 right, 740 points."""
    return f"{result.right} of {result.asked} right, {result.points} points"
