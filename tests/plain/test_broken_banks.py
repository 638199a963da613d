"""A bank that can't be read is named and left out, and the others are played."""

from pathlib import Path

import pytest

from tests.packs import MOON, SUN, write_pack
from tests.plain.terminal import everything_in, obeyed_by_a_terminal, plain, play_here
from tests.saves.samples import answers_in

BROKEN = {
    "not yaml": "topic: [",
    "not text": "\udcff",
    "empty": "",
    "an unknown key": SUN.replace("order: 2", "order: 2\ncolor: red"),
    "an escape code": SUN.replace("The light of the Sun", r'"\e[31m"'),
    "a wrong type": SUN.replace("order: 2", "order: two"),
    "another topic": SUN.replace("topic: sun", "topic: moon"),
    "an id of another bank": SUN.replace("id: sun-light\n", "id: luna-lands\n"),
    "a borrowed fact that nobody has": SUN.replace("[eagle-lands]", "[beagle-lands]"),
}


ENTRIES = ("an id of another bank", "a borrowed fact that nobody has", "an escape code")
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
