"""What can be shown to a friend: how it went, in signs, and nothing of what was asked."""

from dataclasses import replace

from quizgame.game.kinds.gap import PutInGap
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import DAILY
from quizgame.wording.share import SIGNS_A_ROW, line_to_share, to_show
from quizgame.wording.typed_day import day_in_words
from tests.game.play.test_growing import begin, pack_of_days, right_gaps
from tests.game.strategies import MOMENT


def play(game: Growing, known: str) -> Growing:
    """A card for each letter: right or not known."""
    for one in known:
        response = PutInGap(right_gaps(game)[0]) if one == "r" else DontKnow()
        game = game.answer(response, MOMENT, 5)[0].go_on()
    return game


def test_each_card_is_a_sign_and_no_event_is_named() -> None:
    game = play(begin(pack_of_days(6)), "rnr")
    shared = line_to_share(game)
    assert shared.splitlines() == ["quizgame · Growing timeline", "✓○✓", "2 of 3 cards placed right"]
    assert not any(event.label in shared for event in game.line)
    assert shared in to_show(game)


def test_the_line_of_the_day_has_its_day() -> None:
    game = play(begin(pack_of_days(6)), "r")
    daily = replace(game, started=replace(game.started, mode=DAILY))
    assert day_in_words(MOMENT.date()) in line_to_share(daily)


def test_a_long_line_is_broken_and_an_empty_one_says_nothing() -> None:
    game = play(begin(pack_of_days(SIGNS_A_ROW + 5)), "r" * (SIGNS_A_ROW + 2))
    assert line_to_share(game).splitlines()[1:3] == ["✓" * SIGNS_A_ROW, "✓✓"]
    assert to_show(begin(pack_of_days(3))) == ""
