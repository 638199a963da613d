"""`quizgame check`: its exit statuses, what it prints, and what it does not load."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quizgame.cli import main
from tests.banks.printed import rows_in, topics_in
from tests.packs import MOON, PACK, SUN, write_pack

ROOT = Path(__file__).parents[2]
BROKEN = MOON.replace("importance: 3", "importance: 4")
WARNED = MOON.replace("id: luna-lands-sent\n        prompt", "prompt")
LINTED = MOON.replace("paragraph: 4", "paragraph: 9")


def check(*paths: Path) -> int:
    return main(["check", *map(str, paths)])


def test_a_good_pack_has_status_0_and_a_table_with_a_line_a_topic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "banks")
    assert check(Path("banks")) == 0
    output = capsys.readouterr().out
    title, head, *_, summary = output.splitlines()
    assert re.fullmatch(r"space \(revision [0-9a-f]{8}\)", title)
    assert head.split()[:7] == ["topic", "facts", "quest.", "events", "terms", "longest", "grade"]
    assert [row[:6] for row in rows_in(output)] == [
        ("moon", "3", "3", "2", "1", "33%"),
        ("sun", "2", "3", "1", "0", "0%"),
    ]
    assert summary == "banks: 0 errors, 0 warnings"


def test_warnings_are_printed_and_keep_status_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path, banks={"moon": WARNED})
    assert check(tmp_path) == 0
    first, *_, summary = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{folder}/moon.yaml:31:17: warning: The question has no id. ")
    assert summary.endswith(": 0 errors, 1 warning")


@pytest.mark.parametrize(
    ("moon", "message"),
    [
        (
            BROKEN,
            (
                "moon.yaml:9:17: error: 'importance' must be at most 3. Write a smaller number."
                " The fact 'eagle-lands' was left out."
            ),
        ),
        (LINTED, "moon.yaml:38:16: error: The section has 4 paragraphs, not 9. Correct the number."),
    ],
    ids=["left out", "linted"],
)
def test_an_error_has_status_1_and_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], moon: str, message: str
) -> None:
    folder = write_pack(tmp_path, banks={"moon": moon, "sun": SUN.replace("borrows: [eagle-lands]\n", "")})
    assert check(tmp_path) == 1
    output = capsys.readouterr().out
    lines = output.splitlines()
    assert lines[0] == f"{folder}/{message}"
    assert "sun" in topics_in(output)
    assert lines[-1] == f"{tmp_path}: 1 error, 0 warnings"


def test_all_problems_are_printed_in_the_order_of_files_and_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(tmp_path, banks={"moon": LINTED, "mars": "topic: mars\n", "sun": SUN.replace("order: 2", "order: -2")})
    assert check(tmp_path) == 1
    places = re.findall(r"/(\w+)\.yaml:(\d+):", capsys.readouterr().out)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
    assert {name for name, _ in places} == {"mars", "moon", "sun"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere", "There is no file or folder {}"),
        ("empty/nothing.yaml", "There is no file or folder {}"),
        ("empty", "there is no pack.yaml in {} or in a folder in it"),
        ("file.txt", "{} is no bank: banks are files that end in .yaml"),
        ("bankless/.hidden.yaml", "{} is passed over, as its name begins with a dot"),
    ],
)
def test_where_nothing_can_be_checked_a_sentence_says_so_with_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bankless" / "deeper").mkdir(parents=True)
    (tmp_path / "bankless" / "moon.yaml").write_text(MOON)
    (tmp_path / "bankless" / ".hidden.yaml").write_text(MOON)
    (tmp_path / "file.txt").write_text("text")
    assert check(tmp_path / name) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err == f"quizgame: {sentence.format(tmp_path / name)}.\n"


def test_a_path_without_a_pack_keeps_no_other_from_being_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write_pack(tmp_path)
    assert check(tmp_path / "nowhere", good) == 2
    assert f"{good}: 0 errors, 0 warnings" in capsys.readouterr().out


def test_of_one_bank_it_is_said_what_keeps_its_pack_from_being_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = PACK.replace("title: Space\nlanguage", "language").replace("language: en", "language: en\nsubject: x")
    folder = write_pack(tmp_path, banks={"moon": WARNED, "mars": "topic: mars\n"}, about=about)
    assert check(folder / "moon.yaml") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:3]] == [
        f"{folder}/moon.yaml:31:17",
        f"{folder}/pack.yaml:1:1",
        f"{folder}/pack.yaml:2:1",
    ]
    assert lines[3:] == [f"{folder}/moon.yaml: 2 errors, 1 warning"]


def test_of_a_broken_bank_in_a_broken_pack_both_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_pack(tmp_path, banks={"moon": BROKEN}, about="title: [")
    assert check(folder / "moon.yaml") == 1
    output = capsys.readouterr().out
    assert f"{folder}/moon.yaml:9:17: error: 'importance' must be at most 3" in output
    assert f"{folder}/pack.yaml:" in output


def test_a_bank_without_a_pack_is_checked_alone_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "moon.yaml").write_text(WARNED)
    assert check(tmp_path / "moon.yaml") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{tmp_path}/moon.yaml: error: This bank is not read: there is no pack.yaml")
    assert "moon.yaml:31:17: warning: The question has no id." in lines[1]
    assert lines[-1].endswith(": 1 error, 1 warning")


def test_of_one_bank_what_it_shares_with_others_is_said_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sun = SUN.replace("How long does the light of the Sun need to reach us?", "What was Eagle?")
    folder = write_pack(tmp_path, banks={"moon": MOON, "sun": sun})
    assert check(folder / "sun.yaml") == 0
    assert "is the same as that of 'eagle-lands-what' in moon.yaml:21" in capsys.readouterr().out
    assert check(folder / "moon.yaml") == 0
    assert capsys.readouterr().out == f"{folder}/moon.yaml: 0 errors, 0 warnings\n"


def test_strictly_a_warning_fails_too(tmp_path: Path) -> None:
    warned = write_pack(tmp_path / "warned", banks={"moon": WARNED})
    good = write_pack(tmp_path / "good")
    assert main(["check", "--strict", str(good)]) == 0
    assert main(["check", "--strict", str(warned)]) == main(["check", "--strict", str(warned / "moon.yaml")]) == 1
    assert main(["check", "--strict", str(tmp_path / "nowhere")]) == 2


def test_the_table_counts_leaks_and_equal_prompts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moon = MOON.replace("of the crew at that time?", "of the crew beside a lander?")
    sun = SUN.replace("How long does the light of the Sun need to reach us?", "What was Eagle?")
    write_pack(tmp_path, banks={"moon": moon, "sun": sun})
    assert check(tmp_path) == 0
    output = capsys.readouterr().out
    counts = dict(re.findall(r"^(moon|sun) .*\d\.\d +(\d+ +\d+)  ", output, re.MULTILINE))
    assert {topic: count.split() for topic, count in counts.items()} == {"moon": ["1", "0"], "sun": ["1", "1"]}
    assert "Prompts that give another answer away: 2; equal prompts: 1; longest answers: 25%." in output


def test_it_is_said_once_that_a_language_has_no_word_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(tmp_path, about=PACK.replace("language: en", "language: de"))
    assert check(tmp_path) == 0
    said = "There are no word lists for 'de': the rules that need words were left out."
    assert capsys.readouterr().out.splitlines().count(said) == 1


def test_of_one_bank_only_its_own_problems_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = SUN.replace("borrows: [eagle-lands]\n", "")
    folder = write_pack(tmp_path, banks={"moon": BROKEN, "sun": good, "mars": "topic: mars\n"})
    assert check(folder / "sun.yaml") == 0
    assert capsys.readouterr().out == f"{folder}/sun.yaml: 0 errors, 0 warnings\n"
    assert check(folder / "moon.yaml") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [f"{folder}/moon.yaml:9:17", f"{folder}/moon.yaml"]
    assert check(folder / "pack.yaml") == 1
    assert {"moon.yaml", "mars.yaml"} <= set(re.findall(r"\w+\.yaml", capsys.readouterr().out))


def test_of_several_paths_the_worst_status_counts(tmp_path: Path) -> None:
    good = write_pack(tmp_path / "good")
    bad = write_pack(tmp_path / "bad", banks={"moon": BROKEN})
    assert check(good, good) == 0
    assert check(good, bad) == check(bad, good) == 1
    assert check(bad, tmp_path / "nowhere") == 2


def test_without_a_path_the_shipped_packs_are_checked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    main(["check"])
    assert "question_banks: " in capsys.readouterr().out


def child(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Python in a process of its own, with an output that speaks that encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, timeout=60, check=False)


def test_checking_loads_neither_textual_nor_rich(tmp_path: Path) -> None:
    write_pack(tmp_path)
    code = (
        "import sys; from quizgame.cli import main; status = main(['check', sys.argv[1]]);"
        "print(status, sorted({name.partition('.')[0] for name in sys.modules} & {'textual', 'rich', 'pydantic'}))"
    )
    done = child("-c", code, str(tmp_path))
    assert done.stdout.decode().splitlines()[-1] == "0 ['pydantic']", done.stderr


@pytest.mark.parametrize(("moon", "status"), [(MOON, 0), (BROKEN, 1), (None, 2)])
def test_the_program_ends_with_the_status_of_the_check(tmp_path: Path, moon: str | None, status: int) -> None:
    if moon:
        write_pack(tmp_path, banks={"moon": moon})
    done = child("-m", "quizgame", "check", str(tmp_path))
    assert done.returncode == status, done.stderr
    assert bool(done.stderr) == (status == 2)


def test_an_output_that_cannot_write_a_letter_gets_a_question_mark(tmp_path: Path) -> None:
    write_pack(tmp_path, banks={"moon": MOON.replace("[A rocket, A rover]", "[Ağdam, Ağdam]")})
    done = child("-m", "quizgame", "check", str(tmp_path), encoding="ascii")
    assert done.returncode == 1, done.stderr
    assert b"The option 'A?dam' stands twice" in done.stdout
