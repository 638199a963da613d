"""Text from outside: what it may contain, and how it is made safe to show.

Banks, files and people write the texts that the game shows. A terminal obeys control characters, and bidirectional
overrides can make a line say something else than it contains. So banks with such characters are refused
(`fault_in`), and anything else from outside, such as a path in a message, is stripped of them (`clean`).
"""

import re
import unicodedata

MAX_LETTERS = 4_000
MAX_WORD = 200
MAX_MARKS_IN_A_ROW = 4

_FORBIDDEN = {
    **dict.fromkeys([*range(32), *range(127, 160)], "a control character"),
    **dict.fromkeys(range(55296, 57344), "half of a surrogate pair"),
    **dict.fromkeys((8232, 8233), "a line or paragraph separator"),
    **dict.fromkeys([1564, *range(8234, 8239), *range(8294, 8298)], "a control of the writing direction"),
    **dict.fromkeys(range(917504, 917632), "an invisible tag character"),
    0xFEFF: "a byte order mark inside the text",
}
_ALLOWED_SPACES = "\n\t\r"
_STRIP: dict[int, str | None] = {**dict.fromkeys(_FORBIDDEN), **dict.fromkeys(map(ord, _ALLOWED_SPACES), " ")}


def clean(text: str) -> str:
    """The text without anything that a terminal could obey; line breaks and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_STRIP)


def fault_in(text: str) -> str | None:
    """Why a bank may not contain this text, as the end of a sentence, or None if it may."""
    if len(text) > MAX_LETTERS:
        return f"is too long: {len(text)} letters, {MAX_LETTERS} are allowed"
    if text.isascii() and text.isprintable():
        longest = max(map(len, text.split()), default=0)
        return f"has a word of {longest} letters, {MAX_WORD} are allowed" if longest > MAX_WORD else None
    marks = 0
    for letter in text:
        reason = None if letter in _ALLOWED_SPACES else _FORBIDDEN.get(ord(letter))
        if reason:
            return f"contains {reason} (U+{ord(letter):04X})"
        category = unicodedata.category(letter)
        if category != "Cf":  # a joiner between two marks starts no new letter
            marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > MAX_MARKS_IN_A_ROW:
            return f"piles more than {MAX_MARKS_IN_A_ROW} marks on one letter"
    longest = max(map(len, text.split()), default=0)
    return f"has a word of {longest} letters, {MAX_WORD} are allowed" if longest > MAX_WORD else None


def tidy(text: str) -> str:
    """The text in Unicode's composed form (NFC), with each run of white space made one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def same_words(one: str, other: str) -> bool:
    """Whether a reader would take two texts for the same: case, spaces and full stops aside."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """The form in which two texts are compared."""
    return tidy(text).casefold().strip(" .")


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, with their hyphens and apostrophes."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)
