"""What the first screen says of last time: what was done, what came up since, and no blame for days between."""

from datetime import date

import pytest

from quizgame.learning.overview import LastTime
from quizgame.wording.home import last_time_in_words

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (LastTime(date(2026, 11, 22), 24, 0), "Yesterday: 24 answers"),
        (LastTime(date(2026, 11, 22), 1, 1), "Yesterday: 1 answer · 1 to refresh since"),
        (LastTime(date(2026, 11, 6), 12, 9), "Friday 6 November: 12 answers · 9 to refresh since"),
    ],
)
def test_last_time_in_words(last: LastTime, said: str) -> None:
    assert last_time_in_words(last, MONDAY) == said
