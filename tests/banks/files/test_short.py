"""The short form of a pack: the same models as the long one, and every problem at its line and column."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quizgame.banks.files import yaml
from quizgame.banks.files.long_form import slug_of
from quizgame.banks.files.problems import BankError, Problem, Severity, shown
from quizgame.banks.files.read import Library, PackFiles, read_library
from quizgame.banks.files.short import read_short
from quizgame.banks.models import Fact, Question, Term
from quizgame.banks.pack import Pack
from quizgame.banks.quality.lint import lint
from quizgame.cli import main
from tests.packs import write_pack
from tests.short_packs import WATER, write_short


def files_of(folder: Path) -> PackFiles:
    (files,) = read_library((folder,)).packs
    return files


def changed(tmp_path: Path, old: str, new: str) -> Library:
    assert old in WATER
    write_short(tmp_path, WATER.replace(old, new))
    return read_library((tmp_path,))


def pack_of(text: str, name: str = "water") -> Pack:
    short = read_short(yaml.parse(text, "water.yaml"), Path(f"{name}.yaml"))
    return Pack(name, short.about.file, (short.bank,), "")


def test_a_file_is_a_pack_named_after_it(tmp_path: Path) -> None:
    path = write_short(tmp_path)
    library = read_library((tmp_path,))
    assert not library.problems
    (files,) = library.packs
    assert (files.pack.id, files.pack.title, files.pack.about.language) == ("water", "Water", "en")
    assert files.pack.about.source is not None
    assert files.pack.about.source.title == "My own notes"
    assert files.folder == path
    assert read_library((path,)).packs[0].pack == files.pack


def test_questions_events_words_and_facts_are_those_of_the_long_form(tmp_path: Path) -> None:
    (bank,) = files_of(write_short(tmp_path).parent).pack.banks
    assert (bank.topic, bank.title, bank.section, bank.order) == ("water", "Water", "", 0)
    assert [fact.id for fact in bank.facts] == [
        "what-makes-a-puddle-dry-up",
        "is-ice-lighter-than-water",
        "six-ways",
        "a-tube-shows-the-weight-of-air",
        "clouds-get-their-names",
        "most-of-the-water-of-the-earth-is-salty",
    ]
    six = bank.facts[2]
    assert (six.importance, six.paragraph, len(six.questions[0].distractors)) == (3, 2, 5)
    assert six.questions[0].id == "six-ways-1"
    assert six.questions[0].distractors[1].why == "Steam goes up."
    assert [fact.is_event for fact in bank.facts] == [False, False, False, True, True, False]
    assert bank.terms[0] == Term(
        id="evaporation", term="evaporation", definition="water that turns into vapor", paragraph=None
    )


def test_both_forms_give_the_same_models(tmp_path: Path) -> None:
    short = "title: Moon\nlanguage: en\nquestions:\n  - {id: a, prompt: Who?, answer: He, distractors: [She]}\n"
    bank = """\
topic: moon
title: Moon
facts: [{ id: a, questions: [{ id: a-1, prompt: Who?, answer: He, distractors: [She] }] }]
"""
    write_short(tmp_path / "short", short, "moon")
    write_pack(tmp_path / "long", name="moon", banks={"moon": bank}, about="title: Moon\nlanguage: en\n")
    one, other = files_of(tmp_path / "short").pack, files_of(tmp_path / "long").pack
    assert (one.id, one.about, one.banks) == (other.id, other.about, other.banks)


@pytest.mark.parametrize(
    "terms",
    [
        "terms:\n  dew: drops\n  fog: a low cloud\n",
        "terms:\n  - dew: drops\n  - fog: a low cloud\n",
        "terms:\n  - { term: dew, definition: drops }\n  - { term: fog, definition: a low cloud }\n",
        "terms:\n  dew: { definition: drops }\n  fog: { id: fog, definition: a low cloud }\n",
    ],
)
def test_words_may_be_written_in_several_ways(terms: str) -> None:
    assert [(term.id, term.term, term.definition) for term in pack_of(terms).terms] == [
        ("dew", "dew", "drops"),
        ("fog", "fog", "a low cloud"),
    ]


def test_without_a_title_and_a_language_the_file_has_usual_ones() -> None:
    about = pack_of("terms: {dew: drops}\n", "the-water-cycle").about
    assert (about.title, about.language, about.source, about.sections) == ("The water cycle", "und", None, ())


def test_keys_with_nothing_after_them_are_as_good_as_left_out() -> None:
    text = "title:\nsource:\nlanguage:\nevents:\nquestions:\n  - {prompt: Who?, answer: He, distractors: [She], id: }\n"
    pack = pack_of(text + "    \n")
    assert pack.bank("water").facts[0].id == "who"


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "left_out"),
    [
        ("answer: Heat", 'answer: ""', (8, 13), "'answer' is empty", "The question 'What makes a puddle dry up?'"),
        ("answer: Heat", "anser: Heat", (7, 5), "The key 'answer' is missing", "The question 'What makes"),
        ("[Cold, Shade]", "[]", (9, 18), "'distractors' has fewer than 1 entries", "The question 'What makes"),
        (
            "- Frost",
            "- Frost\n      - Sleet",
            (17, 7),
            "'distractors' has more than 5 entries",
            "The question 'six-ways'",
        ),
        ("- Frost", "- Fog", (21, 9), "The option 'Fog' stands twice", "The option 'Fog'"),
        ("- Frost", '- "Fr\\eost"', (21, 9), "contains a control character (U+001B)", "The option"),
        ("date: 1643", "date: 1643-13", (26, 11), "There is no such date as '1643-13'", "The event"),
        ("    label: A tube", "    lable: A tube", (26, 5), "The key 'label' is missing", "Entry 1 of 'events'"),
        ("runoff: water that", "runoff: ''  # x", (32, 11), "'definition' is empty", "The term 'runoff'"),
        ("runoff: water that", 'runoff: "\\e that"', (32, 11), "contains a control character", "The term 'runoff'"),
        ("id: six-ways", "id: Six ways", (13, 9), "'id' is not written as it must be", "The question 'Six ways'"),
        ("id: six-ways", "id: runoff-2", (0, 0), "", ""),
        ("importance: 3", "importance: 4", (24, 17), "'importance' must be at most 3", "The question 'six-ways'"),
        ("language: en", "language: English!", (3, 11), "'language' is not written as it must be", "The pack plays"),
        ("source: My own notes", "source: []", (4, 9), "'source' must be a mapping", "The pack plays without it"),
    ],
)
def test_a_problem_is_named_at_its_place_and_leaves_out_its_entry(
    tmp_path: Path, *, old: str, new: str, place: tuple[int, int], what: str, left_out: str
) -> None:
    end = " flows over the ground" if new.endswith(("# x", 'that"')) else ""
    library = changed(tmp_path, old + end, new)
    assert library.packs[0].pack.topics == ("water",)
    if not what:
        assert not library.problems
        return
    problem = next(problem for problem in library.problems if what in problem.what)
    assert (problem.path, problem.line, problem.column) == (shown(tmp_path / "water.yaml"), *place)
    assert problem.left_out.startswith(left_out)
    assert {one.left_out for one in library.problems} == {problem.left_out}
    assert library.entries_left_out.total() == (0 if "pack" in left_out else 1)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("title: Water\n", (1, 1), "The pack has no questions, events or words"),
        ("title: Water\nquestions: []\n", (1, 1), "The pack has no questions, events or words"),
        ("title: Water\nquestions: none\n", (2, 12), "'questions' must be a list"),
        ("title: Water\nqestions: []\nterms: {dew: drops}\n", (2, 1), "The key 'qestions' is not known here"),
        ("questions:\n  - {prompt: Who?}\n", (2, 5), "The key 'answer' is missing"),
        ("questions:\n  - Who?\n", (2, 5), "Entry 1 of 'questions' must be a mapping"),
        ("title: a\ntitle: b\nterms: {dew: drops}\n", (2, 1), "The key 'title' stands here and in line 1"),
        ("terms: {dew: drops}\ncontent_note: {}\n", (2, 15), "'content_note' must be a text"),
        ("events: &a [*a]\n", (1, 9), "Anchors and aliases"),
        ("questions: " + "[" * 40 + "]" * 40, (1, 23), "nested deeper than"),
    ],
)
def test_a_file_that_cant_be_played_is_left_out_with_the_reason(
    tmp_path: Path, text: str, place: tuple[int, int], what: str
) -> None:
    path = write_short(tmp_path, text)
    library = read_library((tmp_path,))
    assert not library.packs
    assert library.files_left_out == [shown(path)]
    problem = next(problem for problem in library.problems if what in problem.what)
    assert (problem.line, problem.column) == place


def test_findings_of_the_linter_stand_where_they_were_written(tmp_path: Path) -> None:
    found = {problem.what: (problem.line, problem.column) for problem in lint(files_of(write_short(tmp_path).parent))}
    assert found["2 questions have no explanation"] == (12, 5)
    assert found["The question has 1 wrong option; two or three test best"] == (12, 71)
    assert found["The question has 5 wrong options; two or three test best"] == (17, 7)


def test_it_is_advised_to_name_language_and_source(tmp_path: Path) -> None:
    problems = lint(files_of(write_short(tmp_path, "terms: {dew: drops}\n").parent))
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert [problem.what for problem in problems] == [
        "The pack does not say in which language it is",
        "The pack does not say where its facts come from",
    ]


def test_ids_are_the_same_wherever_an_entry_stands() -> None:
    questions = [f"  - {{prompt: Why {name}?, answer: a, distractors: [b]}}\n" for name in ("rain", "snow", "hail")]
    forth, back = (
        pack_of("questions:\n" + "".join(order)).bank("water").facts for order in (questions, questions[::-1])
    )
    assert set(forth) == set(back)


def test_equal_wordings_get_ids_of_their_own_and_written_ids_are_kept() -> None:
    entries = ["label: A Flood!", "label: A flood", "label: x, id: a-flood-2"]
    text = "events:\n" + "".join(f"  - {{date: 1900, {entry}}}\n" for entry in entries)
    assert [fact.id for fact in pack_of(text).bank("water").facts] == ["a-flood", "a-flood-3", "a-flood-2"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("What is it?", "what-is-it"),
        ("Où est l'Élysée ?", "ou-est-lelysee"),
        ("“Ice” – 100 %", "ice-100"),
    ],
)
def test_an_id_is_made_of_the_words(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_long_and_foreign_texts_have_ids_too() -> None:
    one, other = (slug_of(f"Why does it rain more often in the mountains of {land}?") for land in ("Peru", "Chile"))
    assert one != other
    assert one.startswith("why-does-it-rain-more-often-in-the-")
    assert slug_of("Ի՞նչ է սա") != slug_of("Ո՞վ է սա")


@given(st.text(max_size=300))
def test_whatever_the_text_its_slug_is_an_id(text: str) -> None:
    assert Fact(id=slug_of(text), text="A fact.").id == slug_of(text)


SCALARS: st.SearchStrategy[Any] = st.sampled_from(["x", "'1900'", "", "null", "[]", "{}", "[x]", "{x: y}", "'A b'"])
KEYS = st.sampled_from(
    ["id", "prompt", "answer", "distractors", "explanation", "date", "label", "term", "text", "tags"]
)
ENTRIES = st.dictionaries(KEYS, SCALARS, max_size=5).map(
    lambda keys: "{" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}"
)
LISTS = st.one_of(
    st.lists(st.one_of(ENTRIES, SCALARS.filter(bool)), max_size=4).map(lambda e: f"[{', '.join(e)}]"), SCALARS
)
TOPS = st.sampled_from(["questions", "events", "terms", "facts", "title", "source", "note", "language", "content_note"])


@given(st.dictionaries(TOPS, LISTS, max_size=5))
def test_anything_else_is_read_or_refused_with_places(keys: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in keys.items())
    problems: Sequence[Problem] = ()
    try:
        short = read_short(yaml.parse(text, "water.yaml"), Path("water.yaml"))
    except BankError as error:
        problems = error.problems
    assert problems or short.bank.facts or short.bank.terms
    assert all(problem.line for problem in problems)


@pytest.mark.parametrize("name", ["water.yml", "water.YAML", "water.yaml.txt", "water.json"])
def test_a_file_that_was_meant_as_a_pack_is_named(tmp_path: Path, name: str) -> None:
    write_short(tmp_path).rename(tmp_path / name)
    (problem,) = read_library((tmp_path,)).problems
    assert problem.mend == "Rename it to water.yaml"


def test_one_a_folder_too_deep_is_named_and_other_yaml_is_not(tmp_path: Path) -> None:
    write_short(tmp_path / "school")
    (tmp_path / "compose.yaml").write_text("services:\n  web: {}\n")
    (tmp_path / ".hidden.yaml").write_text(WATER)
    (problem,) = read_library((tmp_path,)).problems
    assert problem.path == shown(tmp_path / "school" / "water.yaml")
    assert problem.what == "This pack is not read: it lies one folder too deep"


def test_of_a_folder_and_a_file_with_one_name_the_first_is_read(tmp_path: Path) -> None:
    write_pack(tmp_path, name="water")
    write_short(tmp_path)
    library = read_library((tmp_path,))
    assert [files.pack.title for files in library.packs] == ["Space"]
    assert [problem.severity for problem in library.problems] == [Severity.WARNING]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_with_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "water.yaml").write_bytes(WATER.encode(encoding))
    assert files_of(tmp_path).pack.title == "Water"


def test_a_question_may_have_one_to_five_wrong_options() -> None:
    options = [f"option {number}" for number in range(6)]
    about = {"prompt": "?", "answer": "a"}
    for most in range(1, 6):
        assert len(Question.model_validate({**about, "distractors": options[:most]}).distractors) == most
    for bad in (0, 6):
        with pytest.raises(ValidationError):
            Question.model_validate({**about, "distractors": options[:bad]})


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("title: Water", "question:", ["2:1: error: The key 'question' is not known here. Write `questions:`."]),
        ("title: Water", "Questions:", ["2:1: error: The key 'Questions' is not known here. Write `questions:`."]),
        ("Title: Water", "questoins:", ["1:1: error: The key 'Title'", "2:1: error: The key 'questoins'"]),
        ("title: Water", "zzz:", ["2:1: error: The key 'zzz' is not known here. Check its spelling"]),
    ],
)
def test_a_key_that_is_written_wrong_is_named_with_the_one_that_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, second: str, said: list[str]
) -> None:
    path = tmp_path / "water.yaml"
    path.write_text(f"{first}\n{second}\n- prompt: Why?\n  answer: one\n  wrong: [two]\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert [one for one in said if f"water.yaml:{one}" not in out] == []
