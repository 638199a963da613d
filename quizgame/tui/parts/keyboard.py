"""Command letters on keyboards that send other letters: capitals, and layouts of other scripts.

A letter that no command has is taken for the one at the same place on a Latin keyboard. Digits of other scripts are
taken for ours. Where letters are typed, as in a date, nothing of this happens.
"""

import unicodedata

from textual import events

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_LAYOUTS = (
    "йцукенгшщзфывапролдячсмить",  # Russian; Ukrainian and Bulgarian typists meet most of the same places
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",  # Greek
    "ქწერტყუიოპასდფგჰჯკლზხცვბნმ",  # Georgian
    "ճւերտըւիօպասդֆգհյկլզխցվբնմ",  # Armenian, phonetic
    "/'קראטוןםפשדגכעיחלךזסבהנמצ",  # Hebrew
    "ضصثقفغعهخحشسيبلاتنمئءؤرىةو",  # Arabic
)
_PLACES = {
    letter: latin
    for layout in _LAYOUTS
    for letter, latin in zip(layout, _LATIN, strict=True)
    if unicodedata.category(letter).startswith("L")
}


def as_on_latin(event: events.Key) -> events.Key:
    """The key event that a Latin keyboard without Caps Lock would have sent; the same one if it is one already."""
    letter = event.character
    if letter is None or len(letter) != 1:
        return event
    if letter.isdecimal() and not letter.isascii():
        meant = str(unicodedata.decimal(letter))
    else:
        small = letter.casefold()
        meant = small if small in _LATIN else _PLACES.get(small, letter)
    return event if meant == letter else events.Key(meant, meant)
