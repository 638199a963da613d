"""A change of a bank changes its lines in the file, and leaves comments and layout of all others."""

from pathlib import Path

import pytest

from quizgame.banks.files import yaml
from quizgame.banks.files.splice import changed_bank, changed_pack
from quizgame.banks.files.write import bank_text
from quizgame.banks.models import Bank, PackFile
from quizgame.places import shipped_packs
from tests.packs import MOON, PACK

COMMENTED = MOON.replace("\n  - id: luna", "\n  # the next one is older\n\n  - id: luna").replace(
    "importance: 3", "importance: 3   # everyone"
)


def changed(text: str, **updates: object) -> str:
    """The file after the first fact got other values."""
    document = yaml.parse(text, "moon.yaml")
    old = Bank.model_validate(document.plain())
    fact = old.facts[0].model_copy(update=updates)
    new = old.model_copy(update={"facts": (fact, *old.facts[1:])})
    return changed_bank(text, document, old, new)


def lines_changed(old: str, new: str) -> tuple[set[str], set[str]]:
    return set(old.splitlines()) - set(new.splitlines()), set(new.splitlines()) - set(old.splitlines())


def test_one_text_changes_one_line() -> None:
    after = changed(COMMENTED, label="The lander sets down")
    assert lines_changed(COMMENTED, after) == (
        {"    label: Eagle sets down on the Moon"},
        {"    label: The lander sets down"},
    )


def test_a_question_changes_inside_its_fact() -> None:
    document = yaml.parse(COMMENTED, "moon.yaml")
    old = Bank.model_validate(document.plain())
    question = old.facts[0].questions[1].model_copy(update={"answer": "A spacecraft: small"})
    fact = old.facts[0].model_copy(update={"questions": (old.facts[0].questions[0], question)})
    after = changed_bank(COMMENTED, document, old, old.model_copy(update={"facts": (fact, *old.facts[1:])}))
    assert lines_changed(COMMENTED, after) == (
        {"        answer: A lander"},
        {'        answer: "A spacecraft: small"'},
    )


def test_comments_behind_what_changes_stay() -> None:
    document = yaml.parse(COMMENTED, "moon.yaml")
    old = Bank.model_validate(document.plain())
    first, last = old.facts[0].questions
    fact = old.facts[0].model_copy(
        update={"questions": (first, last.model_copy(update={"explanation": "It took them there."}))}
    )
    after = changed_bank(COMMENTED, document, old, old.model_copy(update={"facts": (fact, *old.facts[1:])}))
    assert lines_changed(COMMENTED, after) == (
        {"        explanation: It took the crew down and up again."},
        {"        explanation: It took them there."},
    )


def test_what_is_added_stands_behind_its_neighbours() -> None:
    document = yaml.parse(COMMENTED, "moon.yaml")
    old = Bank.model_validate(document.plain())
    more = old.facts[1].model_copy(update={"id": "another", "questions": ()})
    term = old.terms[0].model_copy(update={"id": "crew", "term": "crew"})
    new = old.model_copy(update={"facts": (*old.facts, more), "terms": (*old.terms, term)})
    after = changed_bank(COMMENTED, document, old, new)
    assert set(COMMENTED.splitlines()) <= set(after.splitlines())
    assert Bank.model_validate(yaml.parse(after, "moon.yaml").plain()) == new


def test_a_key_comes_and_goes() -> None:
    after = changed(COMMENTED, tags=("war",), label=None)
    assert "# everyone" in after
    assert "# the next one is older" in after
    assert lines_changed(COMMENTED, after)[0] == {"    label: Eagle sets down on the Moon"}


def test_an_entry_in_braces_is_written_anew() -> None:
    document = yaml.parse(COMMENTED, "moon.yaml")
    old = Bank.model_validate(document.plain())
    new = old.model_copy(update={"terms": (old.terms[0].model_copy(update={"definition": "The way round."}),)})
    after = changed_bank(COMMENTED, document, old, new)
    assert "# the next one is older" in after
    assert Bank.model_validate(yaml.parse(after, "moon.yaml").plain()) == new


def test_where_lines_can_not_be_told_apart_the_file_is_written_anew() -> None:
    text = "{topic: a, title: A, section: A, order: 1, terms: [{id: x, term: x, definition: y, paragraph: 1}]}"
    document = yaml.parse(text, "a.yaml")
    old = Bank.model_validate(document.plain())
    new = old.model_copy(update={"title": "B"})
    assert changed_bank(text, document, old, new) == bank_text(new)


def test_pack_yaml_changes_likewise() -> None:
    text = PACK + "# the end\n"
    document = yaml.parse(text, "pack.yaml")
    old = PackFile.model_validate(document.plain())
    after = changed_pack(text, document, old, old.model_copy(update={"title": "The sky"}))
    assert lines_changed(text, after) == ({"title: Space"}, {"title: The sky"})


@pytest.mark.parametrize("path", sorted(shipped_packs()[0].glob("*.yaml")), ids=lambda path: path.stem)
def test_every_text_of_the_shipped_banks_can_be_changed_in_its_place(path: Path) -> None:
    if path.stem == "pack":
        return
    text = path.read_text(encoding="utf-8")
    document = yaml.parse(text, path.name)
    old = Bank.model_validate(document.plain())
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    for at, fact in list(enumerate(old.facts))[::6]:
        other = fact.model_copy(update={"text": "Another: text."})
        new = old.model_copy(update={"facts": (*old.facts[:at], other, *old.facts[at + 1 :])})
        after = changed_bank(text, document, old, new)
        assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == comments
        assert len(lines_changed(text, after)[1]) <= 1
