"""The index of what was read of packs: it says the same as the files, and nothing once a byte of them has changed."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from quizgame.banks.files import content, read
from quizgame.banks.files.read import read_library
from quizgame.banks.files.write import bank_text, pack_text
from quizgame.banks.pack import Pack
from quizgame.saves.library_index import FILE_NAME, LibraryIndex
from tests.banks.files.hostile_banks import FAMILIES
from tests.banks.files.test_fuzz import Edit, edited, edits
from tests.game.strategies import packs
from tests.often import examples
from tests.packs import MOON, PACK, SUN, pack_of_events, write_pack
from tests.saves.samples import BANKS
from tests.saves.shelves import assert_alike, assert_same, came_from_index, read_with_index
from tests.short_packs import WATER, write_short

SHIPPED = Path(__file__).parents[2] / "question_banks"
FRESH_FOLDERS = (HealthCheck.function_scoped_fixture,)


def assert_read_the_same(folder: Path, saves: Path, *, always: bool = True) -> None:
    """Read without an index, to make one, and from it; a pack with a file that can't be read is not in it."""
    wanted = read_library((folder,))
    for _ in range(2):
        with read_with_index(folder, saves) as found:
            assert_alike(found, wanted)
    assert all(came_from_index(found)) or not always


def assert_read_anew(folder: Path, saves: Path, *, anew: int = 1) -> None:
    """So many packs are not taken from the index; all are as they are now, and in the index next time."""
    with read_with_index(folder, saves) as found:
        assert came_from_index(found).count(False) == anew
        assert_alike(found, read_library((folder,)))
    assert_read_the_same(folder, saves)


@pytest.mark.parametrize("folder", [SHIPPED, BANKS], ids=["shipped", "samples"])
def test_good_packs_are_the_same(folder: Path, tmp_path: Path) -> None:
    assert_read_the_same(folder, tmp_path)
    assert (tmp_path / FILE_NAME).is_file()


@pytest.mark.thorough
@pytest.mark.parametrize("family", [name for name in FAMILIES if name != "bombs"])
def test_broken_packs_are_the_same_with_all_that_is_said_of_them(family: str, tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    for case in FAMILIES[family]:
        case.write_into(banks)
        assert_read_the_same(banks / case.name, tmp_path / "saves", always=family != "files")


@given(edits)
@examples(40, suppress_health_check=FRESH_FOLDERS)
def test_a_pack_with_any_bytes_changed_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Edit]
) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    assert_read_the_same(folder, folder / "saves")  # nothing is there
    pack = write_pack(folder)
    assert_read_the_same(folder, folder / "saves")
    (pack / "moon.yaml").write_bytes(edited(changes))
    assert_read_the_same(folder, folder / "saves")


def write(pack: Pack, folder: Path) -> Path:
    banks = {bank.topic: bank_text(bank) for bank in pack.banks}
    return write_pack(folder, name="small", banks=banks, about=pack_text(pack.about))


@given(st.lists(packs(), min_size=1, max_size=3))
@examples(40, suppress_health_check=FRESH_FOLDERS)
def test_any_pack_is_the_same(tmp_path_factory: pytest.TempPathFactory, made: list[Pack]) -> None:
    folder = tmp_path_factory.mktemp("packs")
    for number, pack in enumerate(made):
        write(pack, folder / "banks").rename(folder / "banks" / f"pack-{number}")
    assert_read_the_same(folder / "banks", folder / "saves")


def test_short_packs_and_two_of_one_id_are_the_same(tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    write_short(banks)
    write_short(banks, WATER.replace("title: Water", "title: Other\nid: water"), "other")
    write_short(banks, WATER.replace("answer: Heat", "answer: [Heat]"), "wrong")
    write_pack(banks, name="zoo", about="id: other\n" + PACK)
    assert_read_the_same(banks, tmp_path / "saves")


STAR = SUN.replace("topic: sun", "topic: star").replace("sun-", "star-")
CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter of a fact": lambda pack: _put(pack / "moon.yaml", MOON.replace("A lander", "A ladder")),
    "a letter of the title": lambda pack: _put(pack / "pack.yaml", PACK.replace("Space", "Place")),
    "a comment": lambda pack: _put(pack / "sun.yaml", "# seen\n" + SUN),
    "ends of lines": lambda pack: (pack / "sun.yaml").write_bytes(SUN.replace("\n", "\r\n").encode()),
    "a bank more": lambda pack: (pack / "star.yaml").write_text(STAR),
    "a bank less": lambda pack: (pack / "sun.yaml").unlink(),
    "a bank of another name": lambda pack: (pack / "sun.yaml").rename(pack / "son.yaml"),
}


def _put(path: Path, text: str) -> None:
    before = path.stat()
    path.write_text(text, "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # as if nobody had written


@pytest.mark.parametrize("change", CHANGES)
def test_a_pack_that_changed_is_read_from_its_files(change: str, tmp_path: Path) -> None:
    banks, saves = tmp_path / "banks", tmp_path / "saves"
    write_pack(banks, name="other")
    pack = write_pack(banks)
    assert_read_the_same(banks, saves)
    CHANGES[change](pack)
    assert_read_anew(banks, saves)


@pytest.mark.parametrize("before", ["content_of", "without_clashes"], ids=["it is looked at", "it is parsed"])
def test_what_changes_while_it_is_read_is_known_as_what_was_read(
    before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = write_pack(tmp_path / "banks")
    step: Callable[[object], object] = getattr(read, before)

    def and_then_somebody_writes(value: object) -> object:
        found = step(value)
        _put(pack / "moon.yaml", MOON.replace("A lander", "A ladder"))
        return found

    monkeypatch.setattr(read, before, and_then_somebody_writes)
    with read_with_index(tmp_path / "banks", tmp_path / "saves"):
        pass
    monkeypatch.undo()
    assert_read_anew(tmp_path / "banks", tmp_path / "saves", anew=before == "without_clashes")
    _put(pack / "moon.yaml", MOON)
    assert_read_anew(tmp_path / "banks", tmp_path / "saves")


def test_a_large_pack_that_went_leaves_no_room_behind(tmp_path: Path) -> None:
    banks, saves = tmp_path / "banks", tmp_path / "saves"
    write(pack_of_events(500), banks)
    with read_with_index(banks, saves):
        pass
    size = (saves / FILE_NAME).stat().st_size
    (banks / "small").rename(tmp_path / "elsewhere")
    write_pack(banks)
    assert_read_anew(banks, saves)
    assert (saves / FILE_NAME).stat().st_size < size / 5


def test_a_pack_that_moved_or_went_is_forgotten(tmp_path: Path) -> None:
    banks, saves = tmp_path / "banks", tmp_path / "saves"
    for name in ("one", "other", "third"):
        write_pack(banks, name=name)
    assert_read_the_same(banks, saves)
    size = (saves / FILE_NAME).stat().st_size
    (banks / "other").rename(banks / "fourth")
    assert_read_anew(banks, saves)
    for number in range(20):
        (banks / ("fourth" if number == 0 else f"moved-{number - 1}")).rename(banks / f"moved-{number}")
        assert_read_anew(banks, saves)
    assert (saves / FILE_NAME).stat().st_size <= 1.5 * size


def test_paths_are_shown_as_they_are_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    banks = tmp_path / "banks"
    write_pack(banks, banks={"moon": MOON, "sun": SUN.replace("answer: 8 minutes", "answer: []")})
    for place in (tmp_path, banks, tmp_path):
        monkeypatch.chdir(place)
        assert_read_the_same(banks, tmp_path / "saves")


def test_packs_of_one_name_in_two_places_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, text in (("here", MOON), ("there", MOON.replace("A lander", "A ladder"))):
        write_pack(tmp_path / place / "banks", banks={"moon": text})
        monkeypatch.chdir(tmp_path / place)
        assert_read_the_same(Path("banks"), tmp_path / "saves")
    for place in ("here", "there"):
        monkeypatch.chdir(tmp_path / place)
        assert_read_anew(Path("banks"), tmp_path / "saves", anew=0)


def test_threads_may_ask_at_the_same_time(tmp_path: Path) -> None:
    write(pack_of_events(120, topics=24), tmp_path / "banks")
    for _ in range(2):
        with read_with_index(tmp_path / "banks", tmp_path / "saves") as found:
            [files] = found.packs
            with ThreadPoolExecutor(8) as threads:
                wanted = read_library((tmp_path / "banks",)).packs[0].pack
                for done in [threads.submit(assert_same, files.pack, wanted) for _ in range(8)]:
                    done.result()


def test_a_program_with_other_rules_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path / "banks")
    assert_read_the_same(tmp_path / "banks", tmp_path / "saves")
    monkeypatch.setattr("quizgame.saves.library_index.rules", lambda *_: b"other rules")
    assert_read_anew(tmp_path / "banks", tmp_path / "saves")


def test_any_change_of_the_room_of_banks_is_another_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "banks"
    (room / "files").mkdir(parents=True)
    (room / "models.py").write_text("MOST = 5")
    monkeypatch.setattr(content, "_BANKS", room)
    found = []
    for name, text in (("models.py", "MOST = 5"), ("models.py", "MOST = 6"), ("files/new.py", ""), ("x.txt", "")):
        (room / name).write_text(text)
        content.rules.cache_clear()
        found.append(content.rules())
    assert len(set(found)) == 3
    assert found[2] == found[3]
    assert content.rules(room / "x.txt") not in found
    assert content.rules(room / "not-there.py") is None
    content.rules.cache_clear()


def test_without_the_sources_of_the_program_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path / "banks")
    monkeypatch.setattr("quizgame.saves.library_index.rules", lambda *_: None)
    with read_with_index(tmp_path / "banks", tmp_path / "saves") as found:
        assert_alike(found, read_library((tmp_path / "banks",)))
    assert not (tmp_path / "saves" / FILE_NAME).exists()


def test_nothing_is_touched_before_something_is_written(tmp_path: Path) -> None:
    write_pack(tmp_path / "banks")
    index = LibraryIndex(tmp_path / "saves")
    read_library((tmp_path / "banks",), before=index)
    index.close()
    assert not (tmp_path / "saves").exists()


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_no_hindrance(tmp_path: Path) -> None:
    banks = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe"))
    write_pack(banks)
    assert_read_the_same(banks, tmp_path / "saves")
