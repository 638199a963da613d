"""What can be chosen: kept, found again, and done as it says."""

from pathlib import Path

import pytest

from quizgame.game.play.lengths import LENGTHS
from quizgame.game.play.modes import ORDERINGS, PRACTICE, TODAY, RoundSettings
from quizgame.saves.settings import PlayerSettings
from quizgame.session.options import OPTIONS, THEMES, Option, may_move, with_own_length
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import Wishes
from quizgame.tui import themes
from quizgame.wording.settings import NAMES, about, value_in_words
from tests.tui.worlds import choices, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 20)})


def opened(banks: Path, tmp_path: Path) -> Session:
    return open_session((banks,), tmp_path / "saves", Wishes())


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_each_value_is_kept_and_found_again(option: Option, banks: Path, tmp_path: Path) -> None:
    for value in option.values:
        session = opened(banks, tmp_path)
        assert option.choose(session, value)
        session.close()
        again = opened(banks, tmp_path)
        assert option.chosen(again) == value
        assert option.after(again, 1) in option.values
        again.close()


def test_what_can_be_chosen_has_words() -> None:
    for option in OPTIONS:
        assert NAMES[option.name]
        assert about(option.name)
        assert all(value_in_words(value) for value in option.values)
    assert tuple(theme.name for theme in themes.THEMES) == THEMES


def test_a_round_is_as_long_as_was_chosen_unless_somebody_says_so(banks: Path, tmp_path: Path) -> None:
    session = opened(banks, tmp_path)
    session.choose(PlayerSettings(length=LENGTHS[0]))
    assert len(session.start_round(RoundSettings(session.pack.topics, mode=TODAY)).play.questions) == LENGTHS[0]
    assert len(session.start_round(RoundSettings(session.pack.topics, 8, mode=TODAY)).play.questions) == 8
    session.close()


@pytest.mark.parametrize(
    "wished",
    [
        RoundSettings(("rain",), mode=ORDERINGS),
        RoundSettings(("rain",), 7, mode=TODAY),
        RoundSettings(("rain",), seed="TIGER-42", mode=PRACTICE),
        RoundSettings(("rain",), facts=("rain-1",), mode=PRACTICE),
    ],
)
def test_a_length_of_ones_own_changes_no_other_wish(wished: RoundSettings) -> None:
    assert with_own_length(wished, PlayerSettings(length=20)) == wished


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_nothing_moves_over_a_slow_line_unless_it_is_wished(variable: str) -> None:
    far = {variable: "somewhere"}
    assert may_move(PlayerSettings(), {})
    assert may_move(None, {})
    assert not may_move(PlayerSettings(), far)
    assert not may_move(None, far)
    assert may_move(PlayerSettings(motion="always"), far)
    assert not may_move(PlayerSettings(motion="none"), {})
