"""The door: what can't be done is said in one line, and nothing is made where it should not be."""

import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgame import __version__, cli, places
from tests.packs import write_pack
from tests.plain.terminal import command, environment, everything_in, obeyed_by_a_terminal, play_apart, play_here
from tests.saves.samples import CHECKOUT, fingerprint, save_with, started


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a folder of banks and nothing else, and a working directory in it."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    write_pack(tmp_path / "banks")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def one_line(err: str) -> str:
    """The sentence of a refusal, without its beginning."""
    assert err.endswith(".\n")
    assert err.count("\n") == 1
    assert err.startswith("quizgame: ")
    assert not obeyed_by_a_terminal(err)
    assert "Error" not in err
    return err.removeprefix("quizgame: ").strip()


def test_the_version_is_told(home: Path) -> None:
    played = play_apart(home, "--version")
    assert (played.status, played.out, played.err) == (0, f"quizgame {__version__}\n", "")
    assert everything_in(home / "saves") == []


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("where", "--help"), ("timeline", "--help")])
def test_help_is_given(home: Path, arguments: tuple[str, ...]) -> None:
    played = play_here(*arguments)
    assert (played.status, played.err) == (0, "")
    assert played.out.startswith("usage: quizgame")
    assert not (home / "saves").exists()


def test_help_names_every_option_and_command(home: Path) -> None:
    text = play_here("--help").out
    for name in ("--plain", "--topics", "--questions", "--seed", "--mode", "--pack", "--banks", "--saves", "--version"):
        assert name in text
    for name in ("check", "where", "timeline"):
        assert f"\n    {name} " in text


IMPOSSIBLE = {
    "no such topic": (("--topics", "venus"), "There is no topic 'venus'. There is: moon, sun."),
    "one such topic": (("--topics", "moon,venus"), "There is no topic 'venus'. There is: moon, sun."),
    "a topic with an escape code": (("--topics", "\x1b[2J"), "There is no topic '[2j'. There is: moon, sun."),
    "a seed without a number": (("--seed", "tiger"), "A seed is a word and a number, such as TIGER-42."),
    "an empty seed": (("--seed", ""), "A seed is a word and a number, such as TIGER-42."),
    "no questions": (("--questions", "0"), "A round has 1 to 50 questions, not '0'."),
    "too many questions": (("--questions", "51"), "A round has 1 to 50 questions, not '51'."),
    "a longer way to write too many": (("--questions", "00059"), "A round has 1 to 50 questions, not '00059'."),
    "less than no questions": (("--questions=-3",), "A round has 1 to 50 questions, not '-3'."),
    "half a question": (("--questions", "1.5"), "A round has 1 to 50 questions, not '1.5'."),
    "a digit of another script": (("--questions", "٣"), "A round has 1 to 50 questions, not '٣'."),
    "no such pack": (("--pack", "time"), "There is no pack 'time'. There is: space."),
    "no such mode": (
        ("--mode", "duel"),
        "There is no mode 'duel'. There is: practice, orderings, dates, growing, daily.",
    ),
}


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_what_can_not_be_had_is_said_in_one_line(home: Path, what: str) -> None:
    arguments, sentence = IMPOSSIBLE[what]
    before = everything_in(home)
    played = play_here("--plain", "--banks", home / "banks", *arguments, lines=["1"])
    assert (played.status, played.out) == (2, "")
    assert one_line(played.err) == sentence
    assert everything_in(home) == before


@pytest.mark.parametrize("folder", ["nothing", "here"])
def test_a_folder_without_banks_is_named(home: Path, folder: str) -> None:
    before = everything_in(home)
    played = play_here("--plain", "--banks", home / folder)
    assert (played.status, played.out) == (2, "")
    assert one_line(played.err).startswith("There is no question bank to play in ")
    assert everything_in(home) == before


def test_a_save_of_a_newer_game_is_left_as_it_is(home: Path) -> None:
    path = save_with(home / "saves", started())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = fingerprint(path), everything_in(home)
    played = play_here("--plain", "--banks", home / "banks", lines=["1"])
    assert (played.status, played.out) == (2, "")
    assert "newer quizgame" in one_line(played.err)
    assert (fingerprint(path), everything_in(home)) == before


def test_a_file_in_the_place_of_the_saves_is_left_as_it_is(home: Path) -> None:
    (home / "diary").write_text("Dear diary")
    before = everything_in(home)
    played = play_here("--plain", "--banks", home / "banks", "--saves", home / "diary", lines=["1"])
    assert (played.status, played.out) == (2, "")
    assert "is a file" in one_line(played.err)
    assert (home / "diary").read_text() == "Dear diary"
    assert everything_in(home) == before


def test_a_refusal_is_the_same_in_a_process_of_its_own(home: Path) -> None:
    played = play_apart(home, "--plain", "--banks", home / "banks", "--seed", "tiger")
    assert (played.status, played.out) == (2, "")
    assert one_line(played.err) == "A seed is a word and a number, such as TIGER-42."


def test_a_game_writes_into_the_saves_folder_only(home: Path) -> None:
    before = everything_in(home)
    assert play_here("--plain", "--banks", home / "banks", lines=["1", "q"]).status == 0
    assert everything_in(home) == sorted([*before, "saves", "saves/progress.sqlite", "saves/progress.witness"])


def test_the_option_for_saves_wins_over_the_variable(home: Path) -> None:
    play_here("--plain", "--banks", home / "banks", "--saves", home / "mine", lines=["1", "q"])
    assert (home / "mine" / "progress.sqlite").is_file()
    assert not (home / "saves").exists()


@pytest.mark.parametrize("term", ["xterm-256color", "dumb", ""])
def test_without_a_terminal_the_screens_are_refused_at_once(home: Path, term: str) -> None:
    before = everything_in(home)
    began = time.monotonic()
    played = play_apart(home, more={"TERM": term})
    assert time.monotonic() - began < 2
    assert (played.status, played.out) == (2, "")
    assert "--plain" in one_line(played.err)
    assert everything_in(home) == before


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """A terminal, as its two ends: the program's and the person's."""
    pty = pytest.importorskip("pty", reason="no such terminals here")
    person, program = pty.openpty()
    yield program, person
    os.close(person)
    os.close(program)


@pytest.mark.parametrize(
    "more",
    [
        {"TERM": "dumb"},
        {"TERM": ""},
        {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_a_terminal_that_can_not_show_screens_is_told_of_plain(
    home: Path, terminal: tuple[int, int], more: dict[str, str]
) -> None:
    program, person = terminal
    run = subprocess.run(
        command(),
        cwd=CHECKOUT,
        env=environment(home, **more),
        stdin=program,
        stdout=program,
        stderr=program,
        timeout=5,
        check=False,
    )
    told = os.read(person, 10_000).decode().replace("\r\n", "\n")
    assert run.returncode == 2
    assert "--plain" in one_line(told)


def test_where_tells_all_places_and_makes_none(home: Path) -> None:
    before = everything_in(home)
    played = play_here("where")
    assert (played.status, played.err) == (0, "")
    assert played.lines == [
        f"saves: {home / 'saves'}",
        f"banks: {places.user_folder() / 'banks'}",
        f"banks: {CHECKOUT / 'question_banks'}",
        f"crash log: {places.log_file()}",
    ]
    assert everything_in(home) == before


def test_where_tells_what_was_chosen(home: Path) -> None:
    played = play_here("--saves", "mine", "--banks", "one", "--banks", "two", "where")
    assert played.lines[:3] == ["saves: mine", "banks: one", "banks: two"]


def test_where_tells_a_path_that_is_no_text(home: Path) -> None:
    played = play_apart(
        home, "--saves", os.fsdecode(b"/\xff\x1b[2J"), "where", more={"PYTHONIOENCODING": "ascii:strict"}
    )
    assert (played.status, played.err) == (0, "")
    assert not obeyed_by_a_terminal(played.out)


def test_an_unknown_command_is_refused(home: Path) -> None:
    assert play_here("dance").status == 2
    assert play_here("--dance").status == 2


def test_ctrl_c_has_a_status_of_its_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_plain", interrupt)
    played = play_here("--plain")
    assert (played.status, played.out, played.err) == (130, "", "\n")
