"""Flashcards on the screen: turned, graded, undone, and what comes back."""

from pathlib import Path

import pytest

from quizgame.game.events import Answered
from quizgame.game.kinds.card import CardQuestion
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.results import Results
from quizgame.tui.widgets.card import CardBox
from tests.tui.clock import Clock
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import choices, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def card(game: Stage) -> CardQuestion:
    """The card on the screen."""
    question = game.round.current
    assert isinstance(question, CardQuestion)
    return question


def told(answers: list[Answered]) -> list[tuple[int, int | None, bool]]:
    """The place of each, its grade, and whether it counts for nothing."""
    return [(answer.place, answer.rating, answer.seen) for answer in answers]


async def grade(game: Stage, key: str, *, turn: str = "space") -> None:
    """Turn the card, say how well it was known, and wait for what comes then."""
    place = game.round.place
    await game.press(turn)
    await game.until(lambda: game.quiz.query_one(CardBox).turned)
    await game.press(key)
    await game.until(lambda: not isinstance(game.screen, Quiz) or game.round.place > place)
    await game.calm()


@pytest.mark.usefixtures("quick")
async def test_a_card_shows_its_back_and_the_four_grades_once_it_is_turned(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, mode="cards", questions="2") as game:
        assert game.says(card(game).front, "Think of the answer, then turn the card: Space")
        assert not game.says(card(game).back)
        await game.press("3", "x", "w", "g")
        await game.settled()
        assert (game.round.given, isinstance(game.screen, Quiz)) == ((), True)
        await game.press("space")
        await game.reads(card(game).back, card(game).explanation, "How well did you know it?")
        await game.reads("1 Again tomorrow", "2 Hard", "3 Good in 2 days", "4 Easy in 8 days")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("turn", ["space", "enter"])
async def test_each_grade_is_kept_and_the_next_card_comes_at_once(banks: Path, saves: Path, turn: str) -> None:
    async with playing(banks, saves, mode="cards", questions="5") as game:
        for key in "2341":
            await grade(game, key, turn=turn)
            assert not game.quiz.query_one(CardBox).turned
        assert len(game.round.questions) == 6
        await grade(game, "3")
        await game.reads("once more, as you missed it a moment ago")
        assert card(game) == game.round.questions[3]
        await grade(game, "3")
        await game.comes(Results)
        await game.reads("4 of 5 cards known", "2 come again tomorrow", "▸ Practise the one you missed")
        assert not game.says("Look at every question")
    places = [(0, 2, False), (1, 3, False), (2, 4, False), (3, 1, False), (4, 3, False), (5, 3, True)]
    assert told(answers_in(saves)) == places


@pytest.mark.usefixtures("quick")
async def test_a_grade_is_undone_at_the_next_card_and_on_the_page_of_results(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, mode="cards", questions="2") as game:
        first = card(game)
        await game.press("u")
        await grade(game, "4")
        await game.press("u")
        await game.until(lambda: game.round.attempt == 1)
        assert card(game) == first
        await grade(game, "2")
        await grade(game, "1")
        await game.comes(Results)
        await game.reads("1 of 2 cards known")
        await game.press("u")
        await game.comes(Quiz)
        assert (game.round.place, game.round.attempt) == (1, 1)
        await grade(game, "3")
        await game.comes(Results)
        await game.reads("2 of 2 cards known", "▸ Play on")
        assert game.open_rooms == [Home, Results]
        known = game.session.figures.known(first.fact)
        assert (known.right, known.memory is not None) == (1, True)
    assert told(answers_in(saves)) == [(0, 2, False), (1, 3, False)]


@pytest.mark.usefixtures("quick")
async def test_the_mouse_turns_and_grades(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, mode="cards", questions="1") as game:
        await game.click("Think of the answer")
        await game.reads("How well did you know it?")
        await game.click("Good")
        await game.comes(Results)
    assert told(answers_in(saves)) == [(0, 3, False)]


@pytest.mark.usefixtures("quick")
async def test_after_cards_enter_practises_those_that_were_missed_as_cards(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, mode="cards", questions="2") as game:
        missed = card(game).fact
        await grade(game, "1")
        await grade(game, "3")
        await grade(game, "1")
        await game.comes(Results)
        await game.press("enter")
        await game.comes(Quiz)
        assert [question.facts for question in game.round.questions] == [(missed,)]
        assert game.round.started.mode == "cards"
        await game.press("space")
        await game.reads("1 Again tomorrow", "2 Hard tomorrow", "3 Good tomorrow", "4 Easy tomorrow")


async def test_a_key_that_is_held_down_turns_one_card_and_grades_one(banks: Path, saves: Path, clock: Clock) -> None:
    async with playing(banks, saves, mode="cards", questions="4") as game:
        clock.rest()
        await clock.hold(game, "space")
        assert game.round.given == ()
        await clock.hold(game, "3")
        await game.until(lambda: game.round.place == 1)
        assert not game.quiz.query_one(CardBox).turned
    assert len(answers_in(saves)) == 1
