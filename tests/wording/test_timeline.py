"""The whole story on one line: windows at every zoom, and the line as text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import parse, spanning
from quizgame.banks.days import LAST_DAY, day_number, year_of
from quizgame.game.kinds.shared import Event
from quizgame.wording.dates import date_in_words
from quizgame.wording.ruler import ticks
from quizgame.wording.scale import Scale
from quizgame.wording.timeline import Line, Window, as_text, in_order
from tests.game.strategies import modest

FIRST = day_number(-9999)
STEPS = range(10)


def window(events: Sequence[Event], chosen: int, step: int, width: int) -> Window:
    """At a step of the zoom, or the last one."""
    line = Line(events)
    return line.window(chosen, min(step, len(line.zooms) - 1), width)


def window_of(events: Sequence[Event], chosen: int, years: float, width: int) -> Window:
    line = Line(events)
    return line.window(chosen, line.zooms.index(years), width)


def event(number: int, edtf: str) -> Event:
    return Event(f"event-{number}", "topic", f"Event {number}.", parse(edtf))


def from_day(number: int, first: int, length: int) -> Event:
    return Event(f"event-{number}", "topic", f"Event {number}.", spanning(first, min(LAST_DAY, first + length)))


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    """Events in order, from days to millennia apart, anywhere in time; some on the same day."""
    span = draw(st.sampled_from((0, 10, 300, 4_000, 40_000, LAST_DAY - 1, LAST_DAY - FIRST)))
    start = draw(st.sampled_from((FIRST, LAST_DAY - span)) | st.integers(FIRST, LAST_DAY - span))
    firsts = draw(st.lists(st.integers(start, start + span), min_size=1, max_size=14))
    lengths = st.sampled_from((0, 0, 0, 30, 365, 3000))
    return in_order([from_day(number, first, draw(lengths)) for number, first in enumerate(firsts)])


def scale_of(seen: Window, events: Sequence[Event], width: int) -> Scale:
    days = [events[at].date.middle for at in seen.inside]
    return Scale(seen.first, seen.last, width, [(day, day) for day in days])


@given(stories(), st.sampled_from(STEPS), st.integers(20, 200), st.data())
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
    scale = scale_of(seen, events, width)
    assert seen.ticks == ticks(scale, width)
    assert seen.marks.count("◆") == 1
    assert seen.marks.index("◆") == round(scale.cell(days[chosen]))


@given(stories(), st.sampled_from(STEPS), st.integers(20, 200), st.data())
@modest
def test_a_cell_tells_one_event_from_several(events: list[Event], zoom: int, width: int, data: st.DataObject) -> None:
    seen = window(events, data.draw(st.integers(0, len(events) - 1)), zoom, width)
    scale = scale_of(seen, events, width)
    counts = Counter(round(scale.cell(events[index].date.middle)) for index in seen.inside)
    folded = {at + cell for at, sign in scale.folds for cell in range(len(sign))}
    assert not folded & counts.keys()
    for at, sign in enumerate(seen.marks):
        many = counts[at]
        if at in folded:
            continue
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
    line = Line(events)
    seen = [line.window(chosen, step, 80) for step in range(len(line.zooms))]
    assert seen[0].inside == tuple(range(len(events)))
    for wide, close in pairwise(seen):
        assert wide.first <= close.first
        assert close.last <= wide.last
        assert set(close.inside) <= set(wide.inside)


@given(stories(), st.data())
@modest
def test_a_window_covers_no_more_years_than_it_says_and_less_than_all(events: list[Event], data: st.DataObject) -> None:
    line = Line(events)
    whole = line.window(0, 0, 80)
    for step, years in enumerate(line.zooms[1:], 1):
        seen = line.window(data.draw(st.integers(0, len(events) - 1)), step, 80)
        assert years is not None
        assert seen.last - seen.first <= years * 365.25 < whole.last - whole.first


def test_a_window_stops_at_the_ends_of_the_story() -> None:
    events = [event(year, str(year)) for year in range(1990, 2021)]
    whole = window(events, 0, 0, 80)
    early, between, late = (window_of(events, chosen, 10.0, 80) for chosen in (0, 15, 30))
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
    assert parse("1900-01-01").earliest - seen.first == seen.last - parse(last).latest == margin


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


def years_under(heading: str) -> range:
    """The years, as astronomers count them, below a heading: of a decade, a century or some more."""
    if form := re.fullmatch(r"(\d+)0s", heading):
        return range(int(form[1]) * 10, int(form[1]) * 10 + 10)
    if form := re.fullmatch(r"(\d+)(?:st|nd|rd|th) century( BC)?", heading):
        first = -int(form[1]) * 100 + 1 if form[2] else int(form[1]) * 100 - 99
        return range(first, first + 100)
    form = re.fullmatch(r"(AD )?([\d,]+)( BC)? ?– ?(?:AD )?([\d,]+)( BC)?", heading)
    assert form, heading
    first, last = (int(form[at].replace(",", "")) for at in (2, 4))
    return range(1 - first, 2 - last) if form[5] else range(first, last + 1)


@pytest.mark.parametrize(
    ("dates", "headings"),
    [
        (["1988", "1991"], ["1980s", "1990s"]),
        (["-0043", "-0040", "-0039", "0005", "0014"], ["50–41 BC", "40–31 BC", "AD 1–9", "10s"]),
        (["-0489", "-0043", "0005", "0476"], ["5th century BC", "1st century BC", "1st century", "5th century"]),
        (["-9999", "-0043", "0005", "1988"], ["10,000 BC – 9001 BC", "1000 BC – 1 BC", "AD 1 – 1000", "1001 – 2000"]),
    ],
)
def test_the_longer_the_story_the_more_years_stand_below_a_heading(dates: list[str], headings: list[str]) -> None:
    rows = as_text([event(number, date) for number, date in enumerate(dates)])[2:]
    assert [row for row in rows if row and not row.startswith(" ")] == headings


@given(stories())
@modest
def test_the_text_has_each_heading_once_and_below_it_only_what_belongs_there(events: list[Event]) -> None:
    rows = as_text(events)[2:]
    headings = [row for row in rows if row and not row.startswith(" ")]
    assert len(headings) == len(set(headings))
    heading = ""
    starts = iter(year_of(one.date.earliest) for one in events)
    for row in rows:
        if row.startswith("  "):
            assert next(starts) in years_under(heading)
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
