"""What is passed over is named, with what to do about it."""

from pathlib import Path

import pytest

from quizgame.banks.files.problems import Severity, shown
from quizgame.banks.files.read import Library, read_library
from tests.packs import MOON, PACK, SUN, write_pack


def told(library: Library) -> list[tuple[str, str]]:
    return [(problem.path, problem.mend) for problem in library.problems]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("mars.yml", "Rename it to mars.yaml"),
        ("mars.YAML", "Rename it to mars.yaml"),
        ("mars.Yml", "Rename it to mars.yaml"),
        ("mars.yaml.txt", "Rename it to mars.yaml"),
        ("mars.json", "Rename it to mars.yaml"),
        ("Pack.yaml", "Delete one of them"),
    ],
)
def test_a_file_beside_the_banks_that_was_meant_as_one_is_named(tmp_path: Path, name: str, mend: str) -> None:
    folder = write_pack(tmp_path)
    (folder / name).write_text("topic: mars\n")
    library = read_library((tmp_path,))
    assert told(library) == [(shown(folder / name), mend)]
    assert library.problems[0].severity is Severity.WARNING
    assert library.files_left_out == [shown(folder / name)]
    assert library.packs[0].pack.topics == ("moon", "sun")


@pytest.mark.parametrize(
    "name", [".mars.yml", "README.md", "notes.txt", "sun.yaml~", "sun.yaml.bak", "bank.schema.json", "map.png"]
)
def test_other_files_are_nobodys_banks(tmp_path: Path, name: str) -> None:
    (write_pack(tmp_path) / name).write_text("topic: mars\n")
    (tmp_path / name).write_text("title: x\n")
    assert not read_library((tmp_path,)).problems


def test_a_bank_or_a_pack_below_a_pack_is_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "more").mkdir()
    (folder / "more" / "mars.yaml").write_text("topic: mars\n")
    (folder / "more" / "other.yaml").write_text("services: {}\n")
    inner = write_pack(folder, name="planets")
    (folder / ".git").mkdir()
    (folder / ".git" / "mars.yaml").write_text("topic: mars\n")
    assert told(read_library((tmp_path,))) == [
        (shown(folder / "more" / "mars.yaml"), "Move it up, beside pack.yaml"),
        (shown(inner), "Move the folder up, beside that one"),
    ]


@pytest.mark.parametrize("name", ["Pack.yaml", "pack.yml", "PACK.YAML", "pack.yaml.txt", "pack.json"])
def test_a_pack_whose_file_has_nearly_the_right_name_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "space"
    folder.mkdir()
    (folder / name).write_text(PACK)
    (folder / "moon.yaml").write_text(MOON)
    for place in (tmp_path, folder):
        library = read_library((place,))
        assert not library.packs
        assert told(library) == [(shown(folder / name), "Rename it to pack.yaml")]
        assert library.problems[0].severity is Severity.ERROR


def test_a_bank_without_a_pack_is_named_and_other_yaml_is_not(tmp_path: Path) -> None:
    (tmp_path / "space").mkdir()
    (tmp_path / "space" / "moon.yaml").write_text(MOON)
    (tmp_path / "space" / "sun.yaml").write_text(SUN)
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    library = read_library((tmp_path,))
    assert [problem.what for problem in library.problems] == ["This bank is not read: there is no pack.yaml beside it"]
    assert library.problems[0].path == shown(tmp_path / "space" / "moon.yaml")


def test_packs_one_folder_too_deep_are_named(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "banks" / "mine")
    library = read_library((tmp_path / "banks",))
    assert told(library) == [
        (shown(pack), f"Move it up, or name {shown(tmp_path / 'banks' / 'mine')} as the folder of banks")
    ]
    assert not library.packs


def test_a_folder_that_is_missing_is_named_if_others_are_there_and_it_should_be(tmp_path: Path) -> None:
    write_pack(tmp_path / "banks")
    (tmp_path / "file").write_text("")
    gone, file = tmp_path / "gone", tmp_path / "file"
    library = read_library((tmp_path / "banks", gone, file), expected=[gone, file])
    assert [(problem.path, problem.what) for problem in library.problems] == [
        (shown(gone), "There is no such folder"),
        (shown(file), "This is not a folder"),
    ]
    assert not read_library((gone, tmp_path / "banks")).problems
    assert not read_library((gone,), expected=[gone]).problems


def test_of_a_folder_with_very_many_files_twenty_are_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    for number in range(50):
        (folder / f"bank-{number}.json").write_text("{}")
    assert len(read_library((tmp_path,)).problems) == 20
