"""A bank that can't be read is named and left out, and the others are played."""

from pathlib import Path

import pytest

from tests.packs import MOON, SUN, write_pack
from tests.plain.terminal import everything_in, obeyed_by_a_terminal, plain, play_here
from tests.saves.samples import answers_in

ALONE = SUN.replace("borrows: [eagle-lands]\n", "")
BROKEN = {
    "not yaml": "topic: [",
    "not text": "\udcff",
    "empty": "",
    "an unknown key": SUN.replace("order: 2", "order: 2\ncolor: red"),
    "an escape code": ALONE.replace("The light of the Sun needs", r'"\e[31m"'),
    "a wrong type": SUN.replace("order: 2", "order: two"),
    "another topic": SUN.replace("topic: sun", "topic: moon"),
    "an id of another bank": ALONE.replace("id: sun-light\n", "id: luna-lands\n"),
    "nothing but a borrowed fact that nobody has": ALONE[: ALONE.index("facts:")] + "borrows: [beagle-lands]\n",
}


ENTRIES = ("a borrowed fact that nobody has",)
"""Those that leave out one entry, and not the bank."""


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_bank_is_named_and_the_others_are_played(tmp_path: Path, how: str) -> None:
    folder = write_pack(tmp_path / "banks", banks={"moon": MOON})
    (folder / "sun.yaml").write_bytes(BROKEN[how].encode(errors="surrogateescape"))
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["x"] * 9)
    assert (played.status, played.err) == (0, "")
    left_out = [line for line in played.lines if "left out" in line]
    if how in ENTRIES:
        assert left_out == [f"1 entry of {folder / 'sun.yaml'} was left out. `quizgame check` says why."]
        assert "Topics: Moon, Sun." in played.lines
    else:
        assert left_out == [f"{folder / 'sun.yaml'} was left out. `quizgame check` says why."]
        assert "Topics: Moon." in played.lines
        assert {one.topic for one in answers_in(tmp_path / "saves")} == {"moon"}
    assert play_here("check", tmp_path / "banks").status == 1


def test_a_bank_with_one_bad_question_is_played_without_it(tmp_path: Path) -> None:
    banks = {"moon": MOON.replace("prompt: What was Eagle?", "prompt: ''"), "sun": SUN}
    write_pack(tmp_path / "banks", banks=banks)
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", "--topics", "moon", lines=["x"] * 9)
    assert (played.status, played.err) == (0, "")
    assert "What did Luna 9 send?" in played.lines
    assert play_here("check", tmp_path / "banks").status == 1


def test_a_text_of_several_lines_is_said_in_its_lines(tmp_path: Path) -> None:
    prompt = "prompt: |\n          What does this print?\n\n          a = 2\n          print(a)"
    bank = SUN.replace("prompt: How long does the light of the Sun need to reach us?", prompt)
    bank = bank.replace("answer: 8 minutes", 'answer: "one\\ntwo"').replace("8 seconds, 8 hours", "one two, two one")
    write_pack(tmp_path / "banks", banks={"moon": MOON, "sun": bank})
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", "--topics", "sun", lines=["x"] * 9)
    at = played.lines.index("What does this print?")
    assert played.lines[at : at + 4] == ["What does this print?", "", "a = 2", "print(a)"]
    first = next(place for place, line in enumerate(played.lines) if line[1:] == ": one")
    assert played.lines[first + 1] == "   two"


def test_a_file_with_an_escape_code_in_its_name_is_named_without_it(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "banks")
    (folder / "\x1b[31mred.yaml").write_text("topic: [")
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["q"])
    assert "[31mred.yaml was left out." in played.out
    assert not obeyed_by_a_terminal(played.out)


def test_a_broken_pack_does_not_keep_another_from_being_played(tmp_path: Path) -> None:
    write_pack(tmp_path / "banks", name="apples", about="title: [")
    write_pack(tmp_path / "banks")
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["q"])
    assert played.status == 0
    assert f"{tmp_path / 'banks' / 'apples'} was left out. `quizgame check` says why." in played.lines
    assert "Space." in played.out


def test_packs_that_are_all_broken_are_one_sentence_and_no_save(tmp_path: Path) -> None:
    write_pack(tmp_path / "banks", banks={"moon": "topic: ["})
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["q"])
    assert (played.status, played.out) == (2, "")
    assert played.err.startswith("quizgame: There is no question bank to play in ")
    assert "`quizgame check` lists them" in played.err
    assert everything_in(tmp_path / "saves") == []
