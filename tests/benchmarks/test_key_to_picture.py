"""From a key to the picture that answers it, in a real terminal, against a quiz screen that only shows texts.

It does not grow with anything: neither with the answers that were given nor with the questions there are.
"""

import random
from pathlib import Path
from statistics import median
from time import sleep

import pytest

from quizgame.tui.parts.held_key import SETTLE_SECONDS
from tests.benchmarks.terminals import Terminal, spread, terminal
from tests.tui.worlds import choices, world

ROUNDS = 20
MOST = 3.0
"""Aimed at are 2."""
FLOOR = """
from textual.app import App
from textual.binding import Binding
from textual.widgets import Button, Footer, Header, ProgressBar, Static

class Floor(App):
    BINDINGS = [Binding("n", "next", "Next")]
    number = 0

    def compose(self):
        yield Header()
        yield Static("Which number is it?", id="prompt")
        yield from (Button(f"Option {n}", id=f"b{n}") for n in range(4))
        yield ProgressBar(total=100)
        yield Footer()

    def action_next(self):
        self.number += 1
        self.query_one("#prompt", Static).update(f"Is it picture-{self.number}?")
        for n in range(4):
            self.query_one(f"#b{n}", Button).label = f"Option {self.number + n}"
        self.query_one(ProgressBar).advance(1)

Floor().run()
"""
PROMPT, REASON = "Where does rain", "comes from the sea"
"""What a new question has, and only the verdict of an answer."""


def asked(game: Terminal) -> float:
    """Go on to the next question, once the game takes Enter for a new press."""
    sleep(SETTLE_SECONDS * 1.1)
    return game.seconds_until("\r", PROMPT)


def measured(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """The seconds of the floor, of digits and of Enters, in turns."""
    banks = world(folder / "banks", {"rain": choices("rain", ROUNDS + 10)})
    ours = ["-m", "quizgame", "--banks", str(banks), "--questions", str(ROUNDS + 2), "--mode", "practice"]
    floors, digits, enters = [], [], []
    with terminal(["-c", FLOOR], folder) as floor, terminal(ours, folder) as game:
        floor.reads("Option 3")
        game.reads(PROMPT)
        floor.rests(0.5)
        game.rests(0.5)
        for number in range(1, ROUNDS + 1):
            sleep(random.random() / 30)  # begin anywhere between two frames
            floors.append(floor.seconds_until("n", f"picture-{number}"))
            digits.append(game.seconds_until("1", REASON))
            enters.append(asked(game))
    return floors, digits, enters


@pytest.mark.benchmark
def test_a_key_is_answered_almost_as_soon_as_by_a_screen_that_only_shows_texts(tmp_path: Path) -> None:
    said = []
    for attempt in range(3):  # a machine that does other things at the same time gets another chance
        floors, digits, enters = measured(tmp_path / str(attempt))
        ratios = [median(each) / median(floors) for each in (digits, enters)]
        said.append(
            f"key to picture: a screen of texts {spread(floors)}; digit to verdict {spread(digits)}, {ratios[0]:.2f} "
            f"times; Enter to question {spread(enters)}, {ratios[1]:.2f} times"
        )
        print(f"\n{said[-1]}")
        if max(ratios) <= MOST:
            return
    pytest.fail("\n".join([*said, f"at most {MOST} is wanted"]))
