"""Whether an entry fits into our banks, and what it lacks for that: the one place where their limits are met.

Nothing is cut to fit. The models themselves say what is wrong, so that what they learn to hold comes in by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from quizgame.banks.dates import DateError, parse
from quizgame.banks.files.model_errors import first_sentence
from quizgame.banks.files.problems import Severity
from quizgame.banks.letters import letter_count
from quizgame.banks.models import Bank, Fact, Term
from quizgame.banks.models import Question as QuestionModel
from quizgame.banks.quality.facts import fact_findings, sensitive_findings
from quizgame.banks.quality.finding import Finding
from quizgame.banks.quality.labels import date_findings
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.text import one_line, tidy
from quizgame.banks.written_dates import only_meaning
from quizgame.exchange import ids
from quizgame.exchange.flat import fact_of, question_of, term_of
from quizgame.exchange.neutral import Entry, LeftOut, Question, Statement, Topic, Word, Wrong, said
from quizgame.exchange.reasons import Why

_LONGEST_FACT = 600
_MINUS = re.compile("[-\u2212] ?([1-9]\\d{0,4})")
FEWEST_WRONG, MOST_WRONG = (
    next(getattr(limit, name) for limit in QuestionModel.model_fields["distractors"].metadata if hasattr(limit, name))
    for name in ("min_length", "max_length")
)
"""What the models allow, so that a refusal for the number of options is said in words of its own."""


@dataclass
class Fitting:
    """Tries entries on for a pack; keeps the questions and facts that fit as models, so that none is made twice."""

    language: str
    sensitive_words: tuple[str, ...] = ()
    models: dict[str, QuestionModel] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)

    def refusal(self, entry: Entry, speaker: str = "") -> LeftOut | None:
        """Why an entry can't come in, or None. `speaker`: who says the fact of a question, if that is in dispute."""
        why, detail, number = Why.DOES_NOT_FIT, "", 0
        try:
            if isinstance(entry, Question):
                why, number = _count_of_wrong(entry)
                self.models[entry.id] = question_of(entry, position=ids.is_position(entry.id))
                if speaker.casefold() not in entry.prompt.casefold():
                    detail = f"The prompt does not name who says so ({speaker!r})"
            elif isinstance(entry, Statement):
                detail = self._error_in(entry)
            else:
                term_of(entry)
        except ValidationError as error:
            detail = str(number) if number else first_sentence(error)
        return LeftOut(entry.place, why, detail, said(entry)[:60]) if detail else None

    def _error_in(self, entry: Statement) -> str:
        fact = fact_of(entry)
        found: Iterator[Finding] = iter(
            [
                *(one for one in fact_findings(fact) if fact.importance != 3),  # its questions come after it
                *date_findings(fact, word_lists(self.language)),
                *sensitive_findings(fact, self.sensitive_words),
            ]
        )
        error = next((one.what for one in found if one.severity is Severity.ERROR), "")
        if not error:
            self.facts[entry.id] = fact
        return error


def _count_of_wrong(entry: Question) -> tuple[Why, int]:
    """The reason to give if a question is refused, and the limit that it names; 0 if the model says it better."""
    wrong = entry.wrong or ()
    if len(wrong) < FEWEST_WRONG:
        return Why.FEW_WRONG, FEWEST_WRONG
    return (Why.MANY_WRONG, MOST_WRONG) if len(wrong) > MOST_WRONG else (Why.DOES_NOT_FIT, 0)


def refusal_of_topic(topic: Topic) -> LeftOut | None:
    """Why what a file says of a topic can't be taken over, or None."""
    try:
        Bank(
            topic=topic.id,
            title=topic.title or topic.id,
            section=topic.section or topic.title or topic.id,
            order=topic.order or 0,
            note=topic.note or None,
            borrows=topic.borrows or (),
            terms=(Term(id="any", term="any", definition="any", paragraph=1),),
        )
    except ValidationError as error:
        return LeftOut(topic.place, Why.DOES_NOT_FIT, first_sentence(error), topic.title or topic.id)
    if topic.id in ids.TAKEN:
        return LeftOut(topic.place, Why.DOES_NOT_FIT, f"{topic.id!r} is no name of a topic", topic.title)
    return None


def tidied(entry: Entry) -> Entry:
    """The same with its texts and its date as our models keep them, so that it can be compared with what is here."""
    if isinstance(entry, Question):
        wrong = entry.wrong and tuple(Wrong(tidy(one.text), one.why and tidy(one.why)) for one in entry.wrong)
        told = entry.explanation and tidy(entry.explanation)
        return replace(entry, prompt=tidy(entry.prompt), answer=tidy(entry.answer), wrong=wrong, explanation=told)
    if isinstance(entry, Word):
        return replace(entry, term=one_line(entry.term), definition=tidy(entry.definition))
    return replace(
        entry,
        text=tidy(entry.text) or None if entry.text else None,  # no fact is without one
        date=entry.date and (edtf(entry.date) or entry.date),
        label=entry.label and one_line(entry.label),
        attributed_to=entry.attributed_to and one_line(entry.attributed_to),
    )


def edtf(written: str) -> str:
    """A date as our banks keep it, or as people write it if it can mean only one; else empty."""
    try:
        return parse(written).edtf
    except DateError:
        meant = only_meaning(written)
        return meant.edtf if meant else ""


def with_era(written: str) -> str:
    """A year with a minus, as people who list events write it: there -490 is 490 BC, and not what EDTF means by it."""
    match = _MINUS.fullmatch(written.strip())
    return f"{match[1]} BC" if match else written


def completed(entry: Entry) -> Iterator[Entry]:
    """An entry that is new here with all that our banks ask for, after the fact that a question without one needs."""
    if isinstance(entry, Question):
        if entry.fact is None:
            yield made_fact(entry)
        wrong = tuple(Wrong(one.text, one.why or "") for one in entry.wrong or ())
        yield replace(entry, wrong=wrong, explanation=entry.explanation or "", fact=entry.fact or ids.of_fact(entry.id))
    elif isinstance(entry, Statement):
        yield _whole(entry)
    else:
        yield entry


def _whole(entry: Statement) -> Statement:
    return replace(
        entry,
        text=entry.text or entry.label or "",
        date=entry.date or "",
        label=entry.label or "",
        importance=entry.importance or (1 if entry.date else 2),
        tags=entry.tags or (),
        attributed_to=entry.attributed_to or "",
    )


def made_fact(question: Question) -> Statement:
    """The fact that a question without one stands on: what it asks, with its answer."""
    text = f"{question.prompt} {question.answer}"
    if letter_count(text) > _LONGEST_FACT:
        text = question.answer
    return _whole(Statement(ids.of_fact(question.id), question.topic, tidy(text), place=question.place))


def is_stand_in(question: Question) -> bool:
    """Whether there is no explanation, or one that says nothing but the answer."""
    return (question.explanation or "").strip() in ("", question.answer.strip())
