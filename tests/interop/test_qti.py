"""A player of QTI shows every item of ours in a real browser, and scores it."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from quizgame.exchange.neutral import Question
from quizgame.exchange.options import mixed
from quizgame.exchange.orderings import orderings_of
from quizgame.exchange.qti import write
from quizgame.wording.exchange import words
from tests.exchange.shipped import entries
from tests.interop.clients import answer, missing

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.interop


def in_a_line(texts: Iterable[str]) -> list[str]:
    """As a browser shows them: white space is one space."""
    return [" ".join(text.split()) for text in texts]


def test_a_player_shows_every_item_and_scores_the_right_answer_alone(tmp_path: Path) -> None:
    if CHROMIUM is None:
        missing("qti_client.mjs", "there is no Chromium here")
        return
    package = tmp_path / "ours.zip"
    package.write_bytes(write.write(entries(), words()).data)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "ours")
    told = answer("qti_client.mjs", tmp_path / "ours" / "items", Path(CHROMIUM))
    assert isinstance(told, list), told
    shown = {one["id"]: one for one in told}
    questions = [entry for entry in entries().entries if isinstance(entry, Question)]
    for question in questions:
        item = shown.pop(question.id.replace("/", "_"))
        assert in_a_line([item["prompt"], *item["options"]]) == in_a_line([question.prompt, *mixed(question)[0]])
        assert item["key"] == [mixed(question)[1]]
        assert (item["right"], item["wrong"], item["ordered"]) == (1, 0, False)
    for ordering in orderings_of(entries(), []):
        item = shown.pop(ordering.id)
        assert in_a_line(item["options"]) == in_a_line(event.label or "" for event in ordering.events)
        assert item["key"] == list(range(len(ordering.events)))
        assert (item["right"], item["wrong"], item["ordered"]) == (1, 0, True)
    assert shown == {}
