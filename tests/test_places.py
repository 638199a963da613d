"""Where saves and banks are looked for, and in which order."""

import os
from pathlib import Path

import pytest

from quizgame import places
from tests.saves.samples import CHECKOUT


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a user, for the systems that ask the environment where they are."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv(places.SAVES_VARIABLE, raising=False)
    return tmp_path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package as a wheel puts it: with its banks inside, and no checkout around it."""
    package = tmp_path / "site-packages" / "quizgame"
    (package / "question_banks").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    return package


def test_what_is_asked_for_wins(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.SAVES_VARIABLE, "/by/variable")
    assert places.saves_folder(Path("/by/option")) == Path("/by/option")


def test_the_variable_comes_next(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.SAVES_VARIABLE, "/by/variable")
    assert places.saves_folder(None) == Path("/by/variable")


@pytest.mark.parametrize("variable", [None, ""])
def test_a_checkout_comes_next(home: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None) -> None:
    if variable is not None:
        monkeypatch.setenv(places.SAVES_VARIABLE, variable)
    assert places.saves_folder(None) == CHECKOUT / "saves"
    assert places.checkout() == CHECKOUT


@pytest.mark.skipif(os.name == "nt", reason="Windows is not asked by the environment")
def test_an_installed_game_keeps_its_saves_with_the_users_data(home: Path, installed: Path) -> None:
    assert places.checkout() is None
    saves = places.saves_folder(None)
    assert saves == places.user_folder()
    assert saves.is_relative_to(home)
    assert saves.name == "quizgame"
    assert not saves.exists()


def test_the_environment_can_be_passed_in(home: Path) -> None:
    assert places.saves_folder(None, {places.SAVES_VARIABLE: "/else"}) == Path("/else")
    assert places.saves_folder(None, {}) == CHECKOUT / "saves"


def test_banks_come_from_the_user_and_then_from_the_game(home: Path) -> None:
    assert places.bank_folders([]) == (places.user_folder() / "banks", CHECKOUT / "question_banks")
    assert places.shipped_banks().is_dir()
    assert all((pack / "pack.yaml").is_file() for pack in places.shipped_packs())


def test_banks_of_an_installed_game_are_inside_the_package(home: Path, installed: Path) -> None:
    assert places.bank_folders([]) == (places.user_folder() / "banks", installed / "question_banks")


def test_banks_that_were_named_are_the_only_ones_in_their_order(home: Path) -> None:
    assert places.bank_folders([Path("b"), Path("a")]) == (Path("b"), Path("a"))


@pytest.mark.skipif(os.name == "nt", reason="Windows is not asked by the environment")
def test_a_crash_is_described_outside_the_saves_and_the_checkout(home: Path) -> None:
    assert places.log_file().name == "crash.log"
    assert places.log_file().is_relative_to(home)


def test_a_tilde_is_expanded_wherever_a_path_comes_from(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.saves_folder("~/quiz") == home / "quiz"
    assert places.saves_folder(Path("~/quiz")) == home / "quiz"
    assert places.saves_folder(None, {places.SAVES_VARIABLE: "~/quiz"}) == home / "quiz"
    assert places.bank_folders(["~/one", "~"]) == (home / "one", home)


@pytest.mark.skipif(os.name == "nt", reason="Windows is not asked by the environment")
def test_a_tilde_in_what_the_platform_says_is_expanded_too(
    home: Path, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "~/data")
    monkeypatch.setenv("XDG_STATE_HOME", "~/state")
    for place in (places.saves_folder(None), places.bank_folders([])[0], places.log_file()):
        assert place.is_relative_to(home)
        assert "~" not in place.parts


@pytest.mark.parametrize("path", ["./~/quiz", "a/~", "/~/x"])
def test_no_folder_named_tilde_is_ever_made(home: Path, path: str) -> None:
    with pytest.raises(places.TildeError):
        places.saves_folder(path)


def test_a_folder_named_tilde_that_is_there_may_be_used(home: Path) -> None:
    (home / "~").mkdir()
    assert places.saves_folder(home / "~" / "quiz") == home / "~" / "quiz"


def test_the_home_of_nobody_is_refused(home: Path) -> None:
    with pytest.raises(places.NoHomeError):
        places.saves_folder("~nobody-of-this-name/quiz")
    with pytest.raises(places.NoHomeError):
        places.bank_folders(["~nobody-of-this-name"])


@pytest.mark.parametrize("path", ["", " "])
def test_a_path_without_a_name_is_refused(home: Path, path: str) -> None:
    with pytest.raises(places.NoNameError):
        places.saves_folder(path)
