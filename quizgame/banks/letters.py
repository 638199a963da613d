"""What is known of single letters: which show nothing, which belong to the letter before, and where a line may break.

The tables follow the Unicode Character Database (properties Default_Ignorable_Code_Point and Line_Break, version 16),
as far as Python's own `unicodedata` does not know them.
"""

import unicodedata
from collections.abc import Iterable

_NO_WIDTH = frozenset(
    [
        173,
        847,
        1564,
        4448,
        6068,
        6069,
        *range(6155, 6160),
        *range(8203, 8208),
        *range(8234, 8239),
        *range(8288, 8304),
        *range(65024, 65040),
        65279,
        *range(65520, 65532),
        *range(113824, 113828),
        *range(119155, 119163),
        *range(917504, 921600),
    ]
)
"""Letters that show nothing and take no place: soft hyphens, zero-width spaces, joiners, variation selectors …"""

_BLANKS = frozenset([0x115F, 0x2800, 0x3164, 0xFFA0, 0x16FE4, 0x1D159])
"""Letters that are no white space and look like it: the Hangul fillers, the blank of Braille …"""

_JOINERS = "\u200c\u200d"

_WITHOUT_SPACES = tuple(
    range(first, last + 1)
    for first, last in (
        (0x0E01, 0x0EDF),  # Thai, Lao
        (0x1000, 0x109F),  # Myanmar
        (0x1780, 0x17FF),  # Khmer
        (0x1950, 0x19FF),  # Tai Le, New Tai Lue, Khmer symbols
        (0x1A20, 0x1AAF),  # Tai Tham
        (0x1B00, 0x1B7F),  # Balinese
        (0x1BC0, 0x1BFF),  # Batak
        (0xA980, 0xA9FF),  # Javanese, Myanmar
        (0xAA00, 0xAADF),  # Cham, Myanmar, Tai Viet
        (0x11000, 0x1107F),  # Brahmi
        (0x11300, 0x1137F),  # Grantha
        (0x11700, 0x1174F),  # Ahom
        (0x12000, 0x1254F),  # cuneiform
        (0x13000, 0x1467F),  # hieroglyphs
    )
)
"""Scripts that are written without spaces and break between syllables or signs; the wide ones of Asia do as well."""

_BREAK_AFTER = "/?!|\u00ad\u0f0b"
_ARABIC = "AL"
_VIRAMA = 9


def belongs_to_the_letter_before(letter: str) -> bool:
    """Whether this is a mark, a joiner or the rest of a syllable, and no letter of its own."""
    return (
        unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf")
        or "\u1160" <= letter <= "\u11ff"
        or "\ud7b0" <= letter <= "\ud7ff"
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
    )


def letter_count(text: str) -> int:
    """The letters of a text as a reader counts them, spaces too: an accent or a vowel sign is none of its own."""
    return len(text) if text.isascii() else sum(not belongs_to_the_letter_before(letter) for letter in text)


def longest_run(text: str) -> int:
    """The letters in the longest part of a text inside which no line may break."""
    longest = run = 0
    may_break = True
    for letter in text:
        if letter.isspace() or letter == "\u200b":
            may_break = True
        elif not belongs_to_the_letter_before(letter):
            alone = _breaks_on_both_sides(letter)
            run = 1 if may_break or alone else run + 1
            longest = max(longest, run)
            may_break = alone or _breaks_after(letter)
        elif letter == "\u00ad":
            may_break = True
    return longest


def _breaks_on_both_sides(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WFH" or any(ord(letter) in script for script in _WITHOUT_SPACES)


def _breaks_after(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter in _BREAK_AFTER or category == "Pd" or (category == "Po" and letter > "\u00ff")


def shows_nothing(text: str) -> bool:
    """Whether there is nothing in this text that anybody could see."""
    return all(letter.isspace() or ord(letter) in _NO_WIDTH or ord(letter) in _BLANKS for letter in text)


def visible(text: str, *, blank: str = " ") -> str:
    """The text without letters that show nothing, and with `blank` for those that look like a space.

    A joiner stays where it changes what is seen: after Arabic letters, in conjuncts of Indic scripts, between emoji.
    """
    if text.isascii():
        return text
    return "".join(_visible_letters(text, blank))


def _visible_letters(text: str, blank: str) -> Iterable[str]:
    before = ""
    for place, letter in enumerate(text):
        if letter in _JOINERS:
            if _joins(before, letter, text[place + 1 : place + 2]):
                yield letter
        elif ord(letter) in _BLANKS:
            yield blank
        elif ord(letter) not in _NO_WIDTH:
            yield letter
            before = letter


def _joins(before: str, joiner: str, after: str) -> bool:
    if not before or not after or after.isspace():
        return False
    if unicodedata.bidirectional(before) == _ARABIC or unicodedata.combining(before) == _VIRAMA:
        return True
    return joiner == "\u200d" and unicodedata.category(before) in ("So", "Sk")
