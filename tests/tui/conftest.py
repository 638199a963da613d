"""What the tests of the screens share."""

import pytest

from quizgame.tui.parts import held_key
from tests.tui.clock import Clock


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A player who never holds a key down: the game need not wait to tell."""
    monkeypatch.setattr(held_key, "SETTLE_SECONDS", 0.0)
    monkeypatch.setattr(held_key, "REPEAT_SECONDS", 0.0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that tells a key that is held down from one that is pressed again."""
    made = Clock()
    monkeypatch.setattr(held_key, "monotonic", made)
    return made
