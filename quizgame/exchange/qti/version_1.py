"""QTI 1.2, as Canvas, Blackboard and older programs write it: responses, and conditions that set a score."""

import xml.etree.ElementTree as ET

from quizgame.exchange.html_text import is_html, text_of
from quizgame.exchange.neutral import Collector, Place, Question, Wrong
from quizgame.exchange.reasons import Why

_CHOICES = ("multiple_choice_question", "true_false_question", "multiple choice", "true/false")


def read(root: ET.Element, name: str, found: Collector) -> None:
    """Add the items of a document."""
    assessment = root.find(".//assessment")
    topic = assessment.get("title", "") if assessment is not None else ""
    for number, item in enumerate(root.iter("item"), 1):
        _item(item, topic, Place("entry", number, name), found)


def _item(item: ET.Element, topic: str, place: Place, found: Collector) -> None:
    prompt, media = _prompt(item)
    for one in media:
        found.leave_out(place, Why.MEDIA, one, prompt)
    kinds = [
        (field.findtext("fieldentry") or "").casefold()
        for field in item.iter("qtimetadatafield")
        if field.findtext("fieldlabel") in ("question_type", "qmd_itemtype")
    ]
    responses = item.findall(".//response_lid")
    choices = {one.get("ident", ""): _text(one)[0] for response in responses for one in response.iter("response_label")}
    if kinds and kinds[0] not in _CHOICES and kinds[0] != "multiple_answers_question":
        found.leave_out(place, Why.OTHER_KIND, kinds[0][:40], prompt)
    elif len(responses) != 1 or not choices:
        found.leave_out(place, Why.OTHER_KIND, "no choice", prompt)
    elif responses[0].get("rcardinality", "Single").casefold() == "multiple":
        found.leave_out(place, Why.SEVERAL_ANSWERS, "", prompt)
    else:
        right = _right(item, choices)
        if right is None or not prompt or not choices[right]:
            found.leave_out(place, Why.NO_ANSWER if prompt else Why.NO_QUESTION, "", prompt)
            return
        told = {one.get("ident", ""): _text(one)[0] for one in item.findall("itemfeedback")}
        wrong = tuple(
            Wrong(text, told.get(f"{name}_fb") or None) for name, text in choices.items() if name != right and text
        )
        explanation = told.get("general_fb") or told.get("correct_fb") or None
        found.add(Question(item.get("ident", ""), topic, prompt, choices[right], wrong, explanation, place=place))


def _right(item: ET.Element, choices: dict[str, str]) -> str | None:
    """The choice whose condition sets a score of more than nothing."""
    for condition in item.iter("respcondition"):
        scores = [one for one in condition.iter("setvar") if (one.text or "").strip() not in ("", "0", "0.0")]
        values = condition.findall("conditionvar/varequal") or condition.findall("conditionvar/and/varequal")
        names = [(one.text or "").strip() for one in values]
        if scores and len(names) == 1 and names[0] in choices:
            return names[0]
    return None


def _prompt(item: ET.Element) -> tuple[str, tuple[str, ...]]:
    """The texts of the presentation that belong to no response."""
    inside = {one for label in item.iter("render_choice") for one in label.iter("mattext")}
    parts, media = [], []
    for presentation in item.iter("presentation"):
        media += [one.get("uri", "") for one in presentation.iter("matimage")]
        for one in presentation.iter("mattext"):
            if one not in inside:
                text, seen = _of(one)
                parts.append(text)
                media += seen
    return "\n".join(filter(None, parts)), tuple(filter(None, media))


def _text(element: ET.Element) -> tuple[str, tuple[str, ...]]:
    texts = [_of(one) for one in element.iter("mattext")]
    return "\n".join(text for text, _ in texts if text), tuple(name for _, media in texts for name in media)


def _of(element: ET.Element) -> tuple[str, tuple[str, ...]]:
    text = "".join(element.itertext())
    if element.get("texttype", "text/plain") == "text/html" or is_html(text):
        return text_of(text)
    return text.strip(), ()
