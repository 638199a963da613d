"""`quizgame check`: every problem of banks and packs, and a table of what a pack contains."""

import sys
from collections.abc import Sequence
from pathlib import Path

from quizgame.banks.files.problems import Problem, Severity, shown
from quizgame.banks.files.read import PACK_FILE, Library, read_library
from quizgame.banks.models import Question
from quizgame.banks.pack import Pack
from quizgame.banks.quality import lint
from quizgame.banks.quality.reading_grade import reading_grade
from quizgame.game.draw.natural_order import natural_order


def check(paths: list[Path]) -> int:
    """Print what is wrong with the packs at these paths. Returns 0 for no errors, 1 for errors, 2 for no pack.

    A path may be a folder of packs, a pack, or one bank of a pack: then only that bank's problems are printed.
    """
    status = 0
    for path in paths:
        folder = path.parent if path.is_file() else path
        library = read_library((folder,))
        if not library.packs and not library.problems:
            print(f"quizgame: there is no {PACK_FILE} in {shown(folder)} or in a folder in it.", file=sys.stderr)
            return 2
        problems = problems_of(library)
        if path.is_file() and path.name != PACK_FILE:
            problems = [problem for problem in problems if problem.path == shown(path)]
        for problem in problems:
            print(problem)
        for files in library.packs:
            if not path.is_file():
                print("\n".join(table(files.pack)))
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        print(f"{shown(path)}: {_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}")
        status = max(status, 1 if errors else 0)
    return status


def problems_of(library: Library) -> list[Problem]:
    """What kept files out and what the linter says of the others, in the order of the files."""
    found = library.problems + [problem for files in library.packs for problem in lint.lint(files)]
    return sorted(found, key=lambda problem: problem.order)


def table(pack: Pack) -> list[str]:
    """What a pack contains, a line a topic, and what a reader should look at behind the numbers."""
    head = f"{'topic':20} facts quest. events terms  longest  grade  key in place 1/2/3/4"
    questions = [question for bank in pack.banks for fact in bank.facts for question in fact.questions]
    silent = [fact.id for bank in pack.banks for fact in bank.facts if not fact.questions]
    facts = sum(len(bank.facts) for bank in pack.banks)
    counts = f"{len(pack.banks)} topics, {facts} facts, {len(questions)} questions"
    events = sum(fact.is_event for bank in pack.banks for fact in bank.facts)
    return [
        f"{pack.id} (revision {pack.revision})",
        head,
        *(_row(pack, topic) for topic in pack.topics),
        f"In all: {counts}, {events} events, {len(pack.terms)} terms; a fact that several topics draw counts once.",
        f"Facts without a question: {', '.join(silent) or 'none'}.",
    ]


def _row(pack: Pack, topic: str) -> str:
    bank = pack.bank(topic)
    facts = list(pack.facts_of(topic))
    questions = [question for fact in facts for question in fact.questions]
    longest = sum(map(lint.answer_is_longest, questions)) / max(1, len(questions))
    text = " ".join([fact.text for fact in facts] + [f"{q.prompt} {q.explanation}" for q in questions])
    places = "/".join(f"{share:.0%}" for share in key_places(questions))
    return (
        f"{topic:20} {len(facts):5} {len(questions):6} {len(pack.events_of(topic)):6} {len(bank.terms):5}"
        f"  {longest:6.0%}  {reading_grade(text):5.1f}  {places}"
    )


def key_places(questions: Sequence[Question]) -> list[float]:
    """The expected share of questions whose answer is shown in each place: shuffled, or fixed by a natural order."""
    shares = [0.0] * 4
    for question in questions:
        options = [question.answer, *(distractor.text for distractor in question.distractors)]
        order = natural_order(options)
        for place in range(len(options)):
            if order is None:
                shares[place] += 1 / len(options)
            elif order[place] == 0:
                shares[place] += 1
    return [share / max(1, len(questions)) for share in shares]


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
