"""The short form of a pack: one file, read as what `pack.yaml` and a bank say, each part at its line and column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from quizgame.banks.clean import clean
from quizgame.banks.files.about import About, read_about
from quizgame.banks.files.long_form import KINDS, LongForm, slug_of
from quizgame.banks.files.problems import BankError, Problem, Steps, at
from quizgame.banks.files.sound import sound
from quizgame.banks.files.yaml import Document, Node
from quizgame.banks.models import Bank, Term
from quizgame.banks.short_models import ABOUT, ShortBank

_LONGEST_TITLE = 40


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
            raise BankError(*whole.problems, *_strangers(whole, keys), _nothing(whole))
    about = read_about(_part(whole, {"title": _title(path, document.root)} | _only(keys, ABOUT), ABOUT), path.stem)
    rest = {key: node for key, node in keys.items() if key not in ABOUT}
    try:
        read = sound(_part(whole, rest, frozenset(rest)), ShortBank)
    except BankError as error:
        raise BankError(*about.problems, *error.problems) from None
    long_form = LongForm(read.document)
    long = long_form.bank(slug_of(path.stem), about.file.title)
    if not any((read.model.questions, read.model.events, read.model.terms, read.model.facts)):
        raise BankError(*about.problems, *read.problems)
    bank = Bank.model_validate(long.plain())
    return Short(about, bank, long, read.problems, read.entries_left_out, tuple(long_form.made_ids))


def _strangers(document: Document, keys: Mapping[str, Node]) -> Iterator[Problem]:
    """Keys that mean nothing, each with the one that was probably meant: what stands below them is not read."""
    known = (*ABOUT, *ShortBank.model_fields)
    for key, node in keys.items():
        if key not in known:
            near = get_close_matches(key.casefold(), known, 1)
            mend = f"Write `{near[0]}:`" if near else "Check its spelling and its indentation"
            what = f"The key {clean(key)[:40]!r} is not known here"
            yield Problem(document.path, node.key_line or node.line, node.key_column or node.column, what, mend)


def _nothing(document: Document) -> Problem:
    what = "The pack has no questions, events or words"
    return at(document, (), what, "Write some below `questions:`, `events:` or `terms:`")


def _title(path: Path, root: Node) -> Node:
    """The name of the file as a title: `the-water-cycle` is "The water cycle"."""
    words = re.sub(r"[-_\s]+", " ", path.stem).strip() or path.stem
    return Node((words[:1].upper() + words[1:])[:_LONGEST_TITLE].strip(), root.line, root.column)


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
