"""Questions from a file, on screen: named, looked at, kept and played."""

from pathlib import Path

import pytest
from textual import events

from quizgame.tui.screens.bring import Bring
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.packs import Packs
from quizgame.tui.screens.quiz import Quiz
from tests.packs import write_pack
from tests.tui.stage import Stage, playing

pytestmark = pytest.mark.usefixtures("quick")

SHEET = "Question,Answer,Wrong 1\nWhat is Eagle?,A lander,A rocket\nTrue?,Yes,\nWho flew [b]first[/]?,Gagarin,Leonov\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_pack(tmp_path / "banks")
    path = tmp_path / "Space quiz.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


async def drop(game: Stage, text: str) -> None:
    """What a terminal sends when a file is dropped into it."""
    await game.press("i")
    screen = await game.comes(Bring)
    screen.line.post_message(events.Paste(text))
    await game.until(lambda: screen.line.value == text)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (160, 50)])
async def test_a_dropped_file_is_looked_at_then_kept_then_played(
    file: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with playing(tmp_path / "banks", tmp_path / "saves", size=size) as game:
        await drop(game, f"'{file}'")
        await game.press("enter")
        await game.reads("New: 2 questions.", "Enter keeps it as the pack “Space quiz”", "What is Eagle? A lander")
        await game.reads("Who flew [b]first[/]? Gagarin")
        await game.press("pagedown")
        await game.reads("1 thing was left out:", "row 3, “True?”: it has too few wrong options")
        assert [path.name for path in (tmp_path / "banks").iterdir()] == ["space"]
        await game.press("enter")
        await game.comes(Home)
        await game.until(lambda: game.session.pack.id == "space-quiz")
        await game.reads("Space quiz", "Play today's 2")
        await game.press("b")
        await game.comes(Packs)
        await game.reads("Space", "Space quiz 1 topic, 2 questions · played now")
        await game.press("escape")
        await game.comes(Home)
        await game.press("enter")
        await game.comes(Quiz)
        assert game.round.started.pack == "space-quiz"


async def test_another_name_is_another_file_and_leaving_keeps_nothing(file: Path, tmp_path: Path) -> None:
    async with playing(tmp_path / "banks", tmp_path / "saves") as game:
        await drop(game, str(file))
        await game.press("enter")
        await game.reads("Enter keeps it")
        await game.press("x")
        await game.until(lambda: not game.says("Enter keeps it"))
        await game.press("enter")
        await game.reads("Space quiz.csvx can't be read: no such file or directory.")
        await game.press("escape")
        await game.comes(Home)
        assert [path.name for path in (tmp_path / "banks").iterdir()] == ["space"]


async def test_what_can_not_be_read_is_a_sentence(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"PK\x03\x04cut")
    async with playing(tmp_path / "banks", tmp_path / "saves") as game:
        await game.press("i")
        await game.comes(Bring)
        await game.press("enter")
        await game.reads("Type where the file is")
        await game.press("escape")
        await game.comes(Home)
        await drop(game, str(file))
        await game.press("enter")
        await game.reads("the file is broken, or only a part of it is here")
