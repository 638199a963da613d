"""Our reading of EDTF against that of the `edtf` package."""

from datetime import date
from time import struct_time

import edtf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.banks.dates import DateError, parse
from tests.banks.date_strategies import pairs, points
from tests.often import examples

modest = examples(60)


def days_by_edtf(written: str) -> tuple[date, date]:
    """The first and the last day that the `edtf` package reads in a date."""
    read = edtf.parse_edtf(written)
    return _day(read.lower_strict()), _day(read.upper_strict())


def _day(moment: struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


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
        assert parse(written).earliest == parse(written).latest == exact


@pytest.mark.parametrize(
    "written",
    ("1988/.. ../1988 1988? 1988~ 1988% 198X 1988-XX 2001-21 2001-34 [1667,1668] {1667,1668} 1988-02-20T10:00:00"
     " Y17000 -0100").split(),
)  # fmt: skip
def test_what_edtf_can_say_beyond_our_part_of_it_is_refused(written: str) -> None:
    edtf.parse_edtf(written)
    with pytest.raises(DateError, match="is not supported"):
        parse(written)
