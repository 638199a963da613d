"""Where a prompt of a topic prints the answer of another question, so that it gives it away.

Not every print is a leak: "Armenia" is the answer of one question and stands in half of the prompts. The draw keeps
all of them apart as far as it can. The linter speaks up where a reader is told something, because both prompts speak of
the same thing, and where the draw has too few other questions to keep them apart.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgame.banks.quality.asked import Asked
from quizgame.banks.quality.finding import Finding
from quizgame.banks.quality.leaks import apart_from, clashes_in

ROUND, ORDERINGS = 10, 1
"""The length of a round, unless a player asks for another one, and the orderings that it has at least if it has any."""
_RARE, _EVERYWHERE = 2, 0.2
"""An answer printed in up to two prompts is something special; one printed in a fifth of them is what all is about."""
_COMMON = 0.25
"""A word in a quarter of the prompts of a topic says nothing of what one of them is about."""

Found = tuple[Asked, Finding]
"""What was found, and in which question."""


def leaks_in(asked: Sequence[Asked], *, has_events: bool) -> Iterator[Found]:
    """The leaks among everything that a topic can ask."""
    wanted = min(ROUND - ORDERINGS if has_events else ROUND, len(asked))
    told = {one.name: [other for other in asked if other.printed.gives_away(one.printed)] for one in asked}
    counts = Counter(word for one in asked for word in one.content)
    common = {word for word, count in counts.items() if count > max(2, _COMMON * len(asked))}
    said: set[str] = set()
    for one in asked:
        needed = _needed(len(told[one.name]), len(asked), is_term=one.is_term)
        for teller in told[one.name]:
            if any(
                key in teller.printed.prompt for key in one.others
            ):  # it prints wrong answers too, and tells nothing
                continue
            if _same_fact(one, teller) or _shared(one, teller, common) >= needed:
                said.add(one.name)
                what = f"The {teller.prompt_at[-1]} prints {one.answer!r}, the answer of {one.name!r}"
                yield teller, Finding(teller.prompt_at, what, "Say it in other words, or drop one of the two")
    for one in _not_kept_apart(asked, wanted):
        if told[one.name] and one.name not in said:
            where = ", ".join(repr(teller.name) for teller in told[one.name][:3])
            what = f"A round can't be kept free of prompts that print {one.answer!r}, such as {where}"
            yield one, Finding(one.answer_at, what, "Say it in other words in some of them, or ask for something else")


def _same_fact(one: Asked, other: Asked) -> bool:
    return one.topic == other.topic and one.prompt_at[:2] == other.prompt_at[:2]


def _needed(prints: int, questions: int, *, is_term: bool) -> int:
    """How many words two prompts must share to speak of the same thing. Words of the glossary are there to be used."""
    if prints > max(_RARE, _EVERYWHERE * questions):
        return 3
    return 1 if prints <= _RARE and not is_term else 2


def _shared(one: Asked, teller: Asked, common: set[str]) -> int:
    """How many words of a prompt remind of the question whose answer it prints."""
    return len((one.content & teller.said) - common - set((one.printed.key or "").split()))


def _not_kept_apart(asked: Sequence[Asked], wanted: int) -> Iterator[Asked]:
    """Those beside which a topic has not enough others for a round that clash neither with it nor with each other."""
    clashes = clashes_in([one.printed for one in asked])
    most = max(map(len, clashes), default=0)
    for at, one in enumerate(asked):
        sure = (len(asked) - len(clashes[at])) // (most + 1)
        if clashes[at] and sure < wanted and len(apart_from(at, clashes, wanted)) < wanted:
            yield one
