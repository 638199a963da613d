"""Imports run one way, the rules are pure, and files stay small: seen in the sources and in fresh interpreters."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "quizgame"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES, MAX_LINES_OF_A_FUNCTION = 250, 40

PURE = ("banks", "exchange", "game", "learning", "wording", "paper")
MAY_LOAD = {
    "banks": {"banks"},
    "game": {"game", "banks"},
    "exchange": {"exchange", "banks"},
    "learning": {"learning", "game", "banks"},
    "saves": {"saves", "game", "banks"},
    "session": {"session", "exchange", "saves", "learning", "game", "banks", "places"},
    "wording": {"wording", "exchange", "session", "saves", "learning", "game", "banks", "places"},
    "paper": {"paper", "wording", "exchange", "session", "saves", "learning", "game", "banks", "places"},
    "plain": {"plain", "paper", "wording", "exchange", "session", "saves", "learning", "game", "banks", "places"},
}
IMPURE_MODULES = set(
    """time socket ssl select selectors asyncio threading _thread multiprocessing concurrent subprocess signal sqlite3
    secrets uuid platform platformdirs getpass tempfile shutil urllib http logging locale ctypes textual rich""".split()
)
PURE_MODULES = set(
    "collections dataclasses datetime enum heapq itertools math random re typing unicodedata weakref gettext".split()
)
"""What takes arguments and gives results; `random` and `datetime` in part, see below. All else is asked for here."""
FOR_BANKS = set(
    "calendar contextlib difflib functools hashlib json textwrap".split()
    + "pydantic pydantic_core yaml os stat pathlib sys".split()
)
"""Files are read there, and only there."""
FOR_LEARNING = set("fsrs functools json statistics".split())
"""The model of memory, means, and the lines that figures are kept as."""
FOR_EXCHANGE = set(
    """backports base64 compression csv defusedxml functools hashlib html io json openpyxl pydantic sqlite3 string
    textwrap types unicodedata xml zipfile zlib""".split()
)
"""The formats of other programs, as bytes; databases of cards are in memory."""
FOR_GAME = {"functools", "hashlib"}
"""The check letters of a round code, and tables that are made once."""
FOR_PAPER = set("csv html io pathlib".split())
"""The formats of what is printed, and the style sheet beside them."""
BEYOND = {
    "banks": FOR_BANKS,
    "exchange": FOR_EXCHANGE,
    "game": FOR_GAME,
    "learning": FOR_LEARNING,
    "paper": FOR_PAPER,
}
IMPURE_PARTS = {
    "os": {"environ", "environb", "getenv", "urandom", "fork", "system", "popen"},
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
}


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def loaded_by(*modules: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after it imported these."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return set(run.stdout.decode().split())


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in a source, in a function too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def impurities(source: str) -> list[str]:
    """What a source needs besides its arguments: clocks, global chance, the environment, other processes."""
    tree = ast.parse(source)
    found = [name for name in imports(tree) if name.partition(".")[0] in IMPURE_MODULES]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "random":
            found += [alias.name for alias in node.names if alias.name != "Random"]
        elif isinstance(node, ast.ImportFrom) and node.module == "os":
            found += [alias.name for alias in node.names if alias.name in IMPURE_PARTS["os"]]
        elif isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if owner == "random" and node.attr != "Random":
                found.append(f"random.{node.attr}")
            elif node.attr in IMPURE_PARTS.get(owner, ()):
                found.append(f"{owner}.{node.attr}")
    return found


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "def f():\n    from time import monotonic",
        "import os.path, socket",
        "from concurrent.futures import ThreadPoolExecutor",
        "import datetime\nx = datetime.datetime.now()",
        "from datetime import datetime\nx = datetime.now(None)",
        "from datetime import date\nx = date.today",
        "import random\nx = random.choice([1])",
        "import random\nx = random.random()",
        "import random\nx = random.SystemRandom()",
        "from random import shuffle",
        "import os\nx = os.environ['HOME']",
        "from os import getenv",
    ],
)
def test_the_test_of_purity_sees_what_is_impure(source: str) -> None:
    assert impurities(source)


def test_the_test_of_purity_allows_a_generator_that_is_passed_in() -> None:
    source = (
        "import random, os\nfrom random import Random\ndef f(rng: random.Random) -> float:\n    return rng.random()"
    )
    assert impurities(source + "\nos.open('x', os.O_RDONLY)") == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in PURE], ids=module_name
)
def test_the_rules_ask_no_clock_no_global_chance_and_no_system(path: Path) -> None:
    in_memory = {"sqlite3"} if path.is_relative_to(PACKAGE / "exchange" / "anki") else set()  # its files are databases
    assert set(impurities(path.read_text(encoding="utf-8"))) <= in_memory


@pytest.mark.parametrize("room", PURE)
def test_the_rules_and_the_wording_stand_on_few_modules_of_python(room: str) -> None:
    found = {
        name.partition(".")[0]
        for path in MODULES
        if path.is_relative_to(PACKAGE / room)
        for name in imports(ast.parse(path.read_text("utf-8")))
    }
    assert found - PURE_MODULES - BEYOND.get(room, set()) == {"quizgame"}


def test_one_file_alone_knows_the_package_that_models_memory() -> None:
    trees = {module_name(path): ast.parse(path.read_text("utf-8")) for path in MODULES}
    assert [name for name, tree in trees.items() if "fsrs" in imports(tree)] == ["quizgame.learning.memory"]


@pytest.mark.parametrize("layer", MAY_LOAD)
def test_a_layer_loads_only_itself_and_those_below_it(layer: str) -> None:
    loaded = loaded_by(*(module_name(path) for path in MODULES if path.is_relative_to(PACKAGE / layer)))
    assert f"quizgame.{layer}" in loaded
    ours = {name.split(".")[1] for name in loaded if name.startswith("quizgame.")}
    assert ours <= MAY_LOAD[layer]
    assert not {"textual", "rich"} & loaded


def test_the_door_loads_neither_models_nor_yaml_nor_screens() -> None:
    loaded = loaded_by("quizgame.cli")
    assert not {"pydantic", "yaml", "textual", "rich", "sqlite3", "asyncio"} & loaded
    assert not any(name.startswith("quizgame.tui") for name in loaded)


def test_only_the_folder_of_screens_knows_textual() -> None:
    knowing = [
        path
        for path in MODULES
        if {"textual", "rich"} & {name.partition(".")[0] for name in imports(ast.parse(path.read_text("utf-8")))}
    ]
    assert names([path for path in knowing if not path.is_relative_to(PACKAGE / "tui")]) == []


def test_every_module_says_what_it_is() -> None:
    assert len(MODULES) > 20
    assert names([path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]) == []


def test_every_folder_of_modules_is_a_package() -> None:
    folders = sorted({path.parent for path in MODULES})
    assert names([folder for folder in folders if not (folder / "__init__.py").is_file()]) == []


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    files = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".tcss")]
    assert names([path for path in files if len(path.read_text("utf-8").splitlines()) > MAX_LINES]) == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= MAX_LINES_OF_A_FUNCTION
    ]
    assert long == []


def contract(name: str) -> dict[str, Any]:
    """A contract of import-linter."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return next(one for one in told if one["name"] == name)


def test_the_contracts_name_every_room() -> None:
    rooms = {
        f"quizgame.{path.stem}"
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    rooms -= {"quizgame.__init__", "quizgame.__main__"}
    assert set(contract("Only the tui folder knows Textual")["source_modules"]) == rooms - {"quizgame.tui"}
    layers = contract("Imports run one way")
    assert {f"quizgame.{room.strip()}" for layer in layers["layers"] for room in layer.split("|")} == rooms
    assert layers["exhaustive"] is True
    assert layers["exhaustive_ignores"] == ["__main__"]
    assert set(MAY_LOAD) == {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()} - {"tui"}


def test_the_contracts_forbid_the_rules_and_the_wording_what_is_impure() -> None:
    rules, wording = contract("The rules are pure"), contract("The wording is pure")
    bytes_only = contract("Other programs' files are bytes and never a place on the disk")
    rooms = [*rules["source_modules"], *bytes_only["source_modules"], *wording["source_modules"]]
    assert sorted(rooms) == sorted(f"quizgame.{room}" for room in PURE)
    assert IMPURE_MODULES - set(bytes_only["forbidden_modules"]) == {"sqlite3"}
    assert set(rules["forbidden_modules"]) == set(wording["forbidden_modules"]) == IMPURE_MODULES
