"""Progress: figures with their evidence, days and what is ahead, on one screen of any size; the plan of the week."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.game.play.modes import TODAY
from quizgame.session.clock import now
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.progress import Progress
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Reading
from tests.tui.stage import Stage, playing
from tests.tui.worlds import choices, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {topic: choices(topic, 8) for topic in ("rain", "wind", "a-long-name-of-a-topic")})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def row_of(game: Stage, text: str) -> str:
    """The row of the screen with a text."""
    return next(row for row in game.rows() if text in row)


async def answer_all(game: Stage, *, right: bool = True) -> None:
    """Answer every question of the round on the screen."""
    for _ in range(len(game.round.questions)):
        await game.answer(right=right)
        await game.go_on()


async def test_it_says_what_it_will_show_before_there_is_anything(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("p")
        await game.comes(Progress)
        await game.reads("After your first round this page shows", "□ □ □ 0 of 3 days this week")
        await game.reads("Rain not tried yet", "Nothing to refresh in these days")
        await game.press("p")
        await game.comes(Home)


async def test_a_topic_is_told_with_two_figures_and_no_verdict_on_few_answers(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="wind", questions="3") as game:
        await answer_all(game)
        await game.press("q", "p")
        await game.comes(Progress)
        await game.reads("■ □ □ 1 of 3 days this week", "not enough yet · 3", "To refresh")
        known = game.session.overview()[1].known_now
        assert f"{round(100 * known)} %" in row_of(game, "Wind")
        assert "█" not in row_of(game, "Wind")
        ahead = (game.session.figures.known(fact).memory for fact in game.session.figures.met("wind"))
        assert {memory.due > now().date() for memory in ahead if memory} == {True}


async def test_enter_practises_the_topic_to_begin_with_and_the_figures_move(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="wind", questions="6") as game:
        await answer_all(game, right=False)
        await game.press("q", "p")
        await game.comes(Progress)
        await game.reads("▸ Wind", "start here · 6")
        assert "░" in row_of(game, "Wind")
        await game.press("enter")
        await game.comes(Quiz)
        assert (game.round.started.mode, game.round.started.topics) == (TODAY, ("wind",))
        await game.answer()
        await game.press("q")
        await game.comes(Progress)
        await game.reads("▸ Wind", "· 7" if len(game.session.figures.met("wind")) == 7 else "· 6")


async def test_r_opens_the_notes_of_the_marked_topic(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("p", "down", "r")
        await game.comes(Reading)
        await game.reads("in the article: WIND")
        await game.press("escape")
        await game.comes(Progress)


async def test_the_plan_of_the_week_is_set_and_kept(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("p", "plus", "plus")
        await game.reads("□ □ □ □ □ 0 of 5 days this week")
        await game.press("minus")
        await game.reads("□ □ □ □ 0 of 4 days this week")
    async with playing(banks, saves) as game:
        await game.press("p")
        await game.reads("0 of 4 days this week")
        await game.press(*["minus"] * 9)
        await game.until(lambda: game.session.chosen.days_a_week == 1)
        await game.press(*["plus"] * 9)
        await game.until(lambda: game.session.chosen.days_a_week == 7)


async def test_a_plan_that_can_not_be_written_holds_and_says_so(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quizgame.saves import files

    def full(*_: object) -> None:
        raise OSError("no room")

    async with playing(banks, saves) as game:
        monkeypatch.setattr(files, "put_over", full)
        await game.press("p", "plus")
        await game.announces("This can't be written at the moment; it holds until you leave.")
        await game.reads("0 of 4 days this week")


async def test_all_of_it_stands_on_one_screen_of_any_size(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="rain,wind", questions="6") as game:
        await answer_all(game)
        await game.press("q")
        for size in ((60, 20), (80, 24), (100, 30), (120, 40), (160, 50)):
            await game.pilot.resize_terminal(*size)
            await game.press("p")
            screen = await game.comes(Progress)
            await game.settled()
            await game.reads(
                "Answers a day", "To refresh", "today", "tomorrow", "Topics · known now", "Rain", "A-long-name"
            )
            assert screen.page.max_scroll_y == 0, size
            assert screen.table.size.height >= 3, size
            in_two_days = now().date() + timedelta(days=2)
            assert any(f"{in_two_days.day:>2} " in row for row in game.rows()), size
            await game.press("escape")
            await game.comes(Home)
