"""The packs that come with the game: they read without a problem and the linter finds no error in them."""

from pathlib import Path

import pytest

from quizgame.banks.files.problems import Severity
from quizgame.banks.files.read import Library, read_library
from quizgame.banks.quality.lint import lint

BANKS = Path(__file__).parents[2] / "question_banks"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return read_library((BANKS,))


def test_every_bank_in_every_folder_is_read_without_a_problem(shipped: Library) -> None:
    assert not shipped.problems, "\n".join(map(str, shipped.problems))
    folders = {path.parent.name for path in BANKS.glob("*/*.yaml")}
    assert {files.pack.id for files in shipped.packs} == folders
    for files in shipped.packs:
        names = {path.stem for path in (BANKS / files.pack.id).glob("*.yaml")} - {"pack"}
        assert set(files.pack.topics) == names


def test_the_linter_finds_no_error_in_them(shipped: Library) -> None:
    problems = [problem for files in shipped.packs for problem in lint(files)]
    print("\n".join(map(str, problems)))
    assert not [str(problem) for problem in problems if problem.severity is Severity.ERROR]


def test_no_two_topics_have_one_place_in_the_order_or_one_section(shipped: Library) -> None:
    for files in shipped.packs:
        banks = files.pack.banks
        assert len({bank.order for bank in banks}) == len({bank.section for bank in banks}) == len(banks)


def test_what_speaks_of_something_hard_comes_with_a_content_note(shipped: Library) -> None:
    for files in shipped.packs:
        if any(fact.tags for bank in files.pack.banks for fact in bank.facts):
            assert files.pack.about.content_note
