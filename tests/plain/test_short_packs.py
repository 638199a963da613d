"""A pack of one file, line by line: what it leaves out is not spoken of."""

from pathlib import Path

import pytest

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
