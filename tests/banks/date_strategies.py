"""Dates by chance, written as EDTF: years, months, days and intervals of these, in the years 1 to 9999."""

from datetime import date

from hypothesis import strategies as st

from quizgame.banks.dates import DateError, Interval, parse, year_in_edtf

_PRECISION = (4, 7, 10)
"""Letters of YYYY, YYYY-MM and YYYY-MM-DD."""


def points(earliest: date = date.min, latest: date = date.max) -> st.SearchStrategy[str]:
    """A year, a month or a day."""
    return st.builds(
        lambda day, length: day.isoformat()[:length], st.dates(earliest, latest), st.sampled_from(_PRECISION)
    )


def pairs(earliest: date = date.min, latest: date = date.max) -> st.SearchStrategy[str]:
    """Two points with a slash between them, in any order."""
    return st.builds("{}/{}".format, points(earliest, latest), points(earliest, latest))


def intervals() -> st.SearchStrategy[Interval]:
    """Dates as read, close enough together to touch and overlap often."""
    near = date(1988, 1, 1), date(1990, 12, 31)
    return (points(*near) | pairs(*near)).map(_start_at_least)


def _start_at_least(written: str) -> Interval:
    try:
        return parse(written)
    except DateError:  # the ends stand the wrong way round
        return parse(written.partition("/")[0])


@st.composite
def points_of_all_history(draw: st.DrawFn) -> str:
    """A year before or after the year 1, a month, a season or a day of it, about then or exactly."""
    year = draw(st.integers(-9999, 9999) | st.integers(-60, 60))
    form = draw(st.sampled_from(["{}", "{}", "{}-02", "{}-12-31", "{}-21", "{}-24"]))
    return form.format(year_in_edtf(year)) + draw(st.sampled_from(["", "", "~"]))


def dates_of_all_history() -> st.SearchStrategy[str]:
    """Anything that we read as EDTF, from long ago to the year 9999."""
    digits = st.integers(0, 99).map("{:02}XX".format) | st.integers(0, 999).map("{:03}X".format)
    long_ago = st.integers(-66_000_000, -10_000).map("Y{}".format)
    both = st.builds("{}/{}".format, points_of_all_history(), points_of_all_history()).filter(_is_read)
    return points_of_all_history() | both | digits | digits.map("-{}".format) | long_ago


def _is_read(written: str) -> bool:
    try:
        parse(written)
    except DateError:
        return False
    return True
