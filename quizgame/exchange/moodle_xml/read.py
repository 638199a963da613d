"""Reading Moodle XML: questions with one right option, true or false, and orderings of events that tell their dates."""

import xml.etree.ElementTree as ET

from quizgame.exchange.html_text import is_html, text_of
from quizgame.exchange.neutral import Collector, Imported, Place, Question, UnreadableError, Wrong
from quizgame.exchange.orderings import add_events, dated
from quizgame.exchange.reasons import Why
from quizgame.exchange.xml_tree import parsed

_PLAIN = ("plain_text", "plain", "markdown")
_ROOTS = frozenset(["", "top", "$course$", "$system$", "$module$"])


def read(data: bytes) -> Imported:
    """Read a file of Moodle XML. Raises `UnreadableError`."""
    root = parsed(data)
    if root.tag != "quiz":
        raise UnreadableError(Why.NOT_KNOWN)
    found = Collector("moodle-xml")
    topic, number = "", 0
    for element in root.iter("question"):
        kind = element.get("type", "")
        if kind == "category":
            names = (element.findtext("category/text") or "").replace("//", "\0").split("/")
            kept = [name for name in names if name.strip().casefold() not in _ROOTS]
            topic = kept[-1].replace("\0", "/").strip() if kept else ""
            continue
        number += 1
        _one(element, kind, topic, Place("question", number), found)
    return found.done()


def _one(element: ET.Element, kind: str, topic: str, place: Place, found: Collector) -> None:
    prompt, media = _text(element.find("questiontext"))
    told, _ = _text(element.find("generalfeedback"))
    name = element.findtext("idnumber") or ""
    named = [*media, *(file.get("name", "") for file in element.iter("file"))]
    for one in dict.fromkeys(name.rsplit("/", 1)[-1] for name in named):  # a picture stands in the text and beside it
        found.leave_out(place, Why.MEDIA, one, prompt)
    if kind in ("multichoice", "truefalse"):
        _choice(element, Question(name, topic, prompt, "", (), told or None, place=place), found)
    elif kind == "ordering":
        _ordering(element, topic, told, place, found)
    else:
        found.leave_out(place, Why.OTHER_KIND, kind[:40], prompt or element.findtext("name/text") or "")


def _choice(element: ET.Element, question: Question, found: Collector) -> None:
    right, wrong, partly = [], [], False
    for answer in element.findall("answer"):
        text = _text(answer)[0]
        fraction = _number(answer.get("fraction", "0"))
        if fraction >= 100:
            right.append(text)
        elif fraction > 0:
            partly = True
        elif text:
            wrong.append(Wrong(text, _text(answer.find("feedback"))[0] or None))
    if partly or len(right) > 1:
        found.leave_out(question.place, Why.SEVERAL_ANSWERS, "", question.prompt)
    elif not right or not right[0] or not question.prompt:
        why = Why.NO_ANSWER if question.prompt else Why.NO_QUESTION
        found.leave_out(question.place, why, "", question.prompt)
    else:
        told, name = question.explanation, question.id
        found.add(Question(name, question.topic, question.prompt, right[0], tuple(wrong), told, place=question.place))


def _ordering(element: ET.Element, topic: str, told: str, place: Place, found: Collector) -> None:
    """Items in the order of their fractions; the dates from the general feedback, where a file of ours has them."""
    answers = sorted(element.findall("answer"), key=lambda answer: _number(answer.get("fraction", "0")))
    items = [_text(answer)[0] for answer in answers]
    names = [_text(answer.find("feedback"))[0] for answer in answers]
    dates = {pair[1]: pair[0] for row in told.split("\n") if (pair := dated(row))}
    known = [(name, dates[item]) for name, item in zip(names, items, strict=True) if item in dates]
    add_events(found, place, topic, items, known)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _text(element: ET.Element | None) -> tuple[str, tuple[str, ...]]:
    """What stands below an element, as a reader would have seen it, and the media in it."""
    if element is None:
        return "", ()
    text = element.findtext("text") or ""
    if element.get("format", "html") in _PLAIN or not (is_html(text) or "&" in text):
        return text.strip(), ()
    return text_of(text)
