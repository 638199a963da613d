"""`quizgame players`: each of its actions on the command line."""

import io
from pathlib import Path

import pytest

from quizgame.cli import main
from quizgame.saves.files import FILE_NAME
from quizgame.session.players import opened_as_last_time
from quizgame.wording.names import name_in_words
from tests.saves.samples import MOMENT, answered, fingerprint, save_with, started


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    save_with(tmp_path / "saves", started(), answered(0), answered(1))
    return tmp_path / "saves"


def run(saves: Path, *words: str) -> int:
    return main(["--saves", str(saves), "players", *words])


def names(saves: Path) -> list[str]:
    keeper = opened_as_last_time(saves)
    try:
        return [name_in_words(player) for player in keeper.players]
    finally:
        keeper.close(MOMENT)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_players_are_made_listed_switched_and_renamed(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(saves) == 0
    assert capsys.readouterr().out == "no name yet · plays now\n"
    assert run(saves, "add") == 0
    first, second = names(saves)
    assert f"{second} plays now." in capsys.readouterr().out
    assert run(saves, "switch", *first.upper().split()) == 0
    assert f"{first} plays now." in capsys.readouterr().out
    assert run(saves, "rename") == 0
    assert names(saves)[0] != first
    assert run(saves, "rename", second) == 0
    assert names(saves)[1] != second
    assert run(saves, "list") == 0


def test_a_player_goes_to_another_machine(saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "me.json")
    assert run(saves, "export", file) == 0
    assert run(saves, "export", file) == 2
    assert "is there already" in capsys.readouterr().err
    for said in ("2 answers are new", "nothing is new"):
        assert run(tmp_path / "other", "import", file) == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(("text", "gone"), [("delete\n", True), ("no\n", False), ("", False), ("q\n", False)])
def test_a_player_without_a_name_is_deleted_by_a_word(
    saves: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, *, gone: bool
) -> None:
    typed(monkeypatch, text)
    assert run(saves, "delete") == 0
    assert ("Nothing was deleted." in capsys.readouterr().out) is not gone
    assert (b"round-1" in (saves / FILE_NAME).read_bytes()) is not gone


def test_a_player_with_a_name_is_deleted_by_it(saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(saves, "add")
    first, second = names(saves)
    typed(monkeypatch, f"{first}\n")
    assert run(saves, "delete", first) == 0
    assert names(saves) == [second]
    assert b"round-1" not in (saves / FILE_NAME).read_bytes()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("switch",), "needs the name of a player"),
        (("switch", "nobody"), "There is no player “nobody”. There is: no name yet."),
        (("delete", "nobody"), "There is no player"),
        (("export",), "needs the name of a file"),
        (("import",), "needs the name of a file"),
        (("import", "/nowhere/at/all"), "can't be read: no such file"),
        (("export", "/nowhere/at/all"), "can't be written: no such file"),
        (("add", "somebody"), "has no use for what stands behind it"),
        (("switch", "\x1b[31mred"), "There is no player"),
    ],
)
def test_what_cant_be_done_is_said_in_a_sentence_and_nothing_is_changed(
    saves: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], why: str
) -> None:
    before = fingerprint(saves / FILE_NAME)
    assert run(saves, *words) == 2
    said = capsys.readouterr()
    assert why in said.err
    assert said.err.count("\n") == 1
    assert "\x1b" not in said.err
    assert fingerprint(saves / FILE_NAME) == before


def test_a_file_that_is_no_export_is_refused(saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for data in (b"", b"\xff\xfe", b"{}", (saves / FILE_NAME).read_bytes()):
        (tmp_path / "file").write_bytes(data)
        assert run(saves, "import", str(tmp_path / "file")) == 2
        assert "is no player exported from quizgame" in capsys.readouterr().err


def test_where_nothing_is_kept_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert run(tmp_path / "none") == 2
    assert not (tmp_path / "none").exists()
