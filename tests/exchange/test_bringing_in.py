"""From a file to a pack: ids that stay, what is new and what was edited where, and what can't be held."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.dates import parse
from quizgame.banks.files.problems import Severity
from quizgame.banks.files.read import read_library
from quizgame.banks.files.write import new_folder
from quizgame.banks.pack import Pack
from quizgame.banks.quality.lint import lint
from quizgame.exchange.bring import RECORD, Brought, new_pack, updated
from quizgame.exchange.file import File
from quizgame.exchange.formats import read
from quizgame.exchange.neutral import Imported, Question, Statement, Word, Wrong
from quizgame.exchange.reasons import Why
from tests.often import examples

DAY = parse("2026-11-26")
SHEET = "Question,Answer,Wrong 1,Wrong 2\nWhat is Eagle?,A lander,A rocket,A rover\nWhere is it?,There,Here,Nowhere\n"


def sheet(text: str) -> Imported:
    return read(File("space.csv", text.encode()))


def brought(imported: Imported) -> Brought:
    return new_pack(imported, "space", "space.csv", DAY)


def pack(result: Brought) -> Pack:
    return Pack("space", result.about, result.banks, "0")


def again(before: Brought, imported: Imported, edited: Pack | None = None) -> Brought:
    return updated(imported, edited or pack(before), before.files[RECORD])


def with_prompt(result: Brought, old: str, new: str) -> Pack:
    """The pack after somebody edited a question in it."""
    banks = []
    for bank in result.banks:
        facts = []
        for fact in bank.facts:
            questions = tuple(
                question.model_copy(update={"answer": new}) if question.answer == old else question
                for question in fact.questions
            )
            facts.append(fact.model_copy(update={"questions": questions}))
        banks.append(bank.model_copy(update={"facts": tuple(facts)}))
    return Pack("space", result.about, tuple(banks), "1")


def test_a_sheet_becomes_a_pack_with_its_source_and_day() -> None:
    result = brought(sheet(SHEET))
    assert result.counts == (2, 0, 0)
    assert result.about.source is not None
    assert result.about.source.title == "space.csv"
    assert result.about.source.read == DAY
    assert {fact.questions[0].prompt for fact in result.banks[0].facts} == {"What is Eagle?", "Where is it?"}


def test_the_same_file_changes_nothing_a_second_time() -> None:
    first = brought(sheet(SHEET))
    second = again(first, sheet(SHEET))
    assert second.files == {}
    assert len(second.same) == 2


def test_what_is_new_comes_in_and_what_changed_changes_under_its_id() -> None:
    first = brought(sheet(SHEET))
    second = again(first, sheet(SHEET.replace("A lander", "A spacecraft") + "Who?,Me,You,They\n"))
    assert len(second.added) == 1
    (changed,) = second.changed
    assert changed in first.added
    assert "A spacecraft" in second.files["space.yaml"]
    assert "A lander" not in second.files["space.yaml"]  # the fact that was made for it follows
    assert again(second, sheet(SHEET.replace("A lander", "A spacecraft"))).files == {}


def test_what_was_edited_here_stays() -> None:
    first = brought(sheet(SHEET))
    edited = with_prompt(first, "A lander", "A moon lander")
    second = again(first, sheet(SHEET), edited)
    assert len(second.edited_here) == 1
    assert (second.files, second.left_out) == ({}, ())


def test_what_was_edited_on_both_sides_stays_and_is_named() -> None:
    first = brought(sheet(SHEET))
    edited = with_prompt(first, "A lander", "A moon lander")
    second = again(first, sheet(SHEET.replace("A lander", "A spacecraft")), edited)
    assert [one.why for one in second.left_out] == [Why.EDITED_BOTH]
    assert "space.yaml" not in second.files


def test_what_was_deleted_here_does_not_come_back() -> None:
    first = brought(sheet(SHEET))
    bank = first.banks[0].model_copy(update={"facts": first.banks[0].facts[1:]})
    second = again(first, sheet(SHEET), Pack("space", first.about, (bank,), "1"))
    assert [one.why for one in second.left_out] == [Why.DELETED_HERE]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("True?,Yes,,", Why.FEW_WRONG),
        ("What is Eagle?,A lander,A rocket,A rover", Why.TWICE),
        ("What is  eagle?,A plane,A rocket,A rover", Why.UNLIKE_TWIN),
        ("Same?,One,One,Two", Why.DOES_NOT_FIT),
        (f"{'long ' * 200},One,Two,Three", Why.DOES_NOT_FIT),
        ("Half \ud800?,One,Two,Three", Why.DOES_NOT_FIT),
        ("Turned \u202e?,One,Two,Three", Why.DOES_NOT_FIT),
    ],
)
def test_what_our_banks_can_not_hold_is_left_out_with_its_row(row: str, why: Why) -> None:
    imported = read(File("space.csv", (SHEET + row + "\n").encode("utf-8", "replace")))
    if "\ud800" in row:
        bad = Question("x", "space", "Half \ud800", "a", (Wrong("b"), Wrong("c")))
        imported = replace(imported, entries=(*imported.entries[:2], bad))
    result = brought(imported)
    assert [one.why for one in result.left_out] == [why]
    assert result.counts == (2, 0, 0)


def test_many_options_are_left_out_and_not_cut() -> None:
    options = tuple(Wrong(f"wrong {number}") for number in range(6))
    result = brought(Imported("x", (Question("", "t", "q", "a", options), Question("", "t", "r", "a", options[:2]))))
    assert [(one.why, one.detail) for one in result.left_out] == [(Why.MANY_WRONG, "5")]


def test_an_event_whose_label_gives_its_date_away_is_left_out() -> None:
    events = (
        Statement("", "t", None, "1957", "Sputnik in 1957"),
        Statement("", "t", None, "1961", "Gagarin"),
        Statement("", "t", None, "in spring", "x"),
    )
    result = brought(Imported("x", events, language="en"))
    assert [one.why for one in result.left_out] == [Why.DOES_NOT_FIT, Why.DOES_NOT_FIT]
    assert result.counts == (0, 1, 0)


TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["", " ", "a", "A", "\u200b", "x" * 700, "no", "null", "- a", "pack", "\x07", "1988", "\ud800", "a\nb"]
    ),
)
ENTRIES = st.one_of(
    st.builds(
        Question, TEXTS, TEXTS, TEXTS, TEXTS,
        st.lists(st.builds(Wrong, TEXTS, st.none() | TEXTS), max_size=5).map(tuple), st.none() | TEXTS,
        st.none() | st.sampled_from(["a", "f"]),
    ),
    st.builds(Word, TEXTS, TEXTS, TEXTS, TEXTS),
    st.builds(Statement, TEXTS, TEXTS, st.none() | TEXTS, st.none() | st.sampled_from(["1988", "", "?", "1066-10-14"]),
              st.none() | TEXTS),
)  # fmt: skip


@pytest.mark.thorough
@examples(100)
@given(st.lists(ENTRIES, max_size=6), TEXTS, TEXTS)
def test_whatever_comes_the_pack_passes_check_and_a_second_time_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Question | Word | Statement], title: str, file: str
) -> None:
    imported = Imported("x", tuple(entries), title=title, language="en")
    result = new_pack(imported, "space", file, DAY)
    if not result.added:
        return
    folder: Path = tmp_path_factory.mktemp("banks")
    new_folder(folder / "space", result.files)
    library = read_library((folder,))
    (files,) = library.packs
    found = [*library.problems, *lint(files)]
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []
    second = updated(imported, files.pack, result.files[RECORD])
    assert (second.added, second.changed, second.edited_here, second.files) == ((), (), (), {})
    assert {one.why for one in second.left_out} <= {one.why for one in result.left_out}
