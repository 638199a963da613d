"""What an answer is worth, checked against slow and obvious ways to compute the same."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.game.kinds.any import Response, grade
from quizgame.game.kinds.choice import ChoiceQuestion, ChoiceVerdict, Chose, Option
from quizgame.game.kinds.dating import Dated, DateQuestion, DateVerdict
from quizgame.game.kinds.ordering import Ordered, OrderingVerdict
from quizgame.game.kinds.shared import DontKnow, Event
from tests.game.strategies import day, days, intervals, modest, tray

DATES = st.lists(intervals(), min_size=1, max_size=7)
DISTINCT_DAYS = st.sets(st.integers(0, 60), min_size=2, max_size=7).map(lambda found: [day(at) for at in sorted(found)])


def discordant(one: Interval, other: Interval) -> bool:
    """Whether the second of two placed dates was certainly over before the first began."""
    return other.latest < one.earliest


def kendall(placed: Sequence[Interval]) -> float:
    """Kendall's tau over the pairs whose order the dates decide, cut at 0: pair by pair, in exact fractions."""
    signs = []
    for one, other in combinations(placed, 2):
        if discordant(one, other):
            signs.append(-1)
        elif discordant(other, one):
            signs.append(1)
    return float(max(Fraction(0), Fraction(sum(signs), len(signs)))) if signs else 1.0


def fewest_moves(placed: Sequence[Interval]) -> int:
    """The size of the smallest set of cards without which no pair stands the wrong way round: every subset is tried."""
    for size in range(len(placed), 0, -1):
        for kept in combinations(placed, size):
            if not any(discordant(one, other) for one, other in combinations(kept, 2)):
                return len(placed) - size
    raise AssertionError("a single card is always in order")


def in_the_order_of(dates: Sequence[Interval], order: Sequence[int] | None = None) -> OrderingVerdict:
    verdict = grade(tray(dates), Ordered(tuple(order or range(len(dates)))))
    assert isinstance(verdict, OrderingVerdict)
    return verdict


@given(DATES, st.data())
@modest
def test_credit_is_kendalls_tau_over_the_comparable_pairs(dates: list[Interval], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(dates))))
    credit = in_the_order_of(dates, order).credit
    assert credit == pytest.approx(kendall([dates[index] for index in order]))
    assert 0 <= credit <= 1


@given(DATES)
@modest
def test_the_true_order_earns_everything_and_its_reverse_nothing(dates: list[Interval]) -> None:
    truth = in_the_order_of(dates).true_order
    assert in_the_order_of(dates, truth).credit == 1
    decided = any(discordant(one, other) or discordant(other, one) for one, other in combinations(dates, 2))
    assert in_the_order_of(dates, truth[::-1]).credit == (0 if decided else 1)


@given(DATES, st.data())
@modest
def test_an_event_that_overlaps_all_others_never_changes_the_credit(dates: list[Interval], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(dates)))
    with_another = [*dates[:at], days(0, 60), *dates[at:]]
    assert in_the_order_of(with_another).credit == in_the_order_of(dates).credit


@given(DATES)
@modest
def test_two_overlapping_neighbours_may_change_places(dates: list[Interval]) -> None:
    for at, (one, other) in enumerate(pairwise(dates)):
        if not (discordant(one, other) or discordant(other, one)):
            swapped = [*dates[:at], other, one, *dates[at + 2 :]]
            assert in_the_order_of(swapped).credit == in_the_order_of(dates).credit
            assert in_the_order_of(swapped).cards_to_move == in_the_order_of(dates).cards_to_move


def test_events_that_all_overlap_earn_full_credit_in_any_order() -> None:
    dates = [days(0, 9), days(5, 12), days(8, 30)]
    for order in permutations(range(3)):
        verdict = in_the_order_of(dates, order)
        assert (verdict.credit, verdict.cards_to_move, verdict.right) == (1, 0, True)
        assert verdict.facts_right == (True, True, True)


def test_a_random_order_of_five_earns_49_in_300_on_average() -> None:
    dates = [day(at) for at in range(5)]
    credits_ = [in_the_order_of(dates, order).credit for order in permutations(range(5))]
    assert sum(credits_) / 120 == pytest.approx(49 / 300)


@given(DATES)
@modest
def test_the_cards_to_move_are_as_few_as_any_subset_allows(dates: list[Interval]) -> None:
    verdict = in_the_order_of(dates)
    assert verdict.cards_to_move == fewest_moves(dates)
    wrong_pairs = [pair for pair in combinations(dates, 2) if discordant(*pair)]
    assert (verdict.cards_to_move == 0) == (not wrong_pairs) == verdict.right == (verdict.credit == 1)


@given(DATES, st.data())
@modest
def test_no_two_staying_cards_stand_the_wrong_way_round(dates: list[Interval], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(dates))))
    verdict = in_the_order_of(dates, order)
    staying = [index for index in order if index in verdict.staying]
    assert len(staying) == len(verdict.staying) == len(dates) - verdict.cards_to_move
    assert not any(discordant(dates[one], dates[other]) for one, other in combinations(staying, 2))


@given(DATES, st.data())
@modest
def test_the_true_order_has_no_pair_the_wrong_way_round(dates: list[Interval], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(dates))))
    truth = in_the_order_of(dates, order).true_order
    assert sorted(truth) == list(range(len(dates)))
    assert [(dates[at].earliest, dates[at].latest) for at in truth] == sorted((d.earliest, d.latest) for d in dates)


@given(DATES, st.data())
@modest
def test_a_fact_is_right_if_it_stands_right_to_its_true_neighbours(dates: list[Interval], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(dates))))
    verdict = in_the_order_of(dates, order)
    for at, event in enumerate(verdict.true_order):
        before, after = verdict.true_order[max(0, at - 1) : at], verdict.true_order[at + 1 : at + 2]
        late = any(discordant(dates[event], dates[n]) and order.index(n) > order.index(event) for n in before)
        early = any(discordant(dates[n], dates[event]) and order.index(n) < order.index(event) for n in after)
        assert verdict.facts_right[event] == (not late and not early)


@given(DISTINCT_DAYS, st.data())
@modest
def test_all_facts_are_right_exactly_when_distinct_days_stand_in_order(
    dates: list[Interval], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(dates))))
    assert all(in_the_order_of(dates, order).facts_right) == (order == list(range(len(dates))))
    assert not any(in_the_order_of(dates, range(len(dates))[::-1]).facts_right)


@given(DISTINCT_DAYS, st.data())
@modest
def test_two_neighbours_swapped_are_two_facts_wrong_and_one_card_to_move(
    dates: list[Interval], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(dates) - 2))
    order = list(range(len(dates)))
    order[at], order[at + 1] = order[at + 1], order[at]
    verdict = in_the_order_of(dates, order)
    assert {index for index, right in enumerate(verdict.facts_right) if not right} == {at, at + 1}
    assert verdict.cards_to_move == 1
    assert not verdict.right


@given(DATES)
@modest
def test_not_knowing_an_order_is_worth_nothing_and_says_nothing_stays(dates: list[Interval]) -> None:
    verdict = grade(tray(dates), DontKnow())
    assert isinstance(verdict, OrderingVerdict)
    assert (verdict.credit, verdict.placed, verdict.staying, verdict.right) == (0, None, frozenset(), False)
    assert verdict.facts_right == (False,) * len(dates)
    assert verdict.true_order == in_the_order_of(dates).true_order


THREE_OPTIONS = ChoiceQuestion("topic", "fact", "id", "Which?", tuple(map(Option, "abc")), 1, "Because.")


@pytest.mark.parametrize(
    ("response", "credit", "chosen"),
    [(Chose(0), 0, 0), (Chose(1), 1, 1), (Chose(2), 0, 2), (DontKnow(), 0, None)],
)
def test_only_the_key_of_a_choice_earns_credit(response: Response, credit: int, chosen: int | None) -> None:
    verdict = grade(THREE_OPTIONS, response)
    assert isinstance(verdict, ChoiceVerdict)
    assert (verdict.credit, verdict.key, verdict.chosen) == (credit, 1, chosen)
    assert verdict.facts_right == (verdict.right,) == (credit == 1,)


@pytest.mark.parametrize("response", [Chose(-1), Chose(3), Ordered((0,)), Ordered((0, 1, 2))])
def test_a_response_that_does_not_fit_a_choice_is_refused(response: Response) -> None:
    with pytest.raises(ValueError, match=r"does not answer a question with 3 options|is no answer to a ChoiceQuestion"):
        grade(THREE_OPTIONS, response)


@pytest.mark.parametrize(
    "response",
    [Chose(0), *map(Ordered, [(), (0, 1), (0, 1, 1), (0, 1, 3), (-1, 0, 1), (0, 1, 2, 2), (0, 1, 2, 3)])],
)
def test_a_response_that_does_not_fit_an_ordering_is_refused(response: Response) -> None:
    with pytest.raises(ValueError, match=r"does not put 3 events in order|is no answer to an? OrderingQuestion"):
        grade(tray([day(0), day(1), day(2)]), response)


MAY_1994 = DateQuestion("topic", "date-event", Event("event", "topic", "Ceasefire", parse("1994-05")))


@pytest.mark.parametrize(
    ("given_date", "credit"),
    [
        ("1994-05-12", 1.0),
        ("1994", 1.0),
        ("1980/1999", 1.0),
        ("1994-04-30", 1 - 1 / (5 * 365.25)),
        ("1995-06-01", 1 - 366 / (5 * 365.25)),
        ("1992", 1 - 486 / (5 * 365.25)),
        ("2000", 0.0),
    ],
)
def test_a_date_earns_all_if_it_shares_a_day_and_nothing_from_five_years_off(given_date: str, credit: float) -> None:
    verdict = grade(MAY_1994, Dated(parse(given_date)))
    assert isinstance(verdict, DateVerdict)
    assert verdict.credit == pytest.approx(credit)
    assert verdict.right == (credit == 1)
    assert verdict.facts_right == (verdict.right,)
    assert (verdict.given, verdict.true) == (parse(given_date), parse("1994-05"))


def test_not_knowing_a_date_is_worth_nothing_and_other_responses_do_not_fit() -> None:
    verdict = grade(MAY_1994, DontKnow())
    assert isinstance(verdict, DateVerdict)
    assert (verdict.credit, verdict.given, verdict.right, verdict.facts_right) == (0, None, False, (False,))
    for response in (Chose(0), Ordered((0,))):
        with pytest.raises(ValueError, match="is no answer to a DateQuestion"):
            grade(MAY_1994, response)
    for question in (THREE_OPTIONS, tray([day(0), day(1), day(2)])):
        with pytest.raises(ValueError, match="is no answer to"):
            grade(question, Dated(day(0)))
