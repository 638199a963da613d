"""Aiken, the plainest form that Moodle reads: a line of question, lettered options, and the letter of the right one."""

import re
from collections.abc import Iterator

from quizgame.exchange.neutral import Collector, Exported, Imported, LeftOut, Place, Question, Wrong, left
from quizgame.exchange.options import mixed
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets.programs import not_a_question

OPTION = re.compile(r"([A-Z])[.)] +(.*)")
ANSWER = re.compile(r"ANSWER: *([A-Z])\s*", re.IGNORECASE)
_SEVERAL = re.compile(r"ANSWER: *[A-Z](?:\s*[,;&]\s*[A-Z])+\s*", re.IGNORECASE)


def is_this(text: str) -> bool:
    """Whether this begins like an Aiken file: at least one question has options and an answer."""
    head = text[:50_000]
    return re.search(r"^[A-Z][.)] +\S.*\n+ANSWER: *[A-Z]", head, re.MULTILINE | re.IGNORECASE) is not None


def read(text: str) -> Imported:
    """Read an Aiken file. Raises `UnreadableError`."""
    found = Collector("aiken")
    prompt: list[str] = []
    options: dict[str, str] = {}
    first = 0
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if not bare:
            continue
        if match := OPTION.fullmatch(bare):
            options[match[1]] = match[2].strip()
        elif match := ANSWER.fullmatch(bare) or _SEVERAL.fullmatch(bare):
            letter = match[1].upper() if match.re is ANSWER else None
            _question(found, Place("line", first or number), " ".join(prompt), options, letter)
            prompt, options, first = [], {}, 0
        elif options:  # the last question had no answer, and this is another one
            found.leave_out(Place("line", first), Why.NO_ANSWER, "", " ".join(prompt))
            prompt, options, first = [bare], {}, number
        else:
            first = first or number
            prompt.append(bare)
    if prompt or options:
        found.leave_out(Place("line", first), Why.NO_ANSWER, "", " ".join(prompt))
    return found.done()


def _question(found: Collector, place: Place, prompt: str, options: dict[str, str], letter: str | None) -> None:
    if letter is None:
        found.leave_out(place, Why.SEVERAL_ANSWERS, "", prompt)
    elif not prompt:
        found.leave_out(place, Why.NO_QUESTION)
    elif not options.get(letter):
        found.leave_out(place, Why.ANSWER_NOT_AN_OPTION, letter, prompt)
    else:
        wrong = tuple(Wrong(text) for name, text in options.items() if name != letter and text)
        found.add(Question("", "", prompt, options[letter], wrong, place=place))


def write(pack: Imported) -> Exported:
    """The questions whose prompt and options stand in one line each."""
    out: list[LeftOut] = []
    parts = list(_parts(pack, out))
    return Exported("\n".join(parts).encode("utf-8"), len(parts), tuple(out))


def _parts(pack: Imported, out: list[LeftOut]) -> Iterator[str]:
    for entry in pack.entries:
        if not isinstance(entry, Question):
            out += filter(None, [not_a_question(entry)])
            continue
        options, right = mixed(entry)
        if "\n" in entry.prompt + "".join(options):
            out.append(left(entry, Why.SEVERAL_LINES_THERE))
        elif OPTION.fullmatch(entry.prompt) or ANSWER.fullmatch(entry.prompt):
            out.append(left(entry, Why.SIGN_MEANS_SOMETHING, entry.prompt[:20]))
        else:
            lines = [f"{chr(ord('A') + at)}. {option}" for at, option in enumerate(options)]
            yield "\n".join([entry.prompt, *lines, f"ANSWER: {chr(ord('A') + right)}"]) + "\n"
