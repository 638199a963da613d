"""Home: what to play, and the way in."""

import threading
from pathlib import Path

import pytest

from quizgame.game.play.lengths import LENGTHS
from quizgame.game.play.modes import CARDS, TODAY
from quizgame.session import session
from quizgame.session.wishes import Wishes
from quizgame.tui.app import QuizApp
from quizgame.tui.parts.page import Page
from quizgame.tui.screens.content_note import ContentNote
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.problems import Problems
from quizgame.tui.screens.progress import Progress
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Outline
from quizgame.tui.screens.topic_list import TopicRow
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import NOTE, choices, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {topic: choices(topic, 12) for topic in ("rain", "wind", "snow")})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def marked(game: Stage) -> str:
    """The row that the focus is on, as it reads."""
    [row] = [row for row in game.rows() if "▸" in row]
    return row


async def test_home_says_what_enter_plays(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.reads("Weather", "▸ Play today's 12", "12 new · about 5 minutes")
        assert [row.topic for row in game.screen.query(TopicRow)] == ["rain", "wind", "snow"]
        assert game.text.count("not tried yet") == 3
        await game.press("enter")
        await game.comes(Quiz)
        assert (game.round.started.topics, game.round.started.length) == (("rain", "wind", "snow"), 12)
        assert (game.round.started.mode, len(game.round.questions)) == (TODAY, 12)


async def test_home_promises_no_more_questions_than_there_are(tmp_path: Path, saves: Path) -> None:
    banks = world(tmp_path / "few", {"rain": choices("rain", 3), "wind": choices("wind", 4)})
    async with playing(banks, saves) as game:
        await game.reads("Play today's 7", "7 new · about 3 minutes")
        await game.walk("Rain")
        await game.press("space")
        await game.reads("Play today's 3 · Rain", "3 new · about 1 minute")
        await game.press("enter")
        await game.reads("1 of 3")


async def test_space_and_clicks_tick_topics_and_enter_on_one_of_them_plays_these(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.walk("Rain")
        await game.press("space")
        await game.reads("Play today's 12 · Rain", "● Rain", "○ Wind", "○ Snow")
        await game.click("Snow")
        await game.reads("Play today's 12 · 2 topics ticked", "● Rain", "○ Wind", "● Snow")
        assert "Snow" in marked(game)
        await game.press("space")
        await game.reads("Play today's 12 · Rain", "○ Snow")
        await game.press("space", "up", "up")
        assert "Rain" in marked(game)
        await game.press("enter")
        await game.comes(Quiz)
        assert game.round.started.topics == ("rain", "snow")


@pytest.mark.parametrize("before", ["", "Rain"], ids=["nothing", "another"])
async def test_enter_on_a_topic_that_is_not_ticked_plays_just_this_one(banks: Path, saves: Path, before: str) -> None:
    async with playing(banks, saves) as game:
        if before:
            await game.walk(before)
            await game.press("space")
        await game.walk("Wind")
        await game.press("enter")
        await game.comes(Quiz)
        assert game.round.started.topics == ("wind",)


async def test_arrows_stop_at_the_first_and_the_last_row(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("up", "k")
        assert "Play" in marked(game)
        await game.walk("Snow")
        await game.press("down", "j")
        assert "Snow" in marked(game)


async def test_keys_in_one_burst_act_on_the_row_that_each_has_reached(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        game.hold("down", 1)
        game.hold("enter", 1)
        await game.comes(Quiz)
        assert game.round.started.mode == CARDS


async def test_plus_and_minus_change_the_length_between_the_shortest_and_the_longest(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        for key, length in zip(["plus", "equals_sign", "plus", "plus", "plus"], (16, 20, 30, 30, 30), strict=True):
            await game.press(key)
            await game.reads(f"Play today's {length}")
        await game.reads("30 new · about 12 minutes")
        for length in (20, 16, 12, 8, 5):
            await game.press("minus")
            await game.reads(f"Play today's {length}")
        await game.press("minus")
        await game.reads(f"Play today's {min(LENGTHS)}", "5 new · about 2 minutes")
        await game.press("enter")
        await game.comes(Quiz)
        assert len(game.round.questions) == 5


async def test_the_command_line_starts_its_round_at_once_and_home_remembers_it(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="wind,snow", questions="7", seed="owl 7") as game:
        started = game.round.started
        assert (started.topics, started.length, started.seed) == (("wind", "snow"), 7, "OWL-7")
        await game.press("q")
        await game.comes(Home)
        await game.reads("Play today's 7 · 2 topics ticked", "○ Rain", "● Wind", "● Snow")


async def test_a_round_that_was_left_shows_in_the_scores(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, size=(80, 40)) as game:
        await game.walk("Rain")
        await game.press("enter")
        await game.comes(Quiz)
        await game.answer()
        await game.go_on()
        await game.answer(right=False)
        await game.press("q")
        await game.comes(Home)
        await game.reads("known now", "8 % not enough yet")
        assert game.text.count("not tried yet") == 2
    async with playing(banks, saves) as game:
        await game.reads("known now", "8 % not enough yet")


async def test_enter_before_everything_is_read_plays_as_soon_as_it_is(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, lay = threading.Event(), session.open_session

    def slowly(folders: tuple[Path, ...], saves: Path, wishes: Wishes) -> session.Session:
        assert read.wait(30)
        return lay(folders, saves, wishes)

    monkeypatch.setattr(session, "open_session", slowly)
    app = QuizApp((banks,), saves, Wishes(), saves / "crash.log")
    async with app.run_test(size=(80, 30)) as pilot:
        game = Stage(app, pilot)
        await game.reads("▸ Play", "Getting the questions ready")
        for key in ("enter", "space", "plus", "r", "p", "t", "exclamation_mark", "enter"):
            await game.press(key)
            await game.settled()
            assert isinstance(game.screen, Home)
        read.set()
        await game.comes(Quiz)
        await game.settled()
        assert game.open_rooms == [Home, Quiz]


@pytest.mark.parametrize("early", [("plus plus p", Progress, 20), ("minus r", Outline, 8)])
async def test_keys_that_come_before_everything_is_read_are_done_once_it_is(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch, early: tuple[str, type[Page], int]
) -> None:
    keys, screen, length = early
    read, lay = threading.Event(), session.open_session

    def slowly(folders: tuple[Path, ...], saves: Path, wishes: Wishes) -> session.Session:
        assert read.wait(30)
        return lay(folders, saves, wishes)

    monkeypatch.setattr(session, "open_session", slowly)
    app = QuizApp((banks,), saves, Wishes(), saves / "crash.log")
    async with app.run_test(size=(80, 30)) as pilot:
        game = Stage(app, pilot)
        await game.reads("Getting the questions ready")
        await game.press(*keys.split())
        read.set()
        await game.comes(screen)
        await game.press("escape")
        await game.reads(f"Play today's {length}")


async def test_the_content_note_comes_only_before_the_first_answers_of_a_pack(tmp_path: Path, saves: Path) -> None:
    banks = world(tmp_path / "banks", {"rain": choices("rain", 3)}, note=NOTE)
    async with playing(banks, saves) as game:
        for key in ("escape", "q"):
            await game.press("enter")
            await game.comes(ContentNote)
            await game.reads("Before you start", NOTE, "“A text about weather”, Nobody", "▸ Start")
            await game.press(key)
            await game.comes(Home)
        await game.press("enter")
        await game.comes(ContentNote)
        await game.press("enter")
        await game.comes(Quiz)
        await game.answer()
        await game.press("q")
        await game.comes(Home)
        await game.press("enter")
        await game.comes(Quiz)
    async with playing(banks, saves) as game:
        await game.press("enter")
        await game.comes(Quiz)
    assert len(answers_in(saves)) == 1


async def test_a_broken_bank_is_left_out_and_everything_else_plays(
    banks: Path, saves: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # so that the path is short
    (banks / "wind.yaml").write_text("topic: wind\ntitle: [", encoding="utf-8")
    async with playing(banks, saves) as game:
        await game.reads("1 bank was left out · press ! to see why", "Rain", "Snow")
        assert not game.says("Wind")
        await game.press("exclamation_mark")
        await game.comes(Problems)
        await game.reads("What was left out", "banks/weather/wind.yaml:3:1: error:", "quizgame check")
        await game.press("escape")
        await game.comes(Home)
        await game.press("enter")
        await game.comes(Quiz)
        assert game.round.started.topics == ("rain", "snow")


async def test_without_problems_there_is_no_page_for_them(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("exclamation_mark")
        await game.settled()
        assert isinstance(game.screen, Home)
        assert not game.says("left out")


async def test_the_week_is_told_once(tmp_path: Path) -> None:
    async with playing(world(tmp_path / "banks"), tmp_path / "saves", questions="2") as game:
        await game.answer()
        await game.press("q")
        await game.comes(Home)
        await game.reads("1 of 3 days this week")
        assert game.prose.count("days this week") == 1
