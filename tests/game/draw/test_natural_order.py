"""Which options have an order of their own."""

from itertools import permutations

import pytest

from quizgame.game.draw.natural_order import natural_order

IN_ORDER = [
    ["1988", "1991", "1994", "2020"],
    ["9", "40", "300"],
    ["1988", "About 1991", "In 1994"],
    ["1988–1990", "1991–1994", "2020–2023"],
    ["the 1920s", "the 1980s", "the 1990s"],
    ["20 February 1988", "9 May 1992", "12 May 1994"],
    ["On 1 May 1994", "On 2 May 1994", "On 12 May 1994"],
    ["February 20, 1988", "May 12, 1994", "May 12 1995"],
    ["February 1988", "May 1994", "January 2020"],
    ["In May 1994", "In June 1994", "In July 1994"],
    ["May 1994", "9 May 1994", "10 May 1994"],
    ["January", "April", "December"],
    ["9 May", "10 May", "1 June"],
    ["Early May 1992", "June 1993"],
    ["About 200", "About 2,000", "More than 20,000"],
    ["About 2,000 people", "3,000 people", "Nearly 10,000 people"],
    ["0.5", "1.25", "3.5"],
    ["9 percent", "15 percent", "40 percent"],
    ["$1 billion", "$2.5 billion", "$10 billion"],
    ["€ 5", "€ 50", "€ 500"],
    ["None", "Two", "Ten"],
    ["two", "three", "fifteen"],
    ["753 BC", "About 509 BC", "44 BC"],
    ["10,000 BC", "44 BCE", "AD 14", "476 AD"],
    ["Two.", "5", "Twelve"],
    ["One year", "Two years", "Ten years"],
    ["1 year", "2 years", "10 years"],
    ["Two years", "3 years", "11 years"],
]

WITHOUT_ORDER = {
    "words": ["Armenia", "Turkey", "Iran"],
    "words and a number": ["Armenia", "1988", "Iran"],
    "two units": ["9 percent", "9 people", "12 percent"],
    "two units of one size": ["$1 billion", "$2 million", "$3 billion"],
    "a year and a month": ["1988", "May 1994", "2020"],
    "a day without a year among days with one": ["20 February", "9 May 1992", "12 May 1994"],
    "equal numbers": ["2,000", "2000", "3,000"],
    "equal but for a word before": ["20", "About 20", "30"],
    "equal dates": ["20 February 1988", "February 20, 1988", "May 1994"],
    "a number and its word": ["2", "two", "three"],
    "a word that only begins like a number": ["Tension", "Oneness", "Sixpence"],
    "a month that is a verb": ["May be", "June", "July"],
    "a month without a year among months with one": ["February", "May 1992", "June 1994"],
    "number words beyond the table": ["Two", "Twenty"],
}


@pytest.mark.parametrize("options", IN_ORDER, ids=" < ".join)
def test_numbers_and_dates_come_in_their_order_from_every_start(options: list[str]) -> None:
    for given in permutations(options):
        order = natural_order(given)
        assert order is not None
        assert [given[index] for index in order] == options


@pytest.mark.parametrize("options", WITHOUT_ORDER.values(), ids=WITHOUT_ORDER.keys())
def test_other_options_have_no_order_whatever_comes_first(options: list[str]) -> None:
    for given in permutations(options):
        assert natural_order(given) is None


def test_the_case_of_letters_does_not_matter() -> None:
    assert natural_order(["MAY 1994", "february 1988"]) == [1, 0]
