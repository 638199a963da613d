"""Labels of events, as an ordering shows them: they say what happened, no more than the fact, and not when."""

import re
from collections.abc import Iterable, Iterator

from quizgame.banks.days import year_of
from quizgame.banks.files.problems import Severity
from quizgame.banks.models import Fact
from quizgame.banks.quality.finding import Finding
from quizgame.banks.quality.leaks import stems
from quizgame.banks.quality.word_lists import WordLists

_YEARS_NEAR = 100
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<![.!?:;\"“«(] )(?<!^)(?<!^[\"“«(])\b[^\W\d_][\w’'-]*")
_SAY_WHAT = "Say what happened, not when"


def date_findings(fact: Fact, lists: WordLists | None) -> Iterator[Finding]:
    """What in a label gives its date away (an error), and what may do so (a warning)."""
    label = fact.label or ""
    given = _year(fact) or (_first(lists.gives_date_away, label) if lists else None)
    if given:
        yield Finding(("label",), f"The label gives its date away ({given!r})", _SAY_WHAT, Severity.ERROR)
        return
    hint = (_first(lists.hints_at_date, label) if lists else None) or _first(_NUMBER, label)
    if hint:
        yield Finding(("label",), f"The label may give its place in time away ({hint!r})", _SAY_WHAT)


def _first(form: re.Pattern[str], text: str) -> str | None:
    match = form.search(text)
    return match[0] if match else None


def _year(fact: Fact) -> str | None:
    """A number in the label that reads as a year: of three or four digits and near to the date."""
    if fact.date is None or fact.label is None:
        return None
    first, last = year_of(fact.date.earliest) - _YEARS_NEAR, year_of(fact.date.latest) + _YEARS_NEAR
    found = re.finditer(r"(?<![\d.,])(\d{3,4})s?(?![\d]|[.,]\d)", fact.label)
    years = ((match[0], int(match[1])) for match in found)
    return next((said for said, year in years if first <= year <= last or first <= 1 - year <= last), None)


def says_more(fact: Fact) -> Iterator[Finding]:
    """Names and numbers of the label that the fact does not have."""
    if not fact.text:
        return
    told = {_root(word) for word in re.findall(r"\w+", fact.text)}
    initials = "".join(re.findall(r"\b[^\W\d_a-z]", fact.text))  # "the US" is told by "the United States"
    names = [match[0] for match in _NAME.finditer(fact.label or "") if match[0][0].isupper()]
    numbers = _NUMBER.findall(fact.label or "")
    for word in [*names, *numbers]:
        if word.isupper() and word in initials:
            continue
        if not all(_root(part) in told for part in re.findall(r"\w+", re.sub("[’']s?$", "", word))):
            what = f"The label says {word!r}, and the text of the fact does not"
            yield Finding(("label",), what, "Say no more than the fact, or add it to the text")


def _root(word: str) -> str:
    """Enough of a word to know "Armenia" in "Armenians"."""
    return word.casefold()[:5]


def order_themselves(facts: Iterable[Fact], lists: WordLists | None) -> Iterator[tuple[Fact, Finding]]:
    """Of two labels that tell the beginning and the end of one thing in the same words, the later one in the files."""
    seen: dict[tuple[frozenset[str], bool], Fact] = {}
    for fact in facts:
        if lists is None or not fact.is_event:
            continue
        words = {word: word[:4] for word in stems(fact.label or "", lists)}
        starts, ends = not lists.starts.isdisjoint(words.values()), not lists.ends.isdisjoint(words.values())
        thing = frozenset(root for word, root in words.items() if word not in lists.stop_words)
        thing -= lists.starts | lists.ends
        if thing and starts != ends:
            seen.setdefault((thing, starts), fact)
            if other := seen.get((thing, ends)):
                what = f"This label and {other.label!r} put themselves in order"
                yield fact, Finding(("label",), what, "Tell one of them in other words, or drop its label")
