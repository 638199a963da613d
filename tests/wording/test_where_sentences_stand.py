"""Every sentence for players stands in `wording/`, marked so that gettext finds it: seen in the sources."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from quizgame.session.voice import POWERSHELL

PACKAGE = Path(__file__).parents[2] / "quizgame"
WORDING = sorted((PACKAGE / "wording").glob("*.py"))
OTHERS = sorted(path for path in PACKAGE.rglob("*.py") if path not in WORDING)

FOR_OTHERS = {
    "banks/": "problems of banks are for their authors, and stand beside the rule that finds them",
    "plain/check.py": "`check` speaks to authors of banks too",
    "plain/table.py": "likewise",
    "exchange/": "what stands in other programs' files; what became of them is told by `wording/exchange.py`",
}
"""Rooms that speak, but not to players."""
LEAD = r"(?:about|around|at least|in|on|by|more than|less than|nearly|over|under|from|the|early|late|spring|\$|€|£)"
NOT_SAID = {
    ("game/draw/terms.py", "Which word or phrase means: {}?"): "a question's own text, in the language of the pack",
    ("game/draw/terms.py", "“{}” means {}."): "likewise",
    ("game/draw/natural_order.py", LEAD): "a pattern",
    ("game/draw/natural_order.py", "day of any year"): "what two options have in common if they can be compared",
    ("game/draw/natural_order.py", "number {}"): "likewise",
    **{("game/events.py", move): "a value in a column" for move in ("go on", "play on", "more time")},
    **{("game/play/class_round.py", move): "likewise" for move in ("go on", "play on", "more time")},
    **{("game/play/class_start.py", move): "likewise" for move in ("go on", "play on", "more time")},
    ("paper/page.py", "@page { size: {}; margin: 12mm; }\n{}"): "a part of a style sheet",
    ("learning/plan.py", "just right"): "a value of the dial",
    ("saves/settings.py", "just right"): "likewise",
    ("session/voice.py", POWERSHELL): "what another program is told",
    ("saves/version_1.py", "FROM {}"): "a part of SQL",
    ("saves/version_1.py", "FROM {}_1"): "likewise",
    ("saves/rows.py", "taken back"): "a value in a column",
    ("saves/rows.py", "swapped out"): "likewise",
    ("saves/reader.py", "taken back"): "likewise",
    ("saves/version_2.py", "FROM marks"): "a part of SQL",
    ("saves/version_2.py", "FROM marks_2"): "likewise",
    ("saves/contents.py", "{} DESC LIMIT 2"): "likewise",
    ("saves/read_through.py", " ORDER BY "): "likewise",
    ("saves/read_through.py", "{}, {} FROM {} WHERE {} > ? ORDER BY {} LIMIT {}"): "likewise",
    ("saves/portable.py", "quizgame player"): "what a file says that it is",
    ("tui/flow.py", "starting a round"): "the name of a group of workers",
    ("tui/crash.py", "  {}:{} in {}"): "a line of the crash log, for programmers",
}
"""Texts with spaces that nobody reads: the file, the text with {} for what is put in, why."""
TELLING = {"say", "print", "read", "announce", "notify", "Words", "Row", "PlayRow", "AgainRow", "BackRow", "set_parts"}
"""What shows a text. Here one word is a sentence too."""
SQL = re.compile(r"\s*(SELECT|PRAGMA|INSERT|CREATE|ALTER|DROP|BEGIN|UPDATE|DELETE)\b")
STYLE = re.compile(r"(bold|italic|dim|reverse|underline|on|\$[\w-]+|#[0-9a-f]{6}|\{\}| )+")
MARKUP = re.compile(r"<[^<>]*>")
FOR_PROGRAMMERS = {"ValueError", "TypeError", "RuntimeError"}
MARKS = {"_": 0, "counted": 1}
"""What marks a sentence, and how many arguments stand before it."""


def joined(node: ast.expr) -> str | None:
    """The text that stands in a source, with {} for what is put in; None for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def called(node: ast.AST) -> str:
    """The name of what is called."""
    function = node.func if isinstance(node, ast.Call) else None
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def unspoken(tree: ast.AST) -> set[ast.AST]:
    """The parts of a source that hold no text for anybody: docstrings, types, patterns, words to be split, errors of
    programmers, values of enumerations.
    """
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        skipped: list[ast.AST | None] = []
        match node:
            case ast.Expr(value=ast.Constant()):
                skipped = [node]
            case ast.arg() | ast.AnnAssign():
                skipped = [node.annotation]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                skipped = [node.returns]
            case ast.ClassDef() if any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases):
                skipped = [line for line in node.body if isinstance(line, ast.Assign)]
            case ast.Raise(exc=ast.Call() as error) if called(error) in FOR_PROGRAMMERS:
                skipped = [node]
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                skipped = [node]
            case ast.Call(func=ast.Attribute(attr="split", value=ast.Constant() as words)):
                skipped = [words]
        for part in skipped:
            found.update(ast.walk(part) if part is not None else ())
    return found


def texts(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """The texts of a source that may be for somebody, each whole."""
    skipped = unspoken(tree)
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and node not in skipped | parts and (text := joined(node)) is not None:
            yield node, text


def has_words(text: str) -> bool:
    """Whether there is a word in it beside our own name."""
    return re.search(r"[^\W\d_]{2}", text.replace("quizgame", "")) is not None


def shown(tree: ast.AST) -> set[ast.AST]:
    """What is handed to something that shows it, and the description of a key."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in TELLING:
            found.update(node.args)
        elif isinstance(node, ast.Call) and called(node) == "Binding":
            found.update(node.args[2:3])
    return found


def sentences(source: str) -> list[str]:
    """The texts of a source that a player might read: with words and spaces, or of one word and shown."""
    tree = ast.parse(source)
    handed = shown(tree)
    return [
        text
        for node, text in texts(tree)
        if has_words(MARKUP.sub("", text))
        and (" " in text.strip() or node in handed)
        and not SQL.match(text)
        and not STYLE.fullmatch(text)
    ]


@pytest.mark.parametrize(
    "source",
    [
        "x = 'Not yet'",
        "x = f'{n} cards'",
        "def f():\n    '''A docstring.'''\n    return 'to be told'",
        "say('Right')",
        "yield_ = Words('Topics', id='topics')",
        "Binding('enter', 'go_on', 'next')",
        "raise SavesError('the disk is full')",
        "a, b = _('a mark does not help here'), 1",
    ],
)
def test_the_test_sees_a_sentence(source: str) -> None:
    assert sentences(source)


@pytest.mark.parametrize(
    "source",
    [
        "'''A docstring of a module.'''",
        "def f(a: 'list[int] | None') -> 'dict[str, int]':\n    '''A docstring.'''",
        "class A(Enum):\n    '''A docstring.'''\n    B = 'no room'",
        "raise ValueError('no such place')",
        "x = re.compile('a b')",
        "x = 'one two three'.split()",
        "run('SELECT a FROM b')",
        "x = 'bold $accent'",
        "print(f'quizgame {version}')",
        "Words(text, id='topics')",
        "x = 'practice'",
        "x = f'{number}: <span class=\"line\"></span>'",
    ],
)
def test_the_test_passes_over_what_nobody_reads(source: str) -> None:
    assert sentences(source) == []


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_for_players_stands_outside_wording(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    if not name.startswith(tuple(FOR_OTHERS)):
        assert [text for text in sentences(path.read_text("utf-8")) if (name, text) not in NOT_SAID] == []


def test_each_exception_is_still_one() -> None:
    there = {
        (path.relative_to(PACKAGE).as_posix(), text) for path in OTHERS for text in sentences(path.read_text("utf-8"))
    }
    assert NOT_SAID.keys() - there == set()
    assert [room for room in FOR_OTHERS if not any(name.startswith(room) for name, _text in there)] == []


def marked(tree: ast.AST) -> set[ast.AST]:
    """The arguments of `_` and `counted`."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in MARKS]
    return {argument for call in calls for argument in call.args[MARKS[called(call)] :]}


def names(tree: ast.AST) -> set[ast.AST]:
    """Texts by which something is looked up or told apart."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Dict(keys=keys):
                found.update(key for key in keys if key is not None)
            case ast.Subscript(slice=index):
                found.add(index)
            case ast.Compare(comparators=others):
                found.update(others)
            case ast.MatchValue(value=value):
                found.add(value)
    return found


def unmarked(source: str) -> list[str]:
    """The texts with words in a source that no catalogue could translate."""
    tree = ast.parse(source)
    found = marked(tree) | names(tree)
    said = [text for node, text in texts(tree) if node not in found]
    return [text for text in said if has_words(re.sub(r"\{\w*\}", "", text))]


def not_literal(source: str) -> list[str]:
    """The arguments of the marks that are no plain text, which gettext's reader can't see."""
    return [
        ast.unparse(node)
        for node in marked(ast.parse(source))
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str))
    ]


LETTERS_OF_UNICODE = {"Mn", "Me", "Cf", "Cc"}
"""Categories, in `cells.py`."""


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_every_sentence_in_wording_is_marked_for_a_catalogue(path: Path) -> None:
    assert set(unmarked(path.read_text("utf-8"))) - LETTERS_OF_UNICODE == set()


@pytest.mark.parametrize("path", [path for path in WORDING if path.stem != "language"], ids=lambda path: path.stem)
def test_marks_hold_plain_texts_that_a_reader_of_sources_finds(path: Path) -> None:
    assert not_literal(path.read_text("utf-8")) == []


def test_the_tests_of_marks_can_fail() -> None:
    assert unmarked("def f():\n    return f'{n} cards'") == ["{} cards"]
    assert unmarked("X = 'Right'") == ["Right"]
    assert unmarked("X = counted(n, '{n} card', '{n} cards') + _('Right') + f'{a}: {b}'") == []
    assert not_literal("_(f'{n} cards')")
    assert not_literal("counted(n, one, 'two')")
    assert not_literal("_('a' + b)")


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nobody_else_marks_sentences(path: Path) -> None:
    imported = [
        node.module for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    ]
    assert "quizgame.wording.language" not in imported


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_a_mark_is_no_name_for_anything_else(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    marks = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "quizgame.wording.language"
        for alias in node.names
    }
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    assert marks & stored == set()


def holes(text: ast.expr) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(joined(text) or "") if name}


def badly_filled(source: str) -> list[str]:
    """The sentences that are filled at once with other values than they have room for, and those whose two forms for
    one and many have room for different ones.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="format", value=ast.Call(args=[*_, text]) as call)) if (
                called(call) in MARKS
            ):
                room = holes(text) - ({"n"} if called(call) == "counted" else set())
                if room != {keyword.arg for keyword in node.keywords}:
                    found.append(ast.unparse(node))
            case ast.Call(args=[_, one, many]) if called(node) == "counted":
                if holes(one) - {"n"} != holes(many) - {"n"}:
                    found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_each_sentence_is_filled_with_what_it_has_room_for(path: Path) -> None:
    assert badly_filled(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source", ["_('{a} of {b}').format(a=1)", "_('{a}').format(a=1, b=2)", "counted(n, 'one of {a}', '{n} of {b}')"]
)
def test_the_test_of_what_is_filled_in_can_fail(source: str) -> None:
    assert badly_filled(source) == [ast.unparse(ast.parse(source))]
