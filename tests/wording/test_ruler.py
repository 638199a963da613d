"""The ruler: rows of one width, letters that none covers, and ticks that can be read, for any dates there may be."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.banks.dates import Interval, parse, spanning
from quizgame.banks.days import LAST_DAY, day_number, parts_of
from quizgame.game.kinds.ordering import true_order
from quizgame.wording.ruler import letter, ruler, ticks
from quizgame.wording.scale import LEAST_FOLD, TIMES_THE_REST, Scale
from tests.game.strategies import modest

FIRST = day_number(-9999)
SPANS = (1, 40, 400, 4_000, 40_000, 730_000, LAST_DAY - 1, LAST_DAY - FIRST)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@st.composite
def stories(draw: st.DrawFn) -> list[Interval]:
    """Two to six dates in true order, from days to millennia apart, anywhere in time; some overlap."""
    span = draw(st.sampled_from(SPANS))
    start = draw(st.sampled_from((FIRST, LAST_DAY - span)) | st.integers(FIRST, LAST_DAY - span))
    found = []
    for _ in range(draw(st.integers(2, 6))):
        first = draw(st.integers(start, start + span))
        length = draw(st.sampled_from((0, 0, 0, 30, 365, span // 4, span)))
        found.append(spanning(first, min(first + length, start + span)))
    return [found[index] for index in true_order(found)]


def letters(row: str) -> str:
    return row.replace(" ", "")


def labels(row: str) -> list[tuple[int, str]]:
    """The labels of a row of ticks, each with its first cell: two spaces at least stand between them."""
    return [(found.start(), found[0]) for found in re.finditer(r"\S+(?: \S+)*", row)]


def day_of(label: str) -> int:
    """The day that a tick stands for."""
    form = re.fullmatch(r"(?:([A-Z][a-z][a-z]) )?(?:AD )?([1-9][\d,]*)( BC)?", label)
    assert form, label
    year = int(form[2].replace(",", ""))
    return day_number(1 - year if form[3] else year, MONTHS.index(form[1]) + 1 if form[1] else 1)


def ends(dates: list[Interval]) -> tuple[int, int]:
    """The first and the last day of a ruler: from the first of a month on, two months at least."""
    first = day_number(*parts_of(min(interval.earliest for interval in dates))[:2])
    return first, max(min(LAST_DAY, first + 62), *(interval.latest for interval in dates))


def scale_of(dates: list[Interval], width: int) -> Scale:
    return Scale(*ends(dates), width, [(one.earliest, one.latest) for one in dates])


def cell(day: int, dates: list[Interval], width: int) -> float:
    return scale_of(dates, width).cell(day)


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
    assert re.fullmatch(r"(?:[─═●]|╱ [\d,]+ years? ╱)+", line)
    assert {at for at, sign in enumerate(line) if sign == "●"} == {
        round(cell(interval.middle, dates, width)) for interval in dates
    }
    double = {
        at
        for start, end in ((cell(one.earliest, dates, width), cell(one.latest, dates, width)) for one in dates)
        if round(end) - round(start) > 1
        for at in range(round(start), round(end) + 1)
    }
    assert all((line[at] in "═●") == (at in double) for at in range(width) if line[at] in "═─")


@given(stories(), st.integers(60, 200))
@example([parse("0001-01-01"), parse("0001-01-02")], 60)
@example([parse("9999-12-01"), parse("9999-12-31")], 200)
@example([parse("0001"), parse("9999")], 60)
@example([parse("-0043"), parse("0070")], 60)
@example([parse("-9999"), parse("9999")], 60)
@example([parse("Y-65999999"), parse("1988"), parse("1989")], 60)
@modest
def test_ticks_can_be_told_apart_ascend_and_stand_at_their_places(dates: list[Interval], width: int) -> None:
    row = ruler(dates, None, width)[-1]
    found = labels(row)
    assert found
    for (start, label), (next_start, _) in pairwise(found):
        assert start + len(label) + 2 <= next_start
    days = [day_of(label) for _, label in found]
    assert all(one < other for one, other in pairwise(days))
    pieces = scale_of(dates, width).pieces
    edges = {piece.start for piece in pieces} | {piece.start + piece.width for piece in pieces}
    for (start, label), day in zip(found, days, strict=True):
        at_an_end = bool({start, start + len(label)} & edges)
        piece = next(piece for piece in reversed(pieces) if piece.start <= start)
        names_a_short_stretch = sum(piece.start <= other < piece.start + piece.width for other, _ in found) == 1
        assert (
            at_an_end
            or (names_a_short_stretch and len(pieces) > 1)
            or abs(start + (len(label) - 1) / 2 - cell(day, dates, width)) <= 1
        )


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


@given(stories(), st.integers(60, 200))
@modest
def test_time_runs_to_the_right_and_to_scale_between_the_folds(dates: list[Interval], width: int) -> None:
    scale = scale_of(dates, width)
    days = sorted({day for one in dates for day in (one.earliest, one.middle, one.latest)})
    cells = [scale.cell(day) for day in days]
    assert cells == sorted(cells)
    assert 0 <= cells[0] <= cells[-1] <= width - 1
    for piece in scale.pieces:
        assert piece.cell(piece.first) == piece.start
        assert piece.cell(piece.last) == piece.start + piece.width - 1
    assert sum(piece.width for piece in scale.pieces) + sum(len(sign) for _, sign in scale.folds) == width


@given(stories(), st.integers(60, 200))
@modest
def test_only_long_stretches_in_which_nothing_happened_are_folded(dates: list[Interval], width: int) -> None:
    scale = scale_of(dates, width)
    assert len(scale.folds) == len(scale.pieces) - 1
    left = sum(piece.last - piece.first for piece in scale.pieces)
    for one, other in pairwise(scale.pieces):
        assert not any(day.earliest < other.first and day.latest > one.last for day in dates)
        assert other.first - one.last > LEAST_FOLD / 3
        assert other.first - one.last > left / len(scale.pieces) * TIMES_THE_REST / 2


@pytest.mark.parametrize(
    ("dates", "signs"),
    [
        (["1918", "1988", "2020"], []),
        (["1700", "1918", "1988", "2020"], []),  # 217 of 320 years
        (["-0043", "1988", "2020"], ["╱ 2,000 years ╱"]),
        (["-9999", "1988", "2020"], ["╱ 12,000 years ╱"]),
        (["-9999", "-0043", "1988", "2020"], ["╱ 10,000 years ╱", "╱ 2,000 years ╱"]),
        (["-9999", "-4999", "0001", "5000", "9999"], []),
        (["-9999", "9999"], []),
        (["1700", "1990", "1991"], ["╱ 290 years ╱"]),
    ],
)
def test_a_fold_tells_its_years(dates: list[str], signs: list[str]) -> None:
    assert [sign for _, sign in scale_of([parse(one) for one in dates], 76).folds] == signs


def test_a_ruler_of_two_eras_as_it_is_read() -> None:
    dates = [parse(one) for one in ("-0752", "-0508", "-0043", "0476")]
    assert ruler(dates, None, 53)[1:] == [
        "●─────────●───────────────────●─────────────────────●",
        "    600 BC  400 BC   200 BC   AD 1     200      400  ",
    ]
    folded = [parse(one) for one in ("-9999", "1988", "1992", "1994-05")]
    assert ruler(folded, (1, 0, 2, 3), 60) == [
        "     A                             B               C       D",
        "═════●════─────╱ 12,000 years ╱──══●══───────────══●══─────●",
        "     B                             A               C       D",
        "10,000 BC                      1988     1990    1992    1994",
    ]


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
        ("2020-09-01", "2020-11-30", 60, ["Oct 2020", "Nov 2020"]),
        ("1988-01-01", "2024-12-31", 76, ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]),
        (
            "0001-01-01",
            "9999-12-31",
            80,
            ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"],
        ),
        ("1918-05-01", "1920-04-30", 40, ["1919", "1920"]),
        ("-0999-01-01", "0999-12-31", 60, ["500 BC", "AD 1", "500"]),
        ("-9999-01-01", "9999-12-31", 80, ["5000 BC", "AD 1", "5000"]),
        ("-0043-01-01", "-0042-12-31", 60, ["Jul 44 BC", "Jan 43 BC", "Jul 43 BC"]),
        ("-0043-01-01", "-0043-01-31", 40, ["Jan 44 BC"]),
        ("2020-09-27", "2020-09-30", 60, ["Sep 2020"]),
    ],
)
def test_ticks_are_round(first: str, last: str, width: int, row: list[str]) -> None:
    scale = Scale(parse(first).earliest, parse(last).latest, width)
    assert [label for _, label in labels(ticks(scale, width))] == row


def test_no_dates_no_ruler() -> None:
    assert ruler([], (), 80) == []


def test_letters_and_middles() -> None:
    assert [letter(event) for event in (0, 1, 25)] == ["A", "B", "Z"]
    assert parse("1994-05-12").middle == date(1994, 5, 12).toordinal()
    assert parse("1994-05").middle == date(1994, 5, 16).toordinal()
    assert parse("1988/1994").middle == date(1991, 7, 2).toordinal()
    assert parse("-0043/0044").middle == parse("0001-01-01").middle - 1
