"""The shape of banks and packs, and the ways to look things up in a pack."""

from itertools import pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from quizgame.banks.dates import parse
from quizgame.banks.models import Bank, Distractor, Fact, PackFile, Question, Term
from tests.packs import pack_of_events

QUESTION = {"prompt": "What?", "answer": "This", "distractors": ["That", "Those"], "explanation": "It is so."}
FACT = {"id": "a-fact", "text": "A fact.", "paragraph": 1}
BANK = {"topic": "moon", "title": "Moon", "section": "The Moon", "order": 1, "facts": [FACT]}
TERM = {"id": "a-term", "term": "term", "definition": "A word.", "paragraph": 1}
PACK = {
    "title": "Space",
    "language": "en",
    "source": {"title": "A text", "licence": "Ours", "read": "2024-05-17"},
    "sections": [{"heading": "The Moon", "paragraphs": 4}],
}
NEEDED = {
    "Question": {"prompt", "answer", "distractors"},
    "Fact": {"id"},
    "Bank": {"topic", "title"},
    "Term": {"id", "term", "definition"},
    "PackFile": {"title"},
    "Distractor": {"text"},
}
SHAPES: list[tuple[type[Any], dict[str, Any]]] = [
    (Question, QUESTION),
    (Fact, FACT),
    (Bank, BANK),
    (Term, TERM),
    (PackFile, PACK),
    (Distractor, {"text": "That"}),
]


@pytest.mark.parametrize(("model", "good"), SHAPES)
def test_a_model_takes_what_is_needed_and_nothing_unknown(model: type[Any], good: dict[str, Any]) -> None:
    made = model.model_validate(good)
    with pytest.raises(ValidationError, match="extra_forbidden"):
        model.model_validate({**good, "colour": "red"})
    with pytest.raises(ValidationError, match="frozen"):
        setattr(made, next(iter(good)), "another")
    for key in good.keys() & NEEDED[model.__name__]:
        with pytest.raises(ValidationError, match="missing"):
            model.model_validate({name: value for name, value in good.items() if name != key})


def test_what_may_be_left_out_of_a_fact_has_its_usual_value() -> None:
    fact = Fact.model_validate(FACT)
    assert (fact.importance, fact.date, fact.label, fact.attributed_to) == (2, None, None, None)
    assert not fact.tags
    assert not fact.questions
    assert not fact.is_event


def test_keys_with_nothing_after_them_are_as_good_as_left_out() -> None:
    empty = dict.fromkeys(("date", "label", "tags", "attributed_to", "questions"))
    assert Fact.model_validate({**FACT, **empty}) == Fact.model_validate(FACT)
    empty = dict.fromkeys(("note", "borrows", "terms"))
    assert Bank.model_validate({**BANK, **empty}) == Bank.model_validate(BANK)


def test_a_distractor_may_be_a_text_or_a_text_with_its_reason() -> None:
    mixed = ["That", {"text": "Those", "why": "They are not."}]
    question = Question.model_validate({**QUESTION, "distractors": mixed})
    assert question.distractors == (Distractor(text="That"), Distractor(text="Those", why="They are not."))


def test_texts_are_tidied_before_they_are_measured() -> None:
    fact = Fact.model_validate({**FACT, "text": "Two  lines, \n\n\n  Cafe\u0301 \n", "attributed_to": "the\n  mayor"})
    assert fact.text == "Two  lines,\n\n  Café"
    assert fact.attributed_to == "the mayor"
    Fact.model_validate({**FACT, "text": "x" + " " * 900})
    for too_much in ("x " * 301, " ", ""):
        with pytest.raises(ValidationError):
            Fact.model_validate({**FACT, "text": too_much})


@pytest.mark.parametrize("letter", ["x", "字", "ก็", "कि", "한", "e\u0323\u0302"])
def test_the_limit_of_a_text_counts_letters_alike_in_all_scripts(letter: str) -> None:
    most = " ".join([letter * 5] * 100)
    assert Fact.model_validate({**FACT, "text": most}).text
    with pytest.raises(ValidationError, match="too long"):
        Fact.model_validate({**FACT, "text": most + letter * 2})
    assert Term.model_validate({**TERM, "term": letter * 60}).term
    with pytest.raises(ValidationError, match="too long"):
        Term.model_validate({**TERM, "term": letter * 61})


@pytest.mark.parametrize("nothing", ["\u200b", "\u3164 \u115f", "\u00ad\u034f", "\u2800 \u2800", "\u2060\n\ufe0f"])
@pytest.mark.parametrize("key", ["prompt", "answer", "explanation"])
def test_a_text_that_shows_nothing_is_refused(key: str, nothing: str) -> None:
    with pytest.raises(ValidationError, match="shows nothing"):
        Question.model_validate({**QUESTION, key: nothing})
    with pytest.raises(ValidationError, match="shows nothing"):
        Question.model_validate({**QUESTION, "distractors": ["That", nothing]})


@pytest.mark.parametrize("other", ["This", " This\n", "Th\u200bis", "Thi\u00ads", "This\u3164"])
def test_options_that_nobody_can_tell_apart_are_refused(other: str) -> None:
    with pytest.raises(ValidationError, match="is the answer too"):
        Question.model_validate({**QUESTION, "distractors": ["That", other]})
    with pytest.raises(ValidationError, match="stands twice"):
        Question.model_validate({**QUESTION, "answer": "It", "distractors": ["This", other]})


@pytest.mark.parametrize(
    "options",
    [
        ["Co", "CO", "C"],
        [".notes", "notes", "notes."],
        ["Straße", "Strasse", "strasse"],
        [".5", "5", "5."],
        ["one\ntwo", "one two", "two\none"],
        [".nan", "NaN", "nan"],
    ],
)
def test_options_that_can_be_told_apart_are_allowed(options: list[str]) -> None:
    question = Question.model_validate({**QUESTION, "answer": options[0], "distractors": options[1:]})
    assert [question.answer, *(distractor.text for distractor in question.distractors)] == options


@pytest.mark.parametrize(
    ("event", "is_event"),
    [({"date": "1969", "label": "Eagle lands"}, True), ({"date": "1969"}, False), ({}, False)],
)
def test_an_event_is_a_fact_with_a_date_and_a_label(event: dict[str, Any], is_event: bool) -> None:
    assert Fact.model_validate({**FACT, **event}).is_event is is_event


@pytest.mark.parametrize("year", ["1969", 1969, parse("1969")])
def test_a_date_may_come_as_text_as_number_or_as_read(year: object) -> None:
    assert Fact.model_validate({**FACT, "date": year}).date == parse("1969")


def test_a_bank_may_have_nothing_but_borrowed_facts() -> None:
    bank = Bank.model_validate({**BANK, "facts": [], "borrows": ["a-fact"]})
    assert bank.borrows == ("a-fact",)


@pytest.mark.parametrize("tag", ["en", "hy", "pt-BR", "zh-Hant-TW", "az-Latn"])
def test_a_language_is_written_as_a_language_tag(tag: str) -> None:
    assert PackFile.model_validate({**PACK, "language": tag}).language == tag


@pytest.mark.parametrize("tag", ["", "English", "e", "en_GB", "en-", "en GB", "12"])
def test_other_ways_to_write_a_language_are_refused(tag: str) -> None:
    with pytest.raises(ValidationError):
        PackFile.model_validate({**PACK, "language": tag})


def test_a_pack_finds_banks_facts_terms_and_events() -> None:
    pack = pack_of_events(5, topics=2)
    assert pack.topics == ("topic-1", "topic-2")
    assert pack.title == "Events"
    assert [fact.id for fact in pack.facts_of("topic-1")] == ["event-1", "event-3", "event-5"]
    assert [fact.id for fact in pack.events_of("topic-2")] == ["event-2", "event-4"]
    assert pack.entry("event-4") == pack.events_of("topic-2")[1]
    assert [term.id for term in pack.terms] == ["term-1", "term-2"]
    assert pack.source_of("event-4") == (pack.bank("topic-2"), pack.fact("event-4"))
    assert pack.source_of("term-1") == (pack.bank("topic-1"), pack.terms[0])
    assert [pack.has(name) for name in ("event-1", "term-2", "event-9")] == [True, True, False]
    for lookup in (pack.bank, pack.fact, pack.source_of):
        with pytest.raises(KeyError):
            lookup("event-9")


def test_the_events_of_the_helper_can_all_be_put_in_order() -> None:
    events = pack_of_events(40).events_of("topic-1")
    days = [event.date for event in events if event.date]
    assert len(events) == len(days) == len({event.label for event in events}) == 40
    assert all(one.before(other) for one, other in pairwise(days))
