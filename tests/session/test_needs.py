"""Several packs: the one of which most is about to be forgotten comes first, and scores stay apart."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizgame.game.kinds.card import CardQuestion, Rated
from quizgame.game.kinds.choice import ChoiceQuestion, Chose
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.modes import TODAY, RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.plain import play as plain
from quizgame.plain import start as beginning
from quizgame.plain.talk import Left
from quizgame.session.clock import now
from quizgame.session.needs import by_need
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import ALL, Wishes
from tests.packs import write_pack


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    for name in ("one", "two", "three"):
        write_pack(tmp_path / "banks", name=name)
    return tmp_path / "banks"


def opened(banks: Path, pack: str | None = None) -> Session:
    return open_session((banks,), banks.parent / "saves", Wishes(pack))


def play(session: Session, questions: int) -> None:
    sitting = session.start_round(RoundSettings(session.pack.topics, questions, mode=TODAY))
    while sitting.play.phase is not Phase.OVER:
        question = sitting.play.current
        if isinstance(question, ChoiceQuestion):
            sitting.answer(Chose(question.key))
        else:
            sitting.answer(Rated(3) if isinstance(question, CardQuestion) else DontKnow())
        sitting.go_on()


def test_the_pack_with_most_to_refresh_comes_first_and_the_others_as_they_are(banks: Path) -> None:
    for pack, questions in (("two", 1), ("three", 3)):
        session = opened(banks, pack)
        play(session, questions)
        session.close()
    session = opened(banks)
    assert session.pack.id == "three"  # played last
    today = [need.pack.id for need in by_need(session.packs, session.keeper, now())]
    assert sorted(today) == sorted(pack.id for pack in session.packs)
    later = by_need(session.packs, session.keeper, now() + timedelta(days=400))
    assert [(need.pack.id, need.due > 0) for need in later] == [("three", True), ("two", True), ("one", False)]
    assert later[0].due > later[1].due
    session.close()


def test_all_can_be_wished_for_instead_of_a_pack(banks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(banks, "two")
    play(session, 2)
    session.close()
    session = opened(banks, "one")
    play(session, 1)
    session.close()
    monkeypatch.setattr("quizgame.session.session.now", lambda: now() + timedelta(days=400))
    session = opened(banks, ALL)
    assert session.pack.id == "two"
    assert session.figures.answers == 2
    session.close()


def test_line_by_line_a_round_of_each_pack_follows_as_long_as_one_goes_on(
    banks: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["x", "", "", "x", "", "q"])
    for room in (plain, beginning):
        monkeypatch.setattr(room, "read", lambda _: _next(typed))
    assert beginning.start((banks,), banks.parent / "saves", Wishes(ALL, questions="1", mode="practice")) == 0
    assert capsys.readouterr().out.count("Seed") in (0, 2)
    session = opened(banks)
    counts = {}
    for pack in session.packs:
        session.change_pack(pack)
        counts[pack.id] = session.figures.answers
    session.close()
    assert sorted(counts.values()) == [0, 1, 1]


def _next(typed: object) -> str:
    word = next(typed)  # type: ignore[call-overload] # an iterator of words
    if word == "q":
        raise Left
    return str(word)
