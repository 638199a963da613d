"""The door: what can't be done is said in one line, and nothing is made where it should not be."""

import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizgame import __version__, commands, places
from quizgame.game.play.modes import MODES
from tests.e2e.terminal import soon
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


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("check", "--help"),
        ("where", "--help"),
        ("timeline", "--help"),
        ("progress", "--help"),
        ("class", "--help"),
        ("sheet", "--help"),
    ],
)
def test_help_is_given(home: Path, arguments: tuple[str, ...]) -> None:
    played = play_here(*arguments)
    assert (played.status, played.err) == (0, "")
    assert played.out.startswith("usage: quizgame")
    assert not (home / "saves").exists()


def test_help_names_every_option_and_command(home: Path) -> None:
    text = play_here("--help").out
    for name in (
        "--plain",
        "--topics",
        "--questions",
        "--seed",
        "--mode",
        "--pack",
        "--code",
        "--banks",
        "--saves",
        "--version",
    ):
        assert name in text
    for name in ("check", "where", "timeline", "progress", "history", "read", "exam", "class", "sheet"):
        assert f"\n    {name} " in text


IMPOSSIBLE = {
    "no such topic": (("--topics", "venus"), "There is no topic “venus”. There is: moon, sun."),
    "one such topic": (("--topics", "moon,venus"), "There is no topic “venus”. There is: moon, sun."),
    "a topic with an escape code": (("--topics", "\x1b[2J"), "There is no topic “[2j”. There is: moon, sun."),
    "a seed without a number": (("--seed", "tiger"), "A seed is a word and a number, such as TIGER-42."),
    "an empty seed": (("--seed", ""), "A seed is a word and a number, such as TIGER-42."),
    "no questions": (("--questions", "0"), "A round has 1 to 50 questions, not “0”."),
    "too many questions": (("--questions", "51"), "A round has 1 to 50 questions, not “51”."),
    "a longer way to write too many": (("--questions", "00059"), "A round has 1 to 50 questions, not “00059”."),
    "less than no questions": (("--questions=-3",), "A round has 1 to 50 questions, not “-3”."),
    "half a question": (("--questions", "1.5"), "A round has 1 to 50 questions, not “1.5”."),
    "no such pack": (("--pack", "time"), "There is no pack “time”. There is: space."),
    "no such mode": (
        ("--mode", "duel"),
        f"There is no mode “duel”. There is: {', '.join(MODES)}.",
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
    assert everything_in(home) == sorted(
        [*before, "saves", *(f"saves/{name}" for name in ("library.sqlite", "progress.sqlite", "progress.witness"))]
    )


def test_the_option_for_saves_wins_over_the_variable(home: Path) -> None:
    play_here("--plain", "--banks", home / "banks", "--saves", home / "mine", lines=["1", "q"])
    assert (home / "mine" / "progress.sqlite").is_file()
    assert not (home / "saves").exists()


@pytest.mark.parametrize("term", ["xterm-256color", "dumb", ""])
def test_without_a_terminal_the_screens_are_refused_at_once(home: Path, term: str) -> None:
    before = everything_in(home)
    began = time.monotonic()
    played = play_apart(home, more={"TERM": term})
    assert time.monotonic() - began < soon()
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
        timeout=30,
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


ANYWHERE = {
    "timeline": (("--topics", "moon"), ("--pack", "space")),
    "where": (),
    "check": (("--pack", "space"),),
}


@pytest.mark.parametrize("name", ANYWHERE)
def test_options_stand_before_a_command_or_behind_it(home: Path, name: str) -> None:
    options = [*ANYWHERE[name], ("--banks", str(home / "banks")), ("--saves", str(home / "mine")), ("--plain",)]
    words = [word for option in options for word in option]
    before, behind = play_here(*words, name), play_here(name, *words)
    assert (before.status, before.err) == (0, "")
    assert before == behind
    assert "space" in before.out.casefold() or str(home / "mine") in before.out
    for option in options:
        rest = [word for other in options if other != option for word in other]
        assert play_here(*option, name, *rest) == play_here(*rest, name, *option) == before


def test_banks_before_and_behind_a_command_are_both_used(home: Path) -> None:
    played = play_here("--banks", "one", "where", "--banks", "two", "--saves", "mine")
    assert played.lines[:3] == ["saves: mine", "banks: one", "banks: two"]


def test_paths_to_check_stand_anywhere_too(home: Path) -> None:
    path = str(home / "banks")
    assert play_here("check", "--pack", "space", path) == play_here("check", path, "--pack", "space")
    assert play_here("check", "--pack", "space", path).status == 0


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("where", "--pack"),
        ("where", "--seed"),
        ("check", "--topics"),
        ("timeline", "--mode"),
        ("timeline", "--questions"),
    ],
)
def test_an_option_without_use_is_not_passed_over_in_silence(home: Path, command: str, option: str) -> None:
    for arguments in [(command, option, "x"), (option, "x", command)]:
        played = play_here(*arguments)
        assert (played.status, played.out) == (2, "")
        assert one_line(played.err) == f"`quizgame {command}` has no use for {option}."


@pytest.mark.parametrize("arguments", [("--\x1b[2J",), ("\x1b]0;x\x07",), ("check", "--pack"), ("check", "--\x9b2J")])
def test_a_command_line_that_can_not_be_read_is_one_clean_sentence(home: Path, arguments: tuple[str, ...]) -> None:
    played = play_here(*arguments)
    assert (played.status, played.out) == (2, "")
    assert one_line(played.err).endswith("`quizgame --help` shows what there is.")


@pytest.mark.parametrize(
    "arguments", [("check", "nothing"), ("check", "--banks", "nothing"), ("--banks", "nothing", "check")]
)
def test_a_check_of_what_is_not_there_says_so(home: Path, arguments: tuple[str, ...]) -> None:
    played = play_here(*arguments)
    assert (played.status, played.out) == (2, "")
    assert one_line(played.err) == "There is no file or folder nothing."


def test_a_check_of_a_pack_that_is_not_there_says_so(home: Path) -> None:
    played = play_here("check", "--banks", home / "banks", "--pack", "\x1btime")
    assert (played.status, played.out) == (2, "")
    assert one_line(played.err) == "There is no pack 'time' in the folders of question banks."


@pytest.mark.parametrize("front_end", [("--plain",), ("timeline",), ("where",), ("check",)])
@pytest.mark.parametrize("option", ["--banks", "--saves"])
def test_a_tilde_is_the_home_of_whoever_plays(home: Path, front_end: tuple[str, ...], option: str) -> None:
    (home / "quiz").mkdir()
    others = ["--saves", str(home / "mine")] if option == "--banks" else ["--banks", str(home / "banks")]
    folder = "banks" if option == "--banks" else "quiz"
    played = play_here(*front_end, f"{option}=~/{folder}", *others, lines=["1", "q"])
    assert (played.status, played.err) == (0, "")
    assert not [path for path in everything_in(home) if "~" in path]
    if front_end == ("where",):
        assert str(home / folder) in played.out
    if front_end == ("--plain",):
        assert (home / ("mine" if option == "--banks" else "quiz") / "progress.sqlite").is_file()


def test_a_tilde_in_the_variable_is_the_home_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.SAVES_VARIABLE, "~/quiz")
    assert play_here("--plain", "--banks", "~/banks", lines=["1", "q"]).status == 0
    assert (home / "quiz" / "progress.sqlite").is_file()
    assert everything_in(home / "here") == []


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "~nobody-of-this-name/x",
            "Nobody knows whose home '~nobody-of-this-name/x' begins with. Write the path without ~.",
        ),
        ("./~/x", "'~/x' would make a folder named ~. Write the whole path instead."),
        ("", "--saves needs the name of a folder."),
    ],
)
def test_saves_that_nobody_can_mean_are_refused(home: Path, path: str, sentence: str) -> None:
    before = everything_in(home)
    played = play_here("--plain", "--banks", home / "banks", f"--saves={path}", lines=["1", "q"])
    assert (played.status, played.out, one_line(played.err)) == (2, "", sentence)
    assert everything_in(home) == before


LIGHT_DOORS = [("--version",), ("--help",), ("--dance",), ("where",)]


@pytest.mark.parametrize("arguments", LIGHT_DOORS, ids=" ".join)
def test_the_door_opens_without_what_it_does_not_need(home: Path, arguments: tuple[str, ...]) -> None:
    spy = "import sys, atexit; atexit.register(lambda: print(*sys.modules))\nfrom quizgame.cli import main; main()"
    loaded = set(play_apart(home, *arguments, by=("-c", spy)).out.split())
    assert "quizgame.cli" in loaded
    assert not {"pydantic", "yaml", "sqlite3", "textual", "rich", "asyncio"} & loaded
    assert not [name for name in loaded if name.startswith(("quizgame.tui", "quizgame.plain"))]


def test_an_unknown_command_is_refused(home: Path) -> None:
    assert play_here("dance").status == 2
    assert play_here("--dance").status == 2


def test_ctrl_c_has_a_status_of_its_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object, ending: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "_plain", interrupt)
    played = play_here("--plain")
    assert (played.status, played.out, played.err) == (130, "", "\n")


def test_the_first_screen_stands_before_models_banks_saves_and_other_screens_are_loaded(home: Path) -> None:
    spy = "import sys; import quizgame.tui.run, quizgame.tui.app; print(*sys.modules)"
    loaded = set(play_apart(home, by=("-c", spy)).out.split())
    assert "quizgame.tui.screens.home" in loaded
    assert not {"pydantic", "yaml", "sqlite3"} & loaded
    assert not {f"quizgame.tui.screens.{name}" for name in ("quiz", "growing", "notes", "results", "scores")} & loaded
