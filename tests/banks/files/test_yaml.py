"""The restricted YAML: scalars stay text, positions, encodings, and what is pointed out with a hint."""

import pytest

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import BankError, Problem


def plain(text: str) -> object:
    document = yaml.parse(text, "bank.yaml")
    assert not document.problems
    return document.plain()


def problem_in(source: str | bytes) -> Problem:
    """The one problem that stops the reading."""
    with pytest.raises(BankError) as caught:
        yaml.parse(source if isinstance(source, str) else yaml.read_text(source, "bank.yaml"), "bank.yaml")
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    "scalar",
    ("no No yes on off true 12:30 1:59:59 007 017 0x10 0b1 1_000 3.10 1e5 2024-01-01 2024-02-30 .nan .inf -0 +1 ="
     " Null NULL none << 0.1.2 99999999999999999999999999").split(),
)  # fmt: skip
def test_a_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    written = yaml.parse(f"key: {scalar}\nlist: [{scalar}]\n{scalar}: key\n", "bank.yaml").plain()
    assert written == {"key": scalar, "list": [scalar], scalar: "key"}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_written_as_a_tilde_as_null_or_not_at_all(nothing: str) -> None:
    assert plain(f"key: {nothing}\nlast: {{a: {nothing}}}\n") == {"key": None, "last": {"a": None}}
    assert plain(f"- {nothing}\n- text\n") == [None, "text"]


@pytest.mark.parametrize("quoted", ['""', "''", '"~"', "'null'", '"null"', "|\n  ~\n", ">-\n  null\n"])
def test_what_is_quoted_or_in_a_block_is_a_text(quoted: str) -> None:
    text = yaml.parse(f"key: {quoted}", "bank.yaml").plain()["key"]
    assert isinstance(text, str)
    assert text.strip() == quoted.strip("\"'|>- \n")


def test_quotes_blocks_and_nested_collections_are_read_as_yaml_reads_them() -> None:
    text = "a: 'it''s'\nb: \"tab\\x09next\"\nc: >-\n  one\n  two\nd: |\n  one\n  two\ne: {f: [g, [h]], i: {}}\nj: []\n"
    assert plain(text) == {
        "a": "it's",
        "b": "tab\tnext",
        "c": "one two",
        "d": "one\ntwo\n",
        "e": {"f": ["g", ["h"]], "i": {}},
        "j": [],
    }


def test_each_node_knows_its_line_and_column_and_those_of_its_key() -> None:
    document = yaml.parse("# note\ntopic: moon\nfacts:\n  - id: é\n    text: [a, bé, c]\n", "bank.yaml")
    assert (document.root.line, document.root.column) == (2, 1)
    second = document.node_at(("facts", 0, "text", 1))
    assert (second.value, second.line, second.column) == ("bé", 5, 15)
    text = document.node_at(("facts", 0, "text"))
    assert (text.line, text.column, text.key_line, text.key_column) == (5, 11, 5, 5)


@pytest.mark.parametrize(
    ("steps", "line"),
    [((), 1), (("facts",), 3), (("facts", 0, "id"), 3), (("facts", 7), 3), (("facts", "id"), 3), (("no", 1), 1)],
)
def test_a_path_leads_to_the_last_node_on_the_way_that_exists(steps: tuple[str | int, ...], line: int) -> None:
    document = yaml.parse("topic: moon\nfacts:\n  - id: a\n    text: b\n", "bank.yaml")
    assert document.node_at(steps).line == line


def test_a_key_that_stands_twice_is_named_with_both_lines_and_the_first_is_kept() -> None:
    document = yaml.parse("a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\na: 5\n", "bank.yaml")
    assert document.plain() == {"a": "1", "b": {"c": "2", "d": "3"}}
    assert [(problem.line, problem.column, problem.what) for problem in document.problems] == [
        (5, 3, "The key 'c' stands here and in line 3"),
        (6, 1, "The key 'a' stands here and in line 1"),
    ]


def test_all_bad_texts_of_a_file_are_pointed_out_and_not_only_the_first() -> None:
    document = yaml.parse('a: "\\e]52"\nb: fine\nc: ["\\x9b", "x\\u202Ey"]\n"\\a": d\n', "bank.yaml")
    found = [(problem.line, problem.column, problem.what[-8:]) for problem in document.problems]
    assert found == [(1, 4, "(U+001B)"), (3, 5, "(U+009B)"), (3, 13, "(U+202E)"), (4, 1, "(U+0007)")]


def test_after_a_thousand_problems_the_reading_ends() -> None:
    with pytest.raises(BankError) as caught:
        yaml.parse('- "\\e"\n' * 1001, "bank.yaml")
    assert len(caught.value.problems) == 1001
    assert caught.value.problems[-1].what == "The file has more than 1,000 problems"
    assert len(yaml.parse('- "\\e"\n' * 1000, "bank.yaml").problems) == 1000


TWO_LINES = "a: é\nb: ünï\n"


@pytest.mark.parametrize(
    "data",
    [
        TWO_LINES.encode(),
        TWO_LINES.encode("utf-8-sig"),
        TWO_LINES.replace("\n", "\r\n").encode(),
        TWO_LINES.replace("\n", "\r\n").encode("utf-8-sig"),
        b"\xff\xfe" + TWO_LINES.encode("utf-16-le"),
        b"\xfe\xff" + TWO_LINES.encode("utf-16-be"),
        (TWO_LINES + "...\n").encode(),
        ("---\n" + TWO_LINES).encode(),
    ],
    ids="utf-8 bom crlf bom+crlf utf-16-le utf-16-be end-mark start-mark".split(),
)
def test_the_usual_encodings_and_line_ends_are_read_alike(data: bytes) -> None:
    assert plain(yaml.read_text(data, "bank.yaml")) == {"a": "é", "b": "ünï"}


@pytest.mark.parametrize(
    ("data", "line", "column", "what"),
    [
        (b"a: b\nc: caf\xe9\n", 2, 7, "This is not UTF-8 text (byte 0xe9)"),
        ("a: é\nc: éé ".encode() + b"\xe9\n", 2, 7, "This is not UTF-8 text (byte 0xe9)"),
        (b"\xef\xbb\xbfa: caf\xe9\n", 1, 7, "This is not UTF-8 text (byte 0xe9)"),
        ("a: Агдам\n".encode("cp1251"), 1, 4, "This is not UTF-8 text (byte 0xc0)"),
        (b"a: \xed\xa0\x80\n", 1, 4, "This is not UTF-8 text (byte 0xed)"),
        (b"a: \xc0\x80\n", 1, 4, "This is not UTF-8 text (byte 0xc0)"),
        (b"\xff\xfe" + "a: é\nb".encode("utf-16-le") + b"\0", 2, 2, "This is not UTF-16 text (byte 0x00)"),
        (b"\xff\xfe" + b"a\0\x00\xd8b\0", 1, 2, "This is not UTF-16 text (byte 0x00)"),
        ("a: b".encode("utf-16-le"), 1, 2, "The file contains a control character (U+0000)"),
        ("a: b".encode("utf-32"), 1, 1, "The file contains a control character (U+0000)"),
        (b"\x1f\x8b\x08\x00zipped", 1, 2, "This is not UTF-8 text (byte 0x8b)"),
    ],
)
def test_another_encoding_is_refused_at_its_first_wrong_letter(data: bytes, line: int, column: int, what: str) -> None:
    problem = problem_in(data)
    assert (problem.line, problem.column, problem.what) == (line, column, what)


@pytest.mark.parametrize(
    ("text", "line", "column", "letter"),
    [
        ("a: b\x1b[2J\n", 1, 5, "control character (U+001B)"),
        ("a: é\r\né: éé\x1b\n", 2, 6, "control character (U+001B)"),
        ("a: b\0c\n", 1, 5, "control character (U+0000)"),
        ("# é\x9b\n", 1, 4, "control character (U+009B)"),
        ("a: b\x7f\n", 1, 5, "control character (U+007F)"),
        ("a: \ufffe\n", 1, 4, "control character (U+FFFE)"),
        ("a: é\nb: x\x85y\n", 2, 5, "control character (U+0085)"),
        ("a: é\nb: x\u2028y\nc: [\n", 2, 5, "line or paragraph separator (U+2028)"),
        ("a: x\u2029y\n", 1, 5, "line or paragraph separator (U+2029)"),
    ],
)
def test_a_raw_control_character_is_refused_where_an_editor_shows_it(
    text: str, line: int, column: int, letter: str
) -> None:
    problem = problem_in(text)
    assert (problem.line, problem.column, problem.what) == (line, column, f"The file contains a {letter}")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a:\n\tb: c\n", 2, "Indent with spaces, not with tabs"),
        ("a: b\nc: @home\n", 2, "Put the text in quotes: it starts with a sign that means something in YAML"),
        ("a: %d of them\n", 1, "Put the text in quotes: it starts with a sign that means something in YAML"),
        ("a: `code`\n", 1, "Put the text in quotes: it starts with a sign that means something in YAML"),
        ("a: [open\nb: c\n", 1, "Close it, or quote the text"),
        ("a: 'it's\nb: c\n", 1, "Put the text in double quotes: it has an apostrophe in it"),
        ('a: "it" was\nb: c\n', 1, "Put the whole text in quotes"),
        ('a: "C:\\d"\n', 1, "Write two backslashes for one, or use single quotes"),
        ("a: What is it:\nb: c\n", 1, "Put the text in quotes: it has a colon in it"),
        ("a: >-\n  b\n c: d\n", 3, "Compare the indentation and the quotes with the lines before it"),
        ("a: Fact: it is so\n", 1, "Put the text in quotes: it has a colon in it"),
        ("a: b\n c: d\n", 2, "Compare the indentation and the quotes with the lines before it"),
        ('a: "open\nb: c\n', 1, "Close it at the end of the text"),
        ("- a\nb: c\n", 2, "Compare the indentation and the quotes with the lines before it"),
    ],
)
def test_broken_yaml_is_pointed_out_with_a_hint(text: str, line: int, hint: str) -> None:
    problem = problem_in(text)
    assert problem.what.startswith("This can't be read as YAML: ")
    assert (problem.line, problem.mend) == (line, hint)


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ('a: "open\nb: c\nd: "e"\n', 1, 4, "the quote that opens here is not closed"),
        ("a: 'open\nb: c\nd: 'e'\n", 1, 4, "the quote that opens here is not closed"),
        ('- "a\n- "b"\n', 1, 3, "the quote that opens here is not closed"),
        ('a:\n  - b: "wrapped\n      text"\n    c: "open\n    d: e\n', 4, 8, "the quote that opens here is not closed"),
        ("a: 'it''s\n  fine'\nb: 'open\nc: d\n", 3, 4, "the quote that opens here is not closed"),
        ('a: [b, "c"\nd: e\n', 1, 4, "the `[` that opens here is not closed"),
        ("a: {b: c\nd: e\n", 1, 4, "the `{` that opens here is not closed"),
        ("a: b\nc: [d, e", 2, 4, "the `[` that opens here is not closed, and the file breaks off"),
        ('a: b\nc: "d e', 2, 4, "the quote that opens here is not closed, and the file breaks off"),
        ("a:\n  - b: >-\n      text\n    expl\n", 4, 9, "the file breaks off"),
        ("a: b\nexpl", 2, 5, "the file breaks off"),
    ],
)
def test_what_is_not_closed_is_reported_where_it_opens_and_a_cut_file_as_cut(
    text: str, line: int, column: int, what: str
) -> None:
    problem = problem_in(text)
    assert (problem.line, problem.column) == (line, column)
    assert problem.what == f"This can't be read as YAML: {what}"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff".encode().decode("utf-8-sig")])
def test_an_empty_file_is_called_empty(text: str) -> None:
    assert problem_in(text).what == "The file is empty"


@pytest.mark.parametrize(("depth", "allowed"), [(12, True), (13, False)])
def test_nesting_goes_twelve_levels_deep(depth: int, allowed: bool) -> None:
    for text in (
        "[" * (depth - 1) + "a" + "]" * (depth - 1),
        "- " * (depth - 1) + "a",
        "{a: " * (depth - 1) + "}" * (depth - 1),
    ):
        if allowed:
            yaml.parse(text, "bank.yaml")
        else:
            assert problem_in(text).what == "The file is nested deeper than 12 levels"


def test_the_size_of_a_file_is_limited_to_the_byte() -> None:
    assert len(yaml.read_text(b" " * yaml.MAX_BYTES, "bank.yaml")) == yaml.MAX_BYTES
    with pytest.raises(BankError, match="larger than 2,000,000 bytes"):
        yaml.read_text(b" " * (yaml.MAX_BYTES + 1), "bank.yaml")


def test_our_parser_is_the_fast_one() -> None:
    assert yaml._PARSER.__name__ == "CSafeLoader"
