"""What a question tells of another one: a prompt that prints its answer, or a prompt that is its own.

One relation for two rooms. The draw keeps such questions out of one round, and the linter says where an author can mend
what the draw could not keep apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol, TypeVar

from quizgame.banks.quality.word_lists import WordLists

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WITHOUT_SPACES = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
"""Letters of scripts that put no space between words: there each letter is looked for like a word."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What can be read of a question before it is answered, in the forms in which texts are compared."""

    twin: str
    """Equal for prompts that a reader takes for the same one."""
    prompt: str
    """Its words between spaces, with one at both ends."""
    key: str | None
    """The answer likewise, without "in", "the" and the like around it; None where nothing can give it away."""

    def gives_away(self, other: "Printed") -> bool:
        """Whether this prompt prints the other's answer."""
        return other.key is not None and other.key in self.prompt

    def doubles(self, other: "Printed") -> bool:
        """Whether both ask the same and want the same answer."""
        return self.twin == other.twin and self.key == other.key

    def clashes(self, other: "Printed") -> bool:
        """Whether the two should not come in one round."""
        return self.twin == other.twin or self.gives_away(other) or other.gives_away(self)


def printed(prompt: str, answer: str, lists: WordLists | None) -> Printed:
    """The forms of a question in a language with or without word lists.

    A prompt that prints its own answer ("A mammal or a bird?") leaves nothing for others to give away.
    """
    text = _spaced(stems(prompt, lists))
    key = _key(stems(answer, lists), lists)
    return Printed(twin_form(prompt), text, None if key is None or key in text else key)


def stems(text: str, lists: WordLists | None) -> list[str]:
    """The words of a text in small letters, each in the one form that the language has for it."""
    found = _WORD.findall(_WITHOUT_SPACES.sub(r" \1 ", text.casefold()))
    return [lists.stem(word) for word in found] if lists else found


def twin_form(prompt: str) -> str:
    """Without white space, stops at its end, and the capital letter at its start: "Co" and "CO" stay two things."""
    bare = re.sub(r"\s+", "", prompt)
    bare = bare.rstrip(".?!…:。？！؟") or bare
    return bare[:1].casefold() + bare[1:]


def _spaced(found: Sequence[str]) -> str:
    return f" {' '.join(found)} "


def _key(found: list[str], lists: WordLists | None) -> str | None:
    if lists:
        inner = [at for at, word in enumerate(found) if word not in lists.edge_words]
        found = found[inner[0] : inner[-1] + 1] if inner else []
    return _spaced(found) if found else None


class HasPrinted(Protocol):
    """Anything that can be asked."""

    @property
    def printed(self) -> Printed:
        """What it prints."""


_Asked = TypeVar("_Asked", bound=HasPrinted)


def apart(asked: Iterable[_Asked], count: int) -> list[_Asked]:
    """The first ones that don't clash with those before them, at most `count`."""
    chosen: list[_Asked] = []
    for one in asked:
        if len(chosen) == count:
            break
        if not any(one.printed.clashes(other.printed) for other in chosen):
            chosen.append(one)
    return chosen


def most_apart(asked: Sequence[_Asked], count: int) -> list[_Asked]:
    """As `apart`, beginning with the first one and then with those that clash with the fewest others."""
    return [asked[at] for at in apart_from(0, clashes_in([one.printed for one in asked]), count)]


def clashes_in(forms: Sequence[Printed]) -> list[set[int]]:
    """For each of them the places of those that it clashes with."""
    found: list[set[int]] = [set() for _ in forms]
    for one, other in combinations(range(len(forms)), 2):
        if forms[one].clashes(forms[other]):
            found[one].add(other)
            found[other].add(one)
    return found


def apart_from(first: int, clashes: Sequence[set[int]], count: int) -> list[int]:
    """At most `count` places that don't clash: the first one, then those that clash with the fewest others."""
    chosen = [first]
    barred = {first} | clashes[first]
    for at in sorted(range(len(clashes)), key=lambda at: len(clashes[at])):
        if len(chosen) == count:
            break
        if at not in barred:
            chosen.append(at)
            barred |= clashes[at]
    return chosen
