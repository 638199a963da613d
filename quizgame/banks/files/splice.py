"""A file changed where it says something else, and nowhere besides: comments and layout of everything else stay.

What an author wrote is cut at whole lines, so an entry in braces on one line is written anew as a whole. Whoever calls
reads the result again: if it does not say what it should, as after a comment sign in a block of text, the file is
written anew instead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgame.banks.files.problems import BankError, Steps
from quizgame.banks.files.write import bank_text, lines_of_entry, lines_of_item, pack_text, plain_bank, plain_pack
from quizgame.banks.files.yaml import Document, Node, parse
from quizgame.banks.models import Bank, PackFile


@dataclass(frozen=True)
class _Edit:
    """Lines of the file, from `first` to before `last`, and those that take their place."""

    first: int
    last: int
    lines: list[str]


class _CantSpliceError(Exception):
    """The change can't be made at whole lines."""


def changed_bank(text: str, document: Document, old: Bank, new: Bank) -> str:
    """The text of a bank's file after a change of the bank."""
    return _changed(text, document, (plain_bank(old), plain_bank(new)), new, bank_text(new))


def changed_pack(text: str, document: Document, old: PackFile, new: PackFile) -> str:
    """The text of `pack.yaml` after a change of it."""
    return _changed(text, document, (plain_pack(old), plain_pack(new)), new, pack_text(new))


def _changed(
    text: str, document: Document, plain: tuple[Mapping[str, Any], Mapping[str, Any]], new: Bank | PackFile, anew: str
) -> str:
    try:
        spliced = _Splicer(text, document).text_after(*plain)
        again = parse(spliced, document.path)
        same = type(new).model_validate(again.plain()) == new and not again.problems
    except (_CantSpliceError, BankError, ValueError):
        return anew
    return spliced if same else anew


class _Splicer:
    def __init__(self, text: str, document: Document) -> None:
        self.rows = text.split("\n")
        self.document = document
        self.starts = sorted({node.key_line or node.line for node in _nodes(document.root)})

    def text_after(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
        rows = list(self.rows)
        for edit in sorted(self.edits((), old, new), key=lambda one: (one.first, one.last), reverse=True):
            rows[edit.first : edit.last] = edit.lines
        return "\n".join(rows)

    def edits(self, steps: Steps, old: Any, new: Any) -> list[_Edit]:
        """What to change below a place, as far down as it can be done there."""
        if old == new:
            return []
        try:
            if isinstance(old, Mapping) and isinstance(new, Mapping):
                return self._of_mapping(steps, old, new)
            if isinstance(old, Sequence) and isinstance(new, Sequence) and _begins_alike(old, new):
                return self._of_list(steps, old, new)
        except _CantSpliceError:
            if not steps:
                raise
        return [self._replaced(steps, new)]

    def _of_mapping(self, steps: Steps, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[_Edit]:
        node = self._node(steps)
        if not isinstance(node.value, dict):
            raise _CantSpliceError
        found = []
        for key in [*new, *(key for key in old if key not in new)]:
            if old.get(key) == new.get(key):
                continue
            if key not in node.value:
                found.append(self._added_key(steps, node, key, new[key]))
            elif key in new:
                found += self.edits((*steps, key), old.get(key), new[key])
            else:
                first, last = self._lines((*steps, key))
                found.append(_Edit(first, last, []))
        return found

    def _of_list(self, steps: Steps, old: Sequence[Any], new: Sequence[Any]) -> list[_Edit]:
        found = [edit for at in range(len(old)) for edit in self.edits((*steps, at), old[at], new[at])]
        if len(new) > len(old):
            _, last = self._lines((*steps, len(old) - 1))
            indent = self._node((*steps, len(old) - 1)).column - 3
            self._check_is_block(self._node((*steps, len(old) - 1)), "- ")
            added = [line for item in new[len(old) :] for line in lines_of_item(item, indent)]
            found.append(_Edit(last, last, added))
        return found

    def _replaced(self, steps: Steps, new: Any) -> _Edit:
        first, last = self._lines(steps)
        node = self._node(steps)
        if isinstance(steps[-1], int):
            return _Edit(first, last, list(lines_of_item(new, node.column - 3)))
        before = self.rows[first][: node.key_column - 1]
        lines = lines_of_entry(steps[-1], new, node.key_column - 1)
        return _Edit(first, last, [before + lines[0][len(before) :], *lines[1:]])

    def _added_key(self, steps: Steps, node: Node, key: str, value: Any) -> _Edit:
        """A key that stands in no line yet, behind the last one of its mapping."""
        assert isinstance(node.value, dict)  # noqa: S101 - whoever calls has looked
        if not node.value:
            raise _CantSpliceError
        name, last_value = list(node.value.items())[-1]
        _, last = self._lines((*steps, name))
        return _Edit(last, last, lines_of_entry(key, value, last_value.key_column - 1))

    def _lines(self, steps: Steps) -> tuple[int, int]:
        """The lines of an entry or of a key with its value: from its first to before the next thing in the file."""
        node = self._node(steps)
        first = node.key_line or node.line
        if not isinstance(steps[-1], int):
            before = self.rows[first - 1][: node.key_column - 1]
            if before.strip(" -"):
                raise _CantSpliceError
        else:
            self._check_is_block(node, "- ")
        inside = {one.key_line or one.line for one in _nodes(node)} | {first}
        last = next((line for line in self.starts if line > max(inside)), len(self.rows) + 1) - 1
        if any(line in inside - {first} for line in self._others(steps, first)):
            raise _CantSpliceError
        while last > first and (not self.rows[last - 1].strip() or self.rows[last - 1].lstrip().startswith("#")):
            last -= 1
        return first - 1, last

    def _others(self, steps: Steps, first: int) -> Iterator[int]:
        """Where the neighbours of a place begin; one in the same line can't be told from it by lines."""
        above = self._node(steps[:-1])
        inner = above.value
        neighbours = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
        me = self._node(steps)
        for one in neighbours:
            if one is not me:
                line = one.key_line or one.line
                if line == first:
                    raise _CantSpliceError
                yield line

    def _check_is_block(self, node: Node, sign: str) -> None:
        line = node.key_line or node.line
        if not self.rows[line - 1][: node.column - 1].endswith(sign) or self.rows[line - 1][: node.column - 1].strip(
            " -"
        ):
            raise _CantSpliceError

    def _node(self, steps: Steps) -> Node:
        way = self.document.nodes_to(steps)
        if len(way) != len(steps) + 1:
            raise _CantSpliceError
        return way[-1]


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node.value, dict):
        for inner in node.value.values():
            yield from _nodes(inner)
    elif isinstance(node.value, list):
        for inner in node.value:
            yield from _nodes(inner)


def _begins_alike(old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether the entries of one list are those of the other, by their ids, but for new ones at the end."""
    if isinstance(old, str) or isinstance(new, str) or not old or len(new) < len(old):
        return False
    names = ("id", "heading")

    def name(one: Any) -> object:
        return next((one[key] for key in names if key in one), None) if isinstance(one, Mapping) else None

    return all(name(one) is not None and name(one) == name(other) for one, other in zip(old, new, strict=False))
