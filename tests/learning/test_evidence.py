"""How sure a topic's score is."""

import random
from math import comb
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.learning.evidence import MOST, Evidence, Standing, beta_below
from tests.game.strategies import modest


def above(x: float, a: int, b: int) -> float:
    """The chance that Beta(a, b) is above x, for whole numbers: of `a + b - 1` throws fewer than `a` come up."""
    throws = a + b - 1
    return sum(comb(throws, ups) * x**ups * (1 - x) ** (throws - ups) for ups in range(a))


@pytest.mark.parametrize(("right", "answers", "chance"), [(7, 8, 0.93), (6, 10, 0.47), (3, 3, 0.87), (5, 5, 0.95)])
def test_the_examples_that_it_was_designed_by(right: int, answers: int, chance: float) -> None:
    evidence = Evidence(right, answers - right, answers)
    assert round(evidence.knows_most, 2) == chance
    assert evidence.knows_most == pytest.approx(above(MOST, 1 + right, 1 + answers - right), abs=1e-12)


def test_before_the_first_answer_any_share_is_as_likely() -> None:
    assert Evidence().knows_most == pytest.approx(0.4)


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.001, 0.999))
@modest
def test_it_is_the_sum_of_a_binomial_distribution(a: int, b: int, x: float) -> None:
    assert beta_below(x, a, b) == pytest.approx(1 - above(x, a, b), abs=1e-9)


@given(st.floats(1, 60), st.floats(1, 60), st.floats(0.01, 0.98))
@modest
def test_it_grows_with_the_bound_and_mirrors(a: float, b: float, x: float) -> None:
    assert 0 <= beta_below(x, a, b) <= beta_below(x + 0.01, a, b) <= 1
    assert beta_below(x, a, b) == pytest.approx(1 - beta_below(1 - x, b, a), abs=1e-9)


def after(*shares: float) -> Evidence:
    evidence = Evidence()
    for share in shares:
        evidence = evidence.after(share)
    return evidence


def test_an_answer_weighs_half_as_much_twenty_answers_later() -> None:
    old = after(1.0, *[0.0] * 20)
    assert old.right == pytest.approx(0.5)
    assert after(1.0, *[0.0] * 40).right == pytest.approx(0.25)
    assert old.answers == 21
    assert after(*[1.0] * 500).right == pytest.approx(1 / (1 - 0.5**0.05))


def test_part_of_an_answer_may_be_right() -> None:
    assert after(0.25) == Evidence(0.25, 0.75, 1)


@pytest.mark.parametrize(
    ("shares", "known_now", "standing"),
    [
        ([], 0.0, Standing.NOT_ENOUGH_YET),
        ([1.0] * 4, 1.0, Standing.NOT_ENOUGH_YET),  # a few lucky answers are no verdict, nor are a few unlucky ones
        ([0.0] * 4, 0.0, Standing.NOT_ENOUGH_YET),
        ([1.0] * 5, 0.8, Standing.SOLID),
        ([1.0] * 5, 0.79, Standing.GROWING),
        ([1.0] * 7 + [0.0], 0.9, Standing.GROWING),  # the miss came last and weighs most
        ([0.0] + [1.0] * 8, 0.9, Standing.SOLID),
        ([1.0, 0.0] * 5, 0.9, Standing.START_HERE),
        ([0.0] * 5, 0.9, Standing.START_HERE),
        ([0.0] * 30 + [1.0] * 23, 0.9, Standing.GROWING),
        ([0.0] * 30 + [1.0] * 30, 0.9, Standing.SOLID),
    ],
)
def test_a_topic_has_a_word(shares: list[float], known_now: float, standing: Standing) -> None:
    assert after(*shares).standing(known_now) is standing


def test_a_share_that_is_drawn_is_low_where_little_is_known_and_wide_where_little_is_known_of_it() -> None:
    rng = random.Random(1)
    weak, strong, unknown = (
        [one.draw(rng) for _ in range(2000)] for one in (Evidence(5, 15), Evidence(15, 5), Evidence())
    )
    assert fmean(weak) == pytest.approx(6 / 22, abs=0.02)
    assert fmean(strong) == pytest.approx(16 / 22, abs=0.02)
    assert (min(unknown), max(unknown)) == pytest.approx((0, 1), abs=0.02)
