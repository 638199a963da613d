"""A pack as entries, and entries as banks."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields

from quizgame.banks.models import Bank, Distractor, Fact, PackFile, Term
from quizgame.banks.models import Question as QuestionModel
from quizgame.banks.pack import Pack
from quizgame.exchange.neutral import About, Entry, Imported, Question, Statement, Topic, Word, Wrong


def entries_of(pack: Pack, topics: Collection[str] = ()) -> Imported:
    """Everything in a pack, or in these topics of it, in the order of its files."""
    chosen = [bank for bank in pack.banks if not topics or bank.topic in topics]
    entries = [entry for bank in chosen for entry in _entries(bank)]
    heads = [Topic(bank.topic, bank.title, bank.section, bank.order, bank.note or "", bank.borrows) for bank in chosen]
    about = About(pack.about.model_dump(exclude_defaults=True))
    return Imported(
        "pack", tuple(entries), tuple(heads), (), pack.title, pack.about.language, about=about, complete=True
    )


def _entries(bank: Bank) -> Iterable[Entry]:
    for fact in bank.facts:
        yield Statement(
            fact.id,
            bank.topic,
            fact.note,
            fact.date.edtf if fact.date else "",
            fact.label or "",
            fact.paragraph,
            fact.importance,
            fact.tags,
            fact.attributed_to or "",
        )
        for place, question in enumerate(fact.questions, 1):
            wrong = tuple(Wrong(one.text, one.why or "") for one in question.distractors)
            name = question.id or f"{fact.id}/{place}"
            yield Question(name, bank.topic, question.prompt, question.answer, wrong, question.explanation, fact.id)
    for term in bank.terms:
        yield Word(term.id, bank.topic, term.term, term.definition, term.paragraph)


def digest(entry: Entry) -> str:
    """Eight hexadecimal digits that change when anything of an entry does."""
    told = [str(getattr(entry, one.name)) for one in fields(entry) if one.compare and one.name not in ("id", "topic")]
    return hashlib.blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def fact_of(entry: Statement, questions: tuple[QuestionModel, ...] = ()) -> Fact:
    """A fact of our banks. Raises pydantic's ValidationError."""
    return Fact(
        id=entry.id,
        text=entry.text or "",
        paragraph=entry.paragraph,
        importance=2 if entry.importance is None else entry.importance,
        date=entry.date or None,
        label=entry.label or None,
        tags=entry.tags or (),
        attributed_to=entry.attributed_to or None,
        questions=questions,
    )


def question_of(entry: Question, *, position: bool) -> QuestionModel:
    """A question of our banks; one that is named by its position has no id. Raises pydantic's ValidationError."""
    return QuestionModel(
        id=None if position else entry.id,
        prompt=entry.prompt,
        answer=entry.answer,
        distractors=tuple(Distractor(text=one.text, why=one.why or None) for one in entry.wrong or ()),
        **({"explanation": entry.explanation} if entry.explanation else {}),
    )


def term_of(entry: Word) -> Term:
    """A word of our banks. Raises pydantic's ValidationError."""
    return Term(id=entry.id, term=entry.term, definition=entry.definition, paragraph=entry.paragraph)


def banks_of(
    topics: Iterable[Topic],
    entries: Iterable[Entry],
    models: Mapping[str, QuestionModel],
    known: Mapping[str, Fact],
) -> tuple[Bank, ...]:
    """The banks of these topics, in their order; `models` and `known` are questions and facts by the ids of entries.

    Every question's fact is among the entries, and every entry has passed `fact_of` and its like.
    """
    questions: dict[str, list[QuestionModel]] = defaultdict(list)
    facts: dict[str, list[Statement]] = defaultdict(list)
    terms: dict[str, list[Term]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry, Question):
            questions[entry.fact or ""].append(models[entry.id])
        elif isinstance(entry, Word):
            terms[entry.topic].append(term_of(entry))
        else:
            facts[entry.topic].append(entry)
    return tuple(
        Bank(
            topic=topic.id,
            title=topic.title,
            section=topic.section or topic.title,
            order=topic.order or 0,
            note=topic.note or None,
            borrows=topic.borrows or (),
            facts=tuple(_with_questions(entry, known.get(entry.id), questions[entry.id]) for entry in facts[topic.id]),
            terms=tuple(terms[topic.id]),
        )
        for topic in topics
        if facts[topic.id] or terms[topic.id] or topic.borrows
    )


def _with_questions(entry: Statement, fact: Fact | None, questions: list[QuestionModel]) -> Fact:
    """The fact of an entry; one that does not pass the rules of banks was here before, and is made anew."""
    if fact is None:
        return fact_of(entry, tuple(questions))
    return fact.model_copy(update={"questions": tuple(questions)})


def sections_for(about: PackFile | None, banks: Iterable[Bank]) -> list[dict[str, object]]:
    """The headings of pack.yaml: those it has, and those that banks need, with as many paragraphs as they say."""
    known: dict[str, dict[str, object]] = {}
    for section in about.sections if about else ():
        known[section.heading] = section.model_dump(exclude_none=True)
    for bank in banks:
        paragraphs = [fact.paragraph for fact in bank.facts] + [term.paragraph for term in bank.terms]
        last = max((number for number in paragraphs if number), default=1)
        if not bank.section:
            continue
        section_of = known.setdefault(bank.section, {"heading": bank.section, "paragraphs": last})
        section_of["paragraphs"] = max(last, int(str(section_of["paragraphs"])))
    return list(known.values())
