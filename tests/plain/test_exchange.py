"""`quizgame import` and `quizgame export`: what is written, what is said, and what is refused in one sentence."""

import contextlib
import errno
import io
import json
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest

from quizgame.banks.files import write
from quizgame.cli import main
from quizgame.exchange.formats import READERS, WRITERS
from quizgame.exchange.reasons import Why
from quizgame.session.cant import Cant
from quizgame.wording import exchange as wording
from tests.packs import MOON, write_pack

SHEET = "Question,Answer,Wrong 1,Wrong 2\nWhat is Eagle?,A lander,A rocket,A rover\nTrue?,Yes,,\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a sheet and a folder of banks with one pack."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Space quiz.csv").write_text(SHEET, encoding="utf-8")
    write_pack(tmp_path / "banks")
    return tmp_path


def bring(*arguments: str) -> int:
    return main(["import", "--banks", "banks", *arguments])


def send(*arguments: str) -> int:
    return main(["export", *arguments, "--banks", "banks"])


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sheet_becomes_a_pack_that_passes_check(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring("Space quiz.csv") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Space quiz.csv: read as a sheet with named columns.",
        "A new pack is in banks/space-quiz.",
        "New: 1 question.",
        "1 thing was left out:",
        "  row 3, “True?”: it has too few wrong options; it needs at least 1",
        "`quizgame --pack space-quiz` plays it, `quizgame class --plain --pack space-quiz` plays it with a class.",
    ]
    assert main(["check", "banks/space-quiz"]) == 0


def test_a_name_that_exists_is_refused_and_into_brings_it_up_to_date(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring("Space quiz.csv")
    before = files_in(here / "banks")
    capsys.readouterr()
    assert bring("Space quiz.csv") == 2
    assert "There is a pack “space-quiz” already" in capsys.readouterr().err
    assert files_in(here / "banks") == before
    (here / "Space quiz.csv").write_text(SHEET.replace("A lander", "A spacecraft"), encoding="utf-8")
    assert bring("Space quiz.csv", "--into", "space-quiz") == 0
    assert "Changed: what-is-eagle-" in capsys.readouterr().out
    assert "A spacecraft" in (here / "banks" / "space-quiz" / "space-quiz.yaml").read_text(encoding="utf-8")


def test_a_pack_goes_out_as_a_sheet_and_an_edit_comes_back_into_its_place(here: Path) -> None:
    bank = here / "banks" / "space" / "moon.yaml"
    text = MOON.replace("facts:", "# our notes\nfacts:")
    bank.write_text(text, encoding="utf-8")
    assert send("csv", "--out", "space.csv") == 0
    sheet = (here / "space.csv").read_text(encoding="utf-8-sig")
    (here / "space.csv").write_text(sheet.replace("What was Eagle?", "What kind of craft was it?"), encoding="utf-8")
    assert bring("space.csv", "--into", "space") == 0
    assert bank.read_text(encoding="utf-8") == text.replace("What was Eagle?", "What kind of craft was it?")


@pytest.mark.parametrize("form", WRITERS)
def test_each_format_is_written_once_and_never_over_a_file(
    here: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert send(form, "--topics", "moon") == 0
    written = here / f"space.{WRITERS[form].ending}"
    before = written.read_bytes()
    assert send(form) == 2
    assert "There is a file" in capsys.readouterr().err
    assert written.read_bytes() == before
    if form != "html":
        assert bring(written.name, "--into", "again") == 0


def test_what_the_player_remembers_goes_out_with_it_only_where_it_can_be_held(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remembering = ["--with-memory", "--saves", "saves"]
    with pytest.MonkeyPatch.context() as typed:
        typed.setattr(sys, "stdin", io.StringIO("x\n" * 40))
        main(["--plain", "--banks", "banks", "--saves", "saves", "--questions", "3"])
    capsys.readouterr()
    assert send("gift", *remembering) == 2
    assert "Leave --with-memory out" in capsys.readouterr().err
    assert send("anki", *remembering) == 0
    assert "“Import any learning progress”" in capsys.readouterr().out
    with zipfile.ZipFile(here / "space.apkg") as archive:
        archive.extract("collection.anki2", here)
    with contextlib.closing(sqlite3.connect(here / "collection.anki2")) as base:
        cards = base.execute("SELECT type, queue, due, ivl, data FROM cards WHERE type <> 0").fetchall()
        new = base.execute("SELECT count(*) FROM cards WHERE type = 0").fetchone()[0]
    assert cards
    assert new
    for kind, queue, due, interval, data in cards:
        assert (kind, queue) == (2, 2)
        assert due == interval >= 1  # asked today
        assert json.loads(data).keys() == {"s", "d", "dr", "lrt"}


BAD = {
    "empty.csv": b"",
    "cut.zip": b"PK\x03\x04cut",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "entities.xml": b'<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>',
    "sentence.txt": b"only a sentence",
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_read_is_one_sentence_and_nothing_is_written(
    here: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / name).write_bytes(BAD[name])
    before = files_in(here)
    assert bring(name) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"quizgame: {name}: ")
    assert told.err.count("\n") == 1
    assert files_in(here) == before


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nowhere.csv"], "nowhere.csv can't be read: no such file"),
        (["banks"], "banks is a folder"),
        (["Space quiz.csv", "--as", "word"], "There is no format “word”"),
        (["Space quiz.csv", "--into", "No Name"], "can't be the name of a pack"),
        ([], "import needs the name of a file"),
    ],
)
def test_what_is_asked_for_wrongly_is_one_sentence(
    here: Path, arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(*arguments) == 2
    assert part in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["word"], "There is no format “word”"),
        (["gift", "--topics", "mars"], "The pack has no topic “mars”; there are: moon, sun"),
        (["gift", "--pack", "mars"], "There is no pack “mars”"),
        (["gift", "--out", "nowhere/x.gift"], "nowhere/x.gift can't be written: no such file or directory"),
    ],
)
def test_what_can_not_go_out_is_one_sentence(
    here: Path, arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(here)
    assert send(*arguments) == 2
    assert part in capsys.readouterr().err
    assert files_in(here) == before


def test_a_pack_with_errors_is_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = here / "banks" / "space" / "moon.yaml"
    bank.write_text(MOON.replace("answer: In orbit\n", ""), encoding="utf-8")
    before = files_in(here)
    assert bring("Space quiz.csv", "--into", "space") == 2
    assert "has errors" in capsys.readouterr().err
    assert files_in(here) == before


def test_a_full_disk_leaves_everything_as_it_was(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write, "_write_bytes", full)
    before = files_in(here)
    for arguments in (["Space quiz.csv"], ["Space quiz.csv", "--into", "space"]):
        assert bring(*arguments) == 2
        assert "no space left on device. Nothing was changed." in capsys.readouterr().err
        assert files_in(here) == before
    assert send("gift") == 2
    assert files_in(here) == before


def test_without_its_library_a_format_says_how_to_get_it(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert send("kahoot") == 2
    assert "needs the library openpyxl. Install it with: pip install 'quizgame[formats]'" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "defusedxml.common", None)
    (here / "x.xml").write_text("<quiz/>")
    assert bring("x.xml") == 2
    assert "needs the library defusedxml" in capsys.readouterr().err


def test_nothing_that_fits_writes_nothing_and_has_status_1(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "Space quiz.csv").write_text("Question,Answer,Wrong 1\nTrue?,Yes,\n", encoding="utf-8")
    assert bring("Space quiz.csv") == 1
    assert "Nothing came in" in capsys.readouterr().out
    assert not (here / "banks" / "space-quiz").exists()


def test_every_reason_and_format_has_its_words() -> None:
    assert set(wording._REASONS) == set(Why)
    assert set(wording._CANT) == set(Cant) - {Cant.UNREADABLE}
    assert set(wording.FORMATS) == set(READERS)
