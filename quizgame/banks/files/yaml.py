"""A restricted YAML: texts, lists and mappings, with the line and column of each.

Built on the parser's event stream and not on its loader. The loader would turn `no` into False and 12:30 into 750,
keep the last of two equal keys, follow aliases into exponentially large trees, and on deep nesting end the whole
interpreter. Here scalars stay text, and anchors, aliases, tags, second documents, equal keys, and anything too
deep or too large is a problem at its line. Read with the rules of YAML 1.2, so an editor sees what we see.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml as pyyaml

from quizgame.banks.clean import clean
from quizgame.banks.files import misread
from quizgame.banks.files.problems import MAX_PROBLEMS, BankError, Problem, Severity, Steps
from quizgame.banks.text import fault_in

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
    bare: str = ""
    """What stands there without quotes, also where it means nothing: `null` or `~`."""


@dataclass(slots=True)
class Document:
    """A file as it was read: its tree, and the problems that did not stop the reading."""

    path: str
    root: Node
    problems: list[Problem] = field(default_factory=list)

    def plain(self) -> Any:
        """The tree as dicts, lists, texts and None."""
        return _plain(self.root)

    def node_at(self, steps: Steps) -> Node:
        """The node that a path of keys and indexes leads to, or the last one on the way that exists."""
        return self.nodes_to(steps)[-1]

    def nodes_to(self, steps: Steps) -> list[Node]:
        """The nodes on the way there, from the root on, as far as they exist."""
        way = [self.root]
        for step in steps:
            inner = way[-1].value
            if isinstance(inner, dict) and isinstance(step, str) and step in inner:
                way.append(inner[step])
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                way.append(inner[step])
            else:
                break
        return way

    def without(self, gone: Collection[Steps]) -> "Document":
        """The same document without these entries and keys; what stays knows where it stands in the file."""
        return replace(self, root=_without(self.root, gone))


def _without(node: Node, gone: Collection[Steps]) -> Node:
    below: dict[str | int, list[Steps]] = {}
    for steps in gone:
        below.setdefault(steps[0], []).append(steps[1:])
    going = {step for step, rests in below.items() if () in rests}
    if isinstance(node.value, list):
        kept = [(step, inner) for step, inner in enumerate(node.value) if step not in going]
        return replace(node, value=[_without(inner, below[step]) if step in below else inner for step, inner in kept])
    if isinstance(node.value, dict):
        kept_keys = [(key, inner) for key, inner in node.value.items() if key not in going]
        return replace(
            node, value={key: _without(inner, below[key]) if key in below else inner for key, inner in kept_keys}
        )
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
    composer = _Composer(path, pyyaml.parse(text, Loader=_PARSER), misread.rows_of(text))
    try:
        return composer.compose()
    except pyyaml.MarkedYAMLError as error:
        line, column, what, mend = misread.first_fault(error, composer.rows)
        what = f"This can't be read as YAML: {clean(what)}"
        before = [problem for problem in composer.problems if problem.severity is Severity.ERROR]
        raise BankError(*before, Problem(path, line + 1, column + 1, what, mend)) from None
    except pyyaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
        line, column = _end_of(text.partition(chr(code))[0])  # the error's own position counts bytes
        what = f"The file contains a control character (U+{code:04X})"
        raise BankError(Problem(path, line, column, what, "Delete it")) from None


def _end_of(before: str) -> tuple[int, int]:
    """The line and column of what follows this beginning of a file."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(value) for value in node.value]
    return node.value


class _Composer:
    """Makes a tree of the events, one document only, and notes what is not allowed in it."""

    def __init__(self, path: str, events: Iterator[Any], rows: Sequence[str]) -> None:
        self.path, self.events, self.rows = path, events, rows
        self.nodes = 0
        self.problems: list[Problem] = []
        self.sound_keys: set[str] = set()

    def compose(self) -> Document:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, pyyaml.DocumentStartEvent):
                if event.version or event.tags:
                    raise self.stop(event, "Directives (`%`) are not allowed", "Delete the line")
                if root is not None:
                    raise self.stop(event, "The file has a second document (`---`)", "Keep one document in a file")
                root = self.node(next(self.events), ())
        if root is None:
            raise BankError(Problem(self.path, 1, 1, "The file is empty", "Fill it or delete it"))
        return Document(self.path, root, self.problems)

    def stop(self, event: Any, what: str, mend: str) -> BankError:
        mark = event.start_mark
        return BankError(*self.problems, Problem(self.path, mark.line + 1, mark.column + 1, what, mend))

    def note(self, event: Any, steps: Steps, what: str, mend: str) -> None:
        """Keep a problem that does not stop the reading, unless there are too many."""
        mark = event.start_mark
        self.note_finding(event, steps, (mark.line, mark.column, what, mend, Severity.ERROR))

    def note_finding(self, event: Any, steps: Steps, finding: misread.Finding) -> None:
        """Keep one that stands at a place of its own."""
        line, column, what, mend, severity = finding
        if len(self.problems) == MAX_PROBLEMS:
            raise self.stop(event, f"The file has more than {MAX_PROBLEMS:,} problems", "Mend these first")
        self.problems.append(Problem(self.path, line + 1, column + 1, what, mend, severity, steps=steps))

    def node(self, event: Any, steps: Steps) -> Node:
        self.nodes += 1
        if isinstance(event, pyyaml.AliasEvent) or event.anchor:
            raise self.stop(event, "Anchors and aliases (`&`, `*`) are not allowed", "Write the text out, or quote it")
        if event.tag and event.tag != "!":
            raise self.stop(event, "Tags (`!`) are not allowed", "Delete the tag, or quote the text")
        if len(steps) >= MAX_DEPTH:
            raise self.stop(event, f"The file is nested deeper than {MAX_DEPTH} levels", "Check the brackets")
        if self.nodes > MAX_NODES:
            raise self.stop(event, f"The file has more than {MAX_NODES:,} parts", "Split it")
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, pyyaml.ScalarEvent):
            for finding in misread.in_text(event, self.rows):
                self.note_finding(event, steps, finding)
            return Node(self.text(event, steps), line, column, bare=event.value if not event.style else "")
        if isinstance(event, pyyaml.SequenceStartEvent):
            return Node(self.items(steps, in_brackets=bool(event.flow_style)), line, column)
        return Node(self.mapping(steps, in_braces=bool(event.flow_style)), line, column)

    def text(self, event: Any, steps: Steps) -> str | None:
        if not event.style and event.value in _NULLS:
            return None
        fault = fault_in(event.value)
        if fault:
            self.note(event, steps, f"This text {fault}", "Mend the text")
        return str(event.value)

    def items(self, steps: Steps, *, in_brackets: bool) -> list[Node]:
        found: list[Node] = []
        starts = []
        while not isinstance(event := next(self.events), pyyaml.SequenceEndEvent):
            found.append(self.node(event, (*steps, len(found))))
            starts.append(event)
        if in_brackets:
            for finding in misread.in_flow_list(starts, self.rows):
                self.note_finding(event, steps, finding)
        return found

    def mapping(self, steps: Steps, *, in_braces: bool) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := next(self.events), pyyaml.MappingEndEvent):
            if not isinstance(event, pyyaml.ScalarEvent):
                raise self.stop(event, "A key must be a plain word", "Check the indentation and the brackets")
            name = self.key(event, steps)
            value = self.node(next(self.events), (*steps, name))
            mark: Any = event.start_mark
            value.key_line, value.key_column = mark.line + 1, mark.column + 1
            if in_braces and found and (finding := misread.key_without_colon(event, self.rows)):
                self.note_finding(event, steps, finding)
            elif name in found:
                what = f"The key {clean(name)[:40]!r} stands here and in line {found[name].key_line}"
                self.note(event, steps, what, "Keep one of the two")
            else:
                found[name] = value
        return found

    def key(self, event: Any, steps: Steps) -> str:
        if self.is_known_key(event) and len(steps) + 1 < MAX_DEPTH:
            self.nodes += 1
            return str(event.value)
        before, key = len(self.problems), self.node(event, (*steps, ""))
        if isinstance(key.value, str) and not event.style and len(self.problems) == before:
            self.sound_keys.add(key.value)
        return key.value if isinstance(key.value, str) else ""

    def is_known_key(self, event: Any) -> bool:
        """Whether it is a plain word that was found sound as a key before: a bank says the same ones over and over."""
        start, end = event.start_mark.line, event.end_mark.line
        is_plain = not (event.style or event.anchor or event.tag) and start == end
        return is_plain and event.value in self.sound_keys and "#" not in self.rows[end]  # which may begin no comment
