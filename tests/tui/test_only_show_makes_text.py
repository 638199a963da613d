"""Every text goes through `show.py`: seen in the sources, and in what its filter lets through to the terminal."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from quizgame.tui.parts.show import TerminalSafe, content

FOLDER = Path(__file__).parents[2] / "quizgame" / "tui"
MODULES = sorted(path for path in FOLDER.rglob("*.py") if path.name not in ("show.py", "figure.py"))
"""`figure.py` shows numbers only."""
HARMLESS = {"Input"}
"""Widgets that read no markup."""
TYPES = {"RenderableType"}
"""Names that make nothing."""
READ_MARKUP = {"notify", "escape", "from_markup", "from_text", "from_ansi", "to_content", "visualize"}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "loading"}


def imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The names that a statement imports, each with its module."""
    if isinstance(node, ast.ImportFrom):
        yield from ((node.module or "", alias.name) for alias in node.names)
    elif isinstance(node, ast.Import):
        yield from ((alias.name, "*") for alias in node.names)


def faults(source: str) -> list[str]:
    """Ways for a text to reach a widget or the terminal as something else than a text."""
    found = []
    for node in ast.walk(ast.parse(source)):
        for module, name in imported(node):
            if module.startswith("textual.widgets") and name not in HARMLESS:
                found.append(f"{name} of {module}")
            if module in ("textual", "textual.app") and name == "*":
                found.append(f"all of {module}")
            if module.startswith(("rich", "textual.markup", "textual.content", "textual.visual")) and (
                module != "rich.cells" and name not in TYPES
            ):
                found.append(f"{name} of {module}")
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in READ_MARKUP or (called == "print" and "clean(" not in ast.unparse(node)):
                found.append(f"a call of {called}")
            if called == "exit" and any(keyword.arg == "message" for keyword in node.keywords):
                found.append("a message for exit")
        targets = node.targets if isinstance(node, ast.Assign) else []
        found += [
            f"an assignment to {t.attr}" for t in targets if isinstance(t, ast.Attribute) and t.attr in ATTRIBUTES
        ]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_other_module_makes_a_text_for_the_screen(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from textual.widgets import Static",
        "from textual.widgets import Footer, Label",
        "from textual.widgets._option_list import Option",
        "from textual.widgets.option_list import Option",
        "import textual.widgets",
        "from textual.content import Content",
        "from textual.markup import escape",
        "from rich.text import Text",
        "def f(self, text):\n    self.app.notify(text)",
        "x = Content.from_markup('a')",
        "def f(self, text):\n    self.border_title = text",
        "def f(self, text):\n    self.exit(message=text)",
        "print(text)",
    ],
)
def test_the_test_of_modules_sees_each_other_way(source: str) -> None:
    assert faults(source)


def test_the_test_of_modules_allows_what_reads_no_markup() -> None:
    assert len(MODULES) > 15
    assert faults("from textual.widgets import Input\nfrom rich.cells import cell_len\nprint(clean(x))") == []


letters = st.text(st.characters() | st.sampled_from("\x1b\x9b\x9d\x07\x90\x00\x7f\r\n\t\x08\u202e\u2066\ufeff\u2028"))
styles = st.none() | st.builds(Style, link=st.none() | st.just("https://x"), bold=st.booleans())
OBEYED = {
    *map(chr, [*range(32), *range(127, 160)]),
    *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}


def filtered(*segments: Segment) -> list[Segment]:
    """What is left of a line."""
    return TerminalSafe().apply(list(segments), Color.parse("black"))


@given(st.lists(st.tuples(letters, styles), max_size=5))
def test_the_filter_lets_nothing_through_that_a_terminal_obeys(line: list[tuple[str, Style | None]]) -> None:
    left = filtered(*(Segment(text, style) for text, style in line))
    assert len(left) == len(line)
    for before, after in zip(line, left, strict=True):
        assert not OBEYED & set(after.text)
        assert not any("\ud800" <= letter <= "\udfff" for letter in after.text)
        assert after.style is None or after.style.link is None
        assert (after.style is None) == (before[1] is None)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Mn", "Zs"])))
def test_the_filter_leaves_what_can_be_read_as_it_is(text: str) -> None:
    [left] = filtered(Segment(text, Style(bold=True)))
    assert left == Segment(text, Style(bold=True))


def test_the_filter_lets_the_controls_of_textual_itself_through() -> None:
    control = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    assert filtered(control) == [control]


@pytest.mark.parametrize(
    "payload", ["\x1b]52;c;aGk=\x07", "\x1b]0;title\x1b\\", "\x9b2J", "\x1b[?1049l", "\x1bc", "a\x1b[cb", "\x90q\x9c"]
)
def test_the_filter_breaks_every_sequence(payload: str) -> None:
    [left] = filtered(Segment(f"before {payload} after"))
    assert left.text.startswith("before ")
    assert left.text.endswith(" after")
    assert not OBEYED & set(left.text)


@given(letters)
def test_a_text_for_a_widget_is_literal_clean_and_in_its_lines(text: str) -> None:
    made = content(text, (text, "bold"))
    assert not (OBEYED - {"\n"}) & set(made.plain)
    assert content("a\n  b\tc\r").plain == "a\n  b c\n"
    assert content("[b]", ("[@click=app.quit]x[/]", "bold")).plain == "[b][@click=app.quit]x[/]"
