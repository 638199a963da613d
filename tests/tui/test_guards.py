"""Keys that are held down, come twice, or come in a window that is too small to read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.game.play.phases import Phase
from quizgame.saves.journal import FILE_NAME
from quizgame.tui import flow
from quizgame.tui.parts import held_key
from quizgame.tui.screens.content_note import ContentNote
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Reading
from quizgame.tui.screens.results import Results
from quizgame.tui.widgets.ordering import Ordering
from tests.tui.clock import Clock
from tests.tui.stage import answers_in, playing
from tests.tui.worlds import NOTE, choices, events, world

MANY = 60
SMALL, ENOUGH = (50, 12), (80, 24)


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8), "snow": events("snow", 6)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


@pytest.fixture(autouse=True)
def standing(clock: Clock) -> Clock:
    """In all of these tests."""
    return clock


def rounds_started(saves: Path) -> int:
    """How many rounds the journal knows of."""
    with closing(sqlite3.connect(saves / FILE_NAME)) as journal:
        return int(journal.execute("SELECT COUNT(*) FROM rounds").fetchone()[0])


@pytest.mark.parametrize("key", ["enter", "1", "x"])
async def test_sixty_keys_at_once_answer_one_question_and_leave_its_feedback(
    banks: Path, saves: Path, clock: Clock, key: str
) -> None:
    async with playing(banks, saves, topics="rain", questions="3") as game:
        clock.rest()
        if key == "enter":
            await game.press("down")
        game.hold(key, MANY)
        await game.phase(Phase.SHOWING)
        await game.settled()
        assert game.round.place == 0
        await game.reads("1 of 3", "RAIN, paragraph")
    assert len(answers_in(saves)) == 1


async def test_sixty_enters_on_a_full_line_of_cards_answer_once_and_leave_the_feedback(
    banks: Path, saves: Path, clock: Clock
) -> None:
    async with playing(banks, saves, topics="snow", seed="OWL-7") as game:
        clock.rest()
        await game.press("1", "2", "3", "4")
        game.hold("enter", MANY)
        await game.phase(Phase.SHOWING)
        await game.settled()
        assert game.round.place == 0
    assert len(answers_in(saves)) == 1


async def test_a_key_that_is_held_down_never_answers_a_question_that_was_not_seen(
    banks: Path, saves: Path, clock: Clock
) -> None:
    async with playing(banks, saves, topics="rain", questions="4") as game:
        await game.press("down")
        for key in ("enter", "1", "x"):
            await clock.hold(game, key)
            assert (game.round.place, game.round.phase) == (0, Phase.SHOWING)
        clock.rest()
        await clock.hold(game, "enter")
        assert (game.round.place, game.round.phase) == (1, Phase.ASKING)
        await clock.hold(game, "1")
        assert (game.round.place, game.round.phase) == (1, Phase.SHOWING)
    assert len(answers_in(saves)) == 2


async def test_enter_goes_on_once_the_feedback_could_be_read(banks: Path, saves: Path, clock: Clock) -> None:
    async with playing(banks, saves, topics="rain", questions="3") as game:
        await game.answer()
        clock.rest()
        await game.press("enter")
        await game.phase(Phase.ASKING)
        assert game.round.place == 1


@pytest.mark.parametrize("size", [SMALL, ENOUGH], ids=["small", "enough"])
async def test_sixty_enters_on_home_start_one_round(banks: Path, saves: Path, size: tuple[int, int]) -> None:
    async with playing(banks, saves) as game:
        await game.pilot.resize_terminal(*size)
        await game.settled()
        game.hold("enter", MANY)
        await game.settled()
        assert game.open_rooms == ([Home] if size == SMALL else [Home, Quiz])
    assert rounds_started(saves) == (0 if size == SMALL else 1)


async def test_an_enter_that_is_held_down_on_home_does_not_skip_the_content_note(
    tmp_path: Path, saves: Path, clock: Clock
) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 2)}, note=NOTE)
    async with playing(banks, saves) as game:
        await clock.hold(game, "enter")
        assert isinstance(game.screen, ContentNote)
        clock.rest()
        await game.press("enter")
        await game.comes(Quiz)


async def test_an_enter_that_is_held_down_after_the_last_question_does_not_skip_the_results(
    banks: Path, saves: Path, clock: Clock
) -> None:
    async with playing(banks, saves, topics="rain", questions="1") as game:
        await game.answer()
        clock.rest()
        await clock.hold(game, "enter")
        await game.comes(Results)
        clock.rest()
        game.hold("enter", MANY)
        await game.comes(Quiz)
        await game.settled()
    assert rounds_started(saves) == 2


async def test_an_enter_that_is_held_down_on_the_notes_comes_back_to_the_same_feedback(
    banks: Path, saves: Path, clock: Clock
) -> None:
    async with playing(banks, saves, topics="rain", questions="2") as game:
        await game.answer()
        await game.press("w")
        await game.comes(Notes)
        clock.rest()
        await clock.hold(game, "enter")
        await game.comes(Quiz)
        assert (game.round.place, game.round.phase) == (0, Phase.SHOWING)


async def test_keys_in_a_window_that_is_too_small_do_nothing_and_work_again_when_it_grows(
    banks: Path, saves: Path, clock: Clock
) -> None:
    async with playing(banks, saves, topics="rain", questions="2") as game:
        await game.press("down", "down")
        for phase, keys in [(Phase.ASKING, "1 2 x enter down q"), (Phase.SHOWING, "u w enter q escape")]:
            await game.phase(phase)
            before = game.text
            await game.pilot.resize_terminal(*SMALL)
            await game.reads("This window is 50×12.", "at least 60×20", "Nothing is lost.")
            clock.rest()
            await game.press(*keys.split(), "question_mark", "ctrl+p")
            await game.settled()
            assert isinstance(game.screen, Quiz)
            assert (game.round.place, game.round.phase, game.round.attempt) == (0, phase, 0)
            await game.pilot.resize_terminal(80, 30)
            await game.settled()
            assert game.text == before
            if phase is Phase.ASKING:
                await game.press("enter")
        clock.rest()
        await game.press("enter")
        await game.phase(Phase.ASKING)
        await game.press("2")
        await game.phase(Phase.SHOWING)


async def test_a_page_stays_open_in_a_window_that_is_too_small(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        flow.read(game.screen, game.session, "rain")
        page = await game.comes(Reading)
        await game.pilot.resize_terminal(*SMALL)
        await game.reads("This window is 50×12.")
        await game.press("escape", "enter", "right", "question_mark")
        await game.settled()
        assert game.screen is page
        await game.pilot.resize_terminal(*ENOUGH)
        await game.reads("in the article: RAIN")
        await game.press("escape")
        await game.comes(Home)


@pytest.mark.parametrize("wishes", [{}, {"questions": "2", "topics": "rain"}], ids=["home", "quiz"])
async def test_a_game_that_starts_in_a_small_window_can_be_played_when_it_grows(
    banks: Path, saves: Path, wishes: dict[str, str]
) -> None:
    async with playing(banks, saves, size=SMALL, **wishes) as game:
        await game.reads("This window is 50×12.")
        await game.pilot.resize_terminal(*ENOUGH)
        if not wishes:
            await game.reads("▸ Play")
            await game.press("enter")
        await game.comes(Quiz)
        await game.press("1")
        await game.phase(Phase.SHOWING)


async def test_a_resize_in_the_middle_of_a_grab_keeps_the_card(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="snow", seed="OWL-7") as game:
        board = game.quiz.query_one(Ordering).board
        await game.press("1", "space", "up")
        held, line, tray = board.held, list(board.line), list(board.tray)
        assert held is not None
        for size in (SMALL, (160, 50), (60, 20), (1, 1), ENOUGH):
            await game.pilot.resize_terminal(*size)
            await game.settled()
            assert game.quiz.query_one(Ordering).board is board
            assert (board.held, board.line, board.tray) == (held, line, tray)
        await game.reads(f"↕ 4 {game.ordering.events[held].label}")
        await game.press("up", "space")
        assert board.line.index(held) == 2


def test_what_is_new_is_left_alone_for_longer_than_a_key_takes_to_repeat() -> None:
    assert held_key.SETTLE_SECONDS > held_key.REPEAT_SECONDS  # or the next repeat would be taken for a new press
