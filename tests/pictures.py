"""Pictures of every screen, by the real program: `make pictures`.

Each screen is reached by its keys in a window of its own, in each size and each theme, and written as SVG. The few that
the README shows are written to `docs/pictures`.
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported

from quizgame.game.play.phases import Phase
from quizgame.tui.parts import held_key
from quizgame.tui.screens.growing import GrowingScreen
from quizgame.tui.screens.quiz import Quiz
from quizgame.tui.themes import THEMES
from tests.tui.stage import Stage, playing
from tests.tui.steps import Step, class_gives_up, give_the_code, on

ROOT = Path(__file__).parents[1]
BANKS = ROOT / "question_banks"
SIZES = ((60, 20), (80, 24), (100, 30), (160, 50), (200, 60))
IN_README = {"home": (150, 34), "verdict": (150, 28), "reveal": (100, 30), "class-question": (160, 40)}
"""The pictures at the top of the README, each at the size that suits it."""
LETTERS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas"
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def answered(game: Stage) -> None:
    """Answer whatever is asked, by giving up if need be."""
    screen = game.screen
    assert isinstance(screen, Quiz | GrowingScreen)
    await game.until(lambda: screen.sitting.play.phase is Phase.ASKING)
    await game.press("x")
    await game.until(lambda: screen.sitting.play.phase is not Phase.ASKING)
    await game.calm()


async def round_played(game: Stage) -> None:
    """Answer a round to its end, some of it right."""
    await game.comes(Quiz)
    number = 0
    while isinstance(game.screen, Quiz):
        number += 1
        choice = getattr(game.round.current, "key", None)
        await game.press(str(choice + 1) if choice is not None and number % 4 else "x")
        await game.until(lambda: not isinstance(game.screen, Quiz) or game.round.phase is not Phase.ASKING)
        await game.press("enter")
        await game.until(lambda: not isinstance(game.screen, Quiz) or game.round.phase is Phase.ASKING)
    await game.calm()


async def line_played(game: Stage) -> None:
    """Put some cards into a line of time."""
    for _ in range(6):
        await game.press("down", "enter", "enter")


async def right(game: Stage) -> None:
    """Answer right."""
    await game.answer()


@dataclass(frozen=True)
class Picture:
    """A screen, and the keys that lead to it."""

    name: str
    way: tuple[Step, ...]
    wishes: tuple[tuple[str, str], ...] = ()


SEED = (("seed", "TIGER-42"), ("topics", "first-war"), ("questions", "5"))
DATES = (("seed", "TIGER-42"), ("mode", "orderings"), ("questions", "3"))
PLAYED: tuple[Step, ...] = ("enter", "enter", round_played, "escape")
HANDS: tuple[Step, ...] = ("c", on("Who plays"), *["left"] * 4, "up", "up")
"""From home to where Enter begins a round of hands."""
CLASS_OVER: tuple[Step, ...] = (*HANDS, "enter", class_gives_up, "enter")
PICTURES = (
    Picture("first-home", ()),
    Picture("content-note", ("enter",)),
    Picture("question", ("enter",), SEED),
    Picture("verdict", ("enter", right), SEED),
    Picture("missed", ("enter", answered), SEED),
    Picture("note", ("enter", answered, "w"), SEED),
    Picture("ordering", ("enter", "2", "space", "down"), DATES),
    Picture("reveal", ("enter", "1", "1", "1", "1", "1", "1", "enter"), DATES),
    Picture("results", ("enter", "enter", round_played)),
    Picture("review", ("enter", "enter", round_played, "v")),
    Picture("home", PLAYED),
    Picture("progress", (*PLAYED, "p")),
    Picture("history", (*PLAYED, "p", "h")),
    Picture("past-round", (*PLAYED, "p", "h", "enter")),
    Picture("test", (*PLAYED, "p", "t")),
    Picture("card", ("f", "enter")),
    Picture("card-back", ("f", "enter", "space")),
    Picture("timeline", ("t",)),
    Picture("growing", ("t", "down", "enter", "enter")),
    Picture("line", ("t", "down", "enter", "enter", line_played)),
    Picture("when", ("t", "down", "down", "down", "enter", "enter")),
    Picture("whole-line", ("t", "down", "down", "down", "down", "enter")),
    Picture("outline", ("r",)),
    Picture("reading", ("r", "enter")),
    Picture("class-setup", ("c",)),
    Picture("class-question", ("c", "enter", "enter", "enter")),
    Picture("class-verdict", (*HANDS, "enter", "enter", "x")),
    Picture("class-over", CLASS_OVER),
    Picture("class-items", (*CLASS_OVER, "i")),
    Picture("class-teach", (*CLASS_OVER, "enter", "enter", "enter")),
    Picture("class-paper", ("c", on("Type in answers"), "enter", give_the_code)),
    Picture("from-a-file", ("i",)),
    Picture("settings", ("o",)),
    Picture("own-keys", ("o", *["down"] * 8, "enter")),
    Picture("players", ("w",)),
    Picture("help", ("enter", "question_mark"), SEED),
    Picture("commands", ("ctrl+p",)),
)


async def take(picture: Picture, size: tuple[int, int], theme: str, folder: Path, name: str) -> None:
    """Go to a screen and write what it looks like."""
    with tempfile.TemporaryDirectory() as saves:
        async with playing(BANKS, Path(saves), size=size, **dict(picture.wishes)) as game:
            game.app.theme = theme
            for step in picture.way:
                if isinstance(step, str):
                    await game.press(step)
                    await game.settled()
                else:
                    await step(game)
            await game.settled()
            (folder / f"{name}.svg").write_text(framed(game.app.export_screenshot(title="")), encoding="utf-8")


def framed(svg: str) -> str:
    """A picture that fetches no letters from elsewhere, and in which no program takes spaces away."""
    svg = FONTS.sub("", svg).replace("font-family: Fira Code", f"font-family: {LETTERS}")
    return svg.replace("<text ", '<text xml:space="preserve" ')


def main() -> int:
    """All pictures, or those whose names are given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--out", type=Path, default=ROOT / "pictures")
    parser.add_argument("--size", help="one size only, such as 100x30")
    parser.add_argument("--theme", help="one theme only, such as quiz-light")
    parser.add_argument("--readme", action="store_true", help="those of the README, to docs/pictures")
    wanted = parser.parse_args()
    held_key.SETTLE_SECONDS = held_key.REPEAT_SECONDS = 0.0
    folder = ROOT / "docs" / "pictures" if wanted.readme else wanted.out
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if wanted.names and picture.name not in wanted.names:
            continue
        if wanted.readme:
            if picture.name in IN_README:
                asyncio.run(take(picture, IN_README[picture.name], THEMES[0].name, folder, picture.name))
            continue
        for width, height in SIZES:
            for theme in THEMES:
                if wanted.size in (None, f"{width}x{height}") and wanted.theme in (None, theme.name):
                    name = f"{picture.name}-{width}x{height}-{theme.name.removeprefix('quiz-')}"
                    asyncio.run(take(picture, (width, height), theme.name, folder, name))
        print(picture.name, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
