"""The rules for good questions: each trips on the smallest bank that breaks it, and not on a near miss."""

from pathlib import Path

import pytest

from quizgame.banks.files.problems import Problem, Severity
from quizgame.banks.files.read import read_library
from quizgame.banks.models import Distractor, Question
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.lint import lint
from quizgame.banks.quality.options import option_findings
from tests.banks.quality.lint_rules import RULES, Change, Rule
from tests.packs import MOON, PACK, SUN, write_pack


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


LANDINGS = MOON.replace("text: The lander Eagle", "text: At the landing the lander Eagle").replace(
    "text: Luna 9 sent", "text: After its landing Luna 9 sent"
)


@pytest.mark.parametrize(
    ("prompt", "warned"),
    [
        ("What did the landing show?", True),
        ("What did Luna 9 do at the big landing?", True),
        ("What did the landing of 1966 show?", False),
        ("What did the landing of Eagle show?", False),
        ("What did the landing that brought Eagle down show?", False),
        ("What did a landing show?", False),
        ("Luna 9 came down. What did the landing show?", False),
        ("What did the landings show?", False),
    ],
)
def test_of_several_like_events_a_prompt_says_which_one(tmp_path: Path, prompt: str, warned: bool) -> None:
    write_pack(tmp_path, banks={"moon": LANDINGS.replace("What did Luna 9 send?", prompt)})
    what = "The pack tells of more than one landing, and the prompt only says"
    assert any(what in problem.what for problem in lint(read_library((tmp_path,)).packs[0])) is warned


def test_one_dated_event_needs_no_date_in_a_prompt(tmp_path: Path) -> None:
    moon = LANDINGS.replace("date: 1966-02", "date: 1960/1970").replace("Luna 9 send?", "the landing show?")
    write_pack(tmp_path, banks={"moon": moon})
    assert not [problem for problem in lint(read_library((tmp_path,)).packs[0]) if "more than one" in problem.what]


def test_labels_of_the_two_ends_of_one_thing_put_themselves_in_order(tmp_path: Path) -> None:
    moon = MOON.replace("Eagle sets down on the Moon", "The crew starts its work").replace(
        "A probe sends pictures from the ground", "The crews finish their work"
    )
    folder = write_pack(tmp_path, banks={"moon": moon.replace("Luna 9 sent", "The crew of Luna sent")})
    (found,) = [problem for problem in lint(read_library((tmp_path,)).packs[0]) if "in order" in problem.what]
    assert (found.path, found.line) == (str(folder / "moon.yaml"), moon[: moon.index("The crews")].count("\n") + 1)
    assert "This label and 'The crew starts its work' put themselves in order" in found.what


def test_a_borrowed_fact_gives_away_what_its_new_topic_asks(tmp_path: Path) -> None:
    """The prompt that is to be mended stands in the bank that lends the fact."""
    sun = SUN.replace("answer: 8 minutes", "answer: Eagle's light").replace("How long does the", "Which was Eagle's")
    sun = sun.replace("Which was Eagle's light of the Sun need to reach us?", "What came first of the crew?")
    moon = MOON.replace("at that time?", "when they saw Eagle's light?")
    folder = write_pack(tmp_path, banks={"moon": moon, "sun": sun})
    found = [problem for problem in lint(read_library((tmp_path,)).packs[0]) if "prints" in problem.what]
    assert [(problem.path, problem.line) for problem in found] == [(str(folder / "moon.yaml"), 14)]
    assert "the answer of 'sun-light-time'" in found[0].what


def bank_about_eagle(prints: int, others: int, *, prompt: str = "What of Eagle is part") -> str:
    """A bank that asks for Eagle once, and in which so many prompts print it and so many don't."""
    prompts = [f"{prompt} {n}?" for n in range(prints)] + [f"What is part {n}?" for n in range(others)]
    questions = "".join(
        f"      - id: part-{n}\n        prompt: {prompt}\n        answer: Thing {n}{n}\n"
        f"        distractors: [Stone {n}{n}, Sound {n}{n}]\n        explanation: So.\n"
        for n, prompt in enumerate(prompts)
    )
    named = "        answer: Eagle\n        distractors: [Luna, Columbia]"
    moon = MOON.replace("        answer: A lander\n        distractors: [A rocket, A rover]", named)
    rest = moon[moon.index("      - id: luna-lands-sent") : moon.index("  - id: money")]
    return moon.replace("What was Eagle?", "Who came down slowly?").replace(rest, questions)


def whats(tmp_path: Path, moon: str) -> list[str]:
    folder = write_pack(tmp_path, banks={"moon": moon})
    return [problem.what for problem in lint(read_library((folder,)).packs[0])]


@pytest.mark.parametrize(("prints", "others", "warned"), [(12, 20, False), (20, 3, True)])
def test_a_word_that_is_printed_everywhere_is_said_only_where_the_draw_cannot_keep_it_apart(
    tmp_path: Path, prints: int, others: int, warned: bool
) -> None:
    found = [what for what in whats(tmp_path, bank_about_eagle(prints, others)) if "'Eagle'" in what]
    what = "A round can't be kept free of prompts that print 'Eagle', such as 'part-0', 'part-1', 'part-2'"
    assert found == [what] * warned


@pytest.mark.parametrize(("prints", "warned"), [(1, 1), (2, 2), (4, 0), (8, 0)])
def test_one_shared_word_tells_only_of_what_few_prompts_print(tmp_path: Path, prints: int, warned: int) -> None:
    found = whats(tmp_path, bank_about_eagle(prints, 30, prompt="How slowly did Eagle go to part"))
    assert len([what for what in found if "prints 'Eagle'" in what]) == warned


def test_two_shared_words_do_not_tell_of_what_a_fifth_of_the_prompts_print(tmp_path: Path) -> None:
    for prints, warned in ((6, 6), (9, 0)):
        moon = bank_about_eagle(prints, 30, prompt="How slowly down did Eagle go to part")
        found = whats(tmp_path / str(prints), moon)
        assert len([what for what in found if "prints 'Eagle'" in what]) == warned


def test_what_was_said_of_one_prompt_is_not_said_of_the_whole_topic_again(tmp_path: Path) -> None:
    moon = bank_about_eagle(9, 0).replace("part 3?", "part 3 and come down slowly in dusty light?")
    moon = moon.replace("came down slowly?", "came down slowly in dusty light?")
    found = [what for what in whats(tmp_path, moon) if "'Eagle'" in what]
    assert found == ["The prompt prints 'Eagle', the answer of 'eagle-lands-what'"]


def test_initials_in_a_label_are_told_by_the_names_that_they_stand_for(tmp_path: Path) -> None:
    moon = MOON.replace("text: Luna 9 sent", "text: The United States sent").replace("label: A probe", "label: The US")
    assert not [what for what in whats(tmp_path, moon) if "the text of the fact does not" in what]


def test_equal_prompts_are_found_across_the_banks_with_the_place_of_the_first(tmp_path: Path) -> None:
    sun = SUN.replace("How long does the light of the Sun need to reach us?", "What was  Eagle ?")
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": sun})
    (found,) = [problem for problem in lint(read_library((tmp_path,)).packs[0]) if "the same as" in problem.what]
    assert found.path == str(folder / "sun.yaml")
    assert found.what == "The prompt is the same as that of 'eagle-lands-what' in moon.yaml:21"


def test_in_a_language_without_lists_the_rules_that_need_words_are_silent(tmp_path: Path) -> None:
    moon = MOON.replace("at that time?", "when the same group came?").replace("[Stones, Sounds]", "[Stones, Both]")
    moon = moon.replace("label: A probe", "label: The first probe")
    for language, rules in (("en-GB", 3), ("de", 0)):
        folder = write_pack(tmp_path, name=language, banks={"moon": moon}, about=PACK.replace(": en", f": {language}"))
        found = [problem.what for problem in lint(read_library((folder,)).packs[0])]
        words = ("may give its place", "does not say what", "only points at")
        assert sum(any(word in what for word in words) for what in found) == rules


def test_a_print_and_a_year_are_found_in_any_language(tmp_path: Path) -> None:
    moon = MOON.replace("at that time?", "after A lander?").replace("label: A probe", "label: 1966 A probe")
    folder = write_pack(tmp_path, banks={"moon": moon}, about=PACK.replace(": en", ": ja"))
    found = [problem.what for problem in lint(read_library((folder,)).packs[0])]
    assert any("The prompt prints 'A lander'" in what for what in found)
    assert "The label gives its date away ('1966')" in found


def test_options_that_differ_by_case_or_a_full_stop_are_a_warning() -> None:
    """Said of the question itself: whether a bank may have them at all is for its model to say."""
    question = Question.model_construct(
        id="q", prompt="Which sign?", answer="Co", distractors=(Distractor(text="CO"), Distractor(text="C")),
        explanation="So.",
    )  # fmt: skip
    (found,) = option_findings(question, word_lists("en"))
    assert (found.at, found.severity) == (("distractors", 0), Severity.WARNING)
    assert found.what == "The options 'Co' and 'CO' differ only in capital letters or a full stop"
