"""Keys are called by what stands on them."""

from pathlib import Path

import pytest
from textual.binding import Binding

from quizgame.session.wishes import Wishes
from quizgame.tui.app import QuizApp
from quizgame.tui.parts.keys import name_of


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("enter", "Enter"),
        ("escape", "Esc"),
        ("space", "Space"),
        ("up", "↑"),
        ("left", "←"),
        ("pageup", "PgUp"),
        ("f2", "F2"),
        ("f", "f"),
        ("q", "q"),
        ("1", "1"),
        ("question_mark", "?"),
        ("ctrl+p", "Ctrl+P"),
        ("ctrl+question_mark", "Ctrl+?"),
        ("shift+down", "Shift+↓"),
    ],
)
def test_a_key_has_a_name(key: str, name: str) -> None:
    assert name_of(key) == name


def test_the_app_uses_it_unless_a_binding_knows_better(tmp_path: Path) -> None:
    app = QuizApp((tmp_path,), tmp_path, Wishes(), tmp_path / "log")
    assert app.get_key_display(Binding("pagedown", "page", "down")) == "PgDn"
    assert app.get_key_display(Binding("up", "move", "move", key_display="↑↓")) == "↑↓"
