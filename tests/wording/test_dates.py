"""Dates and distances in words."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import parse
from quizgame.wording.dates import date_in_words, distance_in_words
from tests.game.strategies import modest

DAYS = date.max.toordinal()

WORDS = [
    ("1988", "1988"),
    ("1988-02", "February 1988"),
    ("1988-02-20", "20 February 1988"),
    ("1988/1994", "1988–1994"),
    ("2020-09/2020-11", "September–November 2020"),
    ("2020-11-09/2020-11-10", "9–10 November 2020"),
    ("2020-09-27/2020-11-10", "27 September 2020 – 10 November 2020"),
    ("1988/1988", "1988"),
]


@pytest.mark.parametrize(("edtf", "words"), WORDS)
def test_a_date_is_said_as_precisely_as_it_is_written(edtf: str, words: str) -> None:
    assert date_in_words(parse(edtf)) == words


DISTANCES = [
    ("1994-05-01", "1994-05-01", "0 days"),
    ("1994-05-01", "1994-05-02", "1 day"),
    ("1994-05-01", "1994-05-21", "20 days"),
    ("1994-05-01", "1994-05-22", "about 3 weeks"),
    ("1994-05-01", "1994-06-29", "about 8 weeks"),
    ("1994-05-01", "1994-06-30", "about 2 months"),
    ("1994-01-01", "1995-12-01", "about 23 months"),
    ("1994", "1995", "at least 1 day"),
    ("1987-12", "1988", "at least 1 day"),
    ("1994-05", "1994-07", "at least about 4 weeks"),
    ("1994", "1996", "at least about 12 months"),
    ("1918", "2023-09-19", "at least about 105 years"),
    ("0001", "9999", "at least about 9997 years"),
]


@pytest.mark.parametrize(("one", "other", "words"), DISTANCES)
def test_a_distance_is_that_of_the_nearest_days(one: str, other: str, words: str) -> None:
    assert distance_in_words(parse(one), parse(other)).replace(",", "") == words
    assert distance_in_words(parse(other), parse(one)).replace(",", "") == words


@given(st.integers(1, DAYS - 1), st.integers(0, 3000))
@modest
def test_the_words_are_as_near_to_the_days_as_their_unit(start: int, days: int) -> None:
    first = date.fromordinal(min(start, DAYS - 3000))
    words = distance_in_words(parse(first.isoformat()), parse((first + timedelta(days)).isoformat()))
    form = re.fullmatch(r"(?:about )?(\d+) (day|week|month|year)s?", words)
    assert form
    unit = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[form[2]]
    assert abs(int(form[1]) * unit - days) <= unit / 2
