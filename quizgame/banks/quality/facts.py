"""Facts: where they stand in the source, who says them, and whether they are asked about."""

from collections.abc import Iterator

from quizgame.banks.files.problems import Severity
from quizgame.banks.models import Fact, Term
from quizgame.banks.quality.finding import Finding
from quizgame.banks.text import words


def fact_findings(fact: Fact) -> Iterator[Finding]:
    """What to mend in a fact, whatever its pack."""
    if fact.importance == 3 and not fact.questions:
        yield Finding(("id",), "A fact of importance 3 has no question", "Write two wordings", Severity.ERROR)
    if fact.importance == 3 and len(fact.questions) == 1:
        yield Finding(("id",), "A fact of importance 3 has only one wording", "Write another one")
    if fact.importance == 2 and fact.text and not fact.questions:  # without a text it is an event, and no more
        yield Finding(("id",), "A fact of importance 2 has no question", "Write one")
    for q, question in enumerate(fact.questions):
        speaker = (fact.attributed_to or "").casefold()
        if speaker not in question.prompt.casefold():
            what = f"The prompt does not name who says so ({fact.attributed_to!r})"
            yield Finding(("questions", q, "prompt"), what, "Name the speaker", Severity.ERROR)


def sensitive_findings(fact: Fact, sensitive_words: tuple[str, ...]) -> Iterator[Finding]:
    """A fact on a hard subject has tags, so that it can be left out."""
    sensitive = {word.casefold() for word in sensitive_words}
    if not fact.tags and (touched := sensitive & {word.casefold() for word in words(fact.text)}):
        what = f"The fact has no tags, but speaks of {min(touched)!r}"
        yield Finding(("text",), what, "Add `tags`", Severity.ERROR)


def paragraph_findings(thing: Fact | Term, paragraphs: int) -> Iterator[Finding]:
    """A paragraph that the section of the source has."""
    if thing.paragraph is not None and thing.paragraph > paragraphs:
        what = f"The section has {paragraphs} paragraphs, not {thing.paragraph}"
        yield Finding(("paragraph",), what, "Correct the number", Severity.ERROR)


def term_findings(term: Term) -> Iterator[Finding]:
    """What to mend in a word of the glossary."""
    if term.term.casefold() in [word.casefold() for word in words(term.definition)]:
        yield Finding(("definition",), "The definition contains the term itself", "Say it in other words")
