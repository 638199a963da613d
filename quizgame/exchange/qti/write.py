"""Questions and orderings as a package of QTI 3.0: an item each, and the manifest that lists them.

The explanation and the reasons of wrong options are modal feedback. The dates of an ordering stand in its feedback, a
line an event.
"""

import io
import xml.etree.ElementTree as ET
import zipfile

from quizgame.banks.told_dates import told
from quizgame.exchange.fit import is_stand_in
from quizgame.exchange.html_text import kept_spaces
from quizgame.exchange.neutral import Exported, Imported, LeftOut, Question, Word, left
from quizgame.exchange.options import mixed
from quizgame.exchange.orderings import Ordering, orderings_of
from quizgame.exchange.reasons import Why
from quizgame.exchange.words import Words

_ITEM = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_MATCH = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say: the same pack gives the same file."""


def write(pack: Imported, words: Words) -> Exported:
    """The questions and events of a pack."""
    out: list[LeftOut] = [left(entry, Why.NO_WORDS_THERE) for entry in pack.entries if isinstance(entry, Word)]
    titles = {topic.id: topic.title for topic in pack.topics}
    questions = [entry for entry in pack.entries if isinstance(entry, Question)]
    orderings = list(orderings_of(pack, out))
    items = [(one.id, _question(one, titles.get(one.topic, ""))) for one in questions]
    items += [(one.id, _ordering(one, words)) for one in orderings]
    files = {f"items/item-{number}.xml": item for number, (_, item) in enumerate(items, 1)}
    files = {"imsmanifest.xml": _manifest(list(files)), **files}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in files.items():
            archive.writestr(zipfile.ZipInfo(name, _NO_DAY), _bytes(root), zipfile.ZIP_DEFLATED)
    count = len(questions) + sum(len(one.events) for one in orderings)
    return Exported(data.getvalue(), count, tuple(out))


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _manifest(names: list[str]) -> ET.Element:
    root = ET.Element("manifest", {"xmlns": _PACKAGE, "identifier": "quizgame"})
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTI Package"
    ET.SubElement(metadata, "schemaversion").text = "3.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    for number, name in enumerate(names, 1):
        kind = {"identifier": f"item-{number}", "type": "imsqti_item_xmlv3p0", "href": name}
        ET.SubElement(ET.SubElement(resources, "resource", kind), "file", href=name)
    return root


def _item(name: str, title: str, cardinality: str, right: list[str]) -> ET.Element:
    attributes = {"xmlns": _ITEM, "identifier": name, "title": title or name, "adaptive": "false"}
    root = ET.Element("qti-assessment-item", {**attributes, "time-dependent": "false"})
    declared = {"identifier": "RESPONSE", "cardinality": cardinality, "base-type": "identifier"}
    response = ET.SubElement(root, "qti-response-declaration", declared)
    correct = ET.SubElement(response, "qti-correct-response")
    for one in right:
        ET.SubElement(correct, "qti-value").text = one
    for outcome, kind in (("SCORE", "float"), ("FEEDBACK", "identifier")):
        declared = {"identifier": outcome, "cardinality": "single", "base-type": kind}
        ET.SubElement(root, "qti-outcome-declaration", declared)
    return root


def _question(question: Question, topic: str) -> ET.Element:
    options, right = mixed(question)
    whys = {one.text: one.why for one in question.wrong or ()}
    root = _item(question.id.replace("/", "_"), topic, "single", [f"C{right + 1}"])
    if question.id != root.get("identifier"):
        root.set("label", question.id)
    body = ET.SubElement(root, "qti-item-body")
    choices = {"response-identifier": "RESPONSE", "max-choices": "1", "shuffle": "true"}
    interaction = ET.SubElement(body, "qti-choice-interaction", choices)
    _lines(ET.SubElement(interaction, "qti-prompt"), question.prompt)
    for at, option in enumerate(options, 1):
        choice = ET.SubElement(interaction, "qti-simple-choice", identifier=f"C{at}")
        _lines(choice, option)
    ET.SubElement(root, "qti-response-processing", template=_MATCH)
    if not is_stand_in(question):
        _feedback(root, "EXPLANATION", question.explanation or "")
    for at, option in enumerate(options, 1):
        if at != right + 1 and (why := whys[option]):
            _feedback(root, f"WHY-C{at}", why)
    return root


def _ordering(ordering: Ordering, words: Words) -> ET.Element:
    names = [f"E{place}" for place in range(1, len(ordering.events) + 1)]
    root = _item(ordering.id, ordering.topic, "ordered", names)
    body = ET.SubElement(root, "qti-item-body")
    choices = {"response-identifier": "RESPONSE", "shuffle": "true"}
    interaction = ET.SubElement(body, "qti-order-interaction", choices)
    _lines(ET.SubElement(interaction, "qti-prompt"), words.put_in_order)
    for name, event in zip(names, ordering.events, strict=True):
        _lines(ET.SubElement(interaction, "qti-simple-choice", identifier=name), event.label or "")
    ET.SubElement(root, "qti-response-processing", template=_MATCH)
    for name, event in zip(names, ordering.events, strict=True):
        _feedback(root, f"DATE-{name}-{event.id}", told(event.date or ""))
    return root


def _feedback(root: ET.Element, name: str, text: str) -> None:
    shown = {"outcome-identifier": "FEEDBACK", "identifier": name, "show-hide": "show"}
    content = ET.SubElement(ET.SubElement(root, "qti-modal-feedback", shown), "qti-content-body")
    _lines(ET.SubElement(content, "p"), text)


def _lines(element: ET.Element, text: str) -> None:
    """A text in its lines."""
    first, *others = map(kept_spaces, text.split("\n"))
    element.text = first
    for line in others:
        ET.SubElement(element, "br").tail = line
