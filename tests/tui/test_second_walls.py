"""Guards behind other guards: keys and clicks do not come this far today, so they are tried without either."""

import asyncio
from pathlib import Path
from threading import Event

import pytest

from quizgame.game.kinds.choice import Chose
from quizgame.game.play.modes import RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.session.session import Session
from quizgame.session.sitting import Sitting
from quizgame.tui import flow
from quizgame.tui.parts import key_line
from quizgame.tui.parts.key_line import KeyLine
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.progress import Progress
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.widgets.answering import Answered
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import choices, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 8)})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def test_two_answers_at_the_same_time_are_one(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="2") as game:
        await asyncio.gather(*(game.quiz.on_answered(Answered(Chose(option))) for option in (0, 1)))
        await game.phase(Phase.SHOWING)
    assert [answer.response for answer in answers_in(saves)] == [(0,)]


async def test_an_answer_is_taken_back_once(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="2") as game:
        await game.answer()
        await asyncio.gather(game.quiz.action_undo(), game.quiz.action_undo())
        await game.phase(Phase.ASKING)
        assert (game.round.attempt, game.session.keeper.unsaved) == (1, 0)
    assert answers_in(saves) == []


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """A disk on which no round begins before this is set."""
    ready, start = Event(), Session.start_round

    def wait(session: Session, settings: RoundSettings) -> Sitting[Round]:
        assert ready.wait(30)
        return start(session, settings)

    monkeypatch.setattr(Session, "start_round", wait)
    return ready


async def all_started(game: Stage) -> None:
    await game.until(lambda: all(one.is_finished for one in game.app.workers if one.group == flow.STARTING))
    await game.settled()


async def test_a_round_that_begins_late_does_not_come_over_another_screen(
    banks: Path, saves: Path, slow: Event
) -> None:
    async with playing(banks, saves) as game:
        await game.press("enter", "p")
        await game.comes(Progress)
        slow.set()
        await all_started(game)
        assert game.open_rooms == [Home, Progress]


async def test_only_one_round_begins_at_a_time(banks: Path, saves: Path, slow: Event) -> None:
    async with playing(banks, saves) as game:
        for _ in range(3):
            flow.play(game.screen, game.session, game.session.settings)
        assert len([one for one in game.app.workers if one.group == flow.STARTING]) == 1
        slow.set()
        await all_started(game)
        assert game.open_rooms == [Home, Quiz]


async def test_the_first_key_the_way_out_and_help_stay_where_there_is_room_for_none(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(banks, saves) as game:
        line = game.screen.query_one(KeyLine)
        wanted = [key.key for key in line._drawn]
        monkeypatch.setattr(key_line._Key, "cells", property(lambda _key: 1000))
        await game.pilot.resize_terminal(90, 30)
        await game.until(lambda: [key.key for key in line._drawn] == [wanted[0], "q", wanted[-1]])
