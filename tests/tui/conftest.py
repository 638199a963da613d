"""What the tests of the screens share."""

import pytest

from quizgame.tui.parts import held_key


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A player who never holds a key down: the game need not wait to tell."""
    monkeypatch.setattr(held_key, "SETTLE_SECONDS", 0.0)
    monkeypatch.setattr(held_key, "REPEAT_SECONDS", 0.0)
