"""The private names of Textual that the game uses are where they were seen, and are used in two files only."""

import ast
import importlib
import os
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.app import App
from textual.message import Message
from textual.widgets._option_list import OptionList

from quizgame.tui.private import NAMES
from tests.tui.stage import play

ROOT = Path(__file__).parents[2] / "quizgame"
MAY_KNOW = {"private.py", "terminal.py"}


def objects() -> dict[str, object]:
    """One of each class that has private names only once it is made."""
    app = App[None]()
    return {"App": app}


@pytest.mark.parametrize("name", NAMES)
def test_a_private_name_of_textual_is_where_it_was(name: str) -> None:
    module, _, path = name.partition(":")
    if os.name == "nt" and "linux" in module:
        pytest.skip("no such terminals here")
    owner, _, attribute = path.rpartition(".")
    where = importlib.import_module(module)
    if owner.endswith("()"):
        kind = getattr(where, owner.removesuffix("()"))
        there = attribute in attributes_set_by(kind)
    else:
        there = hasattr(getattr(where, owner) if owner else where, attribute)
    assert there, f"{name} was last seen in Textual {NAMES[name]}; this is {version('textual')}. See tui/private.py."


def attributes_set_by(kind: type) -> set[str]:
    """The names that the classes of a kind set on `self` anywhere."""
    found: set[str] = set()
    for one in kind.__mro__:
        source = getattr(importlib.import_module(one.__module__), "__file__", None)
        if source is None or not source.endswith(".py"):
            continue
        [body] = [
            node
            for node in ast.walk(ast.parse(Path(source).read_text("utf-8")))
            if isinstance(node, ast.ClassDef) and node.name == one.__name__
        ][:1] or [None]
        if body is not None:
            found |= {
                node.attr
                for node in ast.walk(body)
                if isinstance(node, ast.Attribute)
                and isinstance(node.ctx, ast.Store)
                and isinstance(node.value, ast.Name)
                and node.value.id == "self"
            }
    return found


def test_no_other_file_imports_a_private_part_of_textual() -> None:
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual") and path.name not in MAY_KNOW:
                private = [part for part in [*(node.module or "").split("."), *(n.name for n in node.names)] if part[0] == "_"]
                assert not private, f"{path.name} imports {private} from {node.module}"
