"""Reading GIFT: questions with one right option, and Moodle's orderings of events that tell their dates.

After https://docs.moodle.org/en/GIFT_format and the order in which Moodle's reader tells the kinds apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgame.exchange.gift.signs import hidden, shown, with_format
from quizgame.exchange.html_text import is_html, text_of
from quizgame.exchange.neutral import Collector, Imported, Place, Question, Wrong
from quizgame.exchange.orderings import add_events
from quizgame.exchange.reasons import Why

_COMMENT_ID = re.compile(r"\[id:([^\]\s]+)\]")
_COMMENT_EVENT = re.compile(r"\[event:([^\]\s]+) ([^\]]+)\]")
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_OPTION = re.compile(r"([~=])(?:\s*%(-?[\d.]+)%)?([^~=]*)")
_ORDERING = re.compile(r">\s*\d*\s*(?:(?:ALL|EXACT|REL|CONTIG\w*|RANDOM)\b.*)?$", re.IGNORECASE | re.MULTILINE)
_MARKED = re.compile(r"^\s*(?:::|\$CATEGORY:)|\{[^{}]*[=~#>TF][^{}]*\}|\{\s*$", re.MULTILINE)
_TRUE = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_GAP = "_____"
_ROOTS = frozenset(["", "top", "$course$", "$system$", "$module$"])


@dataclass
class _Part:
    """The lines of one question, and what the comments before it say."""

    line: int
    lines: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def is_this(text: str) -> bool:
    """Whether this looks like GIFT: titles or categories, and answers in braces."""
    head = text[:50_000]
    return _MARKED.search(head) is not None and re.search(r"\{[^{}]*[=~#>TF]", head) is not None


def read(text: str) -> Imported:
    """Read a GIFT file. Raises `UnreadableError` if there is nothing in it."""
    found = Collector("gift")
    topic = ""
    for part in _parts(text):
        first = part.lines[0].strip()
        if first.upper().startswith("$CATEGORY:"):
            topic = _topic(first[10:])
            part.lines = part.lines[1:]
            if not part.lines:
                continue
        _one(hidden("\n".join(part.lines)), part, topic, found)
    return found.done()


def _parts(text: str) -> Iterator[_Part]:
    """Questions are divided by empty lines; braces that are still open hold them together."""
    part = _Part(1)
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare.startswith("//"):
            part.comments.append(bare)
        elif bare:
            if not part.lines:
                part.line = number
            part.lines.append(line)
            signs = hidden(line)
            depth = max(0, depth + signs.count("{") - signs.count("}"))
            if bare.upper().startswith("$CATEGORY:"):
                yield part
                part, depth = _Part(number + 1), 0
        elif part.lines and not depth:
            yield part
            part = _Part(number + 1)
    if part.lines:
        yield part


def _topic(path: str) -> str:
    names = [
        name for name in re.split(r"(?<!/)/(?!/)", path.strip()) if name not in ("", "top", "$course$", "$system$")
    ]
    return names[-1].replace("//", "/").strip() if names else ""


def _one(source: str, part: _Part, topic: str, found: Collector) -> None:
    place = Place("line", part.line)
    title = _TITLE.match(source)
    rest = source[title.end() :] if title else source
    start, end = rest.find("{"), rest.rfind("}")
    said = shown(with_format(rest)[1].strip())
    if start < 0 or end < start:
        found.leave_out(place, Why.OTHER_KIND if start < 0 else Why.NOT_UNDERSTOOD, "", said)
        return
    style, before = with_format(rest[:start])
    behind = rest[end + 1 :].strip()
    prompt, media = _text(f"{before.strip()} {_GAP} {behind}" if behind.strip() else before, style)
    answers = rest[start + 1 : end].strip()
    ids = [match for comment in part.comments for match in _COMMENT_ID.findall(comment)]
    name = ids[-1] if ids else ""
    for one in media:
        found.leave_out(place, Why.MEDIA, one, prompt)
    if match := _ORDERING.match(answers):
        items = [_formatted(row)[0] for row in answers[match.end() :].strip().split("\n")]
        known = [pair for comment in part.comments for pair in _COMMENT_EVENT.findall(comment)]
        add_events(found, place, topic, [item for item in items if item], known)
    else:
        _choice(answers, Question(name, topic, prompt, "", (), place=place), style, found)


def _choice(answers: str, question: Question, style: str, found: Collector) -> None:
    """Options with weights and feedback; what is no choice is left out with the name of its kind."""
    told, general = _feedback(answers)
    place, prompt = question.place, question.prompt
    if told.strip().upper().partition("#")[0].strip() in _TRUE:
        right = _TRUE[told.strip().upper().partition("#")[0].strip()]
        words = ("True", "False") if right else ("False", "True")
        found.add(Question(question.id, question.topic, prompt, words[0], (Wrong(words[1]),), place=place))
        return
    if kind := _other_kind(told):
        found.leave_out(place, Why.OTHER_KIND, kind, prompt)
        return
    right_ones, wrong = [], []
    for sign, weight, body in _OPTION.findall(told):
        text, _, why = body.partition("#")
        option = _formatted(text, style)[0]
        if sign == "=" or (weight and float(weight or 0) >= 100):
            right_ones.append(option)
        elif weight and float(weight) > 0:
            right_ones += [option, ""]
        else:
            wrong.append(Wrong(option, _formatted(why, style)[0] or None))
    if len(right_ones) != 1 or not prompt:
        why_not = Why.NO_QUESTION if not prompt else Why.SEVERAL_ANSWERS if right_ones else Why.NO_ANSWER
        found.leave_out(place, why_not, "", prompt)
        return
    explanation = _formatted(general, style)[0] or None
    wrong_ones = tuple(one for one in wrong if one.text)
    found.add(Question(question.id, question.topic, prompt, right_ones[0], wrong_ones, explanation, place=place))


def _feedback(answers: str) -> tuple[str, str]:
    told, _, general = answers.partition("####")
    return told, general


def _other_kind(answers: str) -> str:
    """What kind of question this is, if it is no choice; in the order in which Moodle asks."""
    if not answers:
        return "essay"
    if answers.startswith("#"):
        return "numerical"
    if "~" in answers:
        return ""
    return "matching" if "->" in answers else "short answer"


def _formatted(source: str, outer: str = "") -> tuple[str, tuple[str, ...]]:
    style, text = with_format(source)
    return _text(text, style or outer)


def _text(source: str, style: str) -> tuple[str, tuple[str, ...]]:
    """A text as a reader would have seen it, and the media in it."""
    text = shown(source).strip()
    if style == "html" or (style in ("", "moodle") and is_html(text)):
        return text_of(text)
    return text, ()
