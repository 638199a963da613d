"""Options: of one kind, alike in length, each one of its own. After Haladyna, Downing & Rodriguez (2002)."""

import re
from collections.abc import Iterator

from quizgame.banks.models import Question
from quizgame.banks.quality.finding import Finding, Steps
from quizgame.banks.quality.leaks import stems
from quizgame.banks.quality.word_lists import WordLists
from quizgame.banks.text import folded, words

MAX_OPTION_WORDS = 12
BEST_DISTRACTORS = (2, 3)
ANSWER_LENGTH_RATIO = (0.67, 1.5)
SHORT_OPTION = 18
"""Below this many letters a difference in length says nothing: "Iran" beside "Azerbaijan"."""
_LEAST_LETTERS = 5
"""A shared word shorter than this gives little away."""

_FEW_WORDS = 3
"""Of a longer option, such as "Both sides in the conflict agree", only its place among names shows what it joins."""


def option_findings(question: Question, lists: WordLists | None) -> Iterator[Finding]:
    """What to mend in the options of a question."""
    options = [question.answer, *(distractor.text for distractor in question.distractors)]
    places: list[Steps] = [("answer",), *(("distractors", d) for d in range(len(question.distractors)))]
    wrong, (least, most) = len(question.distractors), BEST_DISTRACTORS
    if not least <= wrong <= most:
        what = f"The question has {wrong} wrong option{'' if wrong == 1 else 's'}; two or three test best"
        yield Finding(("distractors",), what, "Add one" if wrong < least else "Drop the weakest")
    seen: dict[str, str] = {}
    for place, option in zip(places, options, strict=True):
        if (count := len(words(option))) > MAX_OPTION_WORDS:
            yield Finding(place, f"The option has {count} words", f"Say it in {MAX_OPTION_WORDS}")
        if (other := seen.setdefault(folded(option), option)) is not option:
            what = f"The options {other!r} and {option!r} differ only in capital letters or a full stop"
            yield Finding(place, what, "Write another distractor, unless this is what the question is about")
    for at, what in _compound(options, lists):
        yield Finding(places[at], what, "Write an option that says something of its own")
    ratio = length_ratio(question)
    if max(map(len, options)) > SHORT_OPTION and not ANSWER_LENGTH_RATIO[0] <= ratio <= ANSWER_LENGTH_RATIO[1]:
        yield Finding(("answer",), f"The answer is {ratio:.2f} times as long as the other options", "Make them alike")
    if len({_is_number(option) for option in options}) > 1:
        yield Finding(("answer",), "Some options are numbers or dates and some are not", "Make them of one kind")
    if lists and (given := _only_shared_word(question, lists)):
        what = f"The word {given!r} stands only in the prompt and in the answer"
        yield Finding(("answer",), what, "Reword one of them")


def length_ratio(question: Question) -> float:
    """The length of the answer over the mean length of its distractors, in letters."""
    lengths = [len(distractor.text) for distractor in question.distractors]
    return len(question.answer) * len(lengths) / sum(lengths)


def answer_is_longest(question: Question) -> bool:
    """Whether the answer stands out by its length: longer than every other option."""
    return all(len(question.answer) > len(distractor.text) for distractor in question.distractors)


def _is_number(option: str) -> bool:
    return re.search(r"\d", option) is not None


def _only_shared_word(question: Question, lists: WordLists) -> str | None:
    def content(text: str) -> set[str]:
        return {word.casefold() for word in words(text) if len(word) >= _LEAST_LETTERS} - lists.stop_words

    shared = content(question.prompt) & content(question.answer)
    for distractor in question.distractors:
        shared -= content(distractor.text)
    return min(shared, default=None)


def _compound(options: list[str], lists: WordLists | None) -> Iterator[tuple[int, str]]:
    """Options that only point at the others, and the only one that joins others or leaves them out."""
    if lists is None:
        return
    pointing = [at for at, option in enumerate(options) if lists.points_at_options.fullmatch(option.strip(" .!"))]
    yield from ((at, f"The option {options[at]!r} only points at the other options") for at in pointing)
    joining = [at for at in range(len(options)) if _joins(at, options, lists)]
    if len(joining) == 1 and joining[0] not in pointing:
        yield joining[0], f"The option {options[joining[0]]!r} is the only one that joins others"


def _joins(at: int, options: list[str], lists: WordLists) -> bool:
    """Whether an option begins with "both" or the like, or names what two of the others are."""
    found = stems(options[at], lists)
    others = [len(stems(option, lists)) for other, option in enumerate(options) if other != at]
    if found[:1] and found[0] in lists.both and (len(found) <= _FEW_WORDS or max(others) < _FEW_WORDS):
        return True
    said = f" {' '.join(found)} "
    parts = [f" {' '.join(stems(option, lists))} " for other, option in enumerate(options) if other != at]
    return sum(part != said and part.strip() != "" and part in said for part in parts) >= 2
