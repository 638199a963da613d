"""Where YAML reads something else than the author wrote: each place is pointed out."""

import pytest

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
COMMENT = "The text ends before ` #`, which starts a comment in YAML"
NO_TEXT = "There is no text here: ` #` starts a comment in YAML"
JOINED = "This line is read as a part of the text above it"


def found_in(text: str) -> list[tuple[int, int, str, Severity]]:
    problems = yaml.parse(text, "bank.yaml").problems
    return [(problem.line, problem.column, problem.what, problem.severity) for problem in problems]


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("a: Number #1 heat\n", 1, 11, COMMENT),
        ("a: C# is # what\nb: c\n", 1, 10, COMMENT),
        ("a: wrapped\n  text #1\nb: c\n", 2, 8, COMMENT),
        ("a: tab\t#1\n", 1, 8, COMMENT),
        ("- boat #1\n- c\n", 1, 8, COMMENT),
        ("a: [one #1\n  , two]\n", 1, 9, COMMENT),
        ("a: {b: one #1\n  }\n", 1, 12, COMMENT),
        ("a: 桥 #1\r\nb: c\r\n", 1, 6, COMMENT),
        ("b: c\ra: Number #1\r", 2, 11, COMMENT),
        ("a: #7\nb: c\n", 1, 4, NO_TEXT),
        ("- b\n- #7\n", 2, 3, NO_TEXT),
    ],
)
def test_a_text_that_a_comment_cuts_is_an_error_where_the_comment_starts(
    text: str, line: int, column: int, what: str
) -> None:
    assert found_in(text) == [(line, column, what, ERROR)]


@pytest.mark.parametrize(
    "text",
    [
        "# a\na: b\n  # c\nd: e\n",
        'a: "b" # c\n',
        "a: 'b' # c\n",
        "a: 2 # c\n",
        "a: 1988-02/1988-03 # c\n",
        "a: [b, c] # d\n",
        "a: {b: c} # d\n",
        "a: | # b\n  c # d\n",
        "a: # b\n  - c\n",
        "a: # nothing yet\nb: c\n",
        "a: ~ # c\n",
        "a: b#c\n",
        'a: "b #1"\n',
        "a: C#\n",
    ],
)
def test_other_comments_and_number_signs_are_allowed(text: str) -> None:
    assert not found_in(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "one", "other"),
    [
        ("a: [The salt, sand and shells, The moon]\n", 1, 15, "The salt", "sand and shells"),
        ("a: [Соль, песок и ракушки, Луна]\n", 1, 11, "Соль", "песок и ракушки"),
        ("a: [3,5, 4,5]\n", 1, 7, "3", "5"),
        ("a: [1,000 people, 20 people]\n", 1, 7, "1", "000 people"),
    ],
)
def test_a_comma_that_divides_a_text_is_a_warning(text: str, line: int, column: int, one: str, other: str) -> None:
    what = f"The comma divides {one!r} and {other!r} into two entries"
    assert found_in(text)[0] == (line, column, what, WARNING)


@pytest.mark.parametrize(
    "entries", ["war, death", "The Moon, The Sun", "1,2,3", "1, 2, 3", '"The salt", "sand and shells"', "Co, co", "a"]
)
def test_a_list_between_brackets_may_be_a_list(entries: str) -> None:
    assert not found_in(f"a: [{entries}]\n")


def test_a_comma_that_makes_a_key_of_a_text_is_an_error_and_the_key_is_not_kept() -> None:
    text = "a: {text: The salt, sand, why: It is}\n"
    assert found_in(text) == [(1, 21, "The comma before 'sand' ends the text before it", ERROR)]
    assert yaml.parse(text, "bank.yaml").plain() == {"a": {"text": "The salt", "why": "It is"}}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n  - The boat\n    - A boat\n", 3, 5),
        ("a:\n  b: text\n    note:more\n", 3, 5),
        ("a: text\n  - one\nb: c\n", 2, 3),
    ],
)
def test_a_line_that_joins_the_text_above_it_is_a_warning(text: str, line: int, column: int) -> None:
    assert found_in(text) == [(line, column, JOINED, WARNING)]


@pytest.mark.parametrize("text", ["a: wrapped\n  text\n", "a: see\n  https://x.org\n", "a: >-\n  one\n  - two\n"])
def test_a_wrapped_text_is_one_text(text: str) -> None:
    assert not found_in(text)


def test_a_quote_that_swallows_keys_is_a_warning_where_it_opens() -> None:
    text = 'a: "A lander\nb: c\nd: e"\n'
    what = "The quote that opens here is not closed before line 2, which looks like a key"
    assert found_in(text) == [(1, 4, what, WARNING)]
    assert not found_in('a: "A lander\n  and more"\nb: c\n')


def test_an_escape_that_is_a_space_is_a_warning() -> None:
    assert found_in('a: "C:\\temp"\n') == [(1, 7, "`\\t` in double quotes is a tab", WARNING)]
    assert found_in('a: "one\\rtwo"\n') == [(1, 8, "`\\r` in double quotes is a line break", WARNING)]
    for fine in ("a: 'C:\\temp'\n", 'a: "C:\\\\temp"\n', 'a: "one\\ntwo"\n', "a: C:\\temp\n"):
        assert not found_in(fine)
