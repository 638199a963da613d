"""Saves that can't be used, and banks that would like to talk to the terminal."""

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizgame.saves.journal import FILE_NAME, Journal
from tests.e2e.terminal import ENTER, ESCAPE, Terminal
from tests.packs import write_pack
from tests.tui.worlds import about, asked, bank, choices, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    return world(tmp_path / "banks", {"rain": choices("rain", 4)})


def test_a_second_game_with_the_same_saves_is_refused_with_one_sentence(tmp_path: Path, banks: Path) -> None:
    with Terminal(tmp_path, "--banks", banks, "--questions", "2") as first:
        first.wait_for("1 of 2", "West of")
        with Terminal(tmp_path, "--banks", banks) as second:
            assert second.ends() == 2
            assert second.left_over == []
            [sentence] = second.last_words
            assert sentence.startswith("quizgame: Another quizgame is using the saves in ")
        first.send("1")
        first.wait_for("Enter next")
        first.send("q")
        first.wait_for("▸ Go on with your round", "q quit")
        first.send("q")
        assert first.ends() == 0
        assert len(first.answers) == 1


def test_saves_of_a_newer_game_are_refused_and_not_touched(tmp_path: Path, banks: Path) -> None:
    saves = tmp_path / "saves"
    Journal.open(saves, datetime.now(UTC)).close()
    with closing(sqlite3.connect(saves / FILE_NAME)) as journal:
        journal.execute("PRAGMA user_version = 99")
    before = hashlib.sha256((saves / FILE_NAME).read_bytes()).hexdigest()
    with Terminal(tmp_path, "--banks", banks) as game:
        assert game.ends() == 2
        assert game.left_over == []
        [sentence] = game.last_words
        assert sentence.startswith("quizgame: The saves in ")
        assert "are from a newer quizgame. Update this one; nothing was changed." in sentence
    assert hashlib.sha256((saves / FILE_NAME).read_bytes()).hexdigest() == before
    assert sorted(path.name for path in saves.iterdir()) == [FILE_NAME, "progress.witness"]


def test_without_any_bank_there_is_one_sentence(tmp_path: Path) -> None:
    with Terminal(tmp_path, "--banks", tmp_path / "nothing") as game:
        assert game.ends() == 2
        assert game.left_over == []
        [sentence] = game.last_words
        assert "There is no question bank to play in nothing" in sentence


SEQUENCES = (
    "\x1b]52;c;UFdORUQ=\x07",
    "\x1b]0;PWNED\x1b\\",
    "\x1b]8;;https://PWNED\x1b\\x\x1b]8;;\x1b\\",
    "\x1b[2JPWNED",
    "\x1b[6n",
    "\x1b[cPWNED",
    "\x9b2JPWNED",
    "\x9d0;PWNED\x9c",
    "\x1b[?1049lPWNED",
    "\x1bcPWNED",
    "PWNED\u202egnp",
)
"""Each has a meaning for some terminal; a bank with one of them is left out, and named in the list of problems."""


def hostile_names(folder: Path) -> None:
    """Files whose names are obeyed by a terminal that prints them."""
    for number, sequence in enumerate(SEQUENCES):
        name = sequence.replace("/", "").strip("\x00")
        (folder / f"{name}-{number}.yaml").write_text("topic: [")


def test_what_a_bank_would_like_to_tell_the_terminal_never_reaches_it(tmp_path: Path) -> None:
    broken = {
        f"broken-{number}": json.dumps(json.loads(bank("rain", [asked("rain", 1)])) | {"title": sequence, sequence: 1})
        for number, sequence in enumerate(SEQUENCES)
    }
    folder = write_pack(
        tmp_path / "banks",
        name="weather",
        banks={"rain": bank("rain", choices("rain", 4)), **broken},
        about=about("RAIN"),
    )
    hostile_names(folder)
    with Terminal(tmp_path, "--banks", folder, size=(100, 60)) as game:
        game.wait_for("banks were left out")
        game.send("!")
        game.wait_for("What was left out", "PWNED")
        for _ in range(8):
            game.send("\x1b[6~")
            game.until(lambda: not game.read(0.2))
        game.send(ESCAPE)
        game.wait_for("▸ Play")
        game.send("r")
        game.wait_for("▸ Rain")
        game.until(lambda: not game.read(0.5))  # an Enter right after a new page is taken for one that is held down
        game.send(ENTER)
        game.wait_for("in the article")
        game.send(ESCAPE)
        game.wait_for("▸ Rain")
        game.send(ESCAPE)
        game.wait_for("▸ Play")
        game.send(ENTER)
        game.wait_for("1 of ")
        game.send("q")
        game.wait_for("▸ Play")
        game.send("q")
        assert game.ends() == 0
        assert game.left_over == []
    for sequence in SEQUENCES:
        assert sequence.encode() not in game.raw
    for opening in ("\x1b]52", "\x1b]0;", "\x1b]8;", "\x1b[6n", "\x1b[c", "\x1bc", "\x9b", "\x9d", "\u202e"):
        assert opening.encode() not in game.raw
