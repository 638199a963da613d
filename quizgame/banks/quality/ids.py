"""The ids that a pack has had. Progress hangs on them: one that goes is missed, and none is used for something else.

A pack keeps them in `ids.txt` beside its banks, one a line, in the repository with them. An id that was dropped on
purpose stays there with the word `retired` behind it. Without that file nothing is missed: a pack that nobody has
played yet may change as it likes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizgame.banks.files.problems import Problem, Severity, at
from quizgame.banks.files.read import PackFiles
from quizgame.banks.files.yaml import Document
from quizgame.banks.quality.finding import Steps

IDS_FILE = "ids.txt"
HEADER = """\
# Every id that this pack has had. Players' progress hangs on them, so none is ever used for something else.
# `quizgame check --keep-ids` adds what is new. To drop an id for good, write the word retired behind it.
"""
_LINE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(retired))?\s*(?:#.*)?")
_NAMED = 3
"""So many new ids are named; a number stands for the others."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One line of the list."""

    line: int
    id: str
    retired: bool


def ids_of(files: PackFiles) -> dict[str, tuple[Document, Steps]]:
    """Every id of a pack's facts, questions and terms, with where it stands, in the order of the files."""
    found: dict[str, tuple[Document, Steps]] = {}
    for bank in files.pack.banks:
        document = files.documents[bank.topic]
        for f, fact in enumerate(bank.facts):
            found[fact.id] = document, ("facts", f, "id")
            for q, question in enumerate(fact.questions):
                if question.id:
                    found[question.id] = document, ("facts", f, "questions", q, "id")
        for t, term in enumerate(bank.terms):
            found[term.id] = document, ("terms", t, "id")
    return found


def id_problems(files: PackFiles, text: str, path: str, *, whole: bool) -> list[Problem]:
    """What a list of ids says of a pack; `whole`: nothing was left out of it, so that what is missing is gone."""
    ids = ids_of(files)
    kept, problems = _read(text, path)
    listed = {one.id for one in kept}
    for one in kept:
        if one.retired and one.id in ids:
            document, steps = ids[one.id]
            what = f"The id {one.id!r} is retired (line {one.line} of {IDS_FILE}): answers to something else hang on it"
            problems.append(at(document, steps, what, "Choose another id"))
        elif whole and not one.retired and one.id not in ids:
            mend = f"Bring it back, or write `{one.id} retired` here, so that it is never used again"
            problems.append(Problem(path, one.line, 1, f"The id {one.id!r} is gone from the pack", mend))
    if new := [name for name in ids if name not in listed]:
        names = ", ".join(map(repr, new[:_NAMED])) + (f" and {len(new) - _NAMED} more" if len(new) > _NAMED else "")
        what = f"The list does not have {names}"
        mend = "`quizgame check --keep-ids` adds what is new"
        problems.append(Problem(path, 0, 0, what, mend, Severity.WARNING))
    return problems


def with_new_ids(text: str, ids: Mapping[str, object]) -> str:
    """The list with every id that it did not have yet, in their order, at its end. Nothing that it says is changed."""
    listed = {one.id for one in _read(text, "")[0]}
    new = [name for name in ids if name not in listed]
    start = text or HEADER
    return start + ("" if start.endswith("\n") else "\n") + "".join(f"{name}\n" for name in new)


def _read(text: str, path: str) -> tuple[list[Kept], list[Problem]]:
    kept: dict[str, Kept] = {}
    problems: list[Problem] = []
    for number, line in _lines(text):
        match = _LINE.fullmatch(line)
        if match is None:
            mend = "Write one id, and `retired` behind it if it is no longer used"
            problems.append(Problem(path, number, 1, f"{line[:60]!r} is no id", mend))
        elif match[1] in kept:
            what = f"The id {match[1]!r} stands in line {kept[match[1]].line} already"
            problems.append(Problem(path, number, 1, what, "Delete this line, or that one"))
        else:
            kept[match[1]] = Kept(number, match[1], match[2] is not None)
    return list(kept.values()), problems


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            yield number, bare
