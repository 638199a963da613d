"""Who plays: from home by a key; made, renamed, exported, deleted for good."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from quizgame.game.play.phases import Phase
from quizgame.saves.rows import Player
from quizgame.session.players import file_name
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.players import BeforeDeleting, Players
from quizgame.tui.screens.quiz import Quiz
from quizgame.wording.names import NO_NAME, name_in_words
from quizgame.wording.players import NOTHING_DELETED, PLAYS_NOW, deleted, exported, is_there
from tests.tui.stage import Stage, answers_in, playing
from tests.tui.worlds import world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks").parent


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def opened(game: Stage) -> Players:
    await game.press("w")
    screen = await game.comes(Players)
    await game.until(lambda: screen._marked is not None)
    return screen


def people(game: Stage) -> tuple[Player, ...]:
    return game.session.keeper.players


async def answered_one(game: Stage) -> None:
    await game.press("enter")
    await game.comes(Quiz)
    await game.phase(Phase.ASKING)
    await game.answer()
    await game.press("q")
    await game.comes(Home)


async def made_a_second_one(game: Stage) -> Players:
    screen = await opened(game)
    await game.press("n")
    await game.until(lambda: len(people(game)) == 2 and not screen._busy and len(screen._list.children) == 2)
    await game.calm()
    return screen


async def test_two_people_on_one_machine_have_figures_of_their_own(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await answered_one(game)
        assert game.session.figures.answers == 1
        await opened(game)
        await game.reads(NO_NAME, PLAYS_NOW)
        await game.press("escape")
        await game.comes(Home)
        await game.reads("Go on with your round")  # who only looked plays on
        await made_a_second_one(game)
        first, second = people(game)
        await game.reads(name_in_words(first), f"{name_in_words(second)} · {PLAYS_NOW}")
        await game.press("escape")
        await game.comes(Home)
        await game.reads("Who plays", name_in_words(second))
        assert game.session.figures.answers == 0
        assert game.session.take_paused() is None
        await opened(game)
        await game.press("up")
        await game.press("enter")
        await game.comes(Home)
        await game.until(lambda: game.session.figures.answers == 1)
        assert game.session.keeper.player == first.id
    async with playing(banks, saves) as game:
        assert (game.session.keeper.player, game.session.figures.answers) == (first.id, 1)


async def test_another_name_is_made_up_by_one_key(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await made_a_second_one(game)
        before = people(game)[1]
        await game.press("r")
        await game.until(lambda: people(game)[1].name != before.name)
        await game.reads(name_in_words(people(game)[1]))
        assert people(game)[1].sign == before.sign


async def test_all_that_was_answered_is_written_into_a_file_once(
    banks: Path, saves: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with playing(banks, saves) as game:
        await answered_one(game)
        await made_a_second_one(game)
        first = people(game)[0]
        await game.press("up", "e")
        path = tmp_path / file_name(first)
        await game.announces(exported(first, str(path)))
        assert len(json.loads(path.read_text("utf-8"))["answers"]) == 1
        await game.press("e")
        await game.announces(is_there(str(path)))


async def test_only_who_types_the_name_deletes_a_player(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await answered_one(game)
        screen = await made_a_second_one(game)
        first, second = people(game)
        round_ = answers_of_first(saves, game)
        await game.press("up", "d")
        asking = await game.comes(BeforeDeleting)
        await game.reads(name_in_words(first), str(saves)[:10])
        asking.query_one(Input).value = "somebody else"
        await game.press("enter")
        await game.announces(NOTHING_DELETED)
        assert await game.comes(Players) is screen
        await game.press("d")
        await game.comes(BeforeDeleting)
        await game.press("escape")
        await game.comes(Players)
        assert people(game) == (first, second)
        await game.press("d")
        asking = await game.comes(BeforeDeleting)
        asking.query_one(Input).value = name_in_words(first)
        await game.press("enter")
        await game.announces(deleted(first))
        await game.until(lambda: people(game) == (second,))
        await game.press("escape")
        await game.comes(Home)
        await answered_one(game)
    assert not [file for file in saves.iterdir() if round_.encode() in file.read_bytes()]
    assert len(answers_in(saves)) == 1


def answers_of_first(saves: Path, game: Stage) -> str:
    """The id of the first player's round, which stands in the save."""
    keeper = game.session.keeper
    assert keeper._journal
    [(round_,)] = keeper._journal._connection.execute("SELECT DISTINCT round FROM answers").fetchall()
    assert any(str(round_).encode() in file.read_bytes() for file in saves.iterdir())
    return str(round_)


async def test_the_screen_stands_in_the_smallest_window(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, size=(60, 20)) as game:
        await made_a_second_one(game)
        await game.reads("Who plays", name_in_words(people(game)[0]), "quizgame players import")
        await game.press("d")
        await game.comes(BeforeDeleting)
        await game.reads("Nobody can bring it back.", "to delete it")
