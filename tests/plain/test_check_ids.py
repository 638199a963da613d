"""`quizgame check` and the list of the ids that a pack has had: none goes without a word, and none comes back."""

from pathlib import Path

import pytest

from quizgame.cli import main
from tests.packs import MOON, SUN, write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack that keeps its ids."""
    folder = write_pack(tmp_path)
    assert main(["check", "--keep-ids", str(folder)]) == 0
    return folder


def change(folder: Path, old: str, new: str, name: str = "moon.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def listed(folder: Path) -> list[str]:
    lines = (folder / "ids.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_a_pack_without_a_list_misses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path)
    assert main(["check", str(folder)]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    assert not (folder / "ids.txt").exists()


def test_the_list_has_every_id_of_facts_questions_and_terms(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(pack) == [
        "eagle-lands",
        "eagle-lands-third",
        "eagle-lands-what",
        "luna-lands",
        "luna-lands-sent",
        "money",
        "orbit",
        "sun-light",
        "sun-light-time",
    ]
    before = (pack / "ids.txt").read_bytes()
    assert main(["check", "--keep-ids", "--strict", str(pack)]) == 0
    assert (pack / "ids.txt").read_bytes() == before
    assert [path.name for path in pack.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("arguments", [[], ["--keep-ids"]], ids=str)
def test_an_id_that_goes_is_an_error_at_its_line_of_the_list(
    pack: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    change(pack, "id: luna-lands-sent", "id: luna-lands-showed")
    assert main(["check", *arguments, str(pack)]) == 1
    first = next(line for line in capsys.readouterr().out.splitlines() if "is gone" in line)
    assert first.startswith(f"{pack}/ids.txt:7:1: error: The id 'luna-lands-sent' is gone from the pack. Bring it back")
    assert "`luna-lands-sent retired`" in first


def test_an_id_that_was_retired_is_not_missed(pack: Path) -> None:
    change(pack, "id: luna-lands-sent", "id: luna-lands-showed")
    change(pack, "luna-lands-sent", "luna-lands-sent retired  # asked twice", "ids.txt")
    assert main(["check", "--keep-ids", "--strict", str(pack)]) == 0
    assert listed(pack)[-1] == "luna-lands-showed"


def test_a_retired_id_that_comes_back_is_an_error_in_its_bank(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(pack, "luna-lands-sent", "luna-lands-sent retired", "ids.txt")
    for path in (pack, pack / "moon.yaml"):
        assert main(["check", str(path)]) == 1
        error = f"{pack}/moon.yaml:31:13: error: The id 'luna-lands-sent' is retired (line 7"
        assert error in capsys.readouterr().out
    assert main(["check", str(pack / "sun.yaml")]) == 0


def test_new_ids_that_are_not_in_the_list_are_a_warning(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "ids.txt").write_text("\n".join(listed(pack)[:4]))
    assert main(["check", str(pack)]) == 0
    assert main(["check", "--strict", str(pack)]) == 1
    warning = "ids.txt: warning: The list does not have 'luna-lands-sent', 'money', 'orbit' and 2 more."
    assert warning in capsys.readouterr().out
    assert main(["check", "--keep-ids", "--strict", str(pack)]) == 0
    assert len(listed(pack)) == 9


def test_a_bank_that_could_not_be_read_makes_no_id_gone(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "sun.yaml").write_text(SUN.replace("order: 2", "order: -2"))
    change(pack, "id: luna-lands-sent", "id: luna-lands-showed")
    assert main(["check", "--keep-ids", str(pack)]) == 1
    assert "is gone" not in capsys.readouterr().out
    assert len(listed(pack)) == 10


@pytest.mark.parametrize(
    ("line", "what"),
    [("two words", "'two words' is no id"), ("Großes", "is no id"), ("money", "stands in line 8 already")],
)
def test_a_line_that_is_no_id_is_an_error(pack: Path, capsys: pytest.CaptureFixture[str], line: str, what: str) -> None:
    text = (pack / "ids.txt").read_text(encoding="utf-8")
    (pack / "ids.txt").write_text(f"{text}{line}\n", encoding="utf-8")
    assert main(["check", str(pack)]) == 1
    output = capsys.readouterr().out
    assert f"{pack}/ids.txt:12:1: error: " in output
    assert what in output


def test_a_list_that_is_no_text_is_an_error(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "ids.txt").write_bytes(b"money\n\xff\xfe\xfa")
    assert main(["check", "--keep-ids", str(pack)]) == 1
    assert "ids.txt:2:1: error: This is not UTF-8 text" in capsys.readouterr().out
    assert (pack / "ids.txt").read_bytes().startswith(b"money")


def test_every_pack_of_a_folder_keeps_its_own_ids(tmp_path: Path) -> None:
    one = write_pack(tmp_path, name="one", banks={"moon": MOON})
    other = write_pack(tmp_path, name="other", banks={"sun": SUN.replace("borrows: [eagle-lands]\n", "")})
    assert main(["check", "--keep-ids", str(tmp_path)]) == 0
    assert len(listed(one)) == 7
    assert len(listed(other)) == 2
