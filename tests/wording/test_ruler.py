"""The ruler: rows of one width, letters that none covers, and ticks that can be read, for any dates there may be."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse
from quizgame.game.kinds.ordering import true_order
from quizgame.wording.ruler import letter, ruler, ticks
from tests.game.strategies import modest

DAYS = date.max.toordinal()
SPANS = (1, 40, 400, 4_000, 40_000, 730_000, DAYS - 1)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def between(first: date, last: date) -> Interval:
    return parse(first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}")


@st.composite
def stories(draw: st.DrawFn) -> list[Interval]:
    """Two to six dates in true order, from days to millennia apart, anywhere in time; some overlap."""
    span = draw(st.sampled_from(SPANS))
    start = draw(st.sampled_from((1, DAYS - span)) | st.integers(1, DAYS - span))
    found = []
    for _ in range(draw(st.integers(2, 6))):
        first = draw(st.integers(start, start + span))
        length = draw(st.sampled_from((0, 0, 0, 30, 365, span // 4, span)))
        found.append(between(date.fromordinal(first), date.fromordinal(min(first + length, start + span))))
    return [found[index] for index in true_order(found)]


def letters(row: str) -> str:
    return row.replace(" ", "")


def labels(row: str) -> list[tuple[int, str]]:
    """The labels of a row of ticks, each with its first cell: two spaces at least stand between them."""
    return [(found.start(), found[0]) for found in re.finditer(r"\S+(?: \S+)*", row)]


def day_of(label: str) -> date:
    """The day that a tick stands for."""
    form = re.fullmatch(r"(?:([A-Z][a-z][a-z]) )?([1-9]\d{0,3})", label)
    assert form, label
    return date(int(form[2]), MONTHS.index(form[1]) + 1 if form[1] else 1, 1)


def ends(dates: list[Interval]) -> tuple[date, date]:
    """The first and the last day of a ruler: from the first of a month on, two months at least."""
    first = min(interval.earliest for interval in dates).replace(day=1)
    two_months = date.fromordinal(min(DAYS, first.toordinal() + 62))
    return first, max(two_months, *(interval.latest for interval in dates))


def cell(day: date, dates: list[Interval], width: int) -> float:
    first, last = ends(dates)
    return (day - first) / (last - first) * (width - 1)


@given(stories(), st.integers(60, 200), st.data())
@modest
def test_the_rows_have_the_width_and_all_letters(dates: list[Interval], width: int, data: st.DataObject) -> None:
    placed = data.draw(st.permutations(range(len(dates))))
    rows = ruler(dates, placed, width)
    assert [len(row) for row in rows] == [width] * 4
    assert letters(rows[0]) == "ABCDEF"[: len(dates)]
    assert letters(rows[2]) == "".join(letter(event) for event in placed)
    assert ruler(dates, None, width) == [rows[0], rows[1], rows[3]]


@given(stories(), st.integers(60, 200))
@modest
def test_every_event_has_its_dot_and_only_what_is_unsure_is_double(dates: list[Interval], width: int) -> None:
    line = ruler(dates, None, width)[1]
    assert set(line) <= set("─═●")
    assert {at for at, sign in enumerate(line) if sign == "●"} == {
        round(cell(interval.middle, dates, width)) for interval in dates
    }
    double = {
        at
        for start, end in ((cell(one.earliest, dates, width), cell(one.latest, dates, width)) for one in dates)
        if round(end) - round(start) > 1
        for at in range(round(start), round(end) + 1)
    }
    assert all((line[at] in "═●") == (at in double) for at in range(width) if line[at] != "●")


@given(stories(), st.integers(60, 200))
@example([parse("0001-01-01"), parse("0001-01-02")], 60)
@example([parse("9999-12-01"), parse("9999-12-31")], 200)
@example([parse("0001"), parse("9999")], 60)
@modest
def test_ticks_can_be_told_apart_ascend_and_stand_at_their_places(dates: list[Interval], width: int) -> None:
    row = ruler(dates, None, width)[-1]
    found = labels(row)
    assert found
    for (start, label), (next_start, _) in pairwise(found):
        assert start + len(label) + 2 <= next_start
    days = [day_of(label) for _, label in found]
    assert all(one < other for one, other in pairwise(days))
    for (start, label), day in zip(found, days, strict=True):
        at_an_end = start == 0 or start + len(label) == width
        assert at_an_end or abs(start + (len(label) - 1) / 2 - cell(day, dates, width)) <= 1


@given(stories(), st.integers(60, 200), st.data())
@modest
def test_a_letter_with_room_stands_at_its_dot(dates: list[Interval], width: int, data: st.DataObject) -> None:
    above, _, below, _ = ruler(dates, data.draw(st.permutations(range(len(dates)))), width)
    cells = [cell(interval.middle, dates, width) for interval in dates]
    for event, own in enumerate(cells):
        others = cells[:event] + cells[event + 1 :]
        if all(abs(own - other) > 2 * len(dates) for other in others) and cells == sorted(cells):
            assert above[round(own)] == letter(event)
            assert below[round(own)] != " "


def test_a_ruler_as_it_is_read() -> None:
    dates = [parse("1988"), parse("1992"), parse("1994-05")]
    assert ruler(dates, (1, 0, 2), 60) == [
        "     A                                   B                 C",
        "═════●════───────────────────────────════●═════────────────●",
        "     B                                   A                 C",
        "        1989     1990     1991     1992      1993     1994  ",
    ]


@pytest.mark.parametrize(
    ("first", "last", "width", "row"),
    [
        (date(2020, 9, 1), date(2020, 11, 30), 60, ["Oct 2020", "Nov 2020"]),
        (date(1988, 1, 1), date(2024, 12, 31), 76, ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]),
        (
            date(1, 1, 1),
            date(9999, 12, 31),
            80,
            ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"],
        ),
        (date(1918, 5, 1), date(1920, 4, 30), 40, ["1919", "1920"]),
        (date(2020, 9, 27), date(2020, 9, 30), 60, ["Sep 2020"]),
    ],
)
def test_ticks_are_round(first: date, last: date, width: int, row: list[str]) -> None:
    assert [label for _, label in labels(ticks(first, last, width))] == row


def test_no_dates_no_ruler() -> None:
    assert ruler([], (), 80) == []


def test_letters_and_middles() -> None:
    assert [letter(event) for event in (0, 1, 25)] == ["A", "B", "Z"]
    assert parse("1994-05-12").middle == date(1994, 5, 12)
    assert parse("1994-05").middle == date(1994, 5, 16)
    assert parse("1988/1994").middle == date(1991, 7, 2)
