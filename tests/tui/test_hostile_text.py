"""Texts of a bank are shown letter for letter on every screen, and nothing in them can be clicked."""

from pathlib import Path

import pytest
from textual.command import CommandPalette

from quizgame.game.play.phases import Phase
from quizgame.tui.screens.content_note import ContentNote
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.help import Help
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.problems import Problems
from quizgame.tui.screens.progress import Progress
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Reading
from quizgame.tui.screens.results import Results
from quizgame.tui.screens.timeline_menu import TimelineMenu
from quizgame.tui.screens.timeline_view import TimelineView
from quizgame.wording.answers import prompt_of
from tests.tui.hostile_pack import LONG, SHORT, hostile_pack, text
from tests.tui.stage import Stage, playing

pytestmark = pytest.mark.usefixtures("quick")

SIZE = (100, 60)


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return hostile_pack(tmp_path / "banks")


def squeezed(words: str) -> str:
    """Without white space and the line between neighbors, as lines may break anywhere."""
    return "".join(words.replace("│", "").replace("▌", "").split())


async def shows(game: Stage, *texts: str) -> None:
    """Wait until these texts stand there, letter for letter; nothing on the screen does anything but be read."""
    await game.until(lambda: all(squeezed(text) in squeezed(game.text) for text in texts))
    for row in game.segments():
        for segment in row:
            assert not any(letter < " " or "\x7f" <= letter < "\xa0" for letter in segment.text)
            if segment.style is not None:
                assert segment.style.link is None
                assert not [key for key in segment.style.meta if key.startswith("@")]


async def clicks(game: Stage, *texts: str) -> None:
    """Click where a bank would like to have an action; the game goes on."""
    for words in texts:
        await game.click(words)
    assert game.app.is_running
    assert game.app.return_code is None


async def test_the_way_to_the_first_question(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", size=SIZE) as game:
        await shows(game, SHORT, f"○ {SHORT}", "2 banks were left out")
        await clicks(game, SHORT)
        await game.press("exclamation_mark")
        await game.comes(Problems)
        await shows(game, "[b] [@click=app.quit].yaml", "'[/] [b]'", "broken.yaml")
        await clicks(game, "=app.quit")
        await game.press("escape", "r", "enter")
        await game.comes(Reading)
        await shows(game, SHORT, text("section"), text("remark"), text("fact 2"), "[b]term[/]: " + text("definition"))
        await clicks(game, "x[/]", "y :smile:", "C:\\[x]")
        await game.press("escape", "escape", "enter")
        await game.comes(ContentNote)
        await shows(game, text("note"), text("source"), text("publisher"))
        await clicks(game, "x[/]")
        await game.press("enter")
        await game.comes(Quiz)


async def test_a_question_its_feedback_its_notes_the_results_and_the_progress(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", size=SIZE, topics="facts", questions="1", seed="OWL-7") as game:
        await game.comes(ContentNote)
        await game.press("enter")
        await game.comes(Quiz)
        await shows(game, SHORT, game.choice.prompt, text("answer"), text("one"), LONG)
        await clicks(game, "prompt")
        wrong = next(place for place, option in enumerate(game.choice.options) if option.why == text("why one"))
        await game.press("down", "question_mark")
        await game.comes(Help)
        await shows(game, "Keys", "answer")
        await game.press("escape", str(wrong + 1))
        await game.phase(Phase.SHOWING)
        await shows(game, text("one") + " your answer", text("answer") + " the answer", text("why one"))
        await shows(game, text("explained"), text("section") + ", paragraph")
        await clicks(game, "explained", "why one", "section")
        await game.press("ctrl+p")
        await game.comes(CommandPalette)
        await game.press("escape", "w")
        await game.comes(Notes)
        await shows(game, "▸ fact", text("section"))
        await game.press("escape")
        await game.go_on()
        await game.comes(Results)
        await shows(game, SHORT, text("prompt"), LONG)
        await game.walk(text("prompt"))
        await shows(game, f"▸ {text('prompt')}")
        await game.press("q", "p")
        await game.comes(Progress)
        await shows(game, SHORT)


async def test_cards_and_their_true_order(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", size=SIZE, topics="cards", seed="OWL-7") as game:
        await game.comes(ContentNote)
        await game.press("enter")
        await game.comes(Quiz)
        labels = [event.label for event in game.ordering.events]
        await shows(game, SHORT, *labels)
        await game.press("space", "up")
        await shows(game, *labels)
        await game.press("space", "1", "1", "1", "1", "enter")
        await game.phase(Phase.SHOWING)
        await shows(game, *labels)
        await clicks(game, "card")
        await game.press("w")
        await game.comes(Notes)
        await shows(game, text("event"))
        await game.press("escape", "q")
        await game.comes(Home)
        await shows(game, "You left the round.")


async def test_the_timeline(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", size=SIZE, topics="cards", mode="growing") as game:
        await game.comes(ContentNote)
        await game.press("enter")
        growing = await game.comes(GrowingScreen)
        await shows(
            game, growing.sitting.play.current.card.label, *(event.label for event in growing.sitting.play.line)
        )
        await game.press("enter")
        await game.until(lambda: growing.sitting.play.phase is Phase.SHOWING)
        await shows(game, text("event"), text("section"), *(event.label for event in growing.sitting.play.line))
        await clicks(game, "event")
        await game.press("q")
        await game.comes(Home)
        await game.press("t")
        await game.comes(TimelineMenu)
        await shows(game, "Timeline")
        await game.press(*["down"] * 4, "enter")
        view = await game.comes(TimelineView)
        await shows(game, *(event.label for event in view.events.events))
        await game.press("down")


async def test_a_date_to_give(banks: Path, tmp_path: Path) -> None:
    async with playing(banks, tmp_path / "saves", size=SIZE, topics="cards", mode="dates", questions="1") as game:
        await game.comes(ContentNote)
        await game.press("enter")
        await game.comes(Quiz)
        await shows(game, prompt_of(game.round.current))
        await game.press(*"[/] [b]", "enter")
        await game.settled()
        await shows(game, "[/] [b]")
        assert game.round.phase is Phase.ASKING
        await game.press(*["backspace"] * len("[/] [b]"), "x")
        await game.phase(Phase.SHOWING)
        await shows(game, text("event"))
