"""What a date may look like, what each refused form is told, and the laws of before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import DateError, Interval, parse
from quizgame.wording.dates import date_in_words
from tests.banks.date_strategies import intervals
from tests.often import examples

NOT_A_DATE = "is not a date"
OPEN, UNCERTAIN, UNSPECIFIED = "open intervals", "uncertain dates", "unspecified digits"
SEASONS, SETS, TIMES, YEARS = "seasons are not read", "sets of dates", "times of day", "years before 1 and beyond 9999"
NO_SUCH_DATE, BACKWARDS = "there is no such date", "ends before it starts"

modest = examples(60)


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("1988", "1988-01-01", "1988-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("1988-02-20", "1988-02-20", "1988-02-20"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("1988/1994", "1988-01-01", "1994-12-31"),
        ("1988/1988", "1988-01-01", "1988-12-31"),
        ("1988-02/1994", "1988-02-01", "1994-12-31"),
        ("1988/1994-05-16", "1988-01-01", "1994-05-16"),
        ("2020-11-09/2020-11-10", "2020-11-09", "2020-11-10"),
        ("2000-01-01/2000", "2000-01-01", "2000-12-31"),
        ("  1988-02-20\n", "1988-02-20", "1988-02-20"),
    ],
)
def test_a_date_is_the_interval_of_its_possible_days(written: str, earliest: str, latest: str) -> None:
    when = parse(written)
    assert (when.earliest.isoformat(), when.latest.isoformat()) == (earliest, latest)
    assert when.edtf == written.strip()


@pytest.mark.parametrize(
    ("written", "edtf", "words"),
    [
        ("800", "0800", "800"),
        ("800/850", "0800/0850", "800–850"),
        ("800/1066", "0800/1066", "800–1066"),
        ("800-12-25", "0800-12-25", "25 December 800"),
        ("800-05/800-06", "0800-05/0800-06", "May–June 800"),
    ],
)
def test_a_year_of_three_digits_is_read_as_it_is_meant(written: str, edtf: str, words: str) -> None:
    assert parse(written).edtf == edtf
    assert date_in_words(parse(written)) == words
    assert parse(written) == parse(edtf)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        *[(text, OPEN) for text in ("..", "../1988", "1988/..", "1988/", "/1988", "/..", "/", "1988-02-20/..")],
        *[(text, UNCERTAIN) for text in ("1988?", "1988~", "1988%", "1988-02?", "?1988", "1988/1994~", "%1988-02-20")],
        *[(text, UNSPECIFIED) for text in ("198X", "19XX", "XXXX", "1988-XX", "1988-02-XX", "198u", "1988-uu", "19uu")],
        *[(f"2001-{season}", SEASONS) for season in range(21, 42)],
        *[(text, SEASONS) for text in ("2001-21/2001-22", "2001-21/2002", "2001/2002-24")],
        *[(text, SETS) for text in ("[1667,1668]", "{1667,1668}", "[1984]", "{1960,1961-12}")],
        *[(text, TIMES) for text in ("1988-02-20T10:00:00", "1988-02-20T10:00Z", "12:30", "1988-02-20T24")],
        *[(text, YEARS) for text in ("Y17000", "Y-17000", "-0100", "-1", "1988/-0001", "0000", "0000-01", "1/0000-01")],
        *[(text, NO_SUCH_DATE) for text in ("2023-02-30", "1900-02-29", "2023-04-31", "2023-01-00", "2023-01-32")],
        *[(text, NO_SUCH_DATE) for text in ("2023-13", "2023-00", "2023-13-01", "2001-20", "2001-42", "2001-21-01")],
        *[
            (text, BACKWARDS)
            for text in ("1994/1988", "1994-05/1994-04", "2020-11-10/2020-11-09", "2000-05/2000-04-30")
        ],
        *[(text, BACKWARDS) for text in ("2000/2000-05", "2000-05-02/2000-05-01")],
        *[(text, NOT_A_DATE) for text in ("", " ", "19", "19888", "1988-2", "1988-02-2", "1988-", "1988-02-20-01")],
        *[
            (text, NOT_A_DATE)
            for text in ("١٩٨٨", "１９８８", "1988-०२", "1988–1994", "19²8", "1988\n1989", "1_98", "+1988")
        ],
        *[(text, NOT_A_DATE) for text in ("1988/1990/1992", "1988//1990", "1988 / 1994", "1988 1994", "20.2.1988")],
        *[
            (text, NOT_A_DATE)
            for text in ("20 February 1988", "August 2008", "Tuesday", "Yesterday", "May 1994", "None")
        ],
    ],
)
def test_a_refused_form_is_told_what_is_wrong_and_how_to_mend_it(written: str, reason: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(written)
    assert reason in caught.value.what
    assert str(caught.value) == caught.value.what
    assert caught.value.mend[:1].isupper()
    assert not caught.value.mend.endswith(".")


def test_a_message_repeats_only_the_beginning_of_a_long_date() -> None:
    for written in ("9" * 5000, "1988?" + "9" * 5000, "1994/" + "1" * 5000, "1988-02-30" + "/1988" * 900):
        with pytest.raises(DateError) as caught:
            parse(written)
        assert len(caught.value.what) < 160


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1988", "1988"),
        ("0800", "800"),
        ("1994-05", "May 1994"),
        ("1988-02-20", "20 February 1988"),
        ("2020-12-01", "1 December 2020"),
        ("1988/1994", "1988–1994"),
        ("2020-11-09/2020-11-10", "9–10 November 2020"),
        ("2020-09/2020-11", "September–November 2020"),
        ("2020-09-27/2020-11-10", "27 September 2020 – 10 November 2020"),
        ("2020-12/2021-01", "December 2020 – January 2021"),
        ("1988-02-20/1994", "20 February 1988 – 1994"),
        ("1988/1994-05", "1988 – May 1994"),
        ("1988/1988", "1988"),
        ("1988-02/1988-02", "February 1988"),
        ("1988-02-20/1988-02-20", "20 February 1988"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_was_written(written: str, words: str) -> None:
    assert date_in_words(parse(written)) == words


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("1988", "1989", True),
        ("1988-12-31", "1989", True),
        ("1988-02-19", "1988-02-20", True),
        ("1988", "1988-02-20", False),
        ("1988-02", "1988-02-20", False),
        ("1988/1994", "1994", False),
        ("1988/1994", "1995-01-01", True),
        ("1988-02-20", "1988-02-20", False),
        ("1989", "1988", False),
    ],
)
def test_before_means_over_before_the_other_begins(one: str, other: str, before: bool) -> None:
    assert parse(one).before(parse(other)) is before


@given(intervals(), intervals())
@modest
def test_of_two_dates_one_is_before_the_other_or_they_share_a_day(one: Interval, other: Interval) -> None:
    share_a_day = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert (one.before(other), other.before(one), share_a_day).count(True) == 1
    assert one.comparable(other) == other.comparable(one) == (not share_a_day)


@given(intervals())
@modest
def test_no_date_is_before_or_comparable_to_itself(one: Interval) -> None:
    assert not one.before(one)
    assert not one.comparable(one)


@given(intervals(), intervals(), intervals())
@modest
def test_before_carries_over(one: Interval, two: Interval, last: Interval) -> None:
    if one.before(two) and two.before(last):
        assert one.before(last)


@given(st.text(max_size=30) | st.text("0123456789-/.?~%XuTY:[]{} ", max_size=25))
@modest
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        when = parse(text)
    except DateError:
        return
    assert when.earliest <= when.latest
    assert date_in_words(when)
