"""Text from outside: what it may contain, and how it is made safe to show.

Banks, files and people write the texts that the game shows. A terminal obeys control characters, and bidirectional
overrides can make a line say something else than it contains. So banks with such characters are refused
(`fault_in`), and anything else from outside, such as a path in a message, is stripped of them (`banks.clean`).
"""

import re
import unicodedata
from textwrap import dedent

from quizgame.banks.clean import ALLOWED_SPACES, FORBIDDEN
from quizgame.banks.letters import belongs_to_the_letter_before, letter_count, longest_run, visible

MAX_LETTERS = 4_000
MAX_WORD = 200
"""The longest run of letters without a place where a line may break."""
MAX_LINES = 20
MAX_MARKS_IN_A_ROW = 4
"""Of the marks that go on any letter; no language needs more."""
MAX_JOINED = 16
"""Of everything that belongs to one letter: vowel signs and stacked letters of Asia need more than four."""

LINE_END = re.compile(r"\r\n?|\n")
_ENDS_A_WORD = "\u200b"
_MARKS_OF_ANY_LETTER = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


def fault_in(text: str) -> str | None:
    """Why a bank may not contain this text, as the end of a sentence, or None if it may."""
    if len(text) > MAX_LETTERS:
        count = letter_count(text) if len(text) <= MAX_LETTERS * (1 + MAX_JOINED) else len(text)
        if count > MAX_LETTERS:
            return f"is too long: {count} letters, {MAX_LETTERS} are allowed"
    if not (text.isascii() and text.isprintable()):
        if reason := _forbidden_in(text) or _pile_in(text):
            return reason
        if (lines := len(LINE_END.findall(text.strip())) + 1) > MAX_LINES:
            return f"has {lines} lines, {MAX_LINES} are allowed"
    if (
        len(text) > MAX_WORD
        and max(map(len, text.split()), default=0) > MAX_WORD
        and (longest := longest_run(text)) > MAX_WORD
    ):
        return f"has a word of {longest} letters, {MAX_WORD} are allowed"
    return None


def _forbidden_in(text: str) -> str | None:
    for letter in text:
        if letter not in ALLOWED_SPACES and (reason := FORBIDDEN.get(ord(letter))):
            return f"contains {reason} (U+{ord(letter):04X})"
    return None


def _pile_in(text: str) -> str | None:
    joined = marks = 0
    for letter in text:
        if not belongs_to_the_letter_before(letter):
            joined = marks = 0
            continue
        joined += 1
        marks += _MARKS_OF_ANY_LETTER.match(letter) is not None
        for count, limit in ((marks, MAX_MARKS_IN_A_ROW), (joined, MAX_JOINED)):
            if count > limit:
                return f"piles more than {limit} marks on one letter"
    return None


def one_line(text: str) -> str:
    """The text in Unicode's composed form (NFC), with each run of white space made one space."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def tidy(text: str) -> str:
    """The text composed (NFC), its lines without space at their ends, and no more than one empty line in a row.

    A text of one line has single spaces. One of several keeps what stands below what: the indentation of code, the
    columns of a table.
    """
    if not LINE_END.search(text.strip()):
        return one_line(text)
    rows = [_plain_spaces(row) for row in LINE_END.split(unicodedata.normalize("NFC", text))]
    kept = [row for row, before in zip(rows, ["", *rows], strict=False) if row or before]
    while kept and not kept[-1]:
        kept.pop()
    return dedent("\n".join(kept)) if len(kept) > 1 else one_line(text)


def _plain_spaces(row: str) -> str:
    return re.sub(r"\s", " ", row.expandtabs(4).replace("\u3000", "  ")).rstrip()


def same_on_screen(one: str, other: str) -> bool:
    """Whether nobody can tell two texts apart: they differ by nothing but white space and letters that show nothing."""
    if one.isascii() and other.isascii():
        return tidy(one) == tidy(other)
    return any(tidy(visible(one, blank=blank)) == tidy(visible(other, blank=blank)) for blank in (" ", ""))


def nearly_same(one: str, other: str) -> bool:
    """Whether two texts that can be told apart differ by nothing but case or a full stop at an end."""
    return not same_on_screen(one, other) and _without_stop(one) == _without_stop(other)


def _without_stop(text: str) -> str:
    return re.sub(r"^\.+(?!\d)", "", tidy(visible(text)).casefold().rstrip(" ."))


def folded(text: str) -> str:
    """The form in which two words are compared: case, white space and a full stop at the end aside."""
    return one_line(visible(text)).casefold().rstrip(" .")


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits with their marks, hyphens and apostrophes."""
    marks = "" if text.isascii() else "".join(sorted(set(filter(belongs_to_the_letter_before, text)) - {_ENDS_A_WORD}))
    run = rf"[^\W_](?:[^\W_]|[{re.escape(marks)}])*" if marks else r"[^\W_]+"
    return re.findall(rf"{run}(?:['’-]{run})*", text)
