"""What is sound in a file with mistakes: a bad entry of a list leaves out itself, and nothing around it.

An entry is a question, an option, a fact, a term, a borrowed fact; in pack.yaml a section or a word. It goes when
anything in it is wrong, and what can't do without it goes with it: a question with a single wrong option, a bank
without facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from quizgame.banks.clean import clean
from quizgame.banks.files.model_errors import problems_of
from quizgame.banks.files.problems import BankError, Problem, Severity, Steps
from quizgame.banks.files.yaml import Document, Node

_Model = TypeVar("_Model", bound=BaseModel)
_Place = tuple[int, int]
"""A line and a column: entries may move up in their list, but never in their file."""

_ENTRIES = {
    "facts": "fact",
    "questions": "question",
    "events": "event",
    "distractors": "option",
    "terms": "term",
    "borrows": "borrowed fact",
    "sections": "section",
    "sensitive_words": "word",
}
_NAMES = ("id", "prompt", "text", "term", "label", "heading")


@dataclass(frozen=True)
class Sound(Generic[_Model]):
    """A file without its bad entries: what it says, where that stands, and what is wrong with the rest."""

    model: _Model
    document: Document
    problems: list[Problem]
    entries_left_out: int


def sound(document: Document, model: type[_Model]) -> Sound[_Model]:
    """Read a document as this model, without its bad entries. Raises `BankError` if it is bad as a whole."""
    listing = _Listing()
    current, errors = document, [problem for problem in document.problems if problem.severity is Severity.ERROR]
    listing.add(document, document.problems)
    while True:
        try:
            read = model.model_validate(current.plain())
        except ValidationError as error:
            found = problems_of(error, current, model)
        else:
            found = []
            if not errors:
                return Sound(read, current, *listing.closed())
        listing.add(current, found)
        entries = {entry_of(problem.steps) for problem in [*errors, *found]}
        errors = []
        if None in entries:
            raise BankError(*listing.problems())
        gone = {steps for steps in entries if steps is not None}
        listing.leave_out(current, gone)
        current = current.without(gone)


def left_out(document: Document, problems: Iterable[Problem]) -> list[Problem]:
    """Problems that spoil entries of this document, each with the sentence that its entry was left out."""
    return [replace(problem, left_out=_sentence(document, entry_of(problem.steps) or ())) for problem in problems]


def entry_of(steps: Steps) -> Steps | None:
    """The smallest entry that this place lies in, or None if it belongs to the file as a whole."""
    for length in range(len(steps), 1, -1):
        if isinstance(steps[length - 1], int) and steps[length - 2] in _ENTRIES:
            return steps[:length]
    return None


def _sentence(document: Document, entry: Steps) -> str:
    kind = _ENTRIES.get(str(entry[-2]), "entry") if len(entry) > 1 else "entry"
    value = document.node_at(entry).value
    names = [value] if isinstance(value, str) else []
    if isinstance(value, dict):
        names = [node.value for key in _NAMES if (node := value.get(key)) and isinstance(node.value, str)]
    name = clean(names[0]).strip() if names else ""
    if not name:
        return f"Entry {int(entry[-1]) + 1} of {entry[-2]!r} was left out" if len(entry) > 1 else "It was left out"
    return f"The {kind} {name if len(name) <= 40 else name[:40] + '…'!r} was left out"


class _Listing:
    """The problems of a file as they are found, and what was left out of it because of them."""

    def __init__(self) -> None:
        self._found: list[tuple[Problem, list[_Place]]] = []
        self._left_out: dict[_Place, str] = {}
        self._shortened: set[_Place] = set()

    def add(self, document: Document, problems: Iterable[Problem]) -> None:
        """Note problems of a document, but for those that only say that something is missing that was left out."""
        for problem in problems:
            nodes = document.nodes_to(problem.steps)
            if _place(nodes[-1]) not in self._shortened:
                self._found.append((problem, [_place(node) for node in nodes]))

    def leave_out(self, document: Document, entries: set[Steps]) -> None:
        """Note that these entries go."""
        for entry in entries:
            self._left_out[_place(document.node_at(entry))] = _sentence(document, entry)
            self._shortened.add(_place(document.node_at(entry[:-1])))

    def problems(self) -> list[Problem]:
        """Everything found, once each, in the order of the file."""
        return sorted({problem for problem, _ in self._found}, key=lambda problem: problem.order)

    def closed(self) -> tuple[list[Problem], int]:
        """The same with what each left out, and how many entries that are."""
        told: dict[Problem, Problem] = {}
        gone = set()
        for problem, places in self._found:
            if problem.severity is Severity.ERROR and (outer := next(filter(self._left_out.get, places), None)):
                gone.add(outer)
                told[problem] = replace(problem, left_out=self._left_out[outer])
            else:
                told.setdefault(problem, problem)
        return sorted(told.values(), key=lambda problem: problem.order), len(gone)


def _place(node: Node) -> _Place:
    return node.line, node.column
