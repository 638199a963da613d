"""What is said about the order and the dates of events."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.game.kinds.any import Response, grade
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion, OrderingVerdict
from quizgame.game.kinds.shared import DontKnow
from quizgame.wording.reveal import free_pairs, move_in_words, placed_cards
from quizgame.wording.rounds import cards, why_mixed
from tests.game.strategies import bank, day, days, events, fact, intervals, modest, pack_of, tray

YEARS = tray([parse(str(year)) for year in (1988, 1991, 1994, 2020)])


def verdict_on(question: OrderingQuestion, *order: int) -> OrderingVerdict:
    response: Response = Ordered(order) if order else DontKnow()
    verdict = grade(question, response)
    assert isinstance(verdict, OrderingVerdict)
    return verdict


def notes(question: OrderingQuestion, *order: int) -> list[str]:
    return [card.note for card in placed_cards(question, verdict_on(question, *order))]


def joined(question: OrderingQuestion, verdict: OrderingVerdict) -> list[bool]:
    return [card.joined for card in placed_cards(question, verdict)]


def by_event(question: OrderingQuestion, verdict: OrderingVerdict) -> dict[int, str]:
    cards = placed_cards(question, verdict)
    return {event: card.note for event, card in zip(verdict.true_order, cards, strict=True)}


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ((0, 1, 2, 3), ["", "", "", ""]),
        ((3, 0, 1, 2), ["", "", "", "you had it 3 places too early, at least about 31 years off"]),
        ((1, 2, 3, 0), ["you had it 3 places too late, at least about 31 years off", "", "", ""]),
        ((1, 2, 0, 3), ["you had it 2 places too late, at least about 5 years off", "", "", ""]),
        ((0, 2, 3, 1), ["", "you had it 2 places too late, at least about 28 years off", "", ""]),
    ],
)
def test_a_card_that_moves_is_told_its_places_and_its_time(order: tuple[int, ...], told: list[str]) -> None:
    assert notes(YEARS, *order) == told


def test_a_card_in_its_place_between_cards_that_move_is_told_so() -> None:
    """The middle card of a reversed order is where it belongs, yet it or others must move."""
    question = tray([day(0), day(2), day(9)])
    reversed_ = verdict_on(question, 2, 1, 0)
    [stays] = reversed_.staying
    told = by_event(question, reversed_)
    notes_of = {
        0: "you had it 2 places too late, 9 days off",
        1: "in its place, once others have moved",
        2: "you had it 2 places too early, 9 days off",
    }
    assert told == {**notes_of, stays: ""}
    five = tray([day(number) for number in range(5)])
    assert "in its place, once others have moved" in notes(five, 3, 4, 2, 0, 1)


@given(st.lists(intervals(400), min_size=2, max_size=6), st.data())
@modest
def test_the_side_and_the_places_are_those_of_the_line(dates: list[Interval], data: st.DataObject) -> None:
    question = tray(dates)
    verdict = verdict_on(question, *data.draw(st.permutations(range(len(dates)))))
    assert verdict.placed is not None
    for place, (event, note) in enumerate(by_event(question, verdict).items()):
        off = verdict.placed.index(event) - place
        if event in verdict.staying:
            assert note == ""
        elif off == 0:
            assert note == "in its place, once others have moved"
        else:
            count = "1 place" if abs(off) == 1 else f"{abs(off)} places"
            assert note.startswith(f"you had it {count} too {'late' if off > 0 else 'early'}, ")
            assert note.endswith((" day off", " days off", " weeks off", " months off", " years off"))


def test_events_that_stood_next_to_each_other_are_joined() -> None:
    assert joined(YEARS, verdict_on(YEARS, 0, 1, 2, 3)) == [True, True, True, False]
    assert joined(YEARS, verdict_on(YEARS, 3, 0, 1, 2)) == [True, True, False, False]
    assert joined(YEARS, verdict_on(YEARS, 2, 3, 0, 1)) == [True, False, True, False]
    assert joined(YEARS, verdict_on(YEARS, 3, 2, 1, 0)) == [False] * 4
    assert joined(YEARS, verdict_on(YEARS)) == [False] * 4


@given(st.permutations(range(5)))
@modest
def test_all_is_joined_only_in_the_true_order(order: list[int]) -> None:
    question = tray([day(number) for number in (3, 0, 4, 1, 2)])
    verdict = verdict_on(question, *order)
    pairs = list(pairwise(order))
    assert joined(question, verdict) == [pair in pairs for pair in pairwise(verdict.true_order)] + [False]
    assert all(joined(question, verdict)[:-1]) == (verdict.credit == 1)


def free(one: str, other: str) -> str:
    return f"“{one}” and “{other}”: their dates do not say which came first, so either order is right."


def test_neighbors_whose_dates_overlap_are_named() -> None:
    question = tray([days(5, 9), day(20), days(0, 6), days(20, 30)])
    for order in permutations(range(4)):
        assert free_pairs(question, verdict_on(question, *order)) == [
            free("Event 2", "Event 0"),
            free("Event 1", "Event 3"),
        ]
    assert free_pairs(question, verdict_on(question)) == free_pairs(question, verdict_on(question, 0, 1, 2, 3))


@given(st.lists(intervals(), min_size=2, max_size=6))
@modest
def test_only_neighbors_that_cannot_be_told_apart_are_named(dates: list[Interval]) -> None:
    question = tray(dates)
    verdict = verdict_on(question)
    ordered = [question.events[index] for index in verdict.true_order]
    overlap = [
        (one, other)
        for one, other in pairwise(ordered)
        if one.date.earliest <= other.date.latest and other.date.earliest <= one.date.latest
    ]
    assert free_pairs(question, verdict) == [free(one.label, other.label) for one, other in overlap]


def test_a_move_is_said_as_it_is_counted_on_the_screen() -> None:
    assert move_in_words(2, "Parliament votes", 0) == "3. Parliament votes: moved to place 1."
    assert move_in_words(0, "Parliament votes", None) == "1. Parliament votes: back to the others."


def test_one_card_and_more() -> None:
    assert [cards(count) for count in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]


MIXED = "the article gives fewer than 3 dates here, so events of other sections are mixed in."


def test_it_is_said_when_events_of_other_sections_come_in_and_only_then() -> None:
    pack = pack_of(
        bank("three", events("t", [day(0), day(1), day(2)])),
        bank("two", events("w", [day(3), day(4)])),
        bank("none", [fact("plain")]),
    )
    assert why_mixed(pack, ["three"]) is None
    assert why_mixed(pack, ["three", "none"]) is None
    assert why_mixed(pack, pack.topics) is None
    assert why_mixed(pack, ["two"]) == f"two: {MIXED}"
    assert why_mixed(pack, ["two", "none"]) == f"two and none: {MIXED}"


def test_nothing_is_said_to_be_mixed_in_where_there_is_nothing_else() -> None:
    pack = pack_of(bank("two", events("w", [day(3), day(4)])), bank("none", [fact("plain")]))
    for topics in (["two"], ["two", "none"]):
        assert why_mixed(pack, topics) is None
