"""Prompts that stand twice in a pack, or nearly so."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quizgame.banks.quality.asked import Asked
from quizgame.banks.quality.finding import Finding
from quizgame.banks.quality.leaks import stems
from quizgame.banks.quality.word_lists import WordLists

_LEAST_WORDS = 3
"""Prompts of fewer words that say something are alike by chance: "What was the OSCE?"""
_SIGN = re.compile(r"[^\w\s.,;:!?\"“”‘’'«»()–—-]|_+|[−-](?=\s|\d)")

Twin = tuple[Asked, Asked, Finding]
"""The later one, the first one, and what is said of the later one."""


def equal_prompts(asked: Iterable[Asked]) -> Iterator[Twin]:
    """Prompts that a reader takes for the same one; each but the first is named, with the name of the first."""
    first: dict[str, Asked] = {}
    for one in asked:
        other = first.setdefault(one.printed.twin, one)
        if other is not one:
            what = f"The {one.prompt_at[-1]} is the same as that of {other.name!r}"
            yield one, other, Finding(one.prompt_at, what, "Ask something else, or delete one of the two")


def alike_prompts(asked: Sequence[Asked], lists: WordLists | None) -> Iterator[Twin]:
    """Prompts of one topic with the same words but for those that say nothing, in the same order or with one answer."""
    if lists is None:
        return
    first: dict[tuple[str, ...], list[Asked]] = {}
    for one in asked:
        words = _telling_words(one.prompt, lists)
        if len(set(words)) < _LEAST_WORDS:
            continue
        known = first.setdefault(tuple(sorted(words)), [])
        for other in known:
            if one.printed.twin == other.printed.twin:
                continue
            if one.printed.key == other.printed.key or words == _telling_words(other.prompt, lists):
                what = f"The {one.prompt_at[-1]} says nearly the same as that of {other.name!r}"
                yield one, other, Finding(one.prompt_at, what, "Ask something else, or delete one of the two")
                break
        known.append(one)


def _telling_words(prompt: str, lists: WordLists) -> list[str]:
    silent = lists.stop_words - lists.question_words
    return [word for word in stems(prompt, lists) if word not in silent] + _SIGN.findall(prompt)
