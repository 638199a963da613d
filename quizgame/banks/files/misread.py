"""Where YAML reads something else than the author wrote, and where a file that is no YAML went wrong first.

A plain text ends at ` #` and, between brackets, at a comma; a quote that is not closed swallows the lines below it; a
line that is indented too far joins the text above it. YAML says nothing to any of these, so these rules look at the
lines of the file beside what was read from them. Lines and columns count from 0 here, as in the marks of the parser.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizgame.banks.clean import clean
from quizgame.banks.files.problems import Severity

Finding = tuple[int, int, str, str, Severity]
"""A line and a column, what is wrong, how to mend it, and how bad it is."""

_BREAKS_OFF = ", and the file breaks off"
QUOTE_IT = "Put the text in quotes"

ROW = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"[ \t]+#")
_NUMBER = re.compile(r"[-+]?\d[\d.,/:-]*|~|null")
_KEY_OR_ENTRY = re.compile(r"\s*(?:- |(?:- +)*[A-Za-z_][\w-]*:(?:\s|$))")
_KEY_WITHOUT_SPACE = re.compile(r"\s*[a-z_]+:(?!//)\S")
_OPENS = re.compile(r"\s*(?:- +)*(?:[\w-]+ *: +)?(?P<quote>[\"'])")
_ESCAPED_SPACE = re.compile(r"(?<!\\)(?:\\\\)*\\([tr])")
_APOSTROPHE = re.compile(r"'.*\w'\w")
_PARTLY_QUOTED = re.compile(r"([\"']).*\1\s+\S")
_COMPARE = "Compare the indentation and the quotes with the lines before it"
_BLOCK_OR_CLOSED = re.compile(r"[|>][-+\d]*\s*(?:#.*)?|\[.*\],?\s*|\{.*\},?\s*")


def rows_of(text: str) -> list[str]:
    """The lines of a file as the parser counts them, and an empty one: the end may lie behind the last."""
    return [*ROW.split(text), ""]


def in_text(event: Any, rows: Sequence[str]) -> Iterator[Finding]:
    """What was probably not meant in one text that was read."""
    if event.style in ("|", ">"):
        return
    first, last = event.start_mark.line, event.end_mark.line
    if event.style:
        for line in range(first + 1, min(last + 1, len(rows))):
            if _KEY_OR_ENTRY.match(rows[line]):
                what = f"The quote that opens here is not closed before line {line + 1}, which looks like a key"
                yield (
                    first,
                    event.start_mark.column,
                    what,
                    "Close it, or wrap the text in other places",
                    Severity.WARNING,
                )
                return
        if event.style == '"' and ("\t" in event.value or "\r" in event.value):
            yield from _escaped_space(event, rows)
        return
    yield from _comment(event, rows[last])
    for line in range(first + 1, last + 1):
        if rows[line].lstrip().startswith("- ") or _KEY_WITHOUT_SPACE.match(rows[line]):
            what = "This line is read as a part of the text above it"
            mend = "Indent it like that text, with a space after its colon or dash; or put the text in quotes"
            yield line, len(rows[line]) - len(rows[line].lstrip()), what, mend, Severity.WARNING


def _comment(event: Any, row: str) -> Iterator[Finding]:
    line, end = event.end_mark.line, event.end_mark.column
    match = _COMMENT.match(row, end) if "#" in row else None
    if match is None or _NUMBER.fullmatch(event.value):
        return
    if event.value:
        what = "The text ends before ` #`, which starts a comment in YAML"
        yield line, match.end() - 1, what, "Put it in quotes", Severity.ERROR
    elif row[match.end() : match.end() + 1].strip("# "):  # `#7`; what is meant as a comment has a space behind it
        what = "There is no text here: ` #` starts a comment in YAML"
        yield line, match.end() - 1, what, QUOTE_IT, Severity.ERROR


def _escaped_space(event: Any, rows: Sequence[str]) -> Iterator[Finding]:
    first = event.start_mark
    for line in range(first.line, event.end_mark.line + 1):
        start = first.column if line == first.line else 0
        if match := _ESCAPED_SPACE.search(rows[line], start):
            name = "a tab" if match[1] == "t" else "a line break"
            what = f"`\\{match[1]}` in double quotes is {name}"
            mend = "Write two backslashes for one, or use single quotes"
            yield line, match.end() - 2, what, mend, Severity.WARNING
            return


def in_flow_list(events: Sequence[Any], rows: Sequence[str]) -> Iterator[Finding]:
    """Where a comma between brackets probably belongs to a text that has no quotes."""
    spaced = [_space_before(event, rows) for event in events]
    for place in range(1, len(events)):
        one, other = events[place - 1], events[place]
        if not (_is_plain(one) and _is_plain(other) and one.value and other.value) or other.value == "null":
            continue
        in_a_sentence = one.value[0].isupper() and other.value[0].islower() and " " in f"{one.value}{other.value}"
        in_a_number = not spaced[place] and any(spaced[1:])
        if in_a_sentence or in_a_number:
            what = f"The comma divides {_short(one.value)} and {_short(other.value)} into two entries"
            mark = other.start_mark
            yield mark.line, mark.column, what, "Put a text with a comma in quotes", Severity.WARNING


def _is_plain(event: Any) -> bool:
    return hasattr(event, "style") and not event.style


def _space_before(event: Any, rows: Sequence[str]) -> bool:
    mark = event.start_mark
    return not rows[mark.line][: mark.column].endswith(",")


def _short(text: str) -> str:
    return repr(clean(text)[:40])


def key_without_colon(key: Any, rows: Sequence[str]) -> Finding | None:
    """A part of a text between braces that a comma made a key."""
    line, end = key.end_mark.line, key.end_mark.column
    if key.style or rows[line][end:].lstrip().startswith(":"):
        return None
    mark = key.start_mark
    what = f"The comma before {_short(key.value)} ends the text before it"
    return mark.line, mark.column, what, "Put a text with a comma in quotes", Severity.ERROR


def first_fault(error: Any, rows: Sequence[str]) -> tuple[int, int, str, str]:
    """Where a file that is no YAML went wrong: place, what it is, and how to mend it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return -1, -1, str(error.problem or "it breaks off"), "Compare it with other banks"
    at_the_end = not any(row.strip() for row in [rows[mark.line][mark.column :], *rows[mark.line + 1 :]])
    if opened := _open_quote(rows, mark.line):
        also = _BREAKS_OFF if at_the_end and not _lines_below(opened[0], len(rows), rows) else ""
        return *opened, f"the quote that opens here is not closed{also}", "Close it at the end of the text"
    start = error.context_mark
    if start and "flow" in (error.context or "") and (at_the_end or _lines_below(start.line, mark.line, rows)):
        sign = rows[start.line][start.column : start.column + 1]
        also = _BREAKS_OFF if at_the_end and not _lines_below(start.line, len(rows), rows) else ""
        return (
            start.line,
            start.column,
            f"the `{sign}` that opens here is not closed{also}",
            "Close it, or quote the text",
        )
    if at_the_end:
        last = max((line for line, row in enumerate(rows) if row.strip()), default=0)
        return last, len(rows[last].rstrip()), "the file breaks off", "Complete its last line"
    return mark.line, mark.column, str(error.problem or "it breaks off"), _hint(error, rows, mark.line)


def _open_quote(rows: Sequence[str], last: int) -> tuple[int, int] | None:
    """The first quote that is not closed on its line and has what looks like a key or an entry on a line below."""
    line = 0
    while line <= min(last, len(rows) - 1):
        match = _OPENS.match(rows[line])
        if match is None:
            line += 1
            continue
        opened, column = line, match.start("quote")
        closing = re.compile(r'(?:[^"\\]|\\.)*"' if match["quote"] == '"' else r"(?:[^']|'')*'(?!')")
        found = closing.match(rows[line], match.end())
        while found is None:
            line += 1
            if line >= len(rows) or _KEY_OR_ENTRY.match(rows[line]):
                return opened, column
            found = closing.match(rows[line])
        line += 1
    return None


def _lines_below(first: int, last: int, rows: Sequence[str]) -> bool:
    return any(_KEY_OR_ENTRY.match(row) for row in rows[first + 1 : last + 1])


def _hint(error: Any, rows: Sequence[str], line: int) -> str:
    around = rows[max(0, line - 1) : line + 1]
    values = [row.partition(": ")[2].strip() for row in around]
    hints = {
        "Indent with spaces, not with tabs": any("\t" in row[: len(row) - len(row.lstrip())] for row in around),
        "Write two backslashes for one, or use single quotes": "escape" in str(error.problem),
        "Put the text in double quotes: it has an apostrophe in it": any(map(_APOSTROPHE.match, values)),
        "Put the whole text in quotes": any(map(_PARTLY_QUOTED.match, values)),
        f"{QUOTE_IT}: it starts with a sign that means something in YAML": any(map(_starts_with_a_sign, values)),
        f"{QUOTE_IT}: ` #` starts a comment in YAML": any(map(_COMMENT.search, values)),
        f"{QUOTE_IT}: it has a colon in it": any(": " in value or value.endswith(":") for value in values),
    }
    return next((hint for hint, fits in hints.items() if fits), _COMPARE)


def _starts_with_a_sign(value: str) -> bool:
    return value.startswith(tuple("*&%@`!|>[{")) and not _BLOCK_OR_CLOSED.fullmatch(value)
