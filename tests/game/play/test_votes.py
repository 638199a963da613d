"""Counts of hands, as a teacher types them."""

import pytest

from quizgame.game.kinds.shared import NotAnAnswer
from quizgame.game.play.votes import read_counts


@pytest.mark.parametrize("line", ["12 5 3", "12,5,3", "12, 5, 3", "12;5;3", "12/5/3", "12-5-3", " 12 | 5 + 3 "])
def test_counts_may_be_parted_by_what_people_type(line: str) -> None:
    assert read_counts(line, 3).counts == (12, 5, 3)


@pytest.mark.parametrize("line", ["", "12", "1253", "12 5", "12 5 3 1", "0 0 0", "12 5 x", "100 5 3", "-", "12;5;"])
def test_what_counts_nobody_is_not_taken(line: str) -> None:
    with pytest.raises(NotAnAnswer):
        read_counts(line, 3)
