"""What stands in the short form of a pack, as a bank in the long form.

A question that stands alone becomes a fact with one wording, an event a fact with a date. What has no id gets one that
is made from its wording, so that it is the same wherever the entry stands in the file.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from quizgame.banks.files.yaml import Document, Node
from quizgame.banks.models import Fact
from quizgame.banks.short_models import OF_A_FACT

KINDS = ("questions", "events", "terms", "facts")
_SLUG = 40
_LONGEST_ID = 64
_WORDING = {"questions": "prompt", "events": "label", "terms": "term", "facts": "text"}
"""By the key of a list: which text of an entry its id is made from."""


def slug_of(text: str) -> str:
    """A text as an id: its words in plain small letters, or where it has none of these a check of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    letters = sum(map(str.isalnum, text))
    if 2 * sum(map(len, words)) < letters or not words:  # most of it is in another script
        return f"id-{_check_of(text)}"
    whole = "-".join(words)
    if len(whole) <= _SLUG:
        return whole
    return f"{whole[: _SLUG + 1].rpartition('-')[0] or whole[:_SLUG]}-{_check_of(text)[:4]}"


def _check_of(text: str) -> str:
    return hashlib.blake2b(unicodedata.normalize("NFC", text).encode("utf-8", "replace"), digest_size=4).hexdigest()


class LongForm:
    """Makes the long form of what is sound in a short one, and ids for what has none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        root = document.root.value
        self._keys = root if isinstance(root, dict) else {}
        self._taken = {node.value for entry in self._all() if isinstance(node := _id_of(entry), Node)}
        self.made_ids: list[tuple[Node, str]] = []

    def bank(self, topic: str, title: str) -> Document:
        """The bank that these questions, events and words are."""
        facts: list[Node] = []
        terms: list[Node] = []
        for kind in self._keys:
            for entry in self._entries(kind):
                named = self._named(kind, entry)
                if kind == "terms":
                    terms.append(named)
                elif kind == "questions":
                    facts.append(self._fact(named))
                else:
                    facts.append(named)
        top = self._document.root
        made = {key: Node(text, top.line, top.column) for key, text in (("topic", topic), ("title", title))}
        note = {"note": self._keys["note"]} if "note" in self._keys else {}
        lists = {"facts": replace(top, value=facts), "terms": replace(top, value=terms)}
        return replace(self._document, root=replace(top, value={**made, **note, **lists}))

    def _all(self) -> Iterator[Node]:
        """Every entry that may have an id, with the wordings of facts."""
        for kind in KINDS:
            for entry in self._entries(kind):
                yield entry
                inner = entry.value.get("questions") if isinstance(entry.value, dict) else None
                if inner is not None and isinstance(inner.value, list):
                    yield from inner.value

    def _entries(self, kind: str) -> list[Node]:
        node = self._keys.get(kind) if kind in KINDS else None
        return node.value if node is not None and isinstance(node.value, list) else []

    def _named(self, kind: str, entry: Node) -> Node:
        keys = entry.value if isinstance(entry.value, dict) else {}
        if _id_of(entry) is not None:
            return entry
        name = self._free(slug_of(_wording(keys, kind)))
        self.made_ids.append((entry, name))
        return replace(entry, value={**keys, "id": Node(name, entry.line, entry.column)})

    def _free(self, slug: str) -> str:
        """The slug, with a number if something else has it already."""
        name, number = slug, 2
        while name in self._taken:
            name, number = f"{slug}-{number}", number + 1
        self._taken.add(name)
        return name

    def _fact(self, question: Node) -> Node:
        """A question that stands alone as a fact with this wording."""
        keys = question.value if isinstance(question.value, dict) else {}
        name = keys["id"]
        wording = {key: node for key, node in keys.items() if key not in OF_A_FACT and key != "id"}
        of_wording = f"{name.value}-1"
        if of_wording not in self._taken and len(of_wording) <= _LONGEST_ID:
            self._taken.add(of_wording)
            wording["id"] = replace(name, value=of_wording)
        said = {key: node for key, node in keys.items() if key in OF_A_FACT and node.value is not None}
        one = replace(question, value=wording)
        return replace(question, value={"id": name, **said, "questions": replace(question, value=[one])})


def _id_of(entry: Node) -> Node | None:
    node = entry.value.get("id") if isinstance(entry.value, dict) else None
    return node if node is not None and node.value is not None else None


def _wording(keys: dict[str, Node], kind: str) -> str:
    """The text that an id is made from."""
    for key in (_WORDING[kind], "label", "text"):
        if (node := keys.get(key)) is not None and isinstance(node.value, str):
            return node.value
    inner = keys["questions"].value if "questions" in keys else None
    first = inner[0].value if isinstance(inner, list) and inner else None
    return _wording(first, "questions") if isinstance(first, dict) else Fact.__name__
