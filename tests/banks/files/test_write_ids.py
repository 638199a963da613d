"""Ids written into a pack of one file: nothing else changes, and it says what it said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import BankError
from quizgame.banks.files.short import Short, read_short
from quizgame.banks.files.write_ids import has_a_place, with_ids_written
from quizgame.cli import main
from tests.short_packs import WATER, write_short

HERE = Path("water.yaml")


def read(data: bytes) -> Short:
    return read_short(yaml.parse(yaml.read_text(data, str(HERE)), str(HERE)), HERE)


def written(data: bytes) -> bytes:
    return with_ids_written(data, HERE, read(data).made_ids)


def test_each_entry_gets_one_line_and_every_other_line_stays(tmp_path: Path) -> None:
    path = write_short(tmp_path)
    assert main(["check", str(path), "--write-ids"]) == 0
    after = path.read_text(encoding="utf-8")
    assert after == (
        WATER.replace("  - prompt: What makes", "  - id: what-makes-a-puddle-dry-up\n    prompt: What makes")
        .replace("{ prompt: Is ice", "{ id: is-ice-lighter-than-water, prompt: Is ice")
        .replace("  - date: 1643", "  - id: a-tube-shows-the-weight-of-air\n    date: 1643")
        .replace("  - date: 1802", "  - id: clouds-get-their-names\n    date: 1802")
        .replace("  - text: Most", "  - id: most-of-the-water-of-the-earth-is-salty\n    text: Most")
    )
    assert main(["check", str(tmp_path), "--write-ids"]) == 0
    assert path.read_text(encoding="utf-8") == after


def test_after_that_another_wording_keeps_its_progress() -> None:
    data = written(WATER.encode()).replace(b"What makes a puddle dry up?", b"What dries a puddle?")
    assert read(data).bank.facts[0].id == "what-makes-a-puddle-dry-up"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_are_kept(encoding: str, line_end: str) -> None:
    mark = "\ufeff" if "16" in encoding else ""
    data = (mark + WATER.replace("\n", line_end)).encode(encoding)
    after = written(data)
    text = after.decode(encoding)
    assert (text.count("\r"), text.count("\n")) == (
        text.count(line_end) if "\r" in line_end else 0,
        text.count(line_end) if "\n" in line_end else 0,
    )
    assert text.startswith(mark + "# notes to myself" + line_end)
    assert read(after).bank == read(data).bank


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("-\n    prompt: Who?\n    ", "-\n    id: who\n    prompt: Who?\n    "),
        ("-   prompt: Who?\n      ", "-   id: who\n      prompt: Who?\n      "),
        ("- id:\n    prompt: Who?\n    ", "- id: who\n    prompt: Who?\n    "),
        ('- "prompt": Who?\n    ', '- id: who\n    "prompt": Who?\n    '),
        ("- # a note\n    prompt: Who?\n    ", "- # a note\n    id: who\n    prompt: Who?\n    "),
    ],
)
def test_whatever_the_layout_of_an_entry(before: str, after: str) -> None:
    rest = "answer: He\n    distractors: [She]\n"
    if before.startswith("-   "):
        rest = rest.replace("    ", "      ")
    text = f"questions:\n  {before}{rest}"
    assert written(text.encode()) == f"questions:\n  {after}{rest}".encode()


def test_where_there_is_no_place_nothing_is_written() -> None:
    data = b"questions:\n  - ? prompt\n    : Who?\n    answer: He\n    distractors: [She]\n"
    with pytest.raises(BankError, match="leaves no place"):
        written(data)


def test_a_word_is_its_own_id() -> None:
    data = b"terms:\n  dew: drops\n  fog: { definition: a low cloud }\n"
    assert written(data) == data
    assert not any(has_a_place(node) for node, _ in read(data).made_ids)


def test_a_file_that_cant_be_written_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_short(tmp_path)
    (tmp_path / ".water.yaml.new").mkdir()
    assert main(["check", str(path), "--write-ids"]) == 1
    assert "The ids can't be written" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == WATER


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, st.booleans(), st.sampled_from(["", "  # note", "\n"])), min_size=1, max_size=6))
def test_any_layout_says_the_same_afterwards(entries: list[tuple[str, bool, str]]) -> None:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    rows = [
        f"  - {{ date: 1900, label: {quoted(label)} }}{end}\n"
        if in_braces
        else f"  -  label: {quoted(label)}{end}\n     date: 1900\n"
        for label, in_braces, end in entries
    ]
    data = ("# x\nevents:\n" + "".join(rows)).encode()
    try:
        before = read(data)
    except BankError:
        return
    after = read(written(data))
    assert after.bank == before.bank
    assert not after.made_ids
