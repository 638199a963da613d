"""Ids that stand twice in a pack, and facts that are borrowed from nobody."""

from dataclasses import dataclass, replace

from quizgame.banks.files.problems import BankError, Problem, Steps, at
from quizgame.banks.files.sound import left_out, sound
from quizgame.banks.files.yaml import Document
from quizgame.banks.models import Bank


@dataclass(frozen=True)
class ReadBank:
    """A bank, where everything in it stands, a digest of its file, and what was left out of it."""

    bank: Bank
    document: Document
    digest: bytes
    problems: list[Problem]
    entries_left_out: int
    plays: bool = True

    def without(self, problems: list[Problem], entries: list[Steps]) -> "ReadBank":
        """The same bank without these entries; if nothing is left it does not play."""
        if not entries:
            return self
        count = self.entries_left_out + len(entries)
        try:
            read = sound(self.document.without(entries), Bank)
        except BankError:
            return replace(self, problems=self.problems + problems, entries_left_out=count, plays=False)
        told = self.problems + left_out(self.document, problems)
        return ReadBank(read.model, read.document, self.digest, told, count)


def without_clashes(banks: list[ReadBank]) -> list[ReadBank]:
    """Every bank without the entries that use an id a second time or borrow a fact that nobody has."""
    taken: dict[str, str] = {}
    found = [_with_ids_of_its_own(bank, taken) for bank in banks]
    while True:  # a bank that goes takes its facts with it, and somebody may borrow those
        facts = {fact.id for read in found if read.plays for fact in read.bank.facts}
        left = [_without_strangers(read, facts) if read.plays else read for read in found]
        if left == found:
            return found
        found = left


def _with_ids_of_its_own(read: ReadBank, taken: dict[str, str]) -> ReadBank:
    problems: list[Problem] = []
    entries: list[Steps] = []
    for name, entry in _ids(read.bank):
        if entry[:2] in entries:  # the question of a fact that goes
            continue
        if place := taken.get(name):
            what = f"The id {name!r} is used already, in {place}"
            problems.append(at(read.document, (*entry, "id"), what, "Choose another id"))
            entries.append(entry)
        taken.setdefault(name, read.document.path)
    return read.without(problems, entries)


def _without_strangers(read: ReadBank, facts: set[str]) -> ReadBank:
    strangers = [(index, name) for index, name in enumerate(read.bank.borrows) if name not in facts]
    problems = [
        at(read.document, ("borrows", index), f"No bank of the pack has the fact {name!r}", "Check the id")
        for index, name in strangers
    ]
    return read.without(problems, [("borrows", index) for index, _ in strangers])


def _ids(bank: Bank) -> list[tuple[str, Steps]]:
    """Every id of a bank and the entry that it names, a fact before its questions."""
    found: list[tuple[str, Steps]] = []
    for f, fact in enumerate(bank.facts):
        found.append((fact.id, ("facts", f)))
        found += [
            (question.id, ("facts", f, "questions", q)) for q, question in enumerate(fact.questions) if question.id
        ]
    return found + [(term.id, ("terms", t)) for t, term in enumerate(bank.terms)]
