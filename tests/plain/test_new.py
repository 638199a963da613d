"""`quizgame new`: a pack of one's own, from its title to a round."""

import re
from pathlib import Path

import pytest

from quizgame import places
from quizgame.banks.files.read import read_library
from quizgame.cli import main
from tests.plain.terminal import environment, everything_in, play_here

README = Path(__file__).parents[2] / "README.md"
KEYS_A_MINUTE = 200
"""What somebody types who types often, and is no typist."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without any banks."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    return tmp_path


def made(title: str) -> Path:
    assert main(["new", *title.split()]) == 0
    return next(path for path in places.own_banks().iterdir() if path.suffix == ".yaml")


@pytest.mark.usefixtures("home")
def test_a_new_pack_lies_in_the_own_banks_and_two_lines_say_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    path = made("The water cycle")
    assert path == places.own_banks() / f"{(name := 'the-water-cycle')}.yaml"
    assert capsys.readouterr().out.splitlines() == [
        f"Your pack is {path}: open it in an editor and write over the examples.",
        f"Then `quizgame check --watch --pack {name}` says what to mend, and `quizgame --pack {name}` plays it.",
    ]


@pytest.mark.usefixtures("home")
def test_it_has_nothing_to_be_mended_and_plays(capsys: pytest.CaptureFixture[str]) -> None:
    path = made("The water cycle")
    assert main(["check", "--strict", "--pack", path.stem]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    (files,) = read_library((path.parent,)).packs
    assert (files.pack.title, len(files.pack.terms), len(files.pack.events_of("the-water-cycle"))) == (
        "The water cycle",
        4,
        3,
    )
    for mode, count in (("practice", 7), ("growing", 2)):
        played = play_here("--plain", "--pack", path.stem, "--mode", mode, lines=["x"] * 2 * count)
        assert played.status == 0
        assert played.err == ""
    assert "paragraph None" not in played.out


@pytest.mark.usefixtures("home")
def test_its_first_line_names_the_schema_that_lies_beside_it() -> None:
    path = made("The water cycle")
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.read_bytes() == (places.shipped_banks() / places.SCHEMA_FILE).read_bytes()


@pytest.mark.usefixtures("home")
def test_an_old_schema_beside_it_is_brought_up_to_date() -> None:
    schema = places.own_banks() / places.SCHEMA_FILE
    schema.parent.mkdir(parents=True)
    schema.write_text("{}")
    made("Water")
    assert schema.read_bytes() == (places.shipped_banks() / places.SCHEMA_FILE).read_bytes()


@pytest.mark.usefixtures("home")
def test_what_is_there_is_never_touched(capsys: pytest.CaptureFixture[str]) -> None:
    path = made("The water cycle")
    path.write_text("mine", encoding="utf-8")
    before = everything_in(path.parent)
    assert main(["new", "The  water cycle!"]) == 2
    assert "already, and it was left as it is" in capsys.readouterr().err
    (path.parent / "snow").mkdir()
    assert main(["new", "Snow"]) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert everything_in(path.parent) == sorted([*before, "snow"])


@pytest.mark.parametrize("title", ["", "?!", "x" * 41, "\u200b", "a\x1b[2J"])
def test_a_title_that_can_be_none_is_refused_in_a_sentence(
    home: Path, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything_in(home)
    assert main(["new", title]) == 2
    assert "can't be the title of a pack" in capsys.readouterr().err
    assert everything_in(home) == before


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("L'eau: le cycle", "leau-le-cycle"),
        ("Ջրի շրջապտույտ", "ջրի-շրջապտույտ"),
        ("CON", "con-pack"),
        ("Pack", "pack-pack"),
        ('"Quoted" {braces} #1', "quoted-braces-1"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
@pytest.mark.usefixtures("home")
def test_any_other_title_is_the_title_of_its_pack(title: str, name: str) -> None:
    path = made(title)
    assert path.stem == name
    (files,) = read_library((path.parent,)).packs
    assert files.pack.title == title


def test_it_is_made_where_banks_are_named(home: Path) -> None:
    assert main(["new", "Water", "--banks", str(home / "mine")]) == 0
    assert everything_in(home / "mine") == ["bank.schema.json", "water.yaml"]


def test_where_nothing_can_be_written_a_sentence_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "file").write_text("")
    assert main(["new", "Water", "--banks", str(home / "file")]) == 2
    assert "can't be made" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_the_example_of_the_readme_is_checked_and_played_in_five_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    section = README.read_text(encoding="utf-8").partition("## Write your own in five minutes")[2]
    match = re.search(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert match is not None
    example = match[1]
    assert len(example.splitlines()) == 10
    path = made("The water cycle")
    path.write_text(example, encoding="utf-8")
    assert main(["check", "--pack", "the-water-cycle"]) == 0
    assert "0 errors" in capsys.readouterr().out
    played = play_here("--plain", "--pack", "the-water-cycle", lines=["1"] * 5)
    assert played.out.count("Question ") == 5
    assert "Round: " in played.out
    commands = ("new The water cycle", "check --pack the-water-cycle", "--pack the-water-cycle")
    keys = len(example) + sum(len(f"quizgame {command}\n") for command in commands) + 5 * len("1\n")
    told = re.search(r"three commands and about (\d+) keys", section)
    assert told is not None
    assert abs(keys - int(told[1])) < 50
    assert keys / KEYS_A_MINUTE <= 5


@pytest.mark.usefixtures("home")
def test_no_pack_of_ones_own_hides_one_that_comes_with_the_game_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "Nagorno-Karabakh"]) == 2
    assert "comes with the game" in capsys.readouterr().err
    assert not places.own_banks().exists()
    sheet = tmp_path / "Nagorno-Karabakh.csv"
    sheet.write_text("Question,Answer,Wrong 1\nWhat?,one,two\n", encoding="utf-8")
    assert main(["import", str(sheet)]) == 2
    assert "comes with the game" in capsys.readouterr().err
    assert not places.own_banks().exists()
    assert main(["import", str(sheet), "--into", "nagorno-karabakh"]) == 0
    assert main(["import", str(sheet)]) == 2
    assert "There is a pack “nagorno-karabakh” already" in capsys.readouterr().err
