"""Dates by chance, written as EDTF: years, months, days and intervals of these, in the years 1 to 9999."""

from datetime import date

from hypothesis import strategies as st

from quizgame.banks.dates import DateError, Interval, parse

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
