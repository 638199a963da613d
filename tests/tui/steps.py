"""What a player does that takes more than one key: a round to its end, a class that gives up, the row that says so."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.widgets import Input

from quizgame import tui
from quizgame.banks.models import Fact
from quizgame.game.draw.codes import code_of
from quizgame.game.draw.selection import Selection
from quizgame.game.play.growing import Growing
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.tui.parts.page import Page
from quizgame.tui.screens.class_playing import ClassPlaying
from quizgame.tui.screens.playing import Playing
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.screens.results import Results
from tests.tui.stage import Stage

Step = str | Callable[[Stage], Awaitable[None]]
"""A key, or what takes more of them."""
SOURCES = Path(tui.__file__).parent


async def take(game: Stage, steps: Sequence[Step]) -> None:
    """Take some steps, one after the other."""
    for step in steps:
        if isinstance(step, str):
            await game.press(step)
        else:
            await step(game)


def played(game: Stage) -> Round | Growing:
    """What is played on the screen."""
    assert isinstance(game.screen, Playing)
    play = game.screen.sitting.play
    assert isinstance(play, Round | Growing)
    return play


async def give_up(game: Stage) -> None:
    """Say "I don't know", and see the answer."""
    await game.until(lambda: isinstance(game.screen, Playing) and game.screen.is_current)
    await game.press("x")
    await game.until(lambda: played(game).phase is Phase.SHOWING)
    await game.calm()


async def to_the_last_verdict(game: Stage) -> None:
    """Give up each question, and look at what is said of the last one."""
    await give_up(game)
    while played(game).go_on().phase is not Phase.OVER:
        await game.press("enter")
        await game.until(lambda: played(game).phase is Phase.ASKING)
        await give_up(game)


async def to_the_end(game: Stage) -> None:
    """Give up until what a round came to is shown, or a line lies there finished."""
    await to_the_last_verdict(game)
    await game.press("enter")
    await game.until(lambda: isinstance(game.screen, Results) or played(game).phase is Phase.OVER)
    await game.calm()


async def know_all(game: Stage) -> None:
    """Answer every question right, until what the round came to is shown."""
    await game.comes(Quiz)
    while isinstance(game.screen, Quiz):
        await game.answer()
        await game.go_on()
    await game.comes(Results)


async def grade_all(game: Stage) -> None:
    """Turn each card and say that it was known well, until what the round came to is shown."""
    await game.comes(Quiz)
    while isinstance(game.screen, Quiz):
        place = game.round.place
        await game.press("space", "3")
        await game.until(lambda: not isinstance(game.screen, Quiz) or game.round.place > place)  # noqa: B023 - waited for
    await game.comes(Results)


async def give_the_code(game: Stage) -> None:
    """Type in the code of the sheets whose answers follow."""
    pack = game.session.pack
    line = game.screen.query_one(Input)
    line.value = code_of(pack, Selection("TIGER-42", pack.topics, 4))
    await game.press("enter")
    await game.until(lambda: not line.value)


async def a_seat_gives_up(game: Stage) -> None:
    """Type in that one seat knew nothing."""
    line = game.screen.query_one(Input)
    line.value = f"7 {'x' * 60}"
    await game.press("enter")
    [needed] = re.findall(r"(\d+) answers? to a line", game.prose)
    line.value = f"7 {'x' * int(needed)}"
    await game.press("enter")
    await game.reads("1 seat is typed in")


async def class_gives_up(game: Stage) -> None:
    """Start a round of a class, and give up each question, until the last answer is shown."""
    await game.comes(ClassPlaying)
    await game.press("enter")
    while True:
        await game.press("x")
        assert isinstance(game.screen, ClassPlaying)
        play = game.screen.sitting.play
        if play.number + 1 == play.total:
            return
        await game.press("enter")


def on(text: str) -> Callable[[Stage], Awaitable[None]]:
    """Down to the row that says so."""
    return lambda game: game.walk(text)


async def mix_up(game: Stage) -> None:
    """Let something have been taken for something else twice, and see the progress of that."""
    figures, fact = game.session.figures, game.session.pack.source_of("rain-1")[1]
    assert isinstance(fact, Fact)
    taken = next(one.text for one in fact.questions[0].distractors if "East" in one.text)
    figures.parts["fact"][fact.id] = replace(figures.known(fact.id), taken_for=((taken, 2),))
    await game.press("r", "escape")


def every_screen() -> set[type[Screen[Any]]]:
    """All screens of the game, but for those that others are made from."""
    modules = [path.stem for path in (SOURCES / "screens").glob("*.py")]
    return {
        kind
        for name in modules
        if name not in ("__init__", "playing", "class_scene")
        for kind in vars(__import__(f"quizgame.tui.screens.{name}", fromlist=["*"])).values()
        if isinstance(kind, type) and issubclass(kind, Page) and kind.__module__.endswith(f".{name}")
    }
