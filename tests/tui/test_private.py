"""The private names of Textual that the game uses are where they were seen, and are used in three files only."""

import ast
import importlib
import inspect
import os
from importlib.metadata import version
from pathlib import Path

import pytest

from quizgame.tui.private import NAMES

ROOT = Path(__file__).parents[2] / "quizgame"
MAY_KNOW = {"private.py", "palette.py", "terminal.py"}


@pytest.mark.parametrize("name", NAMES)
def test_a_private_name_of_textual_is_where_it_was(name: str) -> None:
    module, _, path = name.partition(":")
    if os.name == "nt" and "linux" in module:
        pytest.skip("no such terminals here")
    owner, _, attribute = path.rpartition(".")
    where: object = importlib.import_module(module)
    if owner.endswith("()"):
        there = attribute in set_by(getattr(where, owner.removesuffix("()")))
    else:
        there = hasattr(getattr(where, owner, where), attribute)
    assert there, f"{name} was last seen in Textual {NAMES[name]}; this is {version('textual')}. See tui/private.py."


def set_by(kind: type) -> set[str]:
    """The names that a class and those that it is made of set on `self`."""
    ours = [one for one in kind.__mro__ if one.__module__.startswith("textual")]
    nodes = [node for one in ours for node in ast.walk(ast.parse(inspect.getsource(one)))]
    stored = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)]
    return {node.attr for node in stored if isinstance(node.value, ast.Name) and node.value.id == "self"}


def test_no_other_file_imports_a_private_part_of_textual() -> None:
    found = []
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich")):
                parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                found += [path.name for part in parts if part.startswith("_")]
    assert set(found) <= MAY_KNOW
