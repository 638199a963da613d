"""The rules for good questions: each trips on the smallest bank that breaks it, and not on a near miss."""

from pathlib import Path

import pytest

from quizgame.banks.files.problems import Problem
from quizgame.banks.files.read import read_library
from quizgame.banks.quality.lint import lint
from tests.banks.quality.lint_rules import RULES, Change, Rule
from tests.packs import MOON, SUN, write_pack


def found_in(tmp_path: Path, change: Change, what: str) -> list[tuple[Problem, str]]:
    """The problems that say so in the changed bank, each with its line of the file."""
    old, new = change
    assert MOON.count(old) == 1, old
    text = MOON.replace(old, new)
    write_pack(tmp_path, banks={"moon": text})
    library = read_library((tmp_path,))
    assert not library.problems, library.problems
    rows = text.splitlines()
    return [(problem, rows[problem.line - 1]) for problem in lint(library.packs[0]) if what in problem.what]


@pytest.mark.parametrize(
    ("rule", "change"),
    [pytest.param(rule, change, id=name) for name, rule in RULES.items() for change in rule.trips],
)
def test_the_linter_asks_for(tmp_path: Path, rule: Rule, change: Change) -> None:
    ((problem, row),) = found_in(tmp_path, change, rule.what)
    assert problem.severity is rule.severity
    assert row.startswith(rule.where)
    assert problem.column > 0
    assert problem.mend


@pytest.mark.parametrize(
    ("rule", "change"),
    [pytest.param(rule, change, id=name) for name, rule in RULES.items() for change in rule.spares],
)
def test_a_near_miss_is_spared_by_the_rule_that_asks_for(tmp_path: Path, rule: Rule, change: Change) -> None:
    assert not found_in(tmp_path, change, rule.what)


def test_the_small_pack_of_the_tests_has_no_problems_at_all(tmp_path: Path) -> None:
    write_pack(tmp_path)
    assert not lint(read_library((tmp_path,)).packs[0])


def bank_with(longest: int, others: int) -> str:
    """A bank in which so many answers are the longest option of their question, and so many are as long as another."""
    question = SUN[SUN.index("      - id: sun-light-time") :]
    answers = ["12 minutes"] * longest + ["9 minutes"] * others
    wordings = [
        question.replace("light-time", f"light-{number}").replace("8 minutes", answer)
        for number, answer in enumerate(answers)
    ]
    return SUN.replace("borrows: [eagle-lands]\n", "").replace(question, "".join(wordings))


@pytest.mark.parametrize(
    ("longest", "others", "share"),
    [(8, 0, "100%"), (4, 4, "50%"), (7, 0, None), (3, 5, None), (9, 11, None), (10, 11, "48%"), (0, 8, None)],
)
def test_the_answer_is_rarely_the_longest_option_of_a_bank(
    tmp_path: Path, longest: int, others: int, share: str | None
) -> None:
    write_pack(tmp_path, banks={"sun": bank_with(longest, others)})
    found = [problem.what for problem in lint(read_library((tmp_path,)).packs[0]) if "longest" in problem.what]
    assert found == ([f"The answer is the longest option in {share} of the questions"] if share else [])


def test_problems_stand_in_the_order_of_the_files_and_their_lines(tmp_path: Path) -> None:
    moon = (
        MOON.replace("importance: 1", "importance: 3")
        .replace("paragraph: 2", "paragraph: 9")
        .replace("- At sea", "- 7")
    )
    write_pack(
        tmp_path,
        banks={"sun": SUN.replace("paragraph: 1", "paragraph: 9").replace("order: 2", "order: 0"), "moon": moon},
    )
    found = lint(read_library((tmp_path,)).packs[0])
    assert [problem.order for problem in found] == sorted(problem.order for problem in found)
    assert {Path(problem.path).stem for problem in found} == {"moon", "sun"}
    assert len(found) == 4
