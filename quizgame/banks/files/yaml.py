"""A restricted YAML: texts, lists and mappings, with the line and column of each.

Built on the parser's event stream and not on its loader. The loader would turn `no` into False and 12:30 into 750,
keep the last of two equal keys, follow aliases into exponentially large trees, and on deep nesting end the whole
interpreter. Here scalars stay text, and anchors, aliases, tags, second documents, equal keys, and anything too
deep or too large is a problem at its line. Read with the rules of YAML 1.2, so an editor sees what we see.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml as pyyaml

from quizgame.banks.files.problems import MAX_PROBLEMS, BankError, Problem
from quizgame.banks.text import clean, fault_in

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_NODES = 300_000

_PARSER = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
_NULLS = ("", "~", "null")
_OLD_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What the parser, by YAML 1.1, takes for the end of a line; an editor doesn't, and counts other lines."""


@dataclass(slots=True)
class Node:
    """A text (or nothing), a list or a mapping, and where it starts; lines and columns count from 1."""

    value: "str | list[Node] | dict[str, Node] | None"
    line: int
    column: int
    key_line: int = 0
    """For the value of a mapping: where its key stands."""
    key_column: int = 0


@dataclass(slots=True)
class Document:
    """A file as it was read: its tree, and the problems that did not stop the reading."""

    path: str
    root: Node
    problems: list[Problem] = field(default_factory=list)

    def plain(self) -> Any:
        """The tree as dicts, lists, texts and None."""
        return _plain(self.root)

    def node_at(self, steps: tuple[str | int, ...]) -> Node:
        """The node that a path of keys and indexes leads to, or the last one on the way that exists."""
        node = self.root
        for step in steps:
            inner = node.value
            if isinstance(inner, dict) and isinstance(step, str) and step in inner:
                node = inner[step]
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                node = inner[step]
            else:
                break
        return node


def read_text(data: bytes, path: str) -> str:
    """Decode a file; UTF-8 with or without a byte order mark, or UTF-16 with one."""
    if len(data) > MAX_BYTES:
        raise BankError(Problem(path, 0, 0, f"The file is larger than {MAX_BYTES:,} bytes", "Split it"))
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        start, whole = error.start, error.object  # without the byte order mark, if it was UTF-8's
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        what = f"This is not {name} text (byte 0x{whole[start]:02x})"
        line, column = _end_of(whole[:start].decode(encoding, "ignore"))
        raise BankError(Problem(path, line, column, what, "Save the file as UTF-8")) from None


def parse(text: str, path: str) -> Document:
    """Read a text of restricted YAML. Raises `BankError` where reading can't go on."""
    if match := _OLD_BREAKS.search(text):
        what = f"The file {fault_in(match[0])}"
        raise BankError(Problem(path, *_end_of(text[: match.start()]), what, "Write a space in its place"))
    events = pyyaml.parse(text, Loader=_PARSER)
    try:
        return _Composer(path, events).compose()
    except pyyaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = f"This can't be read as YAML: {clean(error.problem or 'it breaks off')}"
        raise BankError(Problem(path, line, column, what, _hint(text, line))) from None
    except pyyaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
        line, column = _end_of(text.partition(chr(code))[0])  # the error's own position counts bytes
        what = f"The file contains a control character (U+{code:04X})"
        raise BankError(Problem(path, line, column, what, "Delete it")) from None


def _end_of(before: str) -> tuple[int, int]:
    """The line and column of what follows this beginning of a file."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _hint(text: str, line: int) -> str:
    around = text.splitlines()[max(0, line - 2) : line]
    if any("\t" in row[: len(row) - len(row.lstrip())] for row in around):
        return "Indent with spaces, not with tabs"
    if any(row.partition(": ")[2].lstrip().startswith(tuple("*&%@`!|>[{")) for row in around):
        return "Put the text in quotes: it starts with a sign that means something in YAML"
    if any(": " in row.partition(": ")[2] for row in around):
        return "Put the text in quotes: it has a colon in it"
    return "Compare the indentation and the quotes with the lines before it"


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(value) for value in node.value]
    return node.value


class _Composer:
    """Makes a tree of the events, one document only, and notes what is not allowed in it."""

    def __init__(self, path: str, events: Iterator[Any]) -> None:
        self.path, self.events = path, events
        self.nodes = 0
        self.problems: list[Problem] = []

    def compose(self) -> Document:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, pyyaml.DocumentStartEvent):
                if event.version or event.tags:
                    raise self.stop(event, "Directives (`%`) are not allowed", "Delete the line")
                if root is not None:
                    raise self.stop(event, "The file has a second document (`---`)", "Keep one document in a file")
                root = self.node(next(self.events), 1)
        if root is None:
            raise BankError(Problem(self.path, 1, 1, "The file is empty", "Fill it or delete it"))
        return Document(self.path, root, self.problems)

    def stop(self, event: Any, what: str, mend: str) -> BankError:
        mark = event.start_mark
        return BankError(*self.problems, Problem(self.path, mark.line + 1, mark.column + 1, what, mend))

    def note(self, event: Any, what: str, mend: str) -> None:
        """Keep a problem that does not stop the reading, unless there are too many."""
        mark = event.start_mark
        if len(self.problems) == MAX_PROBLEMS:
            raise self.stop(event, f"The file has more than {MAX_PROBLEMS:,} problems", "Mend these first")
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, what, mend))

    def node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if isinstance(event, pyyaml.AliasEvent) or event.anchor:
            raise self.stop(event, "Anchors and aliases (`&`, `*`) are not allowed", "Write the text out, or quote it")
        if event.tag and event.tag != "!":
            raise self.stop(event, "Tags (`!`) are not allowed", "Delete the tag, or quote the text")
        if depth > MAX_DEPTH:
            raise self.stop(event, f"The file is nested deeper than {MAX_DEPTH} levels", "Check the brackets")
        if self.nodes > MAX_NODES:
            raise self.stop(event, f"The file has more than {MAX_NODES:,} parts", "Split it")
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, pyyaml.ScalarEvent):
            return Node(self.text(event), line, column)
        if isinstance(event, pyyaml.SequenceStartEvent):
            return Node(self.items(depth), line, column)
        return Node(self.mapping(depth), line, column)

    def text(self, event: Any) -> str | None:
        if not event.style and event.value in _NULLS:
            return None
        fault = fault_in(event.value)
        if fault:
            self.note(event, f"This text {fault}", "Mend the text")
        return str(event.value)

    def items(self, depth: int) -> list[Node]:
        found = []
        while not isinstance(event := next(self.events), pyyaml.SequenceEndEvent):
            found.append(self.node(event, depth + 1))
        return found

    def mapping(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := next(self.events), pyyaml.MappingEndEvent):
            if not isinstance(event, pyyaml.ScalarEvent):
                raise self.stop(event, "A key must be a plain word", "Check the indentation and the brackets")
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            value.key_line, value.key_column = key.line, key.column
            name = key.value if isinstance(key.value, str) else ""
            if name in found:
                what = f"The key {clean(name)[:40]!r} stands here and in line {found[name].key_line}"
                self.note(event, what, "Keep one of the two")
            else:
                found[name] = value
        return found
