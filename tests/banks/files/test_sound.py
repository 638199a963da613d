"""One bad entry leaves out itself, and what can't be without it; the rest of its bank and its pack plays."""

from pathlib import Path

import pytest

from quizgame.banks.files.problems import Severity, shown
from quizgame.banks.files.read import Library, read_library
from quizgame.banks.pack import Pack
from tests.packs import MOON, PACK, SUN, write_pack

FACTS = ["eagle-lands", "luna-lands", "money"]
QUESTIONS = ["eagle-lands-third", "eagle-lands-what", "luna-lands-sent"]


def library_with(tmp_path: Path, old: str, new: str) -> Library:
    assert MOON.count(old) == 1
    write_pack(tmp_path, banks={"moon": MOON.replace(old, new), "sun": SUN.replace("borrows: [eagle-lands]\n", "")})
    return read_library((tmp_path,))


def ids(pack: Pack) -> tuple[list[str], list[str | None]]:
    facts = pack.bank("moon").facts
    return [fact.id for fact in facts], [question.id for fact in facts for question in fact.questions]


WHAT, SENT = "eagle-lands-what", "luna-lands-sent"
OPTIONS = "[A rocket, A rover]"


@pytest.mark.parametrize(
    ("old", "new", "line", "left_out", "gone"),
    [
        ("What was Eagle?", '""', 21, f"The question '{WHAT}'", {WHAT}),
        ("What did Luna 9 send?", "Boat #7", 32, f"The question '{SENT}'", {SENT}),
        (OPTIONS, "[A lander]", 23, f"The question '{WHAT}'", {WHAT}),
        (OPTIONS, "[A lander, A rover]", 23, "The option 'A lander'", set()),
        (OPTIONS, "[A lander, A rover, A car]", 23, "The option 'A lander'", set()),
        (OPTIONS, "[A rocket, null, A car]", 23, "Entry 2 of 'distractors'", set()),
        ("why: All three", "wy: All three", 17, "The option 'On Earth'", set()),
        ("- id: eagle-lands-what", "- ib: x", 20, "The question 'What was Eagle?'", {WHAT}),
        ("date: 1966-02", "date: 2/3/1966", 28, "The fact 'luna-lands'", {"luna-lands", SENT}),
        ("importance: 1", "importance: 1\n    importance: 2", 40, "The fact 'money'", {"money"}),
        ("term: orbit,", "term: ,", 42, "The term 'orbit'", set()),
    ],
)
def test_a_bad_entry_is_named_and_left_out_and_nothing_else_is(
    tmp_path: Path, *, old: str, new: str, line: int, left_out: str, gone: set[str]
) -> None:
    library = library_with(tmp_path, old, new)
    pack = library.packs[0].pack
    assert pack.topics == ("moon", "sun")
    facts, questions = ids(pack)
    assert {*FACTS, *QUESTIONS} - {*facts, *questions} - {None} == gone
    moon = shown(tmp_path / "space" / "moon.yaml")
    assert {(problem.path, problem.left_out) for problem in library.problems} == {(moon, f"{left_out} was left out")}
    assert library.problems[0].line == line
    assert str(library.problems[0]).endswith(f". {left_out} was left out.")
    assert library.entries_left_out == {moon: 1}
    assert not library.files_left_out


def test_a_fact_that_loses_all_its_questions_stays_a_fact(tmp_path: Path) -> None:
    library = library_with(tmp_path, "answer: Pictures", "answer:")
    fact = library.packs[0].pack.fact("luna-lands")
    assert not fact.questions
    assert fact.is_event


def test_what_stays_still_knows_its_line(tmp_path: Path) -> None:
    document = library_with(tmp_path, "importance: 3", "importance: 4").packs[0].documents["moon"]
    assert document.node_at(("facts", 0, "id")).value == "luna-lands"
    assert document.node_at(("facts", 0, "id")).line == 25


def test_problems_of_several_entries_are_counted_by_entry(tmp_path: Path) -> None:
    bad = (
        MOON.replace("importance: 3", "importance: 4")
        .replace("What was Eagle?", '""')
        .replace("paragraph: 4", "paragraph: x")
    )
    write_pack(tmp_path, banks={"moon": bad})
    library = read_library((tmp_path,))
    assert [problem.left_out for problem in library.problems] == [
        "The fact 'eagle-lands' was left out",
        "The fact 'eagle-lands' was left out",
        "The fact 'money' was left out",
    ]
    assert list(library.entries_left_out.values()) == [2]


@pytest.mark.parametrize(
    ("old", "new"), [("order: 1\n", "order: x\n"), ("topic: moon", "topic: mars"), ("title: Moon", "titel: Moon")]
)
def test_a_bank_whose_own_keys_are_broken_is_left_out(tmp_path: Path, old: str, new: str) -> None:
    library = library_with(tmp_path, old, new)
    assert library.packs[0].pack.topics == ("sun",)
    assert library.files_left_out == [shown(tmp_path / "space" / "moon.yaml")]
    assert not any(problem.left_out for problem in library.problems)


def test_a_bank_of_which_nothing_is_left_is_left_out(tmp_path: Path) -> None:
    sun = SUN.replace("borrows: [eagle-lands]\n", "").replace("paragraph: 1", "paragraph: 0")
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": sun})
    library = read_library((tmp_path,))
    assert library.packs[0].pack.topics == ("moon",)
    assert library.files_left_out == [shown(folder / "sun.yaml")]
    assert [problem.what for problem in library.problems] == ["'paragraph' must be at least 1"]
    assert not library.entries_left_out


def test_a_warning_leaves_nothing_out(tmp_path: Path) -> None:
    library = library_with(tmp_path, "[A rocket, A rover]", "[A red, rocket, A rover]")
    assert [problem.severity for problem in library.problems] == [Severity.WARNING]
    assert ids(library.packs[0].pack) == (FACTS, QUESTIONS)


@pytest.mark.parametrize(("written", "said"), [("null", "null"), ("~", "~")])
def test_an_unquoted_null_is_told_to_be_quoted(tmp_path: Path, written: str, said: str) -> None:
    (problem,) = library_with(tmp_path, "[A rocket, A rover]", f"[A rocket, {written}, A car]").problems
    assert problem.what == "Entry 2 of 'distractors' must be a text"
    assert problem.mend == f"If the word is meant, put {said} in quotes"


def test_of_thousands_of_unknown_keys_the_first_are_named_and_all_are_counted(tmp_path: Path) -> None:
    keys = "".join(f"k{number}: x\n" for number in range(5000))
    library = library_with(tmp_path, "title: Moon\n", f"{keys}title: Moon\n")
    count, *first = library.problems
    assert count.what == "The file has 5,000 problems"
    assert [(problem.line, problem.what) for problem in first[:2]] == [
        (2, "The key 'k0' is not known here"),
        (3, "The key 'k1' is not known here"),
    ]
    assert len(first) == 19
    assert not any("missing" in problem.what for problem in first)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("licence: Our own words", "licence: ''", {"licence": None}),
        ("licence: Our own words", "licence: [Ours]", {"licence": None}),
        ("read: 2024-05-17", "read: yesterday", {"read": None}),
        ("title: A text about space", "titel: x", {"title": "Space"}),
        ("title: Space", "title: ", {}),
        ("language: en", "langauge: en", {}),
    ],
)
def test_a_mistake_in_pack_yaml_does_not_hide_the_game(
    tmp_path: Path, old: str, new: str, changed: dict[str, object]
) -> None:
    folder = write_pack(tmp_path, about=PACK.replace(old, new))
    library = read_library((tmp_path,))
    pack = library.packs[0].pack
    assert pack.topics == ("moon", "sun")
    assert library.problems
    assert all(problem.path == shown(folder / "pack.yaml") for problem in library.problems)
    assert {problem.left_out for problem in library.problems} == {"The pack plays without it"}
    for key, value in changed.items():
        assert getattr(pack.about.source, key) == value
    assert (pack.title, pack.about.language) == (
        "space" if new == "title: " else "Space",
        "und" if "langauge" in new else "en",
    )
    assert pack.about.content_note


def test_a_bad_section_is_left_out_and_its_banks_play(tmp_path: Path) -> None:
    write_pack(tmp_path, about=PACK.replace("paragraphs: 2, group: Stars", "paragraphs: two"))
    library = read_library((tmp_path,))
    pack = library.packs[0].pack
    assert pack.topics == ("moon", "sun")
    assert [(section.heading, section.paragraphs) for section in pack.about.sections] == [
        ("The Moon", 4),
        ("The Sun", 1),
    ]
    assert [problem.left_out for problem in library.problems] == ["The section 'The Sun' was left out"]


def test_a_content_note_that_cannot_be_read_keeps_the_pack_from_playing(tmp_path: Path) -> None:
    write_pack(tmp_path, about=PACK.replace("This pack speaks of a crew that was lost.", "[lost]"))
    library = read_library((tmp_path,))
    assert not library.packs
    assert len(library.files_left_out) == 1
