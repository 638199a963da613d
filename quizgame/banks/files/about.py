"""Reading `pack.yaml`, so that a mistake in it does not hide a whole game.

What is wrong is left out if the game can do without it, and a stand-in takes the place of what it needs. Only two
things keep a pack from playing: a file that is no YAML, and a content note that can't be read, for it protects players.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quizgame.banks.files import yaml
from quizgame.banks.files.problems import BankError, Problem, Severity, Steps, at
from quizgame.banks.files.sound import entry_of, left_out, sound
from quizgame.banks.models import Bank, PackFile, Section

_LONGEST_TITLE = 40
_CONTENT_NOTE, _SECTIONS = ("content_note",), ("sections",)
_WITHOUT = "The pack plays without it"


@dataclass(frozen=True)
class About:
    """What pack.yaml says."""

    file: PackFile
    document: yaml.Document
    problems: list[Problem]
    entries_left_out: int
    sections_are_sound: bool
    """Whether its list of sections can be held against the banks."""

    def problems_of_place(self, bank: Bank, document: yaml.Document, path: Path) -> list[Problem]:
        """What in a bank does not fit its file and its pack."""
        problems = []
        if bank.topic != path.stem:
            what = f"The topic {bank.topic!r} is not the name of the file"
            problems.append(at(document, ("topic",), what, f"Write `topic: {path.stem}`, or rename the file"))
        headings = [section.heading for section in self.file.sections] if self.sections_are_sound else []
        if headings and bank.section and bank.section not in headings:
            what = "This section is not listed in pack.yaml"
            problems.append(at(document, ("section",), what, "Write the heading as it is there"))
        return problems

    def with_sections_of(self, banks: list[Bank]) -> PackFile:
        """The file with every section that a bank has, where its own list can't be trusted."""
        if self.sections_are_sound:
            return self.file
        known = {section.heading: section for section in self.file.sections}
        for bank in banks:
            paragraphs = [fact.paragraph for fact in bank.facts] + [term.paragraph for term in bank.terms]
            last = max((number for number in paragraphs if number), default=1)
            if bank.section:
                known.setdefault(bank.section, Section(heading=bank.section, paragraphs=last))
        return self.file.model_copy(update={"sections": tuple(known.values())})


def read_about(document: yaml.Document, name: str) -> About:
    """Read a parsed pack.yaml of a pack of this name. Raises `BankError` if the pack can't be played."""
    try:
        found = sound(document, PackFile)
    except BankError as error:
        return _mended(document, name, error.problems)
    spoilt = any(problem.left_out and problem.steps[:1] == _SECTIONS for problem in found.problems)
    return About(found.model, found.document, found.problems, found.entries_left_out, not spoilt)


def _mended(document: yaml.Document, name: str, problems: Sequence[Problem]) -> About:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    entries = {entry for problem in errors if (entry := entry_of(problem.steps)) is not None}
    keys = {_key_of(problem.steps) for problem in errors if entry_of(problem.steps) is None}
    trimmed = document.without(entries | keys - {(), _CONTENT_NOTE})
    try:
        file = PackFile.model_validate(_completed(trimmed.plain(), name))
    except (ValidationError, TypeError):
        raise BankError(*problems) from None
    told = [_told(document, problem) for problem in problems]
    spoilt = _SECTIONS in keys or any(entry[:1] == _SECTIONS for entry in entries)
    return About(file, trimmed, told, len(entries), not spoilt)


def _key_of(steps: Steps) -> Steps:
    return steps[:2] if steps[:1] == ("source",) else steps[:1]


def _completed(plain: Any, name: str) -> Any:
    """What was read with a title for the pack and for its source; raises TypeError for a file that is no mapping."""
    full = {"title": name[:_LONGEST_TITLE], **plain}
    if isinstance(source := full.get("source"), dict):
        full["source"] = {"title": full["title"], **source}
    return full


def _told(document: yaml.Document, problem: Problem) -> Problem:
    if problem.severity is Severity.WARNING:
        return problem
    if entry_of(problem.steps) is None:
        return replace(problem, left_out=_WITHOUT)
    return left_out(document, [problem])[0]
