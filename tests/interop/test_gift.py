"""gift-pegjs, a reader of GIFT that others wrote, finds in our files what we put there."""

from pathlib import Path
from typing import Any

import pytest

from quizgame.exchange.gift import write
from quizgame.exchange.neutral import Imported, Question, Topic, Wrong
from quizgame.exchange.words import Words
from tests.exchange.shipped import entries
from tests.interop.clients import answer

pytestmark = pytest.mark.interop
HOSTILE = (
    "=1+1|-753|%5%|%100%x|[html]<b>x</b>|[plain]|{a}|~b|#c|a -> b|::t::|// note|$CATEGORY: x|a\\b|\\n"
    '|TRUE|####x|<b>&amp;|Արցախ|العربية|🧭|a\nb|"q"'
).split("|")


def read_by_others(pack: Imported, folder: Path) -> list[Any]:
    (folder / "ours.gift").write_bytes(write.write(pack, Words()).data)
    found: list[Any] = answer("gift_client.mjs", folder / "ours.gift")
    return found


def told(question: Any) -> tuple[str, str, frozenset[tuple[str, str]], str]:
    right = [one["text"]["text"] for one in question["choices"] if one["isCorrect"]]
    wrong = frozenset(
        (one["text"]["text"], (one["feedback"] or {"text": ""})["text"])
        for one in question["choices"]
        if not one["isCorrect"]
    )
    (answer_text,) = right
    return question["stem"]["text"], answer_text, wrong, (question["globalFeedback"] or {"text": ""})["text"]


def test_every_question_of_the_shipped_pack_is_read(tmp_path: Path) -> None:
    found = [told(one) for one in read_by_others(entries(), tmp_path) if one["type"] == "MC"]
    assert found == [
        (
            one.prompt,
            one.answer,
            frozenset((wrong.text, wrong.why or "") for wrong in one.wrong or ()),
            one.explanation,
        )
        for one in entries().entries
        if isinstance(one, Question)
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_that_look_like_signs_are_read_as_texts(text: str, tmp_path: Path) -> None:
    wrong = (Wrong(f"{text} 1", text), Wrong(f"{text} 2", ""))
    question = Question("q", "t", text, text, wrong, f"{text} told", "f")
    (found,) = [
        told(one)
        for one in read_by_others(Imported("", (question,), (Topic("t", "Title"),)), tmp_path)
        if one["type"] == "MC"
    ]
    assert found == (text, text, frozenset((one.text, one.why) for one in wrong), f"{text} told")
