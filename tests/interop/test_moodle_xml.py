"""moodle-xml-parser, which others wrote, finds our questions, options and feedback in our Moodle XML."""

from pathlib import Path

import pytest

from quizgame.exchange.moodle_xml import write
from quizgame.exchange.neutral import Question
from quizgame.exchange.words import Words
from tests.exchange.shipped import entries
from tests.interop.clients import answer

pytestmark = pytest.mark.interop


def test_every_question_of_the_shipped_pack_is_read(tmp_path: Path) -> None:
    (tmp_path / "ours.xml").write_bytes(write.write(entries(), Words()).data)
    found = answer("moodle_client.py", tmp_path / "ours.xml")
    told = [
        (
            one["text_pre_parse"],
            next(option["answer"] for option in one["options"] if option["score_fraction"] == 100),
            {(option["answer"], option["feedback"]) for option in one["options"] if option["score_fraction"] == 0},
            one["general_feedback"],
            one["single"],
        )
        for one in found
    ]
    assert told == [
        (
            one.prompt,
            one.answer,
            {(wrong.text, wrong.why or "") for wrong in one.wrong or ()},
            one.explanation,
            True,
        )
        for one in entries().entries
        if isinstance(one, Question)
    ]
