"""Ids written into a file of the short form: one key more for each entry without one, and nothing else is changed."""

from collections.abc import Collection, Iterable
from pathlib import Path

from quizgame.banks.files import misread
from quizgame.banks.files.problems import BankError, Problem, shown
from quizgame.banks.files.short import Short, read_short
from quizgame.banks.files.yaml import Node, parse, read_text

_ENCODINGS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"": "utf-8"}
"""By the byte order mark that a file begins with."""

Made = tuple[Node, str]
"""An entry of a file without an id, and the one that was made for it."""


def with_ids_written(data: bytes, path: Path, made: Collection[Made]) -> bytes:
    """The content of a pack's file with these ids in it. Raises `BankError` where that would change what it says."""
    text = read_text(data, shown(path))
    longer = with_ids(text, made)
    before, after = _read(text, path), _read(longer, path)
    if (
        before is None
        or after is None
        or before.bank != after.bank
        or any(has_a_place(one) for one, _ in after.made_ids)
    ):
        what = "The ids can't be written: this file is laid out in a way that leaves no place for them"
        raise BankError(Problem(shown(path), 0, 0, what, "Write each `id` yourself, the first key of its entry"))
    mark = next((one for one in _ENCODINGS if one and data.startswith(one)), b"")
    return mark + longer.encode(_ENCODINGS[mark])


def _read(text: str, path: Path) -> Short | None:
    try:
        return read_short(parse(text, shown(path)), path)
    except BankError:
        return None


def with_ids(text: str, made: Iterable[Made]) -> str:
    """The text of the file with these ids in it. A word that stands as `word: meaning` is its own id and stays so."""
    starts = _starts_of_rows(text)
    for node, made_name in sorted(made, key=lambda one: (one[0].line, one[0].column), reverse=True):
        if (place := _place(node)) is None:
            continue
        line, column, is_value = place
        at = starts[line - 1] + column - 1
        name = "'null'" if made_name == "null" else made_name  # without quotes it means that nothing stands there
        if is_value:
            new = f" {name}"
        elif text[starts[node.line - 1] + node.column - 1] == "{":
            new = f"id: {name}, "
        else:
            new = f"id: {name}{_line_end(text)}{' ' * (column - 1)}"
        text = text[:at] + new + text[at:]
    return text


def has_a_place(node: Node) -> bool:
    """Whether an entry has a place where its id can be written."""
    return _place(node) is not None


def _place(node: Node) -> tuple[int, int, bool] | None:
    """Where the id of an entry goes: a line, a column, and whether its key stands there already."""
    keys = node.value if isinstance(node.value, dict) else {}
    if (empty := keys.get("id")) is not None:
        return None if empty.bare else (empty.line, empty.column, True)
    written = [(inner.key_line, inner.key_column) for inner in keys.values() if inner.key_line]
    if not written or min(written) < (node.line, node.column) or _is_its_own_key(keys):
        return None
    return *min(written), False


def _is_its_own_key(keys: dict[str, Node]) -> bool:
    """Whether this is a word that stands as the key of its meaning."""
    word = keys.get("term")
    return word is not None and (word.line, word.column) == (word.key_line, word.key_column)


def _line_end(text: str) -> str:
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[at - 1 : at] == "\r" else "\n"


def _starts_of_rows(text: str) -> list[int]:
    """Where the lines of a text begin, as the parser counts them."""
    return [0, *(match.end() for match in misread.ROW.finditer(text))]
