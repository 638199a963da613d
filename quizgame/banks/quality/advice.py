"""What a pack can do without and is better with: a source, reasons, paragraphs. Said once for each file."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from quizgame.banks.files.find import PACK_FILE
from quizgame.banks.files.problems import Problem, Severity, at
from quizgame.banks.files.read import PackFiles
from quizgame.banks.models import UNKNOWN_LANGUAGE, Bank, PackFile
from quizgame.banks.quality.finding import Finding, Steps


def advice(files: PackFiles) -> Iterator[Problem]:
    """What is missing in a pack."""
    is_long = PurePath(files.about.path).name == PACK_FILE
    for steps, what, mend in _of_pack(files.pack.about, is_long=is_long):
        yield at(files.about, steps, what, mend, Severity.WARNING)
    for bank in files.pack.banks:
        for finding in _of_bank(bank, files.pack.about, is_long=is_long):
            yield at(files.documents[bank.topic], finding.at, finding.what, finding.mend, Severity.WARNING)


def _of_pack(about: PackFile, *, is_long: bool) -> Iterator[tuple[Steps, str, str]]:
    if about.language == UNKNOWN_LANGUAGE:
        yield (), "The pack does not say in which language it is", "Add `language`, such as `language: en`"
    if about.source is None:
        yield (), "The pack does not say where its facts come from", "Add `source` with the title of a text"
    elif is_long and about.source.licence is None:
        yield ("source",), "The source has no licence", "Add `licence`; `Our own words` if nothing was copied"
    elif is_long and about.source.read is None:
        yield ("source",), "It is not said when the source was read", "Add `read` with the day"
    if is_long and not about.sections:
        yield (), "The pack does not list the sections of its source", "Add `sections`, each with its `paragraphs`"


def _of_bank(bank: Bank, about: PackFile, *, is_long: bool) -> Iterator[Finding]:
    if about.sections and not bank.section:
        yield Finding((), "The bank does not say which section of the source it is", "Add `section`")
    questions = [
        (("facts", f, "questions", q), question)
        for f, fact in enumerate(bank.facts)
        for q, question in enumerate(fact.questions)
    ]
    silent = [steps for steps, question in questions if not question.explanation]
    yield from _once(silent, "question", "no explanation", "Add `explanation`: why the answer is right")
    if is_long:
        plain = [("facts", f) for f, fact in enumerate(bank.facts) if not fact.text]
        yield from _once(plain, "fact", "no text", "Add `text`: study notes show it")
    if any(one.paragraphs > 1 for one in about.sections if bank.section in (None, "", one.heading)):
        facts = [("facts", f) for f, fact in enumerate(bank.facts) if fact.paragraph is None]
        terms = [("terms", t) for t, term in enumerate(bank.terms) if term.paragraph is None]
        yield from _once(facts, "fact", "no paragraph", "Add `paragraph`: its number in the section")
        yield from _once(terms, "term", "no paragraph", "Add `paragraph`: its number in the section")


def _once(places: Sequence[Steps], kind: str, what: str, mend: str) -> Iterator[Finding]:
    """One finding for all of them, at the first."""
    if places:
        count = f"{len(places)} {kind}s have" if len(places) > 1 else f"This {kind} has"
        yield Finding(places[0], f"{count} {what}", mend)
