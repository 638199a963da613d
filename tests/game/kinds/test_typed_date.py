"""Dates as people type them, and what a near miss is worth."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.game.kinds.any import Response, grade
from quizgame.game.kinds.choice import Chose
from quizgame.game.kinds.dating import Dated, DateQuestion, DateVerdict, dating_credit, days_apart
from quizgame.game.kinds.ordering import Ordered
from quizgame.game.kinds.shared import DontKnow, Event
from quizgame.game.kinds.typed_date import DateFault, TypedDateError, read_date
from quizgame.game.play.scoring import points
from tests.game.strategies import days, intervals, modest

TYPED = [
    ("1988", "1988"),
    ("  1988  ", "1988"),
    ("301", "0301"),
    ("5", "0005"),
    ("9999", "9999"),
    ("1994-05", "1994-05"),
    ("1994-5", "1994-05"),
    ("1988-02-20", "1988-02-20"),
    ("1988-2-3", "1988-02-03"),
    ("1988-02-29", "1988-02-29"),
    ("5/1994", "1994-05"),
    ("05/1994", "1994-05"),
    ("12.1994", "1994-12"),
    ("May 1994", "1994-05"),
    ("may 1994", "1994-05"),
    ("MAY   1994", "1994-05"),
    ("Sept. 1994", "1994-09"),
    ("sep 1994", "1994-09"),
    ("september\t1994", "1994-09"),
    ("20 February 1988", "1988-02-20"),
    ("20 Feb 1988", "1988-02-20"),
    ("20. feb. 1988", "1988-02-20"),
    ("1 may 0988", "0988-05-01"),
    ("February 20, 1988", "1988-02-20"),
    ("feb 20 1988", "1988-02-20"),
    ("Feb. 3, 1988", "1988-02-03"),
    ("44 BC", "-0043"),
    ("44 bce", "-0043"),
    ("44 b.c.", "-0043"),
    ("c. 44 BC", "-0043"),
    ("about 1200", "1200"),
    ("ca. 1200", "1200"),
    ("~1200", "1200"),
    ("10,000 BC", "-9999"),
    ("15 March 44 BC", "-0043-03-15"),
    ("mar 44 bc", "-0043-03"),
    ("AD 70", "0070"),
    ("70 CE", "0070"),
    ("20 Feb 1988 BC", "-1987-02-20"),
    ("spring 1990", "1990-21"),
    ("autumn 44 bc", "-0043-23"),
    *((f"{name} 1999", f"1999-{number:02}") for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "edtf"), TYPED)
def test_a_date_is_read_as_it_is_meant(typed: str, edtf: str) -> None:
    assert read_date(typed) == parse(edtf)
    assert read_date(typed.upper()) == read_date(typed.lower()) == parse(edtf)


@given(st.dates())
@modest
def test_every_day_there_is_can_be_typed(day: date) -> None:
    month = f"{day:%B}"
    forms = [day.isoformat(), f"{day.day} {month} {day.year}", f"{month[:3]} {day.day}, {day.year:04}"]
    assert {read_date(form) for form in forms} == {parse(day.isoformat())}
    assert read_date(f"{day.month}/{day.year:04}") == read_date(f"{month} {day.year}") == parse(day.isoformat()[:7])


REFUSED = [
    *((text, DateFault.NOT_A_DATE, text) for text in (
        "hello", "12345", "1990s", "-5", "5/9/1994", "1994/5", "1988-1994", "1988-02-20T12:00", "5 May",
        "5th century BC", "100–44 BC", "40s BC", "BC", "c.", "0 BC", "44 BC AD",
    )),
    ("", DateFault.NOTHING_TYPED, ""),
    (" \t", DateFault.NOTHING_TYPED, ""),
    ("1" * 500, DateFault.NOT_A_DATE, "1" * 30),
    ("  Long ago  ", DateFault.NOT_A_DATE, "Long ago"),
    ("foo 1994", DateFault.NOT_A_MONTH, "foo"),
    ("20 Xyz 1988", DateFault.NOT_A_MONTH, "xyz"),
    ("winter 1990", DateFault.NOT_A_MONTH, "winter"),
    ("Tue 20, 1988", DateFault.NOT_A_MONTH, "tue"),
    *((text, DateFault.NO_SUCH_DATE, text.casefold()) for text in (
        "0", "0000", "13/1994", "0/1994", "00.1994", "1994-13", "1994-0", "1994-00", "1994-00-05", "1994-21",
        "1994-5-0", "30 Feb 1988", "1987-02-29", "feb 30, 1988", "0 may 1994", "32 May 1994", "1900-02-29", "May 0",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "fault", "part"), REFUSED)
def test_what_is_no_date_has_a_fault_and_the_part_it_is_about(typed: str, fault: DateFault, part: str) -> None:
    with pytest.raises(TypedDateError) as error:
        read_date(typed)
    assert (error.value.fault, error.value.part) == (fault, part)


@pytest.mark.parametrize("typed", ["88", "5", "301", "nov 20", "20 feb 88"])
def test_a_short_year_is_asked_again_where_nothing_is_that_old(typed: str) -> None:
    with pytest.raises(TypedDateError) as error:
        read_date(typed, first_year=1918)
    assert error.value.fault is DateFault.SHORT_YEAR
    assert read_date(typed, first_year=476) == read_date(typed)


@pytest.mark.parametrize("typed", ["44", "5", "c. 301", "mar 44"])
def test_a_short_year_may_be_of_either_era_where_things_are_as_old(typed: str) -> None:
    with pytest.raises(TypedDateError) as error:
        read_date(typed, first_year=-489)
    assert error.value.fault is DateFault.WHICH_ERA
    assert (
        read_date(f"{typed} BC", first_year=-489).latest
        < 1
        <= read_date(f"AD {typed}" if typed.isdigit() else f"{typed} AD").earliest
    )


@pytest.mark.parametrize(("typed", "first_year"), [("491", -489), ("1988", -2999), ("0044", -489), ("44", 30)])
def test_a_year_that_can_be_of_one_era_only_needs_none(typed: str, first_year: int) -> None:
    assert read_date(typed, first_year) == parse(typed.zfill(4))


@pytest.mark.parametrize(
    ("typed", "edtf"), [("0088", "0088"), ("1988", "1988"), ("nov 2020", "2020-11"), ("1988-2", "1988-02")]
)
def test_four_digits_always_mean_that_year(typed: str, edtf: str) -> None:
    assert read_date(typed, first_year=1918) == parse(edtf)


@pytest.mark.parametrize("typed", ["١٩٨٨", "१९८८", "１９８８", "۱۹۸۸"])
def test_a_year_may_be_typed_in_the_digits_of_any_script(typed: str) -> None:
    assert read_date(typed, first_year=1918) == parse("1988")


@given(st.text(max_size=40))
@modest
def test_whatever_is_typed_is_a_date_or_a_sentence(typed: str) -> None:
    try:
        read = read_date(typed)
    except TypedDateError:
        return
    assert read.earliest <= read.latest


def share_a_day(one: Interval, other: Interval) -> bool:
    return max(one.earliest, other.earliest) <= min(one.latest, other.latest)


@given(intervals(4000), intervals(4000))
@modest
def test_credit_is_full_exactly_if_a_day_is_shared_and_the_same_both_ways(one: Interval, other: Interval) -> None:
    credit = dating_credit(one, other)
    assert credit == dating_credit(other, one)
    assert 0 <= credit <= 1
    assert (credit == 1) == share_a_day(one, other)
    assert (days_apart(one, other) == 0) == share_a_day(one, other)


@given(st.integers(0, 2500), st.integers(0, 400), st.integers(0, 400), st.booleans())
@modest
def test_credit_falls_evenly_to_nothing_at_five_years(gap: int, one: int, other: int, later: bool) -> None:
    true, given_date = days(0, one), days(one + gap, one + gap + other)
    credit = dating_credit(given_date, true) if later else dating_credit(true, given_date)
    assert credit == pytest.approx(max(0, 1 - gap / (5 * 365.25)))


@pytest.mark.parametrize(
    ("given_date", "true", "hundredths"),
    [
        ("1994", "1994-05-12", 100),
        ("1993-05-12", "1994-05-12", 80),
        ("1996-11-11", "1994-05-12", 50),
        ("1990-05-12", "1994-05-12", 20),
        ("1989-05-12", "1994-05-12", 0),
        ("1999-05-12", "1994-05-12", 0),
        ("0001", "9999", 0),
        ("-0043", "-0043-03-15", 100),
        ("0000", "0001-01-01", 99),
        ("-0001", "0001", 80),
        ("0044", "-0043", 0),
    ],
)
def test_points_for_a_near_miss(given_date: str, true: str, hundredths: int) -> None:
    assert points(dating_credit(parse(given_date), parse(true))) == hundredths


QUESTION = DateQuestion("topic", "date-event", Event("event", "topic", "Ceasefire", parse("1994-05")))


@pytest.mark.parametrize(
    ("response", "credit", "right"),
    [
        (Dated(parse("1994")), 1, True),
        (Dated(parse("1994-05-31")), 1, True),
        (Dated(parse("1994-06-01")), 1 - 1 / 1826.25, False),
        (Dated(parse("1990")), 1 - 1217 / 1826.25, False),
        (Dated(parse("1980")), 0, False),
        (DontKnow(), 0, False),
    ],
)
def test_a_dated_event_is_graded_by_how_far_off_it_is(response: Response, credit: float, right: bool) -> None:
    verdict = grade(QUESTION, response)
    assert isinstance(verdict, DateVerdict)
    assert verdict.credit == pytest.approx(credit)
    assert (verdict.right, verdict.facts_right, verdict.true) == (right, (right,), parse("1994-05"))
    assert verdict.given == (response.date if isinstance(response, Dated) else None)


@pytest.mark.parametrize("response", [Chose(0), Ordered((0,)), Ordered(())])
def test_only_a_date_answers_a_question_for_a_date(response: Response) -> None:
    with pytest.raises(ValueError, match="is no answer to a DateQuestion"):
        grade(QUESTION, response)


def test_the_question_names_the_event() -> None:
    assert QUESTION.shown == ("Ceasefire",)
    assert QUESTION.facts == ("event",)
