"""What a date may look like, what each refused form is told, and the laws of before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import DateError, Interval, parse, spanning, year_in_edtf
from quizgame.banks.days import FIRST_DAY, LAST_DAY, day_number, parts_of
from quizgame.wording.dates import date_in_words
from tests.banks.date_strategies import intervals
from tests.often import examples

NOT_A_DATE = "is not a date"
OPEN, UNCERTAIN, UNSPECIFIED = "open intervals", "uncertain dates", "unspecified digits"
SEASONS, SETS, TIMES, TOO_FAR = "only the seasons 21 to 24", "sets of dates", "times of day", "lies too far from us"
NO_SUCH_DATE, BACKWARDS = "there is no such date", "ends before it starts"

modest = examples(60)
all_days = st.integers(day_number(-12_000), LAST_DAY) | st.integers(FIRST_DAY, LAST_DAY)


def iso(day: int) -> str:
    year, month, number = parts_of(day)
    return f"{year_in_edtf(year)}-{month:02}-{number:02}"


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
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("-0043-03/0014", "-0043-03-01", "0014-12-31"),
        ("0000-02-29", "0000-02-29", "0000-02-29"),
        ("-0004-02", "-0004-02-01", "-0004-02-29"),
        ("-0100-02", "-0100-02-01", "-0100-02-28"),
        ("Y-10000", "Y-10000-01-01", "Y-10000-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("-04XX", "-0499-01-01", "-0400-12-31"),
        ("-004X", "-0049-01-01", "-0040-12-31"),
        ("1990-21", "1990-03-01", "1990-05-31"),
        ("1990-22", "1990-06-01", "1990-08-31"),
        ("1990-23", "1990-09-01", "1990-11-30"),
        ("1990-24", "1990-12-01", "1991-02-28"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("0000-24", "0000-12-01", "0001-02-28"),
        ("1200~", "1190-01-01", "1210-12-31"),
        ("-0043~", "-0053-01-01", "-0033-12-31"),
        ("-2499~", "-2599-01-01", "-2399-12-31"),
        ("Y-10000~", "Y-11000-01-01", "-9000-12-31"),
        ("1994-05~", "1994-03-31", "1994-07-01"),
        ("1988-02-20~", "1988-02-13", "1988-02-27"),
        ("1988~/1994", "1978-01-01", "1994-12-31"),
        ("1988/1990~", "1988-01-01", "2000-12-31"),
    ],
)
def test_a_date_is_the_interval_of_its_possible_days(written: str, earliest: str, latest: str) -> None:
    when = parse(written)
    assert (iso(when.earliest), iso(when.latest)) == (earliest, latest)
    assert when.edtf == written.strip()


@pytest.mark.parametrize(
    ("written", "edtf", "words"),
    [
        ("800", "0800", "800"),
        ("800/850", "0800/0850", "800–850"),
        ("800/1066", "0800/1066", "800–1066"),
        ("800-12-25", "0800-12-25", "25 December 800"),
        ("800-05/800-06", "0800-05/0800-06", "May–June 800"),
        ("800~", "0800~", "about 800"),
        ("1988-XX", "1988", "1988"),
        ("1988-XX-XX/1989-02-XX", "1988/1989-02", "1988 – February 1989"),
        ("198X-XX", "198X", "1980s"),
    ],
)
def test_what_has_one_meaning_only_is_kept_in_one_form(written: str, edtf: str, words: str) -> None:
    assert parse(written).edtf == edtf
    assert date_in_words(parse(written)) == words
    assert parse(written) == parse(edtf)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        *[(text, OPEN) for text in ("..", "../1988", "1988/..", "1988/", "/1988", "/..", "/", "1988-02-20/..")],
        *[(text, UNCERTAIN) for text in ("1988?", "1988%", "1988-02?", "?1988", "~1988", "1988~-02", "%1988-02-20")],
        *[(text, UNSPECIFIED) for text in ("XXXX", "1XXX", "19X8", "198X-05", "1988-XX-05", "198u", "1988-uu", "19uu")],
        *[(f"2001-{season}", SEASONS) for season in range(25, 42)],
        *[(text, SEASONS) for text in ("2001-25/2001-26", "2001-29/2002", "2001/2002-34", "-0043-25")],
        *[(text, SETS) for text in ("[1667,1668]", "{1667,1668}", "[1984]", "{1960,1961-12}")],
        *[(text, TIMES) for text in ("1988-02-20T10:00:00", "1988-02-20T10:00Z", "12:30", "1988-02-20T24")],
        *[(text, TOO_FAR) for text in ("Y17000", "Y10000", f"Y-1{'0' * 11}", f"Y-{'9' * 5000}")],
        *[(text, NOT_A_DATE) for text in ("-1", "-753", "Y-170", "Y-17000-02", "1/0000-01", "--0043", "-43")],
        *[(text, NO_SUCH_DATE) for text in ("2023-02-30", "1900-02-29", "2023-04-31", "2023-01-00", "2023-01-32")],
        *[
            (text, NO_SUCH_DATE)
            for text in ("2023-13", "2023-00", "2023-13-01", "2001-20", "2001-42", "2001-21-01", "-0000", "-0001-02-29")
        ],
        *[
            (text, BACKWARDS)
            for text in (
                "1994/1988",
                "1994~/1988",
                "-0043/-0057",
                "0014/-0026",
                "1994-05/1994-04",
                "2020-11-10/2020-11-09",
                "2000-05/2000-04-30",
            )
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
        ("0000", "1 BC"),
        ("0001", "AD 1"),
        ("0070", "AD 70"),
        ("-0043", "44 BC"),
        ("-9998", "9999 BC"),
        ("-9999", "10,000 BC"),
        ("Y-65999999", "66,000,000 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-0043-03-09/-0043-03-10", "9–10 March 44 BC"),
        ("-0043-03/-0043-05", "March–May 44 BC"),
        ("-0057/-0049", "58–50 BC"),
        ("-0026/0014", "27 BC – AD 14"),
        ("-0026/0476", "27 BC – AD 476"),
        ("-0043-03-15/0476-09", "15 March 44 BC – September AD 476"),
        ("0070/0079", "AD 70–79"),
        ("-0043~", "about 44 BC"),
        ("1200~", "about 1200"),
        ("1200~/1250", "about 1200 – 1250"),
        ("1990-21", "spring 1990"),
        ("1990-24", "winter 1990–1991"),
        ("-0043-24", "winter 44–43 BC"),
        ("0000-24", "winter 1 BC – AD 1"),
        ("1990-21/1990-22", "spring 1990 – summer 1990"),
        ("198X", "1980s"),
        ("180X", "1800–1809"),
        ("19XX", "1900–1999"),
        ("00XX", "1 BC – AD 99"),
        ("-04XX", "5th century BC"),
        ("-00XX", "1st century BC"),
        ("-0499/-0400", "5th century BC"),
        ("1101/1200", "12th century"),
        ("0001/0100", "1st century"),
        ("2001/2100", "21st century"),
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


@given(all_days, all_days)
@modest
def test_the_days_from_one_to_another_are_written_so_that_they_are_read_again(one: int, other: int) -> None:
    first, last = min(one, other), max(one, other)
    when = spanning(first, last)
    assert (when.earliest, when.latest) == (first, last)
    if parts_of(first)[0] >= -9999:
        assert parse(when.edtf) == when


@given(all_days)
@modest
def test_the_year_the_month_and_the_day_of_a_day_are_written_short(day: int) -> None:
    written = [iso(day)[: len(iso(day)) - cut] for cut in (0, 3, 6)]
    for edtf in written if written[0][0] != "Y" else written[2:]:
        when = parse(edtf)
        assert spanning(when.earliest, when.latest) == when


@pytest.mark.parametrize(
    ("one", "other", "years"),
    [("-0043", "0044", 87), ("0000", "0001", 1), ("-0099", "0100", 199), ("Y-10000", "9999", 19999)],
)
def test_there_is_no_year_0_between_the_eras(one: str, other: str, years: int) -> None:
    first, last = parse(one), parse(other)
    assert first.before(last)
    assert round((last.earliest - first.earliest) / 365.2425) == years


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


@given(st.text(max_size=30) | st.text("0123456789-/.?~%XuTY:[]{} -0", max_size=25))
@modest
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        when = parse(text)
    except DateError:
        return
    assert when.earliest <= when.latest
    assert date_in_words(when)
