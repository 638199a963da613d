"""A day to come as people type it, or one sentence."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.learning.typed_day import DayFault, TypedDayError, read_day
from quizgame.wording.typed_day import day_fault_in_words, day_in_words

THURSDAY = date(2026, 11, 26)
TODAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("friday", date(2026, 11, 27)),
        ("Fri", date(2026, 11, 27)),
        ("thursday", date(2026, 12, 3)),
        ("next Wednesday", date(2026, 12, 2)),
        ("on monday", date(2026, 11, 30)),
        ("today", THURSDAY),
        ("Tomorrow", date(2026, 11, 27)),
        ("in 10 days", date(2026, 12, 6)),
        ("in 1 day", date(2026, 11, 27)),
        ("2 weeks", date(2026, 12, 10)),
        ("2026-12-04", date(2026, 12, 4)),
        ("4 December", date(2026, 12, 4)),
        ("4. dec.", date(2026, 12, 4)),
        ("4th of December", date(2026, 12, 4)),
        ("December 4", date(2026, 12, 4)),
        ("Dec 4, 2027", date(2027, 12, 4)),
        ("  4   DECEMBER  2026 ", date(2026, 12, 4)),
        ("26 november", THURSDAY),
        ("1 January", date(2027, 1, 1)),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str, meant: date) -> None:
    assert read_day(typed, THURSDAY) == meant


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", DayFault.NOTHING_TYPED),
        ("   ", DayFault.NOTHING_TYPED),
        ("someday", DayFault.NOT_A_DAY),
        ("fr", DayFault.NOT_A_DAY),
        ("4", DayFault.NOT_A_DAY),
        ("4 Foobar", DayFault.NOT_A_DAY),
        ("31 June", DayFault.NO_SUCH_DAY),
        ("2027-02-29", DayFault.NO_SUCH_DAY),
        ("2027-13-01", DayFault.NO_SUCH_DAY),
        ("0 December", DayFault.NO_SUCH_DAY),
        ("2026-11-25", DayFault.IN_THE_PAST),
        ("4 December 2020", DayFault.IN_THE_PAST),
        ("2030-01-01", DayFault.TOO_FAR),
        ("in 9999 weeks", DayFault.TOO_FAR),
        ("\x1b[2J", DayFault.NOT_A_DAY),
    ],
)
def test_what_is_no_day_to_come_gets_one_sentence(typed: str, fault: DayFault) -> None:
    with pytest.raises(TypedDayError) as error:
        read_day(typed, THURSDAY)
    assert error.value.fault is fault
    said = day_fault_in_words(error.value)
    assert said.endswith(".")
    assert "\x1b" not in said


def test_the_last_of_february_is_the_next_one_there_is() -> None:
    assert read_day("29 February", date(2026, 11, 26) + timedelta(days=400)) == date(2028, 2, 29)


@given(TODAYS, st.integers(0, 700))
def test_a_day_that_is_written_out_is_read_again(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    for typed in (day.isoformat(), f"in {ahead} days", f"{day_in_words(day).partition(' ')[2]} {day.year}"):
        assert read_day(typed, today) == day


@given(st.text(max_size=40), TODAYS)
def test_whatever_is_typed_is_a_day_to_come_or_a_fault(text: str, today: date) -> None:
    try:
        day = read_day(text, today)
    except TypedDayError as error:
        said = day_fault_in_words(error)
    else:
        said = f"{max(day, today) == day}."
    assert said.endswith(".")
    assert said != "False."
