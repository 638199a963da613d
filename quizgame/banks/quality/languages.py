"""Which languages the rules know. To teach them another one, write its lists beside `english.py` and name them here."""

from quizgame.banks.quality.english import ENGLISH
from quizgame.banks.quality.word_lists import WordLists

_KNOWN = {"en": ENGLISH}


def word_lists(language: str) -> WordLists | None:
    """The lists for a BCP 47 tag such as `en-GB`, or None for a language that has none."""
    return _KNOWN.get(language.partition("-")[0].casefold())
