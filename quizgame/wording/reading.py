"""Study notes: what stands on them, and how far each of them has come."""

from quizgame.banks.models import Term
from quizgame.session.reading import Note
from quizgame.wording.answers import place_in_article
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _, counted
from quizgame.wording.progress import stage_in_words

READ = _("Read")
ALL_KNOWN = _("You know all of this section that is ever asked.")
ONLY_UNKNOWN = _("Only what you don't know yet")


def mark_of(note: Note) -> str:
    """How far a note has come: "● solid"; nothing for one that is never asked."""
    return "" if note.stage is None else stage_in_words(note.stage)


def sign_and_stage(note: Note) -> tuple[str, str]:
    """The same as a sign and a word, which may stand apart."""
    sign, _space, word = mark_of(note).partition(" ")
    return sign, word


def said_in_parts(note: Note, topic: str) -> tuple[str, str, str]:
    """What a note says: what stands out, the text, and where it is from."""
    where = place_in_article(note.said.paragraph, "" if note.home.topic == topic else note.home.title)
    if isinstance(note.said, Term):
        return note.said.term, f": {note.said.definition}", where
    date = f"{date_in_words(note.said.date)}. " if note.said.date else ""
    return date, note.said.note, where


def how_many(notes: int) -> str:
    """How much there is to read."""
    return counted(notes, "{n} note", "{n} notes")


def no_such_topic(topic: str, there: tuple[str, ...]) -> str:
    """A topic that the pack does not have."""
    return _("There is no topic “{topic}”. There is: {there}.").format(topic=topic, there=", ".join(there))
