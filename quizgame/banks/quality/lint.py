"""What makes a question good, as far as a program can tell: the rules behind `quizgame check`.

Each rule is a function in a file beside this one and yields findings; here they are asked one after the other, and a
finding becomes a problem at a line of a file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from quizgame.banks.files.problems import Problem, at
from quizgame.banks.files.read import PackFiles
from quizgame.banks.files.yaml import Document
from quizgame.banks.models import Bank, PackFile
from quizgame.banks.pack import Pack
from quizgame.banks.quality.advice import advice
from quizgame.banks.quality.asked import Asked, asked_by_topic
from quizgame.banks.quality.facts import fact_findings, paragraph_findings, sensitive_findings, term_findings
from quizgame.banks.quality.finding import Finding
from quizgame.banks.quality.labels import date_findings, order_themselves, says_more
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.options import answer_is_longest, option_findings
from quizgame.banks.quality.prompts import prompt_findings, repeated_in
from quizgame.banks.quality.reading_grade import reading_grade
from quizgame.banks.quality.topic_leaks import leaks_in
from quizgame.banks.quality.twins import Twin, alike_prompts, equal_prompts

MAX_BANK_GRADE = 7.0
MAX_LONGEST_ANSWER_SHARE = 0.45
_ENOUGH_QUESTIONS = 8
"""In fewer the share of longest answers says nothing."""


def lint(files: PackFiles) -> list[Problem]:
    """All problems of a pack that could be read, in the order of its files."""
    pack, documents = files.pack, files.documents
    lists = word_lists(pack.about.language)
    repeated = repeated_in((fact for bank in pack.banks for fact in bank.facts), lists)
    found = list(advice(files))
    found += [
        problem for bank in pack.banks for problem in lint_bank(bank, pack.about, documents[bank.topic], repeated)
    ]
    for topic, finding in _labels_together(pack):
        found.append(_problem(documents[topic], finding))
    topics = asked_by_topic(pack, lists)
    for topic, asked in topics.items():
        found += [_problem(documents[one.topic], finding) for one, finding in _leaks(pack, topic, asked)]
        found += [_twin(files, twin) for twin in alike_prompts(asked, lists)]
    found += [_twin(files, twin) for twin in equal_prompts(_each_once(topics))]
    return sorted(dict.fromkeys(found), key=lambda problem: problem.order)


def lint_bank(
    bank: Bank, about: PackFile | None, document: Document, repeated: Iterable[str] = ()
) -> Iterator[Problem]:
    """The problems of one bank, seen alone; without its pack, those that need nothing of it."""
    yield from (_problem(document, finding) for finding in _bank_findings(bank, about, list(repeated)))


def leaks_of(pack: Pack) -> dict[str, int]:
    """By topic: how often a prompt gives the answer of another question away."""
    topics = asked_by_topic(pack, word_lists(pack.about.language))
    return {topic: sum(1 for _ in _leaks(pack, topic, asked)) for topic, asked in topics.items()}


def equal_prompts_of(pack: Pack) -> dict[str, int]:
    """By the topic that they are written in: the prompts that stand a second time in the pack."""
    counts = dict.fromkeys(pack.topics, 0)
    for one, _, _ in equal_prompts(_each_once(asked_by_topic(pack, word_lists(pack.about.language)))):
        counts[one.topic] += 1
    return counts


def _problem(document: Document, finding: Finding) -> Problem:
    return at(document, finding.at, finding.what, finding.mend, finding.severity)


def _bank_findings(bank: Bank, about: PackFile | None, repeated: list[str]) -> Iterator[Finding]:
    lists = word_lists(about.language) if about else None
    paragraphs = next((s.paragraphs for s in about.sections if s.heading == bank.section), None) if about else None
    for f, fact in enumerate(bank.facts):
        rules = [fact_findings(fact), date_findings(fact, lists), says_more(fact)]
        rules += [paragraph_findings(fact, paragraphs)] if paragraphs is not None else []
        rules += [sensitive_findings(fact, about.sensitive_words)] if about is not None else []
        yield from (finding.below("facts", f) for rule in rules for finding in rule)
        for q, question in enumerate(fact.questions):
            for rule in (prompt_findings(question, lists, repeated), option_findings(question, lists)):
                yield from (finding.below("facts", f, "questions", q) for finding in rule)
    for t, term in enumerate(bank.terms):
        checks = [term_findings(term)] + ([paragraph_findings(term, paragraphs)] if paragraphs is not None else [])
        yield from (finding.below("terms", t) for rule in checks for finding in rule)
    yield from _whole_bank(bank, easy=lists is not None)


def _whole_bank(bank: Bank, *, easy: bool) -> Iterator[Finding]:
    """What only shows in all questions together; `easy`: whether the reading grade means something in its language."""
    questions = [question for fact in bank.facts for question in fact.questions]
    if len(questions) >= _ENOUGH_QUESTIONS:
        share = sum(map(answer_is_longest, questions)) / len(questions)
        if share > MAX_LONGEST_ANSWER_SHARE:
            yield Finding((), f"The answer is the longest option in {share:.0%} of the questions", "Shorten answers")
    text = " ".join([fact.text for fact in bank.facts] + [q.prompt + " " + q.explanation for q in questions])
    if easy and (grade := reading_grade(text)) > MAX_BANK_GRADE:
        yield Finding((), f"The bank reads like grade {grade:.1f}", "Use shorter words and sentences")


def _labels_together(pack: Pack) -> Iterator[tuple[str, Finding]]:
    facts = {fact.id: (bank.topic, f) for bank in pack.banks for f, fact in enumerate(bank.facts)}
    in_order = (fact for bank in pack.banks for fact in bank.facts)
    for fact, finding in order_themselves(in_order, word_lists(pack.about.language)):
        topic, f = facts[fact.id]
        yield topic, finding.below("facts", f)


def _twin(files: PackFiles, twin: Twin) -> Problem:
    """A prompt that stands twice, with the place of the first one."""
    one, other, finding = twin
    document = files.documents[other.topic]
    place = f"{PurePath(document.path).name}:{document.node_at(other.prompt_at).line}"
    return _problem(files.documents[one.topic], replace(finding, what=f"{finding.what} in {place}"))


def _leaks(pack: Pack, topic: str, asked: list[Asked]) -> Iterator[tuple[Asked, Finding]]:
    return leaks_in(asked, has_events=bool(pack.events_of(topic)))


def _each_once(topics: Mapping[str, list[Asked]]) -> list[Asked]:
    return list({id(one): one for asked in topics.values() for one in asked}.values())
