"""No text is cut without a sign on any screen, in no size, not even in a language that is 40 % longer than English."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal

from quizgame.tui.parts.show import Words
from tests.tui.pseudo import Pseudo, cut_on, in_brackets, longer

ROOT = Path(__file__).parents[2]


@pytest.mark.thorough
def test_nothing_is_cut_on_any_screen_and_the_way_out_is_always_shown() -> None:
    command = [sys.executable, "-m", "tests.tui.pseudo"]
    walked = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert (walked.returncode, walked.stdout.strip()) == (0, ""), walked.stderr[-2000:]


def test_a_sentence_is_longer_and_what_is_filled_in_stays() -> None:
    said = Pseudo().ngettext("{n} card is left", "{n} cards are left", 2)
    assert said.startswith("⟦{n} cards are left")
    assert said.endswith("⟧")
    assert len(said) >= 1.3 * len("{n} cards are left")
    assert longer("May") == "May"
    assert in_brackets({"id": "a", "facts": [{"text": "It rains."}]}) == {"id": "a", "facts": [{"text": "⟦It rains.⟧"}]}


class Narrow(App[None]):
    """Two texts in a row of which the second has no room."""

    CSS = "Horizontal { width: 12; height: 1; } Words { width: auto; height: 1; }"

    def __init__(self, wrap: str) -> None:
        super().__init__()
        self._wrap = wrap

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Words(longer("A sentence"))
        second = Words(longer("Another one of these"), id="second")
        second.styles.width = 10
        second.styles.text_wrap = "nowrap"
        second.styles.text_overflow = "ellipsis" if self._wrap == "told" else "clip"
        yield second


@pytest.mark.parametrize(("wrap", "faults"), [("told", 1), ("cut", 2)])
async def test_what_is_cut_is_found(wrap: str, faults: int) -> None:
    app = Narrow(wrap)
    async with app.run_test(size=(40, 10)):
        assert len(list(cut_on(app.screen))) == faults
