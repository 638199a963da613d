"""Whole rounds, from home to the results."""

from pathlib import Path

import pytest

from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.tui.screens.content_note import ContentNote
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.results import Results
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import NOTE, choices, events, world

pytestmark = pytest.mark.usefixtures("quick")

CHILDS_KEYS = ("enter", "1", "2", "3", "4")


async def child_answers(game: Stage) -> None:
    """Press one digit on options, and all digits and Enter on cards."""
    if isinstance(game.round.current, ChoiceQuestion):
        await game.press("2")
    else:
        cards = len(game.ordering.events)
        await game.press(*CHILDS_KEYS[1 : cards + 1], "enter")
    await game.phase(Phase.SHOWING)


async def child_plays(game: Stage) -> Round:
    """Answer whatever comes, until the results; returns the round."""
    quiz = await game.comes(Quiz)
    while game.screen is quiz:
        await child_answers(game)
        await game.go_on()
    await game.comes(Results)
    return quiz.sitting.play


async def test_a_child_presses_only_enter_and_digits_through_a_whole_round_and_plays_again(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 3), "snow": events("snow", 4)}, note=NOTE)
    async with playing(banks, tmp_path / "saves") as game:
        await game.press("enter")
        await game.comes(ContentNote)
        await game.press("enter")
        first = await child_plays(game)
        assert {type(question) for question in first.questions} == {ChoiceQuestion, OrderingQuestion}
        assert len(game.session.keeper.answers) == len(first.questions) == len(first.given)
        asked = len(first.questions) - len(first.repeats)
        assert asked == first.result.asked
        await game.reads(f"of {asked} right", "Play on")
        await game.press("enter")
        second = await child_plays(game)
        assert second.started.round != first.started.round
    assert len(answers_in(tmp_path / "saves")) == len(first.questions) + len(second.questions)


async def test_the_results_add_up_what_was_answered(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 3), "wind": choices("wind", 3)})
    async with playing(banks, tmp_path / "saves", questions="4", seed="OWL-7") as game:
        for right in (True, False, True, False):
            await game.answer(right=right)
            await game.go_on()
        await game.comes(Results)
        points = sum(answer.points for answer in game.session.keeper.answers)
        assert points == 200
        await game.reads("2 of 4 right", "200 of 400 points", "seed OWL-7", "Rain", "Wind")


async def test_a_seed_asks_the_same_questions_in_the_same_order(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 9)})
    prompts = []
    for folder in ("one", "two"):
        async with playing(banks, tmp_path / folder, questions="4", seed="OWL-7") as game:
            prompts.append(game.round.questions)
    assert prompts[0] == prompts[1]


async def test_the_way_home_from_the_results(tmp_path: Path) -> None:
    banks = world(tmp_path / "banks")
    async with playing(banks, tmp_path / "saves", questions="1") as game:
        await game.answer()
        await game.go_on()
        await game.comes(Results)
        await game.press("q")
        await game.comes(Home)
        await game.reads("12 % not enough yet")


async def test_topics_without_questions_are_said_to_have_none(tmp_path: Path) -> None:
    fact = {"id": "fog-1", "text": "Fog is a cloud.", "paragraph": 1}
    banks = world(tmp_path / "banks", {"fog": [fact], "rain": choices("rain", 2)})
    async with playing(banks, tmp_path / "saves") as game:
        await game.walk("Fog")
        await game.press("enter")
        await game.comes(Results)
        await game.reads("These topics have no questions of this kind yet.", "Back")
        await game.press("enter")
        await game.comes(Home)
    assert answers_in(tmp_path / "saves") == []
