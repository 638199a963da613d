"""The pages beside the game: notes, help, the palette, and the way back from each."""

from pathlib import Path

import pytest
from textual.command import CommandInput, CommandList, CommandPalette

from quizgame.session.options import THEMES
from quizgame.tui.parts.commands import own_bindings
from quizgame.tui.parts.keys import name_of
from quizgame.tui.parts.show import announce
from quizgame.tui.screens.help import Help
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Reading
from quizgame.tui.screens.results import Results
from quizgame.wording.answers import prompt_of
from quizgame.wording.first import theme_in_words
from tests.tui.stage import Stage, playing
from tests.tui.worlds import choices, events, world

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {topic: choices(topic, 4) for topic in ("rain", "wind")})


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


async def test_results_list_what_to_look_at_again_and_enter_shows_where_it_stands(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="rain", questions="3") as game:
        asked = list(game.round.questions)
        for right in (True, False, False):
            await game.answer(right=right)
            await game.go_on()
        await game.comes(Results)
        await game.reads("1 of 3 right", "Look at these again", prompt_of(asked[1]), prompt_of(asked[2]))
        assert not game.says(prompt_of(asked[0]))
        await game.walk("Look at every question")
        for question in asked[1:]:
            await game.press("down")
            await game.reads(f"▸ {prompt_of(question)}")
        await game.press("enter")
        await game.comes(Notes)
        await game.reads(f"▸ {game.session.pack.fact(asked[2].facts[0]).text}")
        await game.press("escape")
        await game.comes(Results)
        await game.reads(f"▸ {prompt_of(asked[2])}")


async def test_results_name_the_events_of_an_ordering(tmp_path: Path, saves: Path) -> None:
    banks = world(tmp_path / "banks", {"snow": events("snow", 4)})
    async with playing(banks, saves, topics="snow", questions="1") as game:
        labels = [event.label for event in game.ordering.events]
        await game.press("x")
        await game.go_on()
        await game.comes(Results)
        await game.reads(f"In order: {' · '.join(labels)}")


async def test_notes_end_with_the_source_its_address_and_its_licence(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        await game.press("r", "enter")
        await game.comes(Reading)
        await game.reads("Study notes, in our own words · in the article: RAIN", "“A text about weather”, Nobody")
        await game.reads("Read on 17 May 2024. Address: https://example.org/weather Licence: Our own words")


async def test_f3_opens_the_study_note_too(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="1") as game:
        await game.answer()
        await game.press("f3")
        await game.comes(Notes)


async def test_a_round_without_a_fault_has_nothing_to_look_at_again(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, topics="rain", questions="1") as game:
        await game.answer()
        await game.go_on()
        await game.comes(Results)
        assert not game.says("Look at these")


async def listed_by_help(game: Stage) -> list[str]:
    """Ask for help, and read what the keys do."""
    wanted = [one.description for key, one, _ in own_bindings(game.screen) if not key.isdecimal() or key in "01"]
    before = game.screen
    await game.press("question_mark")
    await game.comes(Help)
    await game.reads("Keys", *dict.fromkeys(wanted))
    await game.press("question_mark")
    assert isinstance(game.screen, Help)
    await game.press("escape")
    await game.until(lambda: game.screen is before)
    return wanted


async def test_help_lists_the_keys_of_the_screen_it_was_asked_on(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        assert {"play", "length", "read", "flashcards", "progress", "quit"} <= set(await listed_by_help(game))
        await game.walk("Rain")
        assert {"tick"} <= set(await listed_by_help(game))
        await game.press("enter")
        await game.comes(Quiz)
        asking = set(await listed_by_help(game))
        assert {"answer", "don't know", "why this one", "leave"} <= asking
        assert not {"undo", "next", "study note", "tick"} & asking
        await game.answer()
        showing = set(await listed_by_help(game))
        assert {"next", "undo", "study note", "I guessed", "leave"} <= showing
        assert not {"answer", "don't know"} & showing
        await game.press("w")
        await game.comes(Notes)
        notes = set(await listed_by_help(game))
        assert {"back", "scroll"} <= notes
        assert "other section" not in notes


async def test_help_keeps_keys_and_what_they_do_apart(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, size=(60, 20)) as game:
        await game.press("r", "enter")
        await game.comes(Reading)
        await game.press("question_mark")
        await game.comes(Help)
        [row] = [row for row in game.rows() if row.endswith("back") and "Esc" in row and "scroll" not in row][:1]
        assert row.split() == ["Esc", "q", "r", "back"]


async def test_the_palette_offers_what_the_keys_do_and_runs_it(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="2") as game:
        await game.answer()
        wanted = {f"{one.description.capitalize()}   {name_of(key)}" for key, one, _ in own_bindings(game.screen)}
        wanted = {one for one in wanted if not one.endswith(("   Esc", "   Backspace", "   F1", "   F3"))}
        wanted |= {theme_in_words(name) for name in THEMES}
        await game.press("ctrl+p")
        await game.comes(CommandPalette)
        offered = game.screen.query_one(CommandList)
        await game.until(lambda: offered.option_count == len(wanted))
        assert {str(option.prompt).strip() for option in offered.options} == wanted
        game.screen.query_one(CommandInput).value = "undo"
        await game.until(lambda: offered.option_count == 1)
        await game.press("enter")
        await game.until(lambda: isinstance(game.screen, Quiz) and game.round.attempt == 1)
        assert game.session.keeper.answers == []


async def test_the_palette_goes_away_without_doing_anything(banks: Path, saves: Path) -> None:
    async with playing(banks, saves, questions="2") as game:
        await game.press("ctrl+p")
        await game.comes(CommandPalette)
        await game.press("escape")
        await game.comes(Quiz)
        assert game.round.given == ()


async def test_f2_changes_the_colors_on_every_screen(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        dark = {str(segment.style.bgcolor) for row in game.segments() for segment in row if segment.style}
        await game.press("f2")
        await game.until(lambda: game.app.theme == "quiz-light")
        await game.settled()
        light = {str(segment.style.bgcolor) for row in game.segments() for segment in row if segment.style}
        assert not dark & light
        await game.press("enter")
        await game.comes(Quiz)
        await game.press("f2")
        await game.until(lambda: game.app.theme == "quiz-contrast")


async def test_a_short_message_takes_the_place_of_the_one_before(banks: Path, saves: Path) -> None:
    async with playing(banks, saves) as game:
        for text in ("Before it.", "After it."):
            announce(game.app, text)
            await game.announces(text)
            assert [shown.message for shown in game.app._notifications] == [text]
