"""Keys of one's own in a round: a key that was chosen means what the usual one means.

Nothing is ever out of reach: to choose the key of something else swaps the two, and a usual key that nothing else was
given goes on to work.
"""

from collections.abc import Mapping

ANSWERS = ("1", "2", "3", "4", "5", "6")
ROUND_KEYS = (*ANSWERS, "enter", "x", "w", "g", "u", "y", "q")
"""The usual keys that can be others."""
TAKEN = frozenset(
    """escape space backspace delete tab up down left right home end pageup pagedown question_mark 0 j k""".split()
)
"""Keys that mean something else in a round, or the same as one of those above."""


def can_be_chosen(key: str) -> bool:
    """Whether a key may stand for another one: a letter, a digit, a sign, or one of those of a round."""
    return key not in TAKEN and "+" not in key and not (key[0] == "f" and key[1:].isdecimal())


def pressed_for(chosen: Mapping[str, str], usual: str) -> str:
    """The key to be pressed for what the usual one means."""
    return chosen.get(usual, usual)


def meant_by(chosen: Mapping[str, str], key: str) -> str:
    """The usual key for what this one means."""
    return next((usual for usual, other in chosen.items() if other == key), key)


def with_key(chosen: Mapping[str, str], usual: str, key: str) -> dict[str, str]:
    """The choice with another key for something; what had that key gets the one that is free now."""
    before = pressed_for(chosen, usual)
    other = meant_by(chosen, key)
    swapped = {**chosen, usual: key}
    if other != usual and other in ROUND_KEYS and pressed_for(chosen, other) == key:
        swapped[other] = before
    return {meant: pressed for meant, pressed in swapped.items() if meant != pressed}
