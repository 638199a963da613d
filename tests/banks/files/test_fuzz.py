"""Banks with bytes changed by chance: they are read or refused with problems, and nothing else happens."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import BankError, Severity
from quizgame.banks.files.read import read_library
from quizgame.banks.quality.lint import lint
from tests.often import examples
from tests.packs import MOON, write_pack

pytestmark = pytest.mark.thorough

DATA = MOON.encode()
SNIPPETS = [
    *(
        b"\n",
        b"  ",
        b"\t",
        b": ",
        b"- ",
        b"'",
        b'"',
        b"[",
        b"]",
        b"{",
        b"}",
        b"#",
        b"&a ",
        b"*a",
        b"!!set ",
        b"|\n",
        b">-\n",
    ),
    *(
        b"%YAML 1.2\n",
        b"---\n",
        b"...\n",
        b"? ",
        b"<<: ",
        b"~",
        b"null",
        b"\0",
        b"\x1b[2J",
        b'"\\e"',
        b'"\\x9b"',
        b"\xff\xfe",
    ),
    *(
        b"\xef\xbb\xbf",
        b"\xe2\x80\xa8",
        b"\xc2\x85",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"9" * 5000,
        b"[" * 50,
        b"1988/..",
        b"\r",
    ),
]

Edit = tuple[int, int, bytes]
"""Where, how many bytes go, and what comes in their place."""

edits = st.lists(
    st.tuples(st.integers(0, len(DATA)), st.integers(0, 40), st.sampled_from(SNIPPETS) | st.binary(max_size=4)),
    min_size=1,
    max_size=4,
)


def edited(changes: list[Edit]) -> bytes:
    data = DATA
    for start, gone, come in changes:
        data = data[:start] + come + data[start + gone :]
    return data


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("fuzz"))


@given(edits)
@examples(250)
def test_a_bank_with_changed_bytes_is_read_or_refused_with_problems(pack: Path, changes: list[Edit]) -> None:
    (pack / "moon.yaml").write_bytes(edited(changes))
    library = read_library((pack,))
    errors = [problem for problem in library.problems if problem.severity is Severity.ERROR]
    assert bool(errors) == bool(library.files_left_out or library.entries_left_out)
    for files in library.packs:
        assert "sun" in files.pack.topics
    problems = library.problems + [problem for files in library.packs for problem in lint(files)]
    for problem in problems:
        assert problem.line >= 0
        assert problem.what
        assert not any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in str(problem))


@given(st.text(max_size=80) | st.text("ab:-?[]{}&*!%@`#|>'\"\\ \n\t,~\u2028", max_size=40))
@examples(250)
def test_any_text_is_yaml_of_ours_or_has_a_problem_on_one_of_its_lines(text: str) -> None:
    try:
        document = yaml.parse(text, "bank.yaml")
    except BankError as error:
        problems, stopped = error.problems, True
    else:
        problems, stopped = tuple(document.problems), False
        document.plain()
    assert problems or not stopped
    assert all(0 <= problem.line <= len(text.splitlines()) + 1 for problem in problems)


@given(st.binary(max_size=60))
@examples(150)
def test_any_bytes_are_decoded_or_have_a_problem(data: bytes) -> None:
    try:
        text = yaml.read_text(data, "bank.yaml")
    except BankError as error:
        (problem,) = error.problems
        place = problem.line, problem.column
    else:
        text.encode()
        place = (1, 1)
    assert place >= (1, 1)
