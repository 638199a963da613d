"""From folders to packs: what plays, what is left out, and what is said about it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.banks.files.problems import Problem, Severity, shown
from quizgame.banks.files.read import Library, read_library
from quizgame.banks.pack import Pack
from tests.packs import MOON, PACK, SUN, write_pack

BROKEN = "topic: mars\ntitle: Mars\n"


def read(*folders: Path) -> Library:
    return read_library(folders)


def pack_in(library: Library) -> Pack:
    """The one pack that was read."""
    (files,) = library.packs
    return files.pack


def topics(library: Library) -> list[tuple[str, ...]]:
    return [files.pack.topics for files in library.packs]


def whats(library: Library) -> list[str]:
    return [problem.what for problem in library.problems]


def test_a_good_pack_is_read_with_its_banks_in_the_order_of_the_source(tmp_path: Path) -> None:
    library = read(write_pack(tmp_path, banks={"sun": SUN, "moon": MOON}).parent)
    pack = pack_in(library)
    assert not library.problems
    assert not library.files_left_out
    assert pack.topics == ("moon", "sun")
    assert pack.about.language == "en"
    assert [fact.id for fact in pack.facts_of("sun")] == ["sun-light", "eagle-lands"]
    assert [fact.id for fact in pack.events_of("sun")] == ["eagle-lands"]
    assert (pack.group(pack.bank("moon")), pack.group(pack.bank("sun"))) == (None, "Stars")
    assert pack.fact("eagle-lands").questions[0].distractors[0].why == "All three of them had left the Earth."


def test_banks_of_one_order_stand_in_the_order_of_their_topics(tmp_path: Path) -> None:
    write_pack(tmp_path, banks={"sun": SUN.replace("order: 2", "order: 1"), "moon": MOON})
    assert topics(read(tmp_path)) == [("moon", "sun")]


def test_the_folder_may_be_the_pack_itself(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    assert pack_in(read(folder)) == pack_in(read(tmp_path))


def test_a_broken_bank_is_left_out_and_listed_while_the_others_play(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": SUN, "mars": BROKEN})
    library = read(tmp_path)
    assert topics(library) == [("moon", "sun")]
    assert library.files_left_out == [shown(folder / "mars.yaml")]
    assert whats(library) == ["The bank has no facts"]


def test_a_broken_pack_file_leaves_out_its_pack_and_no_other(tmp_path: Path) -> None:
    bad = write_pack(tmp_path, name="bad", about="title: [Bad\n")
    write_pack(tmp_path, name="good")
    library = read(tmp_path)
    assert [files.pack.id for files in library.packs] == ["good"]
    assert library.files_left_out == [shown(bad)]
    assert all(problem.path == shown(bad / "pack.yaml") for problem in library.problems)


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
    assert whats(read(tmp_path)) == ["The key 'text' is missing", "The key 'txt' is not known here"]


def test_a_pack_without_a_good_bank_is_left_out_with_the_problems_of_its_banks(tmp_path: Path) -> None:
    write_pack(tmp_path, name="broken", banks={"mars": BROKEN})
    write_pack(tmp_path, name="hollow", banks={})
    library = read(tmp_path)
    assert not library.packs
    assert whats(library) == [
        "The bank has no facts",
        "The pack has no bank that can be played",
    ]


def test_who_borrows_a_fact_that_is_left_out_plays_without_it(tmp_path: Path) -> None:
    stars = SUN.replace("sun", "stars").replace("[eagle-lands]", "[sun-light]").replace("order: 2", "order: 3")
    only = "topic: only\ntitle: Only\nsection: The Sun\norder: 4\nborrows: [eagle-lands]\n"
    moon = MOON.replace("importance: 3", "importance: 4")
    folder = write_pack(tmp_path, banks={"moon": moon, "sun": SUN, "stars": stars, "only": only})
    library = read(tmp_path)
    assert topics(library) == [("moon", "sun", "stars")]
    assert library.files_left_out == [shown(folder / "only.yaml")]
    assert library.entries_left_out == {shown(folder / f"{name}.yaml"): 1 for name in ("moon", "sun")}
    assert pack_in(library).bank("sun").borrows == ()
    assert whats(library)[1:] == ["No bank of the pack has the fact 'eagle-lands'"] * 2


def test_of_two_entries_with_one_id_the_first_of_the_source_keeps_it(tmp_path: Path) -> None:
    sun = SUN.replace("id: sun-light\n", "id: orbit\n") + (
        "  - {id: glow, text: It glows., paragraph: 2}\nterms:\n"
        "  - {id: luna-lands-sent, term: glow, definition: A light., paragraph: 1}\n"
    )
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": sun})
    library = read(tmp_path)
    assert topics(library) == [("moon", "sun")]
    assert [fact.id for fact in pack_in(library).bank("sun").facts] == ["glow"]
    assert pack_in(library).bank("sun").terms == ()
    fact, term = library.problems
    assert (fact.path, fact.line, fact.left_out) == (shown(folder / "sun.yaml"), 7, "The fact 'orbit' was left out")
    assert fact.what == f"The id 'orbit' is used already, in {shown(folder / 'moon.yaml')}"
    assert term.left_out == "The term 'luna-lands-sent' was left out"
    assert library.entries_left_out == {shown(folder / "sun.yaml"): 2}


def test_the_questions_of_a_fact_that_goes_use_up_no_ids(tmp_path: Path) -> None:
    sun = SUN.replace("id: sun-light\n", "id: orbit\n")
    late = "topic: late\ntitle: Late\nsection: The Sun\norder: 3\nfacts:\n"
    late += "  - {id: sun-light-time, text: It is late., paragraph: 1}\n"
    write_pack(tmp_path, banks={"moon": MOON, "sun": sun, "late": late})
    library = read(tmp_path)
    assert topics(library) == [("moon", "sun", "late")]
    assert len(library.problems) == 1


def test_of_two_packs_with_one_id_the_first_is_read_and_the_other_named(tmp_path: Path) -> None:
    own = write_pack(tmp_path / "own", about=PACK.replace("title: Space", "title: Own")).parent
    shipped = write_pack(tmp_path / "shipped").parent
    for first, second, title in ((own, shipped, "Own"), (shipped, own, "Space")):
        library = read(first, second)
        assert [files.pack.title for files in library.packs] == [title]
        (problem,) = library.problems
        assert problem.severity is Severity.WARNING
        assert problem.what == f"This pack is not read: {shown(first / 'space')} has the id 'space' too"
        assert library.files_left_out == [shown(second / "space")]


def test_a_pack_with_an_id_keeps_it_under_another_name_of_its_folder(tmp_path: Path) -> None:
    about = PACK.replace("title: Space", "id: stars-and-moons\ntitle: Space")
    before = pack_in(read(write_pack(tmp_path / "1", about=about)))
    after = pack_in(read(write_pack(tmp_path / "2", name="weltraum", about=about)))
    assert before == after
    assert before.id == "stars-and-moons"
    assert pack_in(read(write_pack(tmp_path / "3", name="weltraum"))).id == "weltraum"


def test_each_pack_knows_its_folder_and_whether_it_comes_with_the_game(tmp_path: Path) -> None:
    for name in ("abc", "space", "zoo"):
        write_pack(tmp_path, name=name)
    library = read_library((tmp_path,), shipped=[tmp_path / "x" / ".." / "space"])
    found = [(files.pack.id, files.folder, files.shipped) for files in library.packs]
    assert found == [
        ("abc", tmp_path / "abc", False),
        ("space", tmp_path / "space", True),
        ("zoo", tmp_path / "zoo", False),
    ]


def revision(parent: Path, banks: dict[str, str], about: str = PACK, line_end: str = "\n") -> str:
    folder = write_pack(parent, about=about, banks=banks)
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", line_end.encode()))
    return pack_in(read(parent)).revision


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
