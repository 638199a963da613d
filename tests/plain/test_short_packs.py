"""A pack of one file, line by line: what it leaves out is not spoken of."""

from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.cli import main
from tests.plain.terminal import plain
from tests.short_packs import write_short

SIX = "questions:\n  - { prompt: Who?, answer: Ant, distractors: [Bee, Cat, Dog, Elk, Fox] }\n"


@pytest.mark.parametrize("number", range(1, 7))
def test_six_options_are_answered_with_1_to_6(tmp_path: Path, number: int) -> None:
    write_short(tmp_path / "banks", SIX)
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=[str(number)])
    assert "Your answer, 1 to 6" in played.out
    assert ("Right, +100 points." in played.lines) != ("Not yet." in played.lines)


def test_seven_is_no_answer_to_six_options(tmp_path: Path) -> None:
    write_short(tmp_path / "banks", SIX)
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["7"])
    assert "Please type one number from 1 to 6, or x." in played.out


def test_what_a_pack_leaves_out_is_not_said(tmp_path: Path) -> None:
    write_short(tmp_path / "banks", SIX)
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["w", "x", "w"])
    assert "Who? Ant" in played.out
    for word in ("None", "paragraph", "Source:", "Reason:"):
        assert word not in played.out


def test_a_paragraph_without_a_section_is_said_alone(tmp_path: Path) -> None:
    write_short(tmp_path / "banks", SIX.replace("Who?", "Who?, paragraph: 7"))
    played = plain(tmp_path / "saves", "--banks", tmp_path / "banks", lines=["x"])
    assert "Source: paragraph 7." in played.lines


def test_a_pack_of_one_file_goes_out_and_comes_in_as_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_short(tmp_path / "banks")
    banks = ["--banks", str(tmp_path / "banks")]
    assert main(["export", "csv", *banks]) == 0
    assert main(["import", "water.csv", "--into", "copy", *banks]) == 0
    copy, water = (files.pack for files in read_library((tmp_path / "banks",)).packs)
    assert [fact.id for fact in copy.banks[0].facts] == [fact.id for fact in water.banks[0].facts]
    here, there = (pack.banks[0].facts[2].questions[0] for pack in (water, copy))
    assert (here.prompt, here.answer, here.distractors) == (there.prompt, there.answer, there.distractors)
    assert [term.definition for term in copy.terms] == [term.definition for term in water.terms]


def test_an_import_never_hides_a_pack_of_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_short(tmp_path / "banks")
    (tmp_path / "more.csv").write_text("Question,Answer,Wrong 1,Wrong 2\nWhat is it?,This,That,Those\n")
    assert main(["import", str(tmp_path / "more.csv"), "--into", "water", "--banks", str(tmp_path / "banks")]) == 2
    assert "water is a pack in one file" in capsys.readouterr().err
    assert sorted((tmp_path / "banks").iterdir()) == [path]
