"""Every arrow between two screens, walked: from a screen, by its keys, to the next one, with what lies below it."""

import ast
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from quizgame.game.play.modes import CARDS, DAILY, DATES, GROWING, ORDERINGS, PRACTICE, TODAY, WEAK
from quizgame.tui import flow, flow_choices, flow_class
from quizgame.tui.screens.bring import Bring
from quizgame.tui.screens.class_items import Items
from quizgame.tui.screens.class_over import ClassOver
from quizgame.tui.screens.class_paper import PaperPage
from quizgame.tui.screens.class_playing import ClassPlaying
from quizgame.tui.screens.class_setup import ClassSetup
from quizgame.tui.screens.class_teach import TeachAgain
from quizgame.tui.screens.content_note import ContentNote
from quizgame.tui.screens.exam import ExamPage
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.help import Help
from quizgame.tui.screens.history import History, PastRound
from quizgame.tui.screens.home import Home
from quizgame.tui.screens.mix_ups import MixUps
from quizgame.tui.screens.notes import Notes
from quizgame.tui.screens.own_keys import OwnKeysPage
from quizgame.tui.screens.packs import Packs
from quizgame.tui.screens.players import BeforeDeleting, Players
from quizgame.tui.screens.problems import Problems
from quizgame.tui.screens.progress import Progress
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.reading import Outline, Reading
from quizgame.tui.screens.results import Results
from quizgame.tui.screens.review import Review
from quizgame.tui.screens.settings import SettingsPage
from quizgame.tui.screens.timeline_menu import TimelineMenu
from quizgame.tui.screens.timeline_view import TimelineView
from tests.packs import write_pack
from tests.tui.stage import Stage, playing
from tests.tui.steps import (
    SOURCES,
    Step,
    a_seat_gives_up,
    class_gives_up,
    every_screen,
    give_up,
    grade_all,
    know_all,
    mix_up,
    on,
    played,
    to_the_end,
    to_the_last_verdict,
)
from tests.tui.worlds import NOTE, choices, events, world

pytestmark = pytest.mark.usefixtures("quick")

ROOMS = (flow, flow_choices, flow_class)
Screens = tuple[type[Screen[Any]], ...]


def modes(mode: str) -> Callable[[Stage], bool]:
    """Whether the round on the screen follows these rules, and has just begun."""
    return lambda game: played(game).started.mode == mode and not played(game).given


def is_paused(game: Stage) -> bool:
    return game.session.paused is not None and game.says("Go on with your round · 1 of ", "answered")


@dataclass(frozen=True)
class Arrow:
    """A way from one screen to another."""

    name: str
    """The function of `flow` that it takes."""
    way: tuple[Step, ...]
    """From home to the screen where it starts."""
    keys: tuple[str, ...]
    stack: Screens
    """The screens that lie on each other after it, the lowest first."""
    holds: Callable[[Stage], object] = lambda game: True
    world: str = "usual"


RAIN: tuple[Step, ...] = (on("Rain"), "enter")
"""From home to a round of two questions on rain, in which what was missed comes back."""
DAY: tuple[Step, ...] = ("t", "down", "down", "enter")
LINE: tuple[Step, ...] = ("t", "down", "enter")
LOOK = ("down", "down", "down", "down", "enter")
"""From the menu of dates to the whole line."""
MENU: Screens = (Home, TimelineMenu)
SETUP: Screens = (Home, ClassSetup)
HANDS: tuple[Step, ...] = ("c", on("Who plays"), "left", "left", "left", "left", "up", "up")
"""From home to where Enter begins a round of hands."""
OVER: tuple[Step, ...] = (*HANDS, "enter", class_gives_up, "enter")

ARROWS = [
    Arrow("play", (), ("enter",), (Home, Quiz), modes(TODAY)),
    Arrow("play", (on("Rain"),), ("enter",), (Home, Quiz), lambda game: played(game).started.topics == ("rain",)),
    Arrow("play", (), ("f",), (Home, Quiz), modes(CARDS)),
    Arrow("play", (), ("a",), (Home, Quiz), modes(WEAK)),
    Arrow("play", (), ("d",), (Home, GrowingScreen), modes(DAILY)),
    Arrow("play", (*RAIN, to_the_end), ("enter",), (Home, Quiz), modes(PRACTICE)),
    Arrow("play", ("t",), ("enter",), (*MENU, Quiz), modes(ORDERINGS)),
    Arrow("play", ("t",), ("down", "enter"), (*MENU, GrowingScreen), modes(GROWING)),
    Arrow("play", ("t",), ("down", "down", "enter"), (*MENU, GrowingScreen), modes(DAILY)),
    Arrow("play", ("t",), ("down", "down", "down", "enter"), (*MENU, Quiz), modes(DATES)),
    Arrow("play", ("p",), ("enter",), (Home, Progress, Quiz), modes(TODAY)),
    Arrow("play", (), ("enter",), (Home, ContentNote), lambda game: game.says(NOTE), world="with a note"),
    Arrow("play", (), ("enter", "enter"), (Home, Quiz), modes(TODAY), world="with a note"),
    Arrow("play", (), ("enter", "escape"), (Home,), lambda game: game.session.is_new_here, world="with a note"),
    Arrow("leave", (*RAIN,), ("q",), (Home,), lambda game: game.session.paused is None),
    Arrow("leave", (*RAIN, give_up), ("escape",), (Home,), is_paused),
    Arrow("leave", (*RAIN, give_up, "enter"), ("q",), (Home,), is_paused),
    Arrow("leave", (*LINE, give_up), ("q",), MENU, lambda game: game.session.paused is None),
    Arrow("go_on_with_round", (*RAIN, give_up, "q"), ("enter",), (Home, Quiz), lambda game: len(game.round.given) == 1),
    Arrow("round_over", (*RAIN, to_the_last_verdict), ("enter",), (Home, Results), lambda game: game.says("0 of 2")),
    Arrow("undo_last", ("f", grade_all), ("u",), (Home, Quiz), lambda game: played(game).attempt == 1),
    Arrow("review", (*RAIN, to_the_end), ("v",), (Home, Results, Review), lambda game: game.says("You did not know")),
    Arrow("round_again", (*RAIN, to_the_end), ("n",), (Home, Quiz), modes(TODAY)),
    Arrow("round_again", ("f", grade_all), ("n",), (Home, Quiz), modes(CARDS)),
    Arrow("round_again", (*RAIN, know_all), ("enter",), (Home, Quiz), modes(TODAY)),
    Arrow("round_again", ("t", "enter", to_the_end), ("enter",), (*MENU, Quiz), modes(ORDERINGS)),
    Arrow("round_again", ("t", "down", "down", "down", "enter", to_the_end), ("enter",), (*MENU, Quiz), modes(DATES)),
    Arrow("round_again", ("t", "enter"), ("n",), MENU, world="without dates"),
    Arrow("back", ("t", "enter"), ("enter",), MENU, world="without dates"),
    Arrow("back", (*RAIN, to_the_end, "v"), ("enter",), (Home, Results)),
    Arrow("back_with", ("enter",), ("escape",), (Home,), world="with a note"),
    Arrow("after_line", (*LINE, to_the_end), ("enter",), (*MENU, GrowingScreen), modes(GROWING)),
    Arrow("after_line", (*DAY, to_the_end), ("enter",), MENU, lambda game: game.says("1 line of the day played")),
    Arrow("after_line", (*DAY, to_the_end, "enter", "enter", to_the_end), ("enter",), MENU),
    Arrow("after_line", LINE, ("enter",), MENU, world="without dates"),
    Arrow("read", (), ("r",), (Home, Outline), lambda game: game.says("Rain", "Snow", "○ new")),
    Arrow("read", (), ("enter", "r"), (Home, Reading), lambda game: game.session.is_new_here, world="with a note"),
    Arrow("read", ("r", "down"), ("enter",), (Home, Outline, Reading), lambda game: game.says("in the article: SNOW")),
    Arrow("read", ("p",), ("r",), (Home, Progress, Reading), lambda game: game.says("in the article: RAIN")),
    Arrow("play", ("r", "enter"), ("enter",), (Home, Outline, Reading, Quiz), modes(PRACTICE)),
    Arrow("read_notes", (*RAIN, give_up), ("w",), (Home, Quiz, Notes), lambda game: game.says("▸ Rain")),
    Arrow("read_notes", (*LINE, give_up), ("w",), (*MENU, GrowingScreen, Notes), lambda game: game.says("▸ 19")),
    Arrow("read_notes", (*RAIN, to_the_end, on("Where does")), ("enter",), (Home, Results, Notes)),
    Arrow("read_notes", (*RAIN, to_the_end), ("r",), (Home, Results, Notes), lambda game: game.says("▸ Rain")),
    Arrow("read_notes", ("t", *LOOK), ("enter",), (*MENU, TimelineView, Notes)),
    Arrow("open_timeline", (), ("t",), MENU),
    Arrow("look_at_timeline", ("t",), LOOK, (*MENU, TimelineView)),
    Arrow("open_progress", (), ("p",), (Home, Progress)),
    Arrow("open_history", ("p",), ("h",), (Home, Progress, History)),
    Arrow("look_at_round", ("p", "enter", give_up, "q", "h"), ("enter",), (Home, Progress, History, PastRound)),
    Arrow("open_exam", ("p",), ("t",), (Home, Progress, ExamPage), lambda game: game.says("No test is set.")),
    Arrow("open_mix_ups", ("p", mix_up), ("m",), (Home, Progress, MixUps), lambda game: game.says("East of 1")),
    Arrow("play", ("p", mix_up, "m"), ("enter",), (Home, Progress, MixUps, Quiz), modes(PRACTICE)),
    Arrow("open_problems", (), ("exclamation_mark",), (Home, Problems), lambda game: game.says("broken.yaml")),
    Arrow("open_help", RAIN, ("question_mark",), (Home, Quiz, Help), lambda game: game.says("don't know")),
    Arrow("open_help", ("question_mark",), ("question_mark",), (Home, Help)),
    Arrow("choose_pack", (), ("b",), (Home, Packs), lambda game: game.says("Space", "Weather")),
    Arrow("choose_pack", (), ("b", "escape"), (Home,), lambda game: game.session.pack.title == "Space"),
    Arrow("choose_pack", (), ("b", "down", "enter"), (Home,), lambda game: game.says("Weather", "Rain", "Snow")),
    Arrow("bring_file", (), ("i",), (Home, Bring), lambda game: game.says("Questions from a file", "drop the file")),
    Arrow("bring_file", (), ("i", "escape"), (Home,)),
    Arrow("choose_player", (), ("w",), (Home, Players)),
    Arrow("open_settings", (), ("o",), (Home, SettingsPage), lambda game: game.says("Difficulty", "just right")),
    Arrow("choose_keys", ("o", on("Keys of a round")), ("enter",), (Home, SettingsPage, OwnKeysPage)),
    Arrow("ask_before_deleting", ("w",), ("d",), (Home, Players, BeforeDeleting)),
    Arrow("open_class", (), ("c",), SETUP),
    Arrow("other_class", ("c", on("Class 1"), "right", "6", "a"), ("enter",), SETUP, lambda game: game.says("‹ 6a ›")),
    Arrow("leave_class", ("c",), ("q",), (Home,)),
    Arrow("begin", HANDS, ("enter",), (*SETUP, ClassPlaying)),
    Arrow("leave_round", (*HANDS, "enter"), ("q",), SETUP),
    Arrow("resume", (*HANDS, "enter", "enter", "q"), ("enter",), (*SETUP, ClassPlaying)),
    Arrow("class_over", (*HANDS, "enter", class_gives_up), ("enter",), (*SETUP, ClassOver)),
    Arrow("to_setup", OVER, ("a",), SETUP),
    Arrow("teach_again", OVER, ("enter",), (*SETUP, ClassOver, TeachAgain)),
    Arrow("open_items", OVER, ("i",), (*SETUP, ClassOver, Items)),
    Arrow("enter_paper", OVER, ("e",), (*SETUP, ClassOver, PaperPage)),
    Arrow("enter_paper", ("c", on("Type in answers")), ("enter",), (*SETUP, PaperPage)),
    Arrow("paper_over", (*OVER, "e"), ("escape",), (*SETUP, ClassOver)),
    Arrow("paper_over", (*OVER, "e", a_seat_gives_up), ("enter",), (*SETUP, ClassOver, Items)),
    Arrow("teach_again", (*OVER, "i"), ("t",), (*SETUP, ClassOver, Items, TeachAgain)),
]
PACKS = {"choose_pack", "open_problems"}
"""The arrows that need more packs than one, or a broken bank."""


@pytest.fixture
def banks(tmp_path: Path, arrow: Arrow) -> Path:
    folder = tmp_path / "banks"
    facts = {"rain": choices("rain", 2)}
    if arrow.world != "without dates":
        facts["snow"] = events("snow", 6)
    world(folder, facts, note=NOTE if arrow.world == "with a note" else None)
    if arrow.name in PACKS:
        write_pack(folder)
        (folder / "weather" / "broken.yaml").write_text("topic: [", encoding="utf-8")
    return folder


async def take(game: Stage, steps: tuple[Step, ...]) -> None:
    """Take some steps, each once the screen before it stands."""
    for step in steps:
        if not isinstance(step, str):
            await step(game)
        else:
            await game.press(step)
        await game.until(lambda: all(one.is_finished for one in game.app.workers if one.group == flow.STARTING))
        await game.calm()


@pytest.mark.parametrize("arrow", ARROWS, ids=lambda arrow: f"{arrow.name}-{'-'.join(arrow.keys)}")
async def test_an_arrow_leads_from_screen_to_screen(
    arrow: Arrow, banks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    room = next(room for room in ROOMS if hasattr(room, arrow.name))
    function = getattr(room, arrow.name)

    def watched(*arguments: Any, **more: Any) -> Any:
        taken.append(arrow.name)
        return function(*arguments, **more)

    async with playing(banks, tmp_path / "saves") as game:
        await take(game, arrow.way)
        monkeypatch.setattr(room, arrow.name, watched)
        await take(game, arrow.keys)
        await game.until(lambda: tuple(game.open_rooms) == arrow.stack and arrow.holds(game))
        assert taken == [arrow.name]


def test_every_arrow_of_the_flow_is_walked() -> None:
    public = [
        name
        for room in ROOMS
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if not name.startswith(("_", "is_")) and function.__module__ == room.__name__
    ]
    assert sorted({arrow.name for arrow in ARROWS}) == sorted(public)


def test_no_other_file_puts_a_screen_on_or_in_place_of_another() -> None:
    found = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("push_screen", "push_screen_wait", "switch_screen")
    }
    assert found == {
        "flow.py",
        "flow_choices.py",
        "flow_class.py",
        "palette.py",
    }  # the last for Textual's own list of commands


def test_every_screen_is_reached() -> None:
    reached = {screen for arrow in ARROWS for screen in arrow.stack}
    assert every_screen() == reached
