"""The axis of a line that grows: to scale, never moving, with the gap lit and last time's line behind it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.wording.axis import LAST_TIME, LEAST_WIDTH, OnAxis, Role, axis
from tests.game.strategies import brief

YEARS = [parse(str(year)) for year in (1920, 1988, 1991, 2020, 2024)]


def rows(shown: OnAxis, width: int = 60) -> list[str]:
    return ["".join(text for text, _ in row) for row in axis(shown, width)]


def roles(shown: OnAxis, width: int = 60) -> list[Role]:
    """Of each cell of the axis itself."""
    return [role for text, role in axis(shown, width)[1] for _ in text]


def test_events_lie_to_scale_and_the_gap_between_them_is_lit() -> None:
    pointing, line, years = rows(OnAxis((YEARS[1], YEARS[3]), tuple(YEARS), gap=1))
    assert [at for at, sign in enumerate(line) if sign == "●"] == [38, 56]  # 68.5 and 100.5 of 105 years, on 59 steps
    assert line[39:56] == "━" * 17
    assert pointing.strip() == "▾"
    assert 38 < pointing.index("▾") < 56
    assert years.split() == ["1940", "1960", "1980", "2000", "2020"]


@pytest.mark.parametrize(("gap", "lit"), [(0, range(38)), (1, range(39, 56)), (2, range(57, 60))])
def test_a_gap_at_an_end_reaches_to_the_end(gap: int, lit: range) -> None:
    shown = OnAxis((YEARS[1], YEARS[3]), tuple(YEARS), gap=gap)
    assert [cell for cell, role in enumerate(roles(shown)) if role is Role.GAP] == list(lit)


def test_last_time_s_line_lies_behind_and_is_named_where_the_pointer_is_not() -> None:
    for gap, start in ((0, 60 - len(LAST_TIME)), (2, 0)):
        shown = OnAxis((YEARS[1], YEARS[3]), tuple(YEARS), before=(YEARS[1], YEARS[2]), gap=gap)
        pointing, line, _ = rows(shown)
        assert pointing.index(LAST_TIME) == start
        assert (line.count("○"), line.count("●")) == (1, 2)  # what lies there now hides what lay there
        assert roles(shown)[line.index("○")] is Role.BEFORE


def test_at_the_end_each_event_tells_what_became_of_it() -> None:
    shown = OnAxis(tuple(YEARS[1:4]), tuple(YEARS), became={1: True, 2: False})
    pointing, line, _ = rows(shown)
    assert pointing.strip() == ""
    cells = [at for at, sign in enumerate(line) if sign == "●"]
    assert [roles(shown)[cell] for cell in cells] == [Role.EVENT, Role.RIGHT, Role.MISSED]


def test_where_there_is_no_room_or_nothing_there_is_none() -> None:
    assert axis(OnAxis(()), 60) == []
    assert axis(OnAxis((YEARS[0],)), LEAST_WIDTH - 1) == []


@st.composite
def lines(draw: st.DrawFn) -> tuple[list[Interval], list[Interval]]:
    days = st.dates(date(1, 1, 1), date(9000, 1, 1)).map(lambda day: parse(day.isoformat()))
    every = sorted(draw(st.lists(days, min_size=1, max_size=20)), key=lambda one: one.earliest)
    return every, draw(st.lists(st.sampled_from(every), max_size=20))


@given(lines(), st.integers(LEAST_WIDTH, 200), st.data())
@brief
def test_whatever_lies_on_it_the_rows_have_one_width_and_nothing_moves(
    drawn: tuple[list[Interval], list[Interval]], width: int, data: st.DataObject
) -> None:
    every, before = drawn
    seen: set[int] = set()
    for count in range(1, len(every) + 1):
        on_it = every[:count]
        shown = OnAxis(tuple(on_it), tuple(every), tuple(before), gap=data.draw(st.integers(0, count)))
        found = rows(shown, width)
        assert {len(row) for row in found} == {width}
        assert found[0].count("▾") == 1
        cells = {at for at, role in enumerate(roles(shown, width)) if role is Role.EVENT}
        assert {found[1][cell] for cell in cells} == {"●"}
        assert seen <= cells
        assert len(cells - seen) <= 1
        seen = cells
