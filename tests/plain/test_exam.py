"""`quizgame exam`: a test on a day, and what a daily dose leads to."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.session import clock
from quizgame.wording.typed_day import day_in_words
from tests.plain.terminal import Played, play_here
from tests.tui.worlds import choices, world


@pytest.fixture
def places(tmp_path: Path) -> tuple[str | Path, ...]:
    world(tmp_path / "banks", {"rain": choices("rain", 3), "wind": choices("wind", 2)})
    return "--banks", tmp_path / "banks", "--saves", tmp_path / "saves"


def exam(places: tuple[str | Path, ...], *more: str) -> Played:
    return play_here("exam", *more, *places)


def test_a_test_is_set_told_and_taken_off(places: tuple[str | Path, ...]) -> None:
    assert exam(places).lines == ["No test is set."]
    day = clock.now().date() + timedelta(days=10)
    played = exam(places, "in", "10", "days", "--topics", "wind")
    assert (played.status, played.err) == (0, "")
    assert played.lines[0].startswith(f"Test on {day_in_words(day)}: 12 a day leads to about ")
    assert played.lines[1] == "Topics of the test: Wind."
    assert exam(places).lines == played.lines
    told = json.loads(play_here("progress", "--json", *places).out)["exam"]
    assert (told["day"], told["topics"]) == (day.isoformat(), ["wind"])
    assert 0 < told["known_on_the_day"] <= 1
    assert exam(places, "off").lines == ["The test is taken off."]
    assert exam(places).lines == ["No test is set."]


def test_a_day_in_the_past_is_refused_and_nothing_changes(places: tuple[str | Path, ...]) -> None:
    exam(places, "tomorrow")
    before = exam(places).lines
    played = exam(places, "2020-01-01")
    assert (played.status, played.out) == (2, "")
    assert played.err == "quizgame: “2020-01-01” is in the past. Type a day from today on.\n"
    assert exam(places).lines == before


def test_after_its_day_a_test_is_gone_by_itself(
    places: tuple[str | Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    exam(places, "tomorrow")
    later = clock.now() + timedelta(days=2)
    for module in ("quizgame.session.session", "quizgame.session.exam"):
        monkeypatch.setattr(f"{module}.now", lambda: later)
    assert exam(places).lines == ["No test is set."]
