"""What makes a question good, as far as a program can tell: the rules behind `quizgame check`.

The rules for options follow Haladyna, Downing & Rodriguez (2002); those for hard subjects are the project's own.
"""

import re
from collections.abc import Iterator

from quizgame.banks.files.problems import Problem, Severity, at
from quizgame.banks.files.read import PackFiles
from quizgame.banks.files.yaml import Document
from quizgame.banks.models import Bank, Fact, PackFile, Question
from quizgame.banks.quality.reading_grade import reading_grade
from quizgame.banks.text import words

MAX_PROMPT_WORDS, MAX_OPTION_WORDS, MAX_EXPLANATION_WORDS = 25, 12, 40
MAX_BANK_GRADE, MAX_PROMPT_GRADE = 7.0, 9.0
MAX_LONGEST_ANSWER_SHARE = 0.45
ANSWER_LENGTH_RATIO = (0.67, 1.5)
SHORT_OPTION = 18
"""Below this many letters a difference in length says nothing: "Iran" beside "Azerbaijan"."""

_GIVES_DATE_AWAY = re.compile(
    r"\d|\b(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|first|second|third|fourth|fifth|last|after|before|then|again|earlier|later)\b",
    re.IGNORECASE,
)
_STOP_WORDS = frozenset(
    """about according after also article because before between could during other their there these they this those
    under until were what when where which while whose with would from have into most some than that""".split()
)

Steps = tuple[str | int, ...]


def lint(files: PackFiles) -> list[Problem]:
    """All problems of a pack that could be read, in the order of its files."""
    found = []
    for bank in files.pack.banks:
        found += lint_bank(bank, files.pack.about, files.documents[bank.topic])
    return sorted(found, key=lambda problem: problem.order)


def lint_bank(bank: Bank, about: PackFile, document: Document) -> list[Problem]:
    """The problems of one bank: errors that fail a check, warnings that ask for a second look."""
    found: list[Problem] = []
    paragraphs = next((s.paragraphs for s in about.sections if s.heading == bank.section), 0)
    for f, fact in enumerate(bank.facts):
        steps: Steps = ("facts", f)
        for rule in (_fact_errors(fact, about, paragraphs), _fact_warnings(fact)):
            found += [at(document, (*steps, *below), what, mend, severity) for below, what, mend, severity in rule]
        for q, question in enumerate(fact.questions):
            for below, what, mend in _question_warnings(question):
                found.append(at(document, (*steps, "questions", q, *below), what, mend, Severity.WARNING))
    for t, term in enumerate(bank.terms):
        if term.paragraph > paragraphs:
            what = f"The section has {paragraphs} paragraphs, not {term.paragraph}"
            found.append(at(document, ("terms", t, "paragraph"), what, "Correct the number"))
        if term.term.casefold() in [word.casefold() for word in words(term.definition)]:
            what = "The definition contains the term itself"
            found.append(at(document, ("terms", t, "definition"), what, "Say it in other words", Severity.WARNING))
    return found + [at(document, (), what, mend, Severity.WARNING) for what, mend in _bank_warnings(bank)]


Finding = tuple[Steps, str, str, Severity]


def _fact_errors(fact: Fact, about: PackFile, paragraphs: int) -> Iterator[Finding]:
    error = Severity.ERROR
    if fact.paragraph > paragraphs:
        what = f"The section has {paragraphs} paragraphs, not {fact.paragraph}"
        yield ("paragraph",), what, "Correct the number", error
    if fact.label and (match := _GIVES_DATE_AWAY.search(fact.label)):
        yield ("label",), f"The label gives its place in time away ({match[0]!r})", "Say what happened, not when", error
    if fact.importance == 3 and not fact.questions:
        yield ("id",), "A fact of importance 3 has no question", "Write two wordings", error
    sensitive = {word.casefold() for word in about.sensitive_words}
    if not fact.tags and (touched := sensitive & {word.casefold() for word in words(fact.text)}):
        yield ("text",), f"The fact has no tags, but speaks of {min(touched)!r}", "Add `tags`", error
    for q, question in enumerate(fact.questions):
        speaker = (fact.attributed_to or "").casefold()
        if speaker not in question.prompt.casefold():
            what = f"The prompt does not name who says so ({fact.attributed_to!r})"
            yield ("questions", q, "prompt"), what, "Name the speaker", error


def _fact_warnings(fact: Fact) -> Iterator[Finding]:
    warning = Severity.WARNING
    if fact.importance == 3 and len(fact.questions) == 1:
        yield ("id",), "A fact of importance 3 has only one wording", "Write another one", warning
    if fact.importance == 2 and not fact.questions:
        yield ("id",), "A fact of importance 2 has no question", "Write one", warning
    for q, question in enumerate(fact.questions):
        for other in fact.questions:
            if other is not question and len(question.answer) > 3 and _says(other.prompt, question.answer):
                what = "Another prompt of this fact contains this answer"
                yield ("questions", q, "answer"), what, "Ask for different parts of the fact", warning


def _says(text: str, part: str) -> bool:
    return re.search(rf"\b{re.escape(part)}\b", text, re.IGNORECASE) is not None


def _question_warnings(question: Question) -> Iterator[tuple[Steps, str, str]]:
    options = [question.answer, *(distractor.text for distractor in question.distractors)]
    places: list[Steps] = [("answer",), *(("distractors", d) for d in range(len(question.distractors)))]
    if question.id is None:
        yield ("prompt",), "The question has no id", "Add one, or an edit of its wording loses a player's progress"
    if (count := len(words(question.prompt))) > MAX_PROMPT_WORDS:
        yield ("prompt",), f"The prompt has {count} words", f"Say it in {MAX_PROMPT_WORDS}"
    if (grade := reading_grade(question.prompt)) > MAX_PROMPT_GRADE:
        yield ("prompt",), f"The prompt reads like grade {grade:.0f}", "Use shorter words and sentences"
    if (count := len(words(question.explanation))) > MAX_EXPLANATION_WORDS:
        yield ("explanation",), f"The explanation has {count} words", f"Say it in {MAX_EXPLANATION_WORDS}"
    for place, option in zip(places, options, strict=True):
        if (count := len(words(option))) > MAX_OPTION_WORDS:
            yield place, f"The option has {count} words", f"Say it in {MAX_OPTION_WORDS}"
    ratio = length_ratio(question)
    if max(map(len, options)) > SHORT_OPTION and not ANSWER_LENGTH_RATIO[0] <= ratio <= ANSWER_LENGTH_RATIO[1]:
        yield ("answer",), f"The answer is {ratio:.2f} times as long as the other options", "Make them alike"
    if len({_is_number(option) for option in options}) > 1:
        yield ("answer",), "Some options are numbers or dates and some are not", "Make them of one kind"
    if given := _only_shared_word(question):
        yield ("answer",), f"The word {given!r} stands only in the prompt and in the answer", "Reword one of them"


def length_ratio(question: Question) -> float:
    """The length of the answer over the mean length of its distractors, in letters."""
    lengths = [len(distractor.text) for distractor in question.distractors]
    return len(question.answer) * len(lengths) / sum(lengths)


def answer_is_longest(question: Question) -> bool:
    """Whether the answer stands out by its length: longer than every other option."""
    return all(len(question.answer) > len(distractor.text) for distractor in question.distractors)


def _is_number(option: str) -> bool:
    return re.search(r"\d", option) is not None


def _only_shared_word(question: Question) -> str | None:
    def content(text: str) -> set[str]:
        return {word.casefold() for word in words(text) if len(word) > 4} - _STOP_WORDS

    shared = content(question.prompt) & content(question.answer)
    for distractor in question.distractors:
        shared -= content(distractor.text)
    return min(shared, default=None)


def _bank_warnings(bank: Bank) -> Iterator[tuple[str, str]]:
    questions = [question for fact in bank.facts for question in fact.questions]
    if len(questions) >= 8:
        share = sum(map(answer_is_longest, questions)) / len(questions)
        if share > MAX_LONGEST_ANSWER_SHARE:
            yield f"The answer is the longest option in {share:.0%} of the questions", "Shorten answers"
    text = " ".join([fact.text for fact in bank.facts] + [q.prompt + " " + q.explanation for q in questions])
    if (grade := reading_grade(text)) > MAX_BANK_GRADE:
        yield f"The bank reads like grade {grade:.1f}", "Use shorter words and sentences"
