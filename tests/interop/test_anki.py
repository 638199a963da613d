"""Anki's own code reads our packages and texts, and we read its packages in both layouts that it writes."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.exchange.anki import text, write
from quizgame.exchange.file import File
from quizgame.exchange.formats import read
from quizgame.exchange.neutral import Question
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
