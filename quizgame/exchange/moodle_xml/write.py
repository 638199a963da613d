"""Questions and orderings as Moodle XML.

The dates of an ordering stand in its general feedback, a line an event: whoever has answered reads them, and so do we.
Moodle 4.5 loses a whole file with an ordering that has no `shownumcorrect`.
"""

import xml.etree.ElementTree as ET

from quizgame.banks.told_dates import told
from quizgame.exchange.fit import is_stand_in
from quizgame.exchange.neutral import Exported, Imported, LeftOut, Question, Word, left
from quizgame.exchange.options import mixed
from quizgame.exchange.orderings import Ordering, orderings_of
from quizgame.exchange.reasons import Why
from quizgame.exchange.words import Words


def write(pack: Imported, words: Words) -> Exported:
    """The questions and events of a pack."""
    out: list[LeftOut] = [left(entry, Why.NO_WORDS_THERE) for entry in pack.entries if isinstance(entry, Word)]
    titles = {topic.id: topic.title for topic in pack.topics}
    tags = {fact: named for fact, named in _tags(pack).items() if named}
    quiz = ET.Element("quiz")
    category, count = "", 0
    for entry in pack.entries:
        if isinstance(entry, Question):
            category = _category(quiz, titles.get(entry.topic, entry.topic), category)
            _question(quiz, entry, tags.get(entry.fact or "", ()))
            count += 1
    for ordering in orderings_of(pack, out):
        category = _category(quiz, ordering.topic, category)
        _ordering(quiz, ordering, words)
        count += len(ordering.events)
    ET.indent(quiz)
    data = ET.tostring(quiz, encoding="utf-8", xml_declaration=True)
    return Exported(data + b"\n", count, tuple(out))


def _tags(pack: Imported) -> dict[str, tuple[str, ...]]:
    return {entry.id: getattr(entry, "tags", None) or () for entry in pack.entries}


def _category(quiz: ET.Element, title: str, before: str) -> str:
    if title != before:
        question = ET.SubElement(quiz, "question", type="category")
        _text(question, "category", f"$course$/top/{title.replace('/', '//')}")
    return title


def _question(quiz: ET.Element, question: Question, tags: tuple[str, ...]) -> None:
    told = "" if is_stand_in(question) else question.explanation or ""
    element = _start(quiz, "multichoice", question.id, question.prompt, told)
    for name, value in (("single", "true"), ("shuffleanswers", "true"), ("answernumbering", "none")):
        ET.SubElement(element, name).text = value
    whys = {one.text: one.why for one in question.wrong or ()}
    options, right = mixed(question)
    for at, option in enumerate(options):
        answer = _text(element, "answer", option, fraction="100" if at == right else "0", format="plain_text")
        _text(answer, "feedback", "" if at == right else whys[option] or "", format="plain_text")
    if tags:
        listed = ET.SubElement(element, "tags")
        for tag in tags:
            _text(listed, "tag", tag)


def _ordering(quiz: ET.Element, ordering: Ordering, words: Words) -> None:
    dates = "\n".join(f"{told(event.date or '')}: {event.label}" for event in ordering.events)
    element = _start(quiz, "ordering", ordering.id, words.put_in_order, dates)
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": "0",
        "gradingtype": "ABSOLUTE_POSITION",
        "showgrading": "SHOW",
        "numberingstyle": "none",
        "shownumcorrect": "1",
    }
    for name, value in settings.items():
        ET.SubElement(element, name).text = value
    for place, event in enumerate(ordering.events, 1):
        answer = _text(element, "answer", event.label or "", fraction=f"{place}.0000000", format="plain_text")
        _text(answer, "feedback", event.id, format="plain_text")


def _start(quiz: ET.Element, kind: str, name: str, prompt: str, told: str) -> ET.Element:
    element = ET.SubElement(quiz, "question", type=kind)
    _text(element, "name", name)
    _text(element, "questiontext", prompt, format="plain_text")
    _text(element, "generalfeedback", told, format="plain_text")
    ET.SubElement(element, "defaultgrade").text = "1"
    ET.SubElement(element, "penalty").text = "0.3333333"
    ET.SubElement(element, "hidden").text = "0"
    ET.SubElement(element, "idnumber").text = name
    return element


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    ET.SubElement(element, "text").text = text
    return element
