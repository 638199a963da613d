"""The whole story on one line: windows at every zoom, and the line as text."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import parse
from quizgame.game.kinds.shared import Event
from quizgame.wording.dates import date_in_words
from quizgame.wording.ruler import ticks
from quizgame.wording.timeline import ZOOMS_IN_YEARS, Line, Window, as_text, in_order
from tests.game.strategies import modest

DAYS = date.max.toordinal()
ZOOMS = range(len(ZOOMS_IN_YEARS))


def window(events: Sequence[Event], chosen: int, zoom: int, width: int) -> Window:
    return Line(events).window(chosen, zoom, width)


def event(number: int, edtf: str) -> Event:
    return Event(f"event-{number}", "topic", f"Event {number}.", parse(edtf))


def from_day(number: int, first: int, length: int) -> Event:
    start, end = (date.fromordinal(min(DAYS, ordinal)).isoformat() for ordinal in (first, first + length))
    return event(number, start if start == end else f"{start}/{end}")


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    """Events in order, from days to millennia apart, anywhere in time; some on the same day."""
    span = draw(st.sampled_from((0, 10, 300, 4_000, 40_000, DAYS - 1)))
    start = draw(st.sampled_from((1, DAYS - span)) | st.integers(1, DAYS - span))
    firsts = draw(st.lists(st.integers(start, start + span), min_size=1, max_size=14))
    lengths = st.sampled_from((0, 0, 0, 30, 365, 3000))
    return in_order([from_day(number, first, draw(lengths)) for number, first in enumerate(firsts)])


def cell(day: date, first: date, last: date, width: int) -> int:
    return round((day - first).days / max(1, (last - first).days) * (width - 1))


@given(stories(), st.sampled_from(ZOOMS), st.integers(20, 200), st.data())
@modest
def test_a_window_shows_the_chosen_event_and_all_that_lies_in_it(
    events: list[Event], zoom: int, width: int, data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(0, len(events) - 1))
    seen = window(events, chosen, zoom, width)
    days = [one.date.middle for one in events]
    assert seen.first <= days[chosen] <= seen.last
    assert seen.inside == tuple(index for index, day in enumerate(days) if seen.first <= day <= seen.last)
    assert len(seen.marks) == len(seen.ticks) == width
    assert seen.ticks == ticks(seen.first, seen.last, width)
    assert seen.marks.count("◆") == 1
    assert seen.marks.index("◆") == cell(days[chosen], seen.first, seen.last, width)


@given(stories(), st.sampled_from(ZOOMS), st.integers(20, 200), st.data())
@modest
def test_a_cell_tells_one_event_from_several(events: list[Event], zoom: int, width: int, data: st.DataObject) -> None:
    seen = window(events, data.draw(st.integers(0, len(events) - 1)), zoom, width)
    counts = Counter(cell(events[index].date.middle, seen.first, seen.last, width) for index in seen.inside)
    for at, sign in enumerate(seen.marks):
        many = counts[at]
        assert sign in ("◆", "─" if many == 0 else "●" if many == 1 else "▲" if many < 4 else "█")


def test_many_in_one_cell_stand_higher_and_no_figure_that_could_be_a_year() -> None:
    events = [event(number, "1990-01-01") for number in range(11)] + [event(11, "2000-01-01"), event(12, "2010-01-01")]
    marks = window(events, 12, 0, 60).marks
    assert re.sub("─+", " ", marks).split() == ["█", "●", "◆"]
    assert re.sub("─+", " ", window(events, 0, 0, 60).marks).split() == ["◆", "●", "●"]
    assert window(events[:3] + events[11:], 4, 0, 60).marks.count("▲") == 1


@given(stories(), st.data())
@modest
def test_to_zoom_in_never_shows_more(events: list[Event], data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, len(events) - 1))
    seen = [window(events, chosen, zoom, 80) for zoom in ZOOMS]
    assert seen[0].inside == tuple(range(len(events)))
    for wide, close in pairwise(seen):
        assert wide.first <= close.first
        assert close.last <= wide.last
        assert set(close.inside) <= set(wide.inside)


@given(stories(), st.sampled_from(ZOOMS[1:]), st.data())
@modest
def test_a_window_covers_no_more_years_than_it_says(events: list[Event], zoom: int, data: st.DataObject) -> None:
    seen = window(events, data.draw(st.integers(0, len(events) - 1)), zoom, 80)
    years = ZOOMS_IN_YEARS[zoom]
    assert years is not None
    assert (seen.last - seen.first).days <= years * 365.25


def test_a_window_stops_at_the_ends_of_the_story() -> None:
    events = [event(year, str(year)) for year in range(1990, 2021)]
    whole, early, between, late = (
        window(events, chosen, zoom, 80) for chosen, zoom in ((0, 0), (0, 3), (15, 3), (30, 3))
    )
    assert (early.first, late.last) == (whole.first, whole.last)
    assert early.inside == tuple(range(10))
    assert between.inside == tuple(range(11, 21))  # the middle of 2000 is a day too early
    assert late.inside == tuple(range(21, 31))


@pytest.mark.parametrize(
    ("last", "margin"),
    [("2000-01-01", 730), ("1901-01-01", 31)],
    ids=["a fiftieth of a century", "a month at least"],
)
def test_a_window_on_everything_leaves_a_little_room_at_both_ends(last: str, margin: int) -> None:
    seen = window([event(0, "1900-01-01"), event(1, last)], 0, 0, 80)
    assert (date(1900, 1, 1) - seen.first).days == (seen.last - date.fromisoformat(last)).days == margin


def test_events_of_one_day_are_put_in_order_by_their_words() -> None:
    one, other, longer = event(2, "1994-05-12"), event(1, "1994-05-12"), event(0, "1994-05-12/1994-06-01")
    before = event(3, "1994-05")
    assert in_order([one, longer, other, before]) == [before, other, one, longer]


def listed(rows: Sequence[str]) -> list[str]:
    return [row for row in rows[2:] if row.startswith("  ")]


@given(stories())
@modest
def test_the_text_lists_every_event_once_with_its_date_in_order(events: list[Event]) -> None:
    rows = as_text(events[::-1])
    assert [row.split() for row in listed(rows)] == [
        [*date_in_words(one.date).split(), *one.label.split()] for one in events
    ]
    assert "◆" not in rows[0]
    assert [len(row) for row in rows[:2]] == [76, 76]


@given(stories())
@modest
def test_the_text_has_a_heading_for_each_decade_and_nothing_before_its_decade(events: list[Event]) -> None:
    rows = as_text(events)[2:]
    decades = [row for row in rows if row and not row.startswith(" ")]
    assert decades == list(dict.fromkeys(f"{one.date.earliest.year // 10}0s" for one in events))
    heading = ""
    starts = iter(one.date.earliest.year for one in events)
    for row in rows:
        if row.startswith("  "):
            assert next(starts) // 10 == int(heading.removesuffix("0s"))
        elif row:
            heading = row
    assert all(row or after for row, after in pairwise(rows))  # no two empty lines


def test_the_text_as_it_is_read() -> None:
    rows = as_text([event(2, "1994-05"), event(1, "1988-02-20"), event(3, "1991")], width=40)
    assert len(rows[0]) == len(rows[1]) == 40
    assert rows[2:] == [
        "",
        "1980s",
        "  20 February 1988  Event 1.",
        "",
        "1990s",
        "  1991              Event 3.",
        "  May 1994          Event 2.",
    ]


@pytest.mark.parametrize("width", [20, 76])
def test_a_line_without_events_is_a_sentence(width: int) -> None:
    assert as_text([], width) == ["There are no events with a date here."]
