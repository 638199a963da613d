"""The short form of a pack: one file, turned into the long form, with each part at its line and column.

A question that stands alone becomes a fact with one wording, an event a fact with a date. What has no id gets one that
is made from its wording, so that it is the same wherever the entry stands in the file.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quizgame.banks.files.about import About, read_about
from quizgame.banks.files.problems import BankError, Problem, Steps, at
from quizgame.banks.files.sound import sound
from quizgame.banks.files.yaml import Document, Node
from quizgame.banks.models import Bank, Fact, Term
from quizgame.banks.short_models import ABOUT, OF_A_FACT, ShortBank

KINDS = ("questions", "events", "terms", "facts")
_SLUG = 40
_LONGEST_ID = 64
_WORDING = {"questions": "prompt", "events": "label", "terms": "term", "facts": "text"}
"""By the key of a list: which text of an entry its id is made from."""


@dataclass(frozen=True)
class Short:
    """What one file says, in the shape of a longer pack."""

    about: About
    bank: Bank
    document: Document
    """The bank in the long form; its parts know where they stand in the file."""
    problems: list[Problem]
    entries_left_out: int
    made_ids: tuple[tuple[Node, str], ...]
    """Each entry that has no id in the file, with the one that was made for it."""


def read_short(document: Document, path: Path) -> Short:
    """Read a parsed file of this path. Raises `BankError` if it can't be played."""
    if not isinstance(document.root.value, dict):
        raise BankError(
            *document.problems, Problem(document.path, 1, 1, "The file must be a mapping", "Write `questions:` first")
        )
    whole = _with_terms_as_list(_with_source_as_mapping(document))
    keys = whole.root.value if isinstance(whole.root.value, dict) else {}
    if not any(isinstance(node.value, list) and node.value for key, node in keys.items() if key in KINDS):
        listed = [key for key in KINDS if key in keys and isinstance(keys[key].value, str)]
        if not listed:
            raise BankError(*whole.problems, _nothing(whole))
    about = read_about(_part(whole, {"title": _title(path, document.root)} | _only(keys, ABOUT), ABOUT), path.stem)
    rest = {key: node for key, node in keys.items() if key not in ABOUT}
    try:
        read = sound(_part(whole, rest, frozenset(rest)), ShortBank)
    except BankError as error:
        raise BankError(*about.problems, *error.problems) from None
    made = _Made(read.document)
    long = made.long_form(slug_of(path.stem), about.file.title)
    if not any((read.model.questions, read.model.events, read.model.terms, read.model.facts)):
        raise BankError(*about.problems, *read.problems)
    bank = Bank.model_validate(long.plain())
    return Short(about, bank, long, read.problems, read.entries_left_out, tuple(made.made_ids))


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


def _nothing(document: Document) -> Problem:
    what = "The pack has no questions, events or words"
    return at(document, (), what, "Write some below `questions:`, `events:` or `terms:`")


def _title(path: Path, root: Node) -> Node:
    """The name of the file as a title: `the-water-cycle` is "The water cycle"."""
    words = re.sub(r"[-_\s]+", " ", path.stem).strip() or path.stem
    return Node((words[:1].upper() + words[1:])[:_SLUG].strip(), root.line, root.column)


def _only(keys: dict[str, Node], wanted: frozenset[str]) -> dict[str, Node]:
    """The keys among these that say something."""
    return {key: node for key, node in keys.items() if key in wanted and (node.value is not None or node.bare)}


def _part(document: Document, keys: dict[str, Node], of: frozenset[str]) -> Document:
    """The same document with these keys alone, and the problems below them; those of no key go with the questions."""
    mine = [
        problem
        for problem in document.problems
        if (problem.steps[:1] and problem.steps[0] in of) or (of is not ABOUT and not _is_about(problem.steps))
    ]
    return replace(document, root=replace(document.root, value=dict(keys)), problems=mine)


def _is_about(steps: Steps) -> bool:
    return bool(steps) and steps[0] in ABOUT


def _with_source_as_mapping(document: Document) -> Document:
    """A source that is only named, as a mapping with its title."""
    keys = document.root.value
    source = keys.get("source") if isinstance(keys, dict) else None
    if not isinstance(keys, dict) or source is None or not isinstance(source.value, str):
        return document
    mapping = replace(source, value={"title": source}, bare="")
    return replace(document, root=replace(document.root, value={**keys, "source": mapping}))


def _with_terms_as_list(document: Document) -> Document:
    """Words that stand as `word: meaning`, as entries of a list."""
    keys = document.root.value
    terms = keys.get("terms") if isinstance(keys, dict) else None
    if not isinstance(keys, dict) or terms is None:
        return document
    places: dict[str | int, int] = {}
    entries: list[Node] = []
    if isinstance(terms.value, dict):
        for place, (word, meaning) in enumerate(terms.value.items()):
            entries.append(_term(word, meaning))
            places[word] = place
    elif isinstance(terms.value, list):
        entries = [_lone_word(entry) for entry in terms.value]
    else:
        return document
    problems = [_moved(problem, places) for problem in document.problems]
    root = replace(document.root, value={**keys, "terms": replace(terms, value=entries)})
    return replace(document, root=root, problems=problems)


def _moved(problem: Problem, places: dict[str | int, int]) -> Problem:
    """The problem of a meaning at its entry of the list."""
    if len(problem.steps) < 2 or problem.steps[0] != "terms" or problem.steps[1] not in places:
        return problem
    return replace(problem, steps=("terms", places[problem.steps[1]], "definition", *problem.steps[2:]))


def _lone_word(entry: Node) -> Node:
    """An entry of a list that is only `word: meaning`."""
    if isinstance(entry.value, dict) and len(entry.value) == 1:
        ((word, meaning),) = entry.value.items()
        if word not in Term.model_fields:
            return _term(word, meaning)
    return entry


def _term(word: str, meaning: Node) -> Node:
    """`word: meaning`, or `word:` with a mapping in which the word itself need not stand."""
    line, column = meaning.key_line or meaning.line, meaning.key_column or meaning.column
    name = Node(word, line, column, line, column)
    more = meaning.value if isinstance(meaning.value, dict) else {"definition": meaning}
    return Node({"term": name, **more}, line, column)


class _Made:
    """Makes the long form of what is sound in a short one, and ids for what has none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        root = document.root.value
        self._keys = root if isinstance(root, dict) else {}
        self._taken = {node.value for entry in self._all() if isinstance(node := _id_of(entry), Node)}
        self.made_ids: list[tuple[Node, str]] = []

    def long_form(self, topic: str, title: str) -> Document:
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
