"""Our reading of EDTF against that of the `edtf` package."""

from datetime import date
from time import struct_time

import edtf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.banks.dates import DateError, parse, year_in_edtf
from quizgame.banks.days import LAST_DAY, day_number, last_of_month, parts_of
from tests.banks.date_strategies import pairs, points
from tests.often import examples

modest = examples(60)


def days_by_edtf(written: str) -> tuple[int, int]:
    """The first and the last day that the `edtf` package reads in a date."""
    read = edtf.parse_edtf(written)
    return _day(read.lower_strict()), _day(read.upper_strict())


def _day(moment: struct_time) -> int:
    return day_number(moment.tm_year, moment.tm_mon, moment.tm_mday)


@given(points())
@example("0001")
@example("9999-12-31")
@example("1900-02")
@modest
def test_years_months_and_days_have_the_days_that_edtf_gives_them(written: str) -> None:
    when = parse(written)
    assert (when.earliest, when.latest) == days_by_edtf(written)


@given(pairs() | pairs(date(1999, 12, 1), date(2000, 3, 31)))
@example("1988-02/1988")
@example("1988/1988-02")
@modest
def test_intervals_go_from_the_first_day_of_one_end_to_the_last_day_of_the_other(written: str) -> None:
    start, _, end = written.partition("/")
    first, last = parse(start), parse(end)
    if first.earliest <= last.earliest and first.latest <= last.latest:
        when = parse(written)
        assert (when.earliest, when.latest) == (first.earliest, last.latest) == days_by_edtf(written)
    else:
        with pytest.raises(DateError, match="ends before it starts"):
            parse(written)


@given(st.integers(-9999, 9999), st.sampled_from(["{}", "{}-02", "{}-11", "{}-02-28", "{}-12-31"]))
@example(0, "{}-02-29")
@example(-4, "{}-02")
@example(-100, "{}-02")
@modest
def test_years_before_1_are_those_of_edtf(year: int, form: str) -> None:
    written = form.format(year_in_edtf(year))
    when = parse(written)
    assert (when.earliest, when.latest) == days_by_edtf(written)


@pytest.mark.parametrize(
    "written",
    "Y-10000 Y-170002 198X 19XX 20XX 1990-21 1990-22 -0043-23 1985-XX 1985-04-XX -0099/-0043 -0026-01/0014".split(),
)
def test_level_1_is_read_as_edtf_reads_it(written: str) -> None:
    when = parse(written)
    assert (when.earliest, when.latest) == days_by_edtf(written)


def test_a_winter_begins_where_edtf_lets_it_begin_and_lasts_three_months() -> None:
    assert parse("1990-24").earliest == days_by_edtf("1990-24")[0]


@given(st.dates())
@example(date.min)
@example(date.max)
@modest
def test_days_are_numbered_as_datetime_numbers_them(day: date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert parts_of(number) == (day.year, day.month, day.day)


@given(st.integers(-4_000_000, LAST_DAY - 1) | st.integers(-(10**13), LAST_DAY - 1))
@modest
def test_each_day_follows_the_one_before_it(number: int) -> None:
    assert day_number(*parts_of(number)) == number
    (year, month, day), after = parts_of(number), parts_of(number + 1)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    assert last_of_month(year, month) == day_number(year, month, lengths[month - 1])
    if day < lengths[month - 1]:
        assert after == (year, month, day + 1)
    else:
        assert after == ((year, month + 1, 1) if month < 12 else (year + 1, 1, 1))


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
@example(2023, 2, 29)
@example(2024, 2, 29)
@example(2001, 21, 1)
@modest
def test_a_day_is_read_just_when_the_calendar_has_it(year: int, month: int, day: int) -> None:
    written = f"{year:04}-{month:02}-{day:02}"
    try:
        exact = date(year, month, day)
    except ValueError:
        with pytest.raises(DateError, match="no such date"):
            parse(written)
    else:
        assert parse(written).earliest == parse(written).latest == exact.toordinal()


@pytest.mark.parametrize(
    "written",
    "1988/.. ../1988 1988? 1988% 2001-34 [1667,1668] {1667,1668} 1988-02-20T10:00:00 Y17000".split(),
)  # fmt: skip
def test_what_edtf_can_say_beyond_our_part_of_it_is_refused(written: str) -> None:
    edtf.parse_edtf(written)
    with pytest.raises(DateError, match="is not supported"):
        parse(written)
