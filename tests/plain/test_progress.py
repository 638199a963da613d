"""`quizgame progress`: what was answered shows, as text and as JSON."""

import json
from pathlib import Path

import pytest

from tests.plain.terminal import Played, plain, play_here
from tests.tui.worlds import choices, events, world


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    world(tmp_path / "banks", {"rain": choices("rain", 4), "snow": events("snow", 5)})
    return tmp_path / "banks"


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    return tmp_path / "saves"


def asked(command: str, banks: Path, saves: Path, *more: str) -> Played:
    return play_here(command, "--banks", banks, "--saves", saves, *more)


def test_before_the_first_answer_it_says_what_will_be_there(banks: Path, saves: Path) -> None:
    played = asked("progress", banks, saves)
    assert (played.status, played.err) == (0, "")
    assert played.lines[0] == "Weather. □ □ □  0 of 3 days this week"
    assert "After your first round this page shows what you know of each topic." in played.lines


def test_topics_days_and_what_is_ahead_are_printed(banks: Path, saves: Path) -> None:
    plain(saves, "--banks", banks, "--topics", "rain", "--questions", "2", lines=["x", "x", ""])
    played = asked("progress", banks, saves)
    assert (played.status, played.err) == (0, "")
    assert "■ □ □  1 of 3 days this week" in played.out
    assert "not enough yet · 2" in next(line for line in played.lines if line.startswith("Rain"))
    assert "not tried yet" in next(line for line in played.lines if line.startswith("Snow"))
    assert "Answers a day" in played.lines
    assert any(line.startswith("tomorrow") and line.endswith(" 2") for line in played.lines)


def test_as_json_it_has_topics_forecast_days_and_test(banks: Path, saves: Path) -> None:
    plain(saves, "--banks", banks, "--topics", "rain", "--questions", "2", lines=["x", "x", ""])
    told = json.loads(asked("progress", banks, saves, "--json").out)
    rain, snow = told["topics"]
    assert (rain["topic"], rain["evidence"], rain["n"], rain["facts"]) == ("rain", "not_enough_yet", 2, 4)
    assert rain["stages"] == {"new": 2, "learning": 2, "fading": 0, "solid": 0}
    assert (snow["n"], snow["known_now"]) == (0, 0)
    assert len(told["forecast"]) == 14
    assert sum(day["due"] for day in told["forecast"]) == 2
    assert [day["answers"] for day in told["days"]] == [2]
    assert told["exam"] is None


def test_another_pack_than_there_is_is_refused(banks: Path, saves: Path) -> None:
    played = asked("progress", banks, saves, "--pack", "time")
    assert (played.status, played.out) == (2, "")
    assert played.err == "quizgame: There is no pack “time”. There is: weather.\n"
