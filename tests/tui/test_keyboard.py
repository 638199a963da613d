"""Keys mean the same on every keyboard, and only the main button of the mouse does anything."""

from pathlib import Path

import pytest
from textual import events

from quizgame.game.kinds.choice import ChoiceVerdict
from quizgame.game.play.phases import Phase
from quizgame.tui.parts.keyboard import as_on_latin
from quizgame.tui.screens.help import Help
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.topic_list import TopicRow
from quizgame.tui.widgets.date_box import YearInput
from quizgame.tui.widgets.growing_line import GrowingLine
from quizgame.tui.widgets.ordering import Ordering
from tests.tui.monkey import Action, hand_over
from tests.tui.stage import Stage, playing
from tests.tui.worlds import choices, world
from tests.tui.worlds import events as cards

pytestmark = pytest.mark.usefixtures("quick")

OTHER_BUTTONS = (2, 3, 4, 8, 9)
X_ON_OTHER_KEYBOARDS = "XчЧχΧხխסءｘＸџ"
SAME = [
    *[(letter, "x") for letter in X_ON_OTHER_KEYBOARDS],
    *[(letter, "w") for letter in "WцςწոصњＷ"],
    *[(letter, "s") for letter in "SыσΣსսדسіІ"],
    *[(digit, "2") for digit in "２٢۲२২๒𝟐"],
    *[("？", "question_mark"), ("！", "exclamation_mark"), ("＋", "plus"), ("－", "minus"), ("＝", "equals_sign")],
]


@pytest.mark.parametrize(("letter", "key"), SAME)
def test_a_letter_is_the_one_at_its_place(letter: str, key: str) -> None:
    assert as_on_latin(events.Key(letter, letter)).key == key


@pytest.mark.parametrize("letter", [*"x1?-éß字🐒㎩ﬁ²", "İ"])
def test_other_letters_stay_what_they_are(letter: str) -> None:
    event = events.Key(letter, letter)
    assert as_on_latin(event) is event


@pytest.mark.parametrize("key", ["alt+ч", "alt+shift+x", "ctrl+x", "ctrl+shift+ч", "alt+２", "super+X"])
def test_a_letter_that_is_held_with_ctrl_or_alt_is_no_command(key: str) -> None:
    event = events.Key(key, key[-1])
    assert as_on_latin(event) is event


@pytest.mark.parametrize("key", ["enter", "escape", "f1", "backspace", "up"])
def test_keys_without_a_letter_stay_what_they_are(key: str) -> None:
    for event in (events.Key(key, None), events.Key(key, "\r")):
        assert as_on_latin(event) is event


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": cards("snow", 6)})


async def does(game: Stage, *actions: Action) -> None:
    for action in actions:
        hand_over(game.app, action)
        await game.settled()


async def test_i_dont_know_can_be_said_on_every_keyboard(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="1") as game:
        for key in (*X_ON_OTHER_KEYBOARDS, "0", "０", "٠"):
            await game.press(key)
            await game.phase(Phase.SHOWING)
            verdict = game.round.verdict
            assert isinstance(verdict, ChoiceVerdict)
            assert verdict.chosen is None
            await game.press("backspace")
            await game.phase(Phase.ASKING)


async def test_each_command_has_a_key_that_all_keyboards_have(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="1") as game:
        await game.press("٢")
        await game.phase(Phase.SHOWING)
        await game.press("f3")
        await game.comes(Notes)
        await game.press("escape", "f1")
        await game.comes(Help)
        assert game.says("0 is x", "Backspace is u", "F3 is w", "F1 is ?")
        await game.press("escape", "backspace")
        await game.phase(Phase.ASKING)


async def test_keys_with_alt_answer_nothing(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="1") as game:
        for key in ("alt+ч", "alt+shift+x", "alt+２"):
            game.app.post_message(events.Key(key, key[-1]))
        await game.settled()
        assert game.round.phase is Phase.ASKING


async def test_a_date_is_typed_letter_by_letter(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="snow", mode="dates") as game:
        await game.press(*"1чX")
        assert game.screen.query_one(YearInput).value == "1чX"


async def test_other_buttons_answer_nothing_and_choose_nothing(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", questions="8", topics="rain") as game:
        spot = game.spot(game.choice.options[1].text)
        for button in OTHER_BUTTONS:
            await does(game, Action("click", "", (spot,), button), Action("click", "", (spot,), button))
            assert game.round.phase is Phase.ASKING, button
        await game.press("q")
        await game.comes(Home)
        for button in OTHER_BUTTONS:
            await does(game, *(Action("click", "", (game.spot(text),), button) for text in ("Snow", "Play", "? help")))
            assert isinstance(game.screen, Home), button
            assert [row.ticked for row in game.screen.query(TopicRow)] == [True, False], button
        await does(game, Action("click", "", (game.spot("Snow"),), 1))
        assert [row.ticked for row in game.screen.query(TopicRow)] == [True, True]


async def test_other_buttons_drag_no_card(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", mode="orderings", topics="snow") as game:
        board = game.screen.query_one(Ordering).board
        way = game.spot(game.ordering.events[1].label), game.spot("1  · · ·")
        for button in OTHER_BUTTONS:
            await does(game, Action("drag", "", way, button))
            assert (board.order, board.held) == ((), None), button
        await does(game, Action("drag", "", way, 1))
        assert board.line[0] == 1


async def test_other_buttons_put_no_card_into_the_line(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", mode="growing") as game:
        line = game.screen.query_one(GrowingLine)
        gap = line.gap
        for button in OTHER_BUTTONS:
            await does(game, *[Action("click", "", (game.spot("here?"),), button)] * 2)
        assert (line.gap, line.open) == (gap, True)
        await does(game, Action("click", "", (game.spot("here?"),), 1))
        assert not line.open


async def test_a_turn_of_the_wheel_answers_nothing(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="1") as game:
        spot = game.spot(game.choice.options[1].text)
        await does(game, *(Action("wheel", "", (spot,), way) for way in range(4)))
        assert game.round.phase is Phase.ASKING


async def test_a_double_click_answers_once(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="2") as game:
        click = Action("click", "", (game.spot(game.choice.options[1].text),), 1)
        hand_over(game.app, click)
        hand_over(game.app, click)
        await game.phase(Phase.SHOWING)
        await game.settled()
        assert (game.round.place, len(game.round.given)) == (0, 1)


async def test_a_click_on_a_key_of_the_key_line_presses_it(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", topics="rain", questions="1") as game:
        await does(game, Action("click", "", (game.spot("don't know"),), 1))
        await game.phase(Phase.SHOWING)
        await does(game, Action("click", "", (game.spot("? help"),), 1))
        await game.comes(Help)
