"""Labels along a line: none over another, none outside, and each as near to its place as there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.wording.spread import spread
from tests.game.strategies import modest


@dataclass(frozen=True)
class Labels:
    wanted: list[float]
    widths: list[int]
    length: int
    gap: int

    @property
    def needed(self) -> int:
        return sum(self.widths) + self.gap * (len(self.widths) - 1)

    def spread(self) -> list[int]:
        return spread(self.wanted, self.widths, self.length, self.gap)

    def shift(self, starts: Sequence[int]) -> float:
        """The sum of the squared shifts."""
        ideal = [center - width / 2 for center, width in zip(self.wanted, self.widths, strict=True)]
        return sum((start - own) ** 2 for start, own in zip(starts, ideal, strict=True))

    def every_way(self, count: int = 0, at: int = 0) -> Iterator[tuple[int, ...]]:
        """All ways to put the labels from `count` on into the cells from `at` on."""
        if count == len(self.widths):
            yield ()
            return
        for start in range(at, self.length - self.widths[count] + 1):
            for others in self.every_way(count + 1, start + self.widths[count] + self.gap):
                yield start, *others


@st.composite
def labels(draw: st.DrawFn, most: int = 9, room: int = 60, widest: int = 12) -> Labels:
    """Labels that fit, often wanted at one place or outside of the line; centers are quarters of a cell."""
    widths = draw(st.lists(st.integers(1, widest), min_size=1, max_size=most))
    gap = draw(st.integers(0, 3))
    length = sum(widths) + gap * (len(widths) - 1) + draw(st.integers(0, room))
    center = st.integers(-20, 4 * length + 20).map(lambda quarters: quarters / 4)
    wanted = sorted(draw(st.lists(center, min_size=len(widths), max_size=len(widths))))
    return Labels(wanted, widths, length, gap)


@given(labels())
@modest
def test_labels_keep_their_order_and_their_gap_and_stay_on_the_line(given_labels: Labels) -> None:
    starts = given_labels.spread()
    ends = [start + width for start, width in zip(starts, given_labels.widths, strict=True)]
    assert starts[0] >= 0
    assert ends[-1] <= given_labels.length
    for end, (_, start) in zip(ends, pairwise(starts), strict=False):
        assert end + given_labels.gap <= start


@given(labels(most=3, room=9, widest=4))
@modest
def test_no_other_way_shifts_the_labels_less(given_labels: Labels) -> None:
    least = min(given_labels.shift(way) for way in given_labels.every_way())
    assert given_labels.shift(given_labels.spread()) == pytest.approx(least)


@given(labels(most=1))
@modest
def test_a_label_alone_sits_where_it_wants_or_at_the_end_that_is_nearer(one: Labels) -> None:
    [start] = one.spread()
    ideal = one.wanted[0] - one.widths[0] / 2
    assert abs(start - min(max(ideal, 0), one.length - one.widths[0])) <= 0.5


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1, max_size=8), st.integers(0, 3))
@modest
def test_labels_with_room_between_them_all_sit_where_they_want(blocks: list[tuple[int, int]], gap: int) -> None:
    wanted, at = [], 0
    for width, space in blocks:
        wanted.append(at + width / 2)
        at += width + gap + space
    starts = spread(wanted, [width for width, _ in blocks], at, gap)
    assert starts == [center - width / 2 for center, (width, _) in zip(wanted, blocks, strict=True)]


def test_labels_that_want_one_place_share_it_to_both_sides() -> None:
    assert spread([10, 10, 10], [1, 1, 1], 21) == [8, 10, 12] or spread([10, 10, 10], [1, 1, 1], 21) == [7, 9, 11]
    assert spread([10.5, 10.5, 10.5], [1, 3, 1], 21, gap=0) == [8, 9, 12]


@given(labels())
@modest
def test_labels_that_just_fit_do_and_one_cell_less_is_refused(given_labels: Labels) -> None:
    needed = given_labels.needed
    tight = spread(given_labels.wanted, given_labels.widths, needed, given_labels.gap)
    assert tight[0] == 0
    assert tight[-1] + given_labels.widths[-1] == needed
    with pytest.raises(ValueError, match=f"labels of {needed} cells do not fit on {needed - 1}"):
        spread(given_labels.wanted, given_labels.widths, needed - 1, given_labels.gap)


def test_no_labels_need_no_line() -> None:
    assert spread([], [], 0) == []
