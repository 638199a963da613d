"""`quizgame read`: the outline of a pack as a map, or the study notes of a topic, each with how far it has come."""

from functools import partial
from pathlib import Path

from quizgame.banks.clean import clean
from quizgame.plain.opened import refuse, with_session
from quizgame.plain.play import play
from quizgame.plain.talk import say
from quizgame.session.reading import most, notes_of, quiz_on_unknown
from quizgame.session.session import Session
from quizgame.session.wishes import Wishes
from quizgame.wording import reading as told
from quizgame.wording.charts import bar, in_columns
from quizgame.wording.figures import percent
from quizgame.wording.progress import stage_in_words, stages_in_words
from quizgame.wording.screens import notes_heading, source_in_full

BAR_WIDTH = 10


def read_notes(
    bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, topic: str | None, *, only: bool, ask: bool
) -> int:
    """Print the map, or the notes of a topic: all, or `only` those that are not known yet; `ask` about these then.
    Returns the exit status.
    """
    act = _map if topic is None else partial(_notes, topic=topic, only=only, ask=ask)
    return with_session(bank_folders, saves_folder, wishes, act)


def _map(session: Session) -> int:
    say(session.pack.title)
    sections = session.overview()
    rows = [
        (
            one.topic,
            session.pack.bank(one.topic).title,
            bar(one.known_now, BAR_WIDTH),
            percent(round(100 * one.known_now)),
            stage_in_words(most(one)),
            stages_in_words(one.stages),
        )
        for one in sections
    ]
    for line in in_columns(rows, (3,)):
        say(line)
    return 0


def _notes(session: Session, topic: str, *, only: bool, ask: bool) -> int:
    name, topics = topic.strip().casefold(), session.pack.topics
    if name not in topics:
        return refuse(told.no_such_topic(clean(topic)[:40], topics))
    bank = session.pack.bank(name)
    say(bank.title)
    say(notes_heading(bank.section))
    notes = [note for note in notes_of(session, name) if not (only and note.is_known)]
    if not notes:
        say(told.ALL_KNOWN)
    for note in notes:
        first, text, where = told.said_in_parts(note, name)
        mark = told.mark_of(note)
        say(f"{mark + ': ' if mark else ''}{first}{text}{f' ({where})' if where else ''}")
    if source := source_in_full(session.pack.about.source):
        say(source)
    if ask and (quiz := quiz_on_unknown(session, name)) is not None:
        say()
        play(session, quiz)
    return 0
