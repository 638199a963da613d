"""Charts of text: what they show is what the numbers say, at any width."""

from hypothesis import given
from hypothesis import strategies as st

from quizgame.wording.cells import cells
from quizgame.wording.charts import BLOCKS, NOTHING, bar, block, calendar, count_bar, in_columns

counts = st.integers(0, 500)


@given(st.floats(-1, 2), st.integers(1, 40))
def test_a_bar_is_as_wide_as_it_should_be(share: float, width: int) -> None:
    assert len(bar(share, width)) == width
    assert bar(share, width) == "".join(sorted(bar(share, width), key="█░".index))


def test_a_bar_is_filled_to_its_share() -> None:
    assert [bar(share, 4) for share in (0, 0.5, 1)] == ["░░░░", "██░░", "████"]


@given(counts, counts, st.integers(1, 40))
def test_what_is_more_has_no_shorter_bar_and_only_nothing_has_none(one: int, other: int, width: int) -> None:
    most = max(one, other)
    first, second = (len(count_bar(count, most, width)) for count in (one, other))
    assert (first <= second) if one <= other else (first >= second)
    assert bool(first) == bool(one)
    assert first <= width


@given(counts, counts)
def test_what_is_more_has_no_lower_block_and_the_most_is_full(one: int, other: int) -> None:
    scale = [NOTHING, *BLOCKS]
    most = max(one, other, 1)
    assert (scale.index(block(one, most)) <= scale.index(block(other, most))) == (one <= other) or one != other
    assert block(most, most) == BLOCKS[-1]
    assert (block(one, most) == NOTHING) == (one == 0)


def test_columns_stand_under_each_other() -> None:
    assert in_columns([("a", "1", "x"), ("東", "10", "")], (1,)) == ["a    1  x", "東  10"]
    assert in_columns([]) == []


def test_a_calendar_has_a_number_for_each_day_and_nothing_for_days_to_come() -> None:
    lines = calendar(("Mo", "Tu", "We"), [("2 Nov", (0, 4, 8), "2 days"), ("9 Nov", (16, None, None), "1 day")])
    assert lines == [
        "        Mo   Tu   We",
        "2 Nov    · ▂  4 ▄  8 2 days",
        "9 Nov █ 16           1 day",
    ]


@given(st.lists(st.lists(st.none() | counts, min_size=7, max_size=7), min_size=1, max_size=6))
def test_the_days_of_a_calendar_stand_below_their_names(weeks: list[list[int | None]]) -> None:
    heads, *lines = calendar(tuple("MTWTFSS"), [("week", week, "") for week in weeks])
    for line, week in zip(lines, weeks, strict=True):
        ends = [at for at, letter in enumerate(heads) if letter != " "]
        for end, count in zip(ends, week, strict=True):
            shown = line.ljust(cells(heads))[: end + 1].rsplit(" ", 1)[-1]
            assert shown == {None: "", 0: NOTHING}.get(count, str(count))
