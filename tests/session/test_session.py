"""What lies on the table once everything is read."""

from pathlib import Path

import pytest

from quizgame import places
from quizgame.banks.files.problems import shown
from quizgame.session.clock import now
from quizgame.session.session import open_session
from quizgame.session.wishes import Wishes
from tests.packs import write_pack


def test_a_folder_that_was_named_is_missed_and_ones_own_banks_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "user_folder", lambda: tmp_path / "user")
    write_pack(tmp_path / "banks")
    folders = (places.own_banks(), tmp_path / "gone", tmp_path / "banks")
    session = open_session(folders, tmp_path / "saves", Wishes())
    session.keeper.close(now())
    assert [problem.path for problem in session.problems] == [shown(tmp_path / "gone")]


def test_the_packs_of_the_game_are_known_from_others_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "shipped_banks", lambda: tmp_path / "banks")
    for name in ("abc", "nagorno-karabakh"):
        write_pack(tmp_path / "banks", name=name)
    session = open_session((tmp_path / "banks",), tmp_path / "saves", Wishes())
    session.keeper.close(now())
    found = {files.pack.id: files.shipped for files in session.library.packs}
    assert found == {"abc": False, "nagorno-karabakh": True}
