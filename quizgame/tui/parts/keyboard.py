"""Command letters on keyboards that send other letters: capitals, and layouts of other scripts.

A letter that no command has is taken for the one at the same place on a Latin keyboard. Digits of other scripts are
taken for ours, and so are wide letters and signs, as an input method for Chinese or Japanese sends them. Where letters
are typed, as in a date, nothing of this happens; nor while Ctrl or Alt is held.
"""

import unicodedata
from collections.abc import Mapping

from textual import events

from quizgame.session.own_keys import meant_by

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_LAYOUTS = (
    "йцукенгшщзфывапролдячсмить",  # Russian; Ukrainian and Bulgarian typists meet most of the same places
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",  # Greek
    "ქწერტყუიოპასდფგჰჯკლზხცვბნმ",  # Georgian
    "քոերտըւիօպասդֆգհճկլզխցվբնմ",  # Armenian, phonetic
    "/'קראטוןםפשדגכעיחלךזסבהנמצ",  # Hebrew
    "ضصثقفغعهخحشسيبلاتنمئءؤرىةو",  # Arabic
)
_ELSEWHERE = {"і": "s", "ў": "o", "љ": "q", "њ": "w", "ј": "j", "ѕ": "z", "џ": "x", "ی": "d", "ղ": "x"}
"""Letters that neighbors of these layouts have in their place: Ukrainian, Belarusian, Serbian, Persian, Armenian."""
_PLACES = _ELSEWHERE | {
    letter: latin
    for layout in _LAYOUTS
    for letter, latin in zip(layout, _LATIN, strict=True)
    if unicodedata.category(letter).startswith("L")
}
_SIGNS = {"?": "question_mark", "!": "exclamation_mark", "+": "plus", "-": "minus", "=": "equals_sign"}
"""The keys of signs that are commands, as Textual names them."""


def as_on_latin(event: events.Key) -> events.Key:
    """The key event that a Latin keyboard without Caps Lock would have sent; the same one if it is one already."""
    letter = event.character
    if letter is None or len(letter) != 1 or _is_held_with_others(event.key):
        return event
    meant = _meant_by(letter)
    return event if meant == letter else events.Key(_SIGNS.get(meant, meant), meant)


def as_chosen(event: events.Key, chosen: Mapping[str, str]) -> events.Key:
    """The key event that the usual key would have sent, where a player chose another one for it."""
    meant = meant_by(chosen, event.key)
    return event if meant == event.key else events.Key(meant, meant if len(meant) == 1 else None)


def _meant_by(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    small = letter.lower()  # no `casefold`: it takes the Greek ς for σ, which lies elsewhere
    plain = unicodedata.normalize("NFKC", small)
    if len(plain) == 1 and plain.isascii() and (plain in _LATIN or plain in _SIGNS):
        return plain
    return _PLACES.get(small, letter)


def _is_held_with_others(key: str) -> bool:
    """Whether Ctrl or Alt was down, as in "alt+x"; Shift makes capitals only."""
    return bool(set(key.split("+")[:-1]) - {"shift"})
