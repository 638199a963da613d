"""Files as terminals name them, and what becomes of them on the way into one's own banks."""

from pathlib import Path

import pytest

from quizgame.banks.files.write import new_folder
from quizgame.session.bringing import firsts, keep_and_play, look_at, paths_in
from quizgame.session.cant import Cant, CantExchangeError
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import Wishes
from tests.packs import write_pack
from tests.short_packs import WATER

SHEET = "Question,Answer,Wrong 1\nWhat is Eagle?,A lander,A rocket\nWho flew first?,Gagarin,Leonov\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file whose name needs quotes."""
    place = tmp_path / "My files"
    place.mkdir()
    (place / "Space 'quiz'.csv").write_text(SHEET, encoding="utf-8")
    return place


@pytest.fixture
def session(tmp_path: Path) -> Session:
    write_pack(tmp_path / "banks")
    return open_session((tmp_path / "banks",), tmp_path / "saves", Wishes())


@pytest.mark.parametrize(
    "typed",
    [
        "{folder}/Space 'quiz'.csv",
        "  {folder}/Space 'quiz'.csv \n",
        "\"{folder}/Space 'quiz'.csv\"",
        "'{folder}/Space '\\''quiz'\\''.csv'",
        "{escaped}/Space\\ \\'quiz\\'.csv",
        "file://{address}/Space%20%27quiz%27.csv",
        "file://localhost{address}/Space%20%27quiz%27.csv",
        "'file://{address}/Space%20%27quiz%27.csv'",
    ],
)
def test_a_file_is_found_however_the_terminal_names_it(folder: Path, typed: str) -> None:
    line = typed.format(folder=folder, escaped=str(folder).replace(" ", "\\ "), address=str(folder).replace(" ", "%20"))
    assert paths_in(line) == [folder / "Space 'quiz'.csv"]


def test_several_files_may_be_dropped_at_once() -> None:
    assert paths_in("'/a b/one.csv' '/a b/two.csv'") == [Path("/a b/one.csv"), Path("/a b/two.csv")]
    assert paths_in("/a b/no such.csv") == [Path("/a b/no such.csv")]


def test_what_was_looked_at_is_kept_and_played(folder: Path, session: Session, tmp_path: Path) -> None:
    typed = str(folder / "Space 'quiz'.csv")
    seen = look_at(typed, session)
    assert firsts(seen, 1) == [("What is Eagle?", "A lander")]
    assert [path.name for path in (tmp_path / "banks").iterdir()] == ["space"]
    pack = keep_and_play(session, seen)
    assert pack is session.pack
    assert pack.id == "space-quiz"
    assert [one.id for one in session.packs] == ["space", "space-quiz"]
    session.close()


def test_the_same_file_once_more_brings_its_pack_up_to_date(folder: Path, session: Session) -> None:
    path = folder / "Space 'quiz'.csv"
    keep_and_play(session, look_at(str(path), session))
    path.write_text(f"{SHEET}What is a year?,A time,A place\n", encoding="utf-8")
    seen = look_at(str(path), session)
    assert not seen.is_new
    assert len(seen.brought.added) == 1
    pack = keep_and_play(session, seen)
    assert pack is not None
    assert pack.id == "space-quiz"
    assert sum(len(fact.questions) for bank in pack.banks for fact in bank.facts) == 3
    session.close()


def test_where_another_pack_has_the_name_the_new_one_gets_a_number(
    folder: Path, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "banks" / "space-quiz.yaml").write_text(WATER, encoding="utf-8")
    (tmp_path / "banks" / "space-quiz-2").mkdir()
    new_folder(tmp_path / "banks" / "space-quiz-3", {"notes.txt": "mine"})
    seen = look_at(str(folder / "Space 'quiz'.csv"), session)
    assert seen.folder == tmp_path / "banks" / "space-quiz-4"
    assert (tmp_path / "banks" / "space-quiz.yaml").read_text(encoding="utf-8") == WATER
    session.close()


@pytest.mark.parametrize(
    ("typed", "cant"),
    [
        ("/no/such/file.csv", Cant.CANT_BE_READ),
        ("'", Cant.CANT_BE_READ),
        ("''", Cant.IS_NO_FILE),
        ("~nobody-of-this-name/x.csv", Cant.IS_NO_FILE),
        (".", Cant.IS_A_FOLDER),
        ("a\0b", Cant.IS_NO_FILE),
    ],
)
def test_what_is_no_file_is_refused(session: Session, typed: str, cant: Cant) -> None:
    with pytest.raises(CantExchangeError) as caught:
        look_at(typed, session)
    assert caught.value.cant is cant
    session.close()
