"""From folders to packs: what plays, what is left out, and what is said about it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.banks.files.problems import Problem, Severity
from quizgame.banks.files.read import Library, read_library, shown
from tests.packs import MOON, PACK, SUN, write_pack

BROKEN = "topic: mars\ntitle: Mars\n"


def read(*folders: Path) -> Library:
    return read_library(folders)


def topics(library: Library) -> list[tuple[str, ...]]:
    return [files.pack.topics for files in library.packs]


def whats(library: Library) -> list[str]:
    return [problem.what for problem in library.problems]


def test_a_good_pack_is_read_with_its_banks_in_the_order_of_the_source(tmp_path: Path) -> None:
    library = read(write_pack(tmp_path, banks={"sun": SUN, "moon": MOON}).parent)
    pack = library.pack("space")
    assert not library.problems
    assert not library.files_left_out
    assert pack.topics == ("moon", "sun")
    assert pack.about.language == "en"
    assert [fact.id for fact in pack.facts_of("sun")] == ["sun-light", "eagle-lands"]
    assert [fact.id for fact in pack.events_of("sun")] == ["eagle-lands"]
    assert (pack.group(pack.bank("moon")), pack.group(pack.bank("sun"))) == (None, "Stars")
    assert pack.fact("eagle-lands").questions[0].distractors[0].why == "All three of them had left the Earth."
    with pytest.raises(KeyError):
        library.pack("time")


def test_banks_of_one_order_stand_in_the_order_of_their_topics(tmp_path: Path) -> None:
    write_pack(tmp_path, banks={"sun": SUN.replace("order: 2", "order: 1"), "moon": MOON})
    assert topics(read(tmp_path)) == [("moon", "sun")]


def test_the_folder_may_be_the_pack_itself(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    assert read(folder).pack("space") == read(tmp_path).pack("space")


def test_a_broken_bank_is_left_out_and_listed_while_the_others_play(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": SUN, "mars": BROKEN})
    library = read(tmp_path)
    assert topics(library) == [("moon", "sun")]
    assert library.files_left_out == [shown(folder / "mars.yaml")]
    assert set(whats(library)) == {"The key 'section' is missing", "The key 'order' is missing"}


def test_a_broken_pack_file_leaves_out_its_pack_and_no_other(tmp_path: Path) -> None:
    bad = write_pack(tmp_path, name="bad", about="title: Bad\n")
    write_pack(tmp_path, name="good")
    library = read(tmp_path)
    assert [files.pack.id for files in library.packs] == ["good"]
    assert library.files_left_out == [shown(bad)]
    assert all(problem.path == shown(bad / "pack.yaml") for problem in library.problems)


def test_a_pack_without_a_good_bank_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    write_pack(tmp_path, banks={"mars": BROKEN})
    library = read(tmp_path)
    assert not library.packs
    assert whats(library)[-1] == "The pack has no bank that can be played"


def test_folders_without_a_pack_file_are_no_packs(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "moon.yaml").write_text(MOON)
    (tmp_path / "bank.schema.json").write_text("{}")
    (tmp_path / "pack.yaml.txt").write_text(PACK)
    for folder in (tmp_path, tmp_path / "nowhere", tmp_path / "bank.schema.json"):
        library = read(folder)
        assert not library.packs
        assert not library.problems


def test_a_link_that_leads_to_itself_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    write_pack(tmp_path)
    assert topics(read(tmp_path)) == [("moon", "sun")]
    assert not read(tmp_path / "circle").packs


@pytest.mark.parametrize("name", ["notes.txt", ".#sun.yaml", "._sun.yaml", "sun.yaml~", "SOURCE_NOTES.md"])
def test_other_files_of_a_pack_are_not_read(tmp_path: Path, name: str) -> None:
    (write_pack(tmp_path) / name).write_bytes(b"\xff: {")
    library = read(tmp_path)
    assert not library.problems
    assert topics(library) == [("moon", "sun")]


def test_a_bank_with_another_ending_is_named(tmp_path: Path) -> None:
    (write_pack(tmp_path) / "mars.yml").write_text("topic: mars\n", encoding="utf-8")
    library = read(tmp_path)
    assert [problem.mend for problem in library.problems] == ["Rename it"]
    assert len(library.files_left_out) == 1
    assert topics(library) == [("moon", "sun")]


def test_of_two_packs_with_one_name_the_first_is_read(tmp_path: Path) -> None:
    own = write_pack(tmp_path / "own", about=PACK.replace("title: Space", "title: Own")).parent
    shipped = write_pack(tmp_path / "shipped").parent
    assert [files.pack.title for files in read(own, shipped).packs] == ["Own"]
    assert [files.pack.title for files in read(shipped, own).packs] == ["Space"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, and a process that is nobody in particular."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        user = os.geteuid()
        yield Path(name)
        os.seteuid(user)


def lose_rights() -> None:
    """Root reads everything, so a test run by root goes on as nobody."""
    if os.geteuid() == 0:
        os.seteuid(65534)


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_a_folder_that_may_not_be_looked_into_hides_no_other_pack(open_folder: Path) -> None:
    write_pack(open_folder)
    write_pack(open_folder, name="closed").chmod(0o000)
    lose_rights()
    assert topics(read(open_folder)) == [("moon", "sun")]
    assert not read(open_folder / "closed").packs


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_a_bank_that_may_not_be_read_is_left_out_with_the_reason(open_folder: Path) -> None:
    (write_pack(open_folder) / "sun.yaml").chmod(0o000)
    lose_rights()
    library = read(open_folder)
    assert topics(library) == [("moon",)]
    assert whats(library) == ["The file can't be read: Permission denied"]


def test_who_borrows_from_a_bank_that_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    stars = SUN.replace("sun", "stars").replace("[eagle-lands]", "[sun-light]").replace("order: 2", "order: 3")
    moon = MOON.replace("importance: 3", "importance: 4")
    dust = MOON.replace("topic: moon", "topic: dust").replace("order: 1", "order: 4")
    dust = (
        dust.replace("eagle", "dusty")
        .replace("luna", "dune")
        .replace("money", "coins")
        .replace("{ id: orbit", "{ id: o2")
    )
    folder = write_pack(tmp_path, banks={"moon": moon, "sun": SUN, "stars": stars, "dust": dust})
    library = read(tmp_path)
    assert topics(library) == [("dust",)]
    assert library.files_left_out == [shown(folder / f"{name}.yaml") for name in ("moon", "sun", "stars")]
    assert whats(library)[1:] == [f"No bank of the pack has the fact {name!r}" for name in ("eagle-lands", "sun-light")]


def test_of_two_banks_with_one_id_the_first_of_the_source_keeps_it(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": SUN.replace("id: sun-light\n", "id: orbit\n")})
    library = read(tmp_path)
    assert topics(library) == [("moon",)]
    (problem,) = library.problems
    assert (problem.path, problem.line) == (shown(folder / "sun.yaml"), 7)
    assert problem.what == f"The id 'orbit' is used already, in {shown(folder / 'moon.yaml')}"


def test_the_problems_of_a_file_stand_in_the_order_of_its_lines_and_once_each(tmp_path: Path) -> None:
    bad = (
        MOON.replace("importance: 3", "importance: 4").replace("What was Eagle?", '"\\e"').replace("1966-02", "1966-13")
    )
    bad = bad.replace("order: 1", "order: x").replace("paragraph: 4", "paragraph: 0")
    write_pack(tmp_path, banks={"moon": bad})
    found = [(problem.line, problem.column) for problem in read(tmp_path).problems if problem.line]
    assert found == sorted(set(found))
    assert len(found) == 5


def test_a_bad_entry_of_a_list_is_not_counted_as_a_missing_one_too(tmp_path: Path) -> None:
    write_pack(tmp_path, banks={"moon": MOON.replace("[A rocket, A rover]", "[A rocket, {txt: A rover}]")})
    assert whats(read(tmp_path))[:-1] == ["The key 'text' is missing", "The key 'txt' is not known here"]


def revision(parent: Path, banks: dict[str, str], about: str = PACK, line_end: str = "\n") -> str:
    folder = write_pack(parent, about=about, banks=banks)
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", line_end.encode()))
    return read(parent).pack("space").revision


def test_the_revision_changes_with_the_content_and_not_with_the_line_ends(tmp_path: Path) -> None:
    banks = {"moon": MOON, "sun": SUN}
    first = revision(tmp_path / "1", banks)
    assert len(first) == 8
    assert int(first, 16) >= 0
    assert revision(tmp_path / "2", banks) == first
    assert revision(tmp_path / "3", banks, line_end="\r\n") == first
    others = [
        revision(tmp_path / "4", {"moon": MOON, "sun": SUN.replace("eight", "8")}),
        revision(tmp_path / "5", {"moon": MOON}),
        revision(tmp_path / "6", banks, about=PACK.replace("title: Space", "title: Page")),
    ]
    assert len({first, *others}) == 4


def test_a_broken_bank_does_not_touch_the_revision_of_those_that_play(tmp_path: Path) -> None:
    good = {"moon": MOON, "sun": SUN}
    assert revision(tmp_path / "1", good) == revision(tmp_path / "2", {**good, "mars": BROKEN})


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        (Problem("a.yaml", 3, 7, "It is wrong", "Mend it"), "a.yaml:3:7: error: It is wrong. Mend it."),
        (Problem("a.yaml", 0, 0, "It is wrong"), "a.yaml: error: It is wrong."),
        (Problem("a.yaml", 1, 1, "It is odd", "Look", Severity.WARNING), "a.yaml:1:1: warning: It is odd. Look."),
        (Problem("a\x1b[2J\n\u202e.yaml", 1, 1, "A\ttab\x07", ""), "a[2J .yaml:1:1: error: A tab."),
    ],
)
def test_a_problem_is_printed_as_place_kind_sentence_and_mend(problem: Problem, printed: str) -> None:
    assert str(problem) == printed


def test_a_path_is_shown_as_it_would_be_typed_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "space" / "moon.yaml") == "space/moon.yaml"
    assert shown(tmp_path / "sp\x1bace\n" / "moon.yaml") == "space /moon.yaml"
    assert shown(Path("space/../moon.yaml")) == "moon.yaml"
    assert shown(Path("/no\x1bwhere/moon.yaml")) == "/nowhere/moon.yaml"
