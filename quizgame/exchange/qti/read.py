"""Reading QTI 1.2, 2.1, 2.2 and 3.0: items with one right choice, and orderings of events that tell their dates.

Versions 2 and 3 differ in the spelling of their names: `qti-simple-choice` is `simpleChoice`. Version 1.2, as Canvas
and Blackboard write it, is another format; it is read in `qti.version_1`.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from quizgame.exchange.file import MAX_TEXT, Archive, File
from quizgame.exchange.html_text import text_of
from quizgame.exchange.neutral import Collector, Imported, Place, Question, Wrong
from quizgame.exchange.orderings import add_events
from quizgame.exchange.qti import version_1
from quizgame.exchange.reasons import Why
from quizgame.exchange.xml_tree import parsed

_ITEMS = ("assessmentitem",)
_INTERACTION = "interaction"


def read(file: File) -> Imported:
    """Read a package or a single file. Raises `UnreadableError`."""
    found = Collector("qti")
    documents = list(_documents(file))
    for name, root in documents:
        if bare(root.tag) in _ITEMS:
            _item(root, Place("entry", 0, name), found)
        elif root.tag == "questestinterop":
            version_1.read(root, name, found)
        else:
            for number, item in enumerate((one for one in root.iter() if bare(one.tag) in _ITEMS), 1):
                _item(item, Place("entry", number, name), found)
    return found.done()


def _documents(file: File) -> Iterator[tuple[str, ET.Element]]:
    if not file.is_archive:
        yield "", parsed(file.data)
        return
    archive = Archive(file.data)
    for name in archive.names:
        if name.casefold().endswith((".xml", ".qti", ".dat")) and not name.casefold().endswith("imsmanifest.xml"):
            data = archive.read(name, MAX_TEXT)
            if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
                yield name, parsed(data)


def bare(tag: str) -> str:
    """The name of an element in any version: `qti-simple-choice` and `simpleChoice` are simplechoice."""
    return tag.removeprefix("qti-").replace("-", "").casefold()


def named(element: ET.Element, name: str) -> list[ET.Element]:
    """The elements of this bare name below another one, in their order."""
    return [one for one in element.iter() if bare(one.tag) == name]


def _item(root: ET.Element, place: Place, found: Collector) -> None:
    interactions = [one for one in root.iter() if bare(one.tag).endswith(_INTERACTION)]
    name = root.get("label") or root.get("identifier") or ""
    title = root.get("title", "")
    if len(interactions) != 1:
        found.leave_out(place, Why.OTHER_KIND, f"{len(interactions)} interactions", title)
        return
    (interaction,) = interactions
    prompt, media = _prompt(root, interaction)
    for one in media:
        found.leave_out(place, Why.MEDIA, one, prompt)
    right = [(one.text or "").strip() for correct in named(root, "correctresponse") for one in named(correct, "value")]
    choices = {one.get("identifier", ""): _text(one)[0] for one in named(interaction, "simplechoice")}
    topic = title if title != root.get("identifier") else ""
    kind = bare(interaction.tag)
    asked = Question(name, topic or "", prompt, "", (), place=place)
    if kind == "orderinteraction":
        _ordering(root, asked, right, choices, found)
    elif kind == "choiceinteraction":
        _choice(root, asked, right, choices, found)
    else:
        found.leave_out(place, Why.OTHER_KIND, kind, prompt or title)


def _choice(root: ET.Element, question: Question, right: list[str], choices: dict[str, str], found: Collector) -> None:
    if len(right) != 1 or not choices.get(right[0]) or not question.prompt:
        why = Why.SEVERAL_ANSWERS if len(right) > 1 else Why.NO_ANSWER
        found.leave_out(question.place, why if question.prompt else Why.NO_QUESTION, "", question.prompt)
        return
    told = {one.get("identifier", ""): _text(one)[0] for one in named(root, "modalfeedback")}
    wrong = tuple(Wrong(text, told.get(f"WHY-{name}")) for name, text in choices.items() if name != right[0] and text)
    explanation = told.get("EXPLANATION") or next(
        (text for name, text in told.items() if not name.startswith("WHY-") and text), None
    )
    found.add(replace(question, answer=choices[right[0]], wrong=wrong, explanation=explanation))


def _ordering(root: ET.Element, asked: Question, right: list[str], choices: dict[str, str], found: Collector) -> None:
    items = [choices.get(name, "") for name in right]
    dates: dict[str, tuple[str, str]] = {}
    for one in named(root, "modalfeedback"):
        sign, _, rest = one.get("identifier", "").partition("-")
        item, _, name = rest.partition("-")
        if sign == "DATE":
            dates[item] = name, _text(one)[0]
    known = [dates[name] for name in right if name in dates]
    add_events(found, asked.place, asked.topic, [item for item in items if item], known)


def _prompt(root: ET.Element, interaction: ET.Element) -> tuple[str, tuple[str, ...]]:
    """What is asked: what stands in the body before the options, and the prompt of the interaction."""
    parts: list[str] = []
    media: list[str] = []
    for body in named(root, "itembody"):
        text, seen = _text(body, without=interaction)
        parts.append(text)
        media += seen
    for prompt in named(interaction, "prompt"):
        text, seen = _text(prompt)
        parts.append(text)
        media += seen
    return "\n".join(filter(None, parts)), tuple(media)


def _text(element: ET.Element, without: ET.Element | None = None) -> tuple[str, tuple[str, ...]]:
    """What a reader would have seen of an element."""
    return text_of("".join(_html(element, without)))


def _html(element: ET.Element, without: ET.Element | None) -> Iterator[str]:
    """The element as HTML again, for the one reader of HTML that there is."""
    yield ET.tostring(_copy(element, without), encoding="unicode", method="html", short_empty_elements=True)


def _copy(element: ET.Element, without: ET.Element | None) -> ET.Element:
    new = ET.Element(element.tag, element.attrib)
    new.text = element.text
    for inner in element:
        if inner is without:
            continue
        copied = _copy(inner, without)
        copied.tail = inner.tail
        new.append(copied)
    return new
