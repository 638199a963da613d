"""When answers can't be written, and when the game has to stop."""

from datetime import datetime
from pathlib import Path

import pytest

from quizgame.game.events import JournalEvent
from quizgame.saves.derived import NOTHING, Derived
from quizgame.saves.faults import Hindrance, NotWritableError, Trouble
from quizgame.saves.journal import Journal
from quizgame.session.wishes import Wishes
from quizgame.tui.app import QuizApp
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.results import Results
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import world

pytestmark = pytest.mark.usefixtures("quick")

FULL = "the disk is full"


class Disk:
    """A disk that can be full."""

    def __init__(self) -> None:
        self.full = False


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk that the journal is on."""
    found, append = Disk(), Journal.append

    def write(journal: Journal, event: JournalEvent, derived: Derived = NOTHING) -> None:
        if found.full:
            raise NotWritableError(Trouble(Hindrance.DISK_FULL))
        append(journal, event, derived)

    monkeypatch.setattr(Journal, "append", write)
    return found


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks")


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def test_a_folder_that_cant_be_written_to_is_named_on_home_and_at_every_question(
    banks: Path, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, now: datetime, player: int) -> Journal:
        raise NotWritableError(Trouble(Hindrance.READ_ONLY))

    monkeypatch.setattr(Journal, "open", refuse)
    async with playing(banks, saves) as game:
        await game.reads("Your progress is not being saved: the folder can't be written to.", "You can play on.")
        await game.press("minus", "enter")
        for _ in range(2):
            await game.until(lambda: game.says("Not saved at the moment: the folder can't be written to"))
            await game.answer()
            await game.reads("Not saved at the moment", "✓ Right")
            await game.go_on()
        await game.press("q")
        await game.comes(Home)
        await game.reads("not enough yet", "Your progress is not being saved")
    assert game.app.farewell is not None
    assert "Some answers could not be saved: the folder can't be written to" in game.app.farewell


async def test_a_full_disk_is_told_and_what_waits_is_written_as_soon_as_there_is_room(
    banks: Path, saves: Path, disk: Disk
) -> None:
    async with playing(banks, saves, questions="3") as game:
        assert not game.says("Not saved")
        disk.full = True
        await game.answer()
        await game.reads("✓ Right", f"Not saved at the moment: {FULL}. Play on; it is tried again with every answer.")
        await game.go_on()
        await game.reads("Not saved at the moment", "2 of 3")
        disk.full = False
        await game.answer()
        await game.reads("✓ Right")
        assert not game.says("Not saved")
    assert [answer.place for answer in answers_in(saves)] == [0, 1]
    assert game.app.farewell is None


async def test_what_still_waits_at_the_end_is_written_when_the_game_is_left(
    banks: Path, saves: Path, disk: Disk
) -> None:
    async with playing(banks, saves, questions="1") as game:
        disk.full = True
        await game.answer()
        await game.go_on()
        await game.comes(Results)
        disk.full = False
    assert len(answers_in(saves)) == 1
    assert game.app.farewell is None


async def test_saves_that_must_not_be_used_end_the_game_with_a_sentence(banks: Path, saves: Path) -> None:
    saves.write_text("this is a file")
    app = QuizApp((banks,), saves, Wishes(), saves / "crash.log")
    async with app.run_test() as pilot:
        await Stage(app, pilot).until(lambda: app.farewell is not None)
    assert app.return_code == 2
    assert app.farewell is not None
    assert app.farewell.startswith("quizgame: The saves folder")


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        (Wishes(topics="sleet"), "There is no topic “sleet”. There is: rain."),
        (Wishes(questions="lots"), "A round has 1 to 50 questions, not “lots”."),
        (Wishes(pack="moon"), "There is no pack “moon”. There is: weather."),
    ],
)
async def test_what_cant_be_had_ends_the_game_with_a_sentence(
    banks: Path, saves: Path, wishes: Wishes, sentence: str
) -> None:
    app = QuizApp((banks,), saves, wishes, saves / "crash.log")
    async with app.run_test() as pilot:
        await Stage(app, pilot).until(lambda: app.farewell is not None)
    assert (app.return_code, app.farewell) == (2, f"quizgame: {sentence}")
    assert not saves.exists()
