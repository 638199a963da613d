"""Decks of hascard, in Markdown: cards divided by `---`, each with a heading and what stands below it.

After its README: a text is a definition, `- *` are options with one right one, `[*]` options with several, numbered
lines are to be put in order, and a text between underscores is a gap with all the ways to fill it.
"""

import re

from quizgame.exchange.cards import Card, add_card
from quizgame.exchange.neutral import Collector, Imported, Place, Question, Wrong
from quizgame.exchange.orderings import add_events
from quizgame.exchange.reasons import Why

_HEADING = re.compile(r"#+ +(.*)")
_OPTION = re.compile(r"([-*]) +(.*)")
_BOX = re.compile(r"(?:- )?\[([ *xX])\] +(.*)")
_NUMBERED = re.compile(r"(\d+)\. +(.*)")
_GAP = re.compile(r"(?<![\w_])_[^_\n]+_(?![\w_])")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")
_RULE = re.compile(r"---+\s*")


def is_this(text: str) -> bool:
    """Whether there are headings divided by rules."""
    head = text[:50_000]
    rules, headings = (len(re.findall(form, head, re.MULTILINE)) for form in (r"^---+\s*$", r"^# +\S"))
    return bool(rules) and headings >= rules and head.lstrip().startswith("#")


def read(text: str) -> Imported:
    """Read a deck. Raises `UnreadableError`."""
    found = Collector("hascard")
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.split("\n"), "---"], 1):
        if _RULE.fullmatch(line):
            if any(map(str.strip, lines)):
                _card(lines, first, found)
            lines, first = [], number + 1
        else:
            lines.append(line)
    return found.done()


def _card(lines: list[str], first: int, found: Collector) -> None:
    while not lines[0].strip():
        lines, first = lines[1:], first + 1
    place = Place("line", first)
    heading = _HEADING.fullmatch(lines[0].strip())
    if heading is None:
        found.leave_out(place, Why.NO_QUESTION, "", lines[0])
        return
    prompt = heading[1].strip()
    rows = [row.strip() for row in lines[1:] if row.strip()]
    for row in rows:
        for picture in _PICTURE.findall(row):
            found.leave_out(place, Why.MEDIA, picture, prompt)
    rows = [row for row in (_PICTURE.sub("", row).strip() for row in rows) if row]
    for form, right in ((_BOX, "*xX"), (_OPTION, "*")):
        if rows and all(form.fullmatch(row) for row in rows):
            pairs = [(match[1], match[2].strip()) for row in rows if (match := form.fullmatch(row))]
            _choice(prompt, pairs, right, place, found)
            return
    if rows and all(_NUMBERED.fullmatch(row) for row in rows):
        numbered = sorted((int(match[1][:6]), match[2]) for row in rows if (match := _NUMBERED.fullmatch(row)))
        add_events(found, place, "", [item for _, item in numbered], ())
    elif len(rows) == 1 and _GAP.fullmatch(rows[0]):  # all of it is to be typed, one of several ways to say it
        add_card(found, Card("", "", prompt, rows[0].strip("_").split("|")[0]), place)
    elif any(map(_GAP.search, rows)):
        found.leave_out(place, Why.CLOZE, "", prompt)
    else:
        add_card(found, Card("", "", prompt, "\n".join(rows)), place)


def _choice(prompt: str, pairs: list[tuple[str, str]], right: str, place: Place, found: Collector) -> None:
    answers = [text for sign, text in pairs if sign in right]
    wrong = tuple(Wrong(text) for sign, text in pairs if sign not in right)
    if len(answers) == 1:
        found.add(Question("", "", prompt, answers[0], wrong, place=place))
    else:
        found.leave_out(place, Why.SEVERAL_ANSWERS if answers else Why.NO_ANSWER, "", prompt)
