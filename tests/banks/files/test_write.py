"""Writing banks: what is written reads back the same, and a folder is never half-written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import Severity
from quizgame.banks.files.read import read_library
from quizgame.banks.files.write import bank_text, changed_files, new_folder, pack_text, yaml_text
from quizgame.banks.text import fault_in
from quizgame.places import shipped_packs

HOSTILE = (
    "=1+1 -753 %5% no yes null ~ 12:30 1066-10-14 007 true {a} [b] &c *d !e |f >g @h `i` #j # - ? : key: 'q' \"q\""
    " a: b|a #b|back\\slash|two  spaces| lead|trail |Ünïcode|Արցախ|العربية|🧭👩‍👩‍👧|soft\u00adhyphen|nb\u00a0sp"
    "|line\nbreak|\nlead break|- item\n- item|# note\nkey: x|deep\n    indented\n  less|end colon:|,|---|...|%YAML 1.2"
).split("|")
WORDS = [*HOSTILE, *" ".join(HOSTILE).split()]
TEXTS = st.one_of(
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join),
    st.text(max_size=60),
).filter(lambda text: fault_in(text) is None and "\r" not in text and "\t" not in text)
VALUES = st.recursive(
    st.one_of(TEXTS, st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from("abcde"), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["text", "facts", "id", "no"]), VALUES, min_size=1))
def test_what_is_written_reads_back_without_a_word_of_warning(value: dict[str, object]) -> None:
    document = yaml.parse(yaml_text(value), "bank.yaml")
    assert document.plain() == value
    assert [str(problem) for problem in document.problems] == []


def test_the_shipped_pack_reads_back_as_it_was(tmp_path: Path) -> None:
    shipped = read_library((shipped_packs()[0],)).packs[0].pack
    files = {f"{bank.topic}.yaml": bank_text(bank) for bank in shipped.banks} | {"pack.yaml": pack_text(shipped.about)}
    new_folder(tmp_path / "copy", files)
    library = read_library((tmp_path,))
    assert not [problem for problem in library.problems if problem.severity is Severity.ERROR]
    (copy,) = library.packs
    assert copy.pack.about == shipped.about
    assert copy.pack.banks == shipped.banks


def test_a_name_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(FileExistsError):
        new_folder(tmp_path / "mine", {"a.yaml": "a"})
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_folder_that_can_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        new_folder(tmp_path / "new", {"a.yaml": "a", "missing/b.yaml": "b"})
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_an_interrupted_writer_are_in_nobody_s_way(tmp_path: Path) -> None:
    (tmp_path / ".new.new").mkdir()
    (tmp_path / ".new.new" / "a.yaml").write_text("half")
    new_folder(tmp_path / "new", {"b.yaml": "b"})
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["b.yaml"]


def test_changed_files_change_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old")
    with pytest.raises(OSError, match="missing"):
        changed_files(tmp_path, {"a.yaml": "new", "missing/b.yaml": "new"})
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.yaml", "old")]
    changed_files(tmp_path, {"a.yaml": "new", "b.yaml": "new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.yaml": "new", "b.yaml": "new"}
