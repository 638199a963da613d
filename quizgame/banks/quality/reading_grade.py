"""How hard a text is to read.

Flesch–Kincaid grade level (Kincaid et al. 1975): 0.39 · words/sentences + 11.8 · syllables/words − 15.59. Syllables are
counted by their vowels, which is right for about nine words in ten of plain English. Names and numbers count as two
syllables: a reader meets "Nagorno-Karabakh" as one known word, and the formula would take it for a hard one.
"""

import re

from quizgame.banks.text import words

_SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_NAME_SYLLABLES = 2


def reading_grade(text: str) -> float:
    """The American school grade in which the text can be read; 0 for a text without words."""
    sentences = [words(part) for part in _SENTENCE.split(text) if words(part)]
    count = sum(map(len, sentences))
    if not count:
        return 0.0
    total = sum(_syllables(word, opens=index == 0) for sentence in sentences for index, word in enumerate(sentence))
    return max(0.0, 0.39 * count / len(sentences) + 11.8 * total / count - 15.59)


def _syllables(word: str, *, opens: bool) -> int:
    if word[0].isdigit() or (word[0].isupper() and not opens):
        return min(_NAME_SYLLABLES, _vowel_groups(word))
    return _vowel_groups(word)


def _vowel_groups(word: str) -> int:
    low = word.casefold()
    groups = len(_VOWELS.findall(low))
    silent = low.endswith(("e", "es", "ed")) and not low.endswith(("le", "ted", "ded", "ses", "ces", "ges", "xes"))
    return max(1, groups - 1 if silent else groups)
