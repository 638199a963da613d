"""Prompts: short, easy to read, and understood alone."""

import re
from collections.abc import Iterable, Iterator

from quizgame.banks.models import Fact, Question
from quizgame.banks.quality.finding import Finding
from quizgame.banks.quality.leaks import stems
from quizgame.banks.quality.reading_grade import reading_grade
from quizgame.banks.quality.word_lists import WordLists
from quizgame.banks.text import words

MAX_PROMPT_WORDS, MAX_EXPLANATION_WORDS = 25, 40
MAX_PROMPT_GRADE = 9.0

_NAME_OR_DATE = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][\w’'-]+|\d{2,}")
"""A word with a capital letter inside a sentence, or a number."""
_DATE = re.compile(r"\d{2,}")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)]* ")


def prompt_findings(question: Question, lists: WordLists | None, repeated: Iterable[str]) -> Iterator[Finding]:
    """What to mend in a prompt or an explanation. `repeated` are the events of which the pack has several."""
    if question.id is None:
        mend = "Add one, or an edit of its wording loses a player's progress"
        yield Finding(("prompt",), "The question has no id", mend)
    if (count := len(words(question.prompt))) > MAX_PROMPT_WORDS:
        yield Finding(("prompt",), f"The prompt has {count} words", f"Say it in {MAX_PROMPT_WORDS}")
    if (count := len(words(question.explanation))) > MAX_EXPLANATION_WORDS:
        yield Finding(("explanation",), f"The explanation has {count} words", f"Say it in {MAX_EXPLANATION_WORDS}")
    if lists is None:
        return
    if (grade := reading_grade(question.prompt)) > MAX_PROMPT_GRADE:
        yield Finding(("prompt",), f"The prompt reads like grade {grade:.0f}", "Use shorter words and sentences")
    if pointing := _points_back(question.prompt, lists):
        yield Finding(("prompt",), f"The prompt does not say what {pointing!r} means", "Write the name or the date")
    for noun in repeated:
        match = lists.undated(noun).search(question.prompt)
        if match and not _is_dated(question.prompt, match, lists):
            what = f"The pack tells of more than one {noun}, and the prompt only says {match[0]!r}"
            yield Finding(("prompt",), what, "Write its date or its name")


def _points_back(prompt: str, lists: WordLists) -> str | None:
    """Words that point at something which nothing before them has named, be it in a sentence of its own."""
    for match in lists.relative.finditer(prompt):
        before = prompt[: match.start()]
        noun = lists.stem(match[0].split()[-1].casefold())
        if not (_SENTENCE_END.search(before) or _NAME_OR_DATE.search(before) or noun in stems(before, lists)):
            return match[0]
    return None


def _is_dated(prompt: str, event: re.Match[str], lists: WordLists) -> bool:
    """Whether a prompt says which event it means: by a number, a name after it, a named one, or a sentence before."""
    named = {lists.stem(word.casefold()) for word in _NAME_OR_DATE.findall(prompt)}
    return bool(
        _DATE.search(prompt)
        or _NAME_OR_DATE.search(prompt[event.end() - 1 :])
        or _SENTENCE_END.search(prompt[: event.start()])
        or named & lists.like_events
    )


def repeated_in(facts: Iterable[Fact], lists: WordLists | None) -> list[str]:
    """The nouns for events that stand in two labels or more whose dates tell them apart."""
    if lists is None:
        return []
    dated: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.date is not None:
            for noun in lists.like_events & set(stems(f"{fact.label or ''} {fact.text}", lists)):
                dated.setdefault(noun, []).append(fact)
    return sorted(noun for noun, found in dated.items() if _some_differ(found))


def _some_differ(facts: list[Fact]) -> bool:
    """Whether two of these dates lie apart: the first that is over before the last begins."""
    dates = [fact.date for fact in facts if fact.date is not None]
    return min(date.latest for date in dates) < max(date.earliest for date in dates)
