"""Anki's own code reads our packages and texts, and we read its packages in both layouts that it writes."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.exchange.anki import text, write
from quizgame.exchange.file import File
from quizgame.exchange.formats import read
from quizgame.exchange.neutral import Question, Remembered
from tests.exchange.shipped import entries
from tests.interop.clients import answer

MOMENT = 1_795_000_000
pytestmark = pytest.mark.interop


def test_anki_takes_all_cards_once_and_gives_them_back(tmp_path: Path) -> None:
    first = next(one for one in entries().entries if isinstance(one, Question))
    edited = replace(first, answer="Something else")
    changed = replace(entries(), entries=tuple(edited if one is first else one for one in entries().entries))
    package = write.write(entries(), MOMENT)
    (tmp_path / "ours.apkg").write_bytes(package.data)
    (tmp_path / "later.apkg").write_bytes(write.write(changed, MOMENT + 60).data)
    (tmp_path / "ours.txt").write_bytes(text.write(entries()).data)
    told = answer("anki_client.py", tmp_path / "ours.apkg", tmp_path / "later.apkg", tmp_path / "ours.txt", tmp_path)
    once, twice, later = told["package"]
    assert once == {"new": package.count, "duplicate": 0, "updated": 0, "conflicting": 0}
    assert twice == {"new": 0, "duplicate": package.count, "updated": 0, "conflicting": 0}
    assert later["new"] == later["conflicting"] == 0
    assert later["updated"] >= 1
    assert told["sound"]
    assert told["notes"] == told["cards"] == package.count
    assert [log["new"] for log in told["text"]] == [package.count, 0]
    ours = {one.id: one for one in read(File("later.apkg", (tmp_path / "later.apkg").read_bytes())).entries}
    for name in ("newest.apkg", "legacy.apkg"):
        theirs = read(File(name, (tmp_path / name).read_bytes()))
        assert theirs.left_out == ()
        assert {one.id: one for one in theirs.entries} == ours


def test_anki_goes_on_with_what_the_player_remembers(tmp_path: Path) -> None:
    pack = entries()
    asked = [one for one in pack.entries if isinstance(one, Question) and one.fact][:3]
    now = int(time.time())
    states = (
        Remembered(12.5, 5.25, 0.9, now - 3 * 86_400, 12, 9, 3, 0),
        Remembered(1.75, 8.5, 0.9, now - 6 * 86_400, 2, -4, 5, 2),
        Remembered(120.0, 1.0, 0.9, now, 120, 120, 1, 0),
    )
    memory = {one.fact or "": state for one, state in zip(asked, states, strict=True)}
    package = write.write(replace(pack, memory=memory), now)
    (tmp_path / "ours.apkg").write_bytes(package.data)
    told = answer("anki_memory_client.py", tmp_path / "ours.apkg")
    assert told["sound"]
    assert len(told["cards"]) == package.count
    of_fact = {f"quizgame-question-{one.id}": one.fact for one in pack.entries if isinstance(one, Question)}
    for guid, card in told["cards"].items():
        state = memory.get(of_fact.get(guid) or guid.split("-", 2)[2])
        if state is None:
            assert card == {"type": 0, "queue": 0, "interval": 0, "memory": None, "reviews": 0, "lapses": 0}
            continue
        assert card.pop("due_in") == state.due_in
        assert card.pop("memory") == pytest.approx([state.stability, state.difficulty], abs=0.01)
        assert card == {
            "type": 2,
            "queue": 2,
            "interval": state.interval,
            "wanted": pytest.approx(state.wanted, abs=0.01),
            "last": state.last,
            "reviews": state.reviews,
            "lapses": state.lapses,
        }
