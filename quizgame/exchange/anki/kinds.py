"""Our own kinds of notes in Anki: their fields, their cards, and what of an entry stands in which field."""

from dataclasses import dataclass
from html import escape

from quizgame.banks.told_dates import told
from quizgame.exchange.fit import is_stand_in
from quizgame.exchange.html_text import kept_spaces
from quizgame.exchange.neutral import Entry, Place, Question, Statement, Word, Wrong
from quizgame.exchange.options import mixed

MOST_WRONG = 5
_WRONG = tuple(name for at in range(1, MOST_WRONG + 1) for name in (f"Wrong {at}", f"Why {at}"))
_BACK = "{{FrontSide}}\n<hr id=answer>\n"


@dataclass(frozen=True)
class Kind:
    """A type of notes: the first of its fields is what it is known by in Anki's lists."""

    id: int
    name: str
    fields: tuple[str, ...]
    front: str
    back: str


QUESTION = Kind(
    1719000000001,
    "Quizgame question",
    ("Prompt", "Answer", "Explanation", "Options", *_WRONG),
    "{{Prompt}}\n<div class=options>{{Options}}</div>",
    _BACK + "<b>{{Answer}}</b>\n<p>{{Explanation}}</p>",
)
EVENT = Kind(1719000000002, "Quizgame event", ("Event", "Date"), "{{Event}}", _BACK + "{{Date}}")
WORD = Kind(1719000000003, "Quizgame word", ("Word", "Meaning"), "{{Word}}", _BACK + "{{Meaning}}")
KINDS = (QUESTION, EVENT, WORD)


def html_of(text: str) -> str:
    """A text as a field of Anki holds it."""
    return "<br>".join(kept_spaces(escape(line, quote=False)) for line in text.split("\n"))


def fields_of(entry: Entry) -> tuple[Kind, tuple[str, ...]] | None:
    """The kind of note of an entry and its fields; None for a fact that nobody is asked."""
    if isinstance(entry, Question):
        wrong = [text for one in entry.wrong or () for text in (one.text, one.why or "")]
        reason = "" if is_stand_in(entry) else entry.explanation or ""
        options = "<br>".join(f"• {html_of(option)}" for option in mixed(entry)[0])
        fields = [html_of(text) for text in (entry.prompt, entry.answer, reason)]
        rest = [*map(html_of, wrong), *[""] * (len(_WRONG) - len(wrong))]
        return QUESTION, (*fields, options, *rest)
    if isinstance(entry, Word):
        return WORD, (html_of(entry.term), html_of(entry.definition))
    if entry.date and entry.label:
        return EVENT, (html_of(entry.label), html_of(told(entry.date)))
    return None


def entry_of(kind: str, name: str, topic: str, texts: dict[str, str], place: Place) -> Entry | None:
    """The entry that a note of ours is, by the texts in its fields; None where a field is missing."""
    if kind == "word" and {"Word", "Meaning"} <= texts.keys():
        return Word(name, topic, texts["Word"], texts["Meaning"], place=place)
    if kind == "event" and {"Event", "Date"} <= texts.keys():
        return Statement(name, topic, None, texts["Date"], texts["Event"], place=place)
    if kind == "question" and {"Prompt", "Answer", "Wrong 1"} <= texts.keys():
        pairs = [(texts.get(f"Wrong {at}", ""), texts.get(f"Why {at}")) for at in range(1, MOST_WRONG + 1)]
        wrong = tuple(Wrong(text, why or None) for text, why in pairs if text)
        reason = texts.get("Explanation") or None
        return Question(name, topic, texts["Prompt"], texts["Answer"], wrong, reason, place=place)
    return None
