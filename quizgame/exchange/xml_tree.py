"""XML from anywhere as a tree: no entities, no files fetched, no deeper than anybody writes."""

import xml.etree.ElementTree as ET

from quizgame.exchange.file import MAX_TEXT
from quizgame.exchange.neutral import Place, UnreadableError
from quizgame.exchange.reasons import Why

MAX_DEPTH = 100


def parsed(data: bytes) -> ET.Element:
    """The root of a document, without the names of namespaces. Raises `UnreadableError`."""
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import DefusedXMLParser
    except ImportError:
        raise UnreadableError(Why.NEEDS_LIBRARY, "defusedxml") from None
    if len(data) > MAX_TEXT:
        raise UnreadableError(Why.TOO_LARGE, str(MAX_TEXT // 1_000_000))
    if not data.strip():
        raise UnreadableError(Why.EMPTY_FILE)
    parser = DefusedXMLParser(target=_Builder(), forbid_dtd=False, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data.lstrip())
        root = parser.close()
    except DefusedXmlException:
        raise UnreadableError(Why.ENTITIES) from None
    except ET.ParseError as error:
        raise UnreadableError(Why.BROKEN_FILE, "XML", Place("line", error.position[0])) from None
    except (ValueError, LookupError):
        raise UnreadableError(Why.BROKEN_FILE, "XML") from None
    assert isinstance(root, ET.Element)  # noqa: S101 - what the builder gives
    return root


class _Builder(ET.TreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError(Why.TOO_DEEP)
        names = {name.rpartition("}")[2]: value for name, value in attrs.items()}
        return super().start(tag.rpartition("}")[2], names)

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(tag.rpartition("}")[2])
