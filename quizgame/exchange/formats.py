"""Every format by its name: how a file is read, and how a pack is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizgame.exchange import aiken, hascard, html_page, json_file, quizlet, word_list
from quizgame.exchange.anki import read as anki_read
from quizgame.exchange.anki import text as anki_text
from quizgame.exchange.anki import write as anki_write
from quizgame.exchange.file import MAX_BYTES, File
from quizgame.exchange.gift import read as gift_read
from quizgame.exchange.gift import write as gift_write
from quizgame.exchange.moodle_xml import read as moodle_read
from quizgame.exchange.moodle_xml import write as moodle_write
from quizgame.exchange.neutral import Exported, Imported, UnreadableError
from quizgame.exchange.qti import read as qti_read
from quizgame.exchange.qti import write as qti_write
from quizgame.exchange.reasons import Why
from quizgame.exchange.recognise import Recognised, recognised
from quizgame.exchange.sheets import blooket, gimkit, kahoot, own, usual, wayground
from quizgame.exchange.sheets.cells import Row, rows_of
from quizgame.exchange.words import Words

SHEETS: Mapping[str, Callable[[Sequence[Row]], Imported]] = {
    "own": own.read,
    "sheet": usual.read,
    "kahoot": kahoot.read,
    "blooket": blooket.read,
    "gimkit": gimkit.read,
    "wayground": wayground.read,
}
FILES: Mapping[str, Callable[[File], Imported]] = {
    "gift": lambda file: gift_read.read(file.text()),
    "moodle-xml": lambda file: moodle_read.read(file.data),
    "aiken": lambda file: aiken.read(file.text()),
    "open-trivia": lambda file: json_file.read(file.text()),
    "json": lambda file: json_file.read(file.text()),
    "quizlet": lambda file: quizlet.read(file.text()),
    "word-list": lambda file: word_list.read(file.text()),
    "hascard": lambda file: hascard.read(file.text()),
    "anki": anki_read.read,
    "anki-text": lambda file: anki_text.read(file.text()),
    "qti": qti_read.read,
}
READERS = (*SHEETS, *FILES)


@dataclass(frozen=True, slots=True)
class Writer:
    """How a pack goes out: the ending of the file, and what writes it, at a moment in seconds since 1970."""

    ending: str
    write: Callable[[Imported, Words, int], Exported]
    holds_memory: bool = False
    """Whether it can hold what the player remembers."""


WRITERS: Mapping[str, Writer] = {
    "gift": Writer("gift", lambda pack, words, _: gift_write.write(pack, words)),
    "moodle-xml": Writer("xml", lambda pack, words, _: moodle_write.write(pack, words)),
    "aiken": Writer("txt", lambda pack, *_: aiken.write(pack)),
    "csv": Writer("csv", lambda pack, *_: own.write_csv(pack)),
    "xlsx": Writer("xlsx", lambda pack, *_: own.write_xlsx(pack)),
    "json": Writer("json", lambda pack, *_: json_file.write(pack)),
    "anki": Writer("apkg", lambda pack, _, moment: anki_write.write(pack, moment), holds_memory=True),
    "anki-text": Writer("txt", lambda pack, *_: anki_text.write(pack)),
    "quizlet": Writer("txt", lambda pack, *_: quizlet.write(pack)),
    "kahoot": Writer("xlsx", lambda pack, *_: kahoot.write(pack)),
    "blooket": Writer("csv", lambda pack, *_: blooket.write(pack)),
    "gimkit": Writer("csv", lambda pack, *_: gimkit.write(pack)),
    "wayground": Writer("xlsx", lambda pack, *_: wayground.write(pack)),
    "qti": Writer("zip", lambda pack, words, _: qti_write.write(pack, words)),
    "html": Writer("html", lambda pack, words, _: html_page.write(pack, words)),
}


def read(file: File, name: str | None = None) -> Imported:
    """Read a file, in the format of this name or in the one it seems to have. Raises `UnreadableError`.

    What has no topic in the file gets the file's name for one.
    """
    if len(file.data) > MAX_BYTES:
        raise UnreadableError(Why.TOO_LARGE, str(MAX_BYTES // 1_000_000))
    if not file.data.strip():
        raise UnreadableError(Why.EMPTY_FILE)
    known = recognised(file) if name is None else Recognised(name)
    of_sheet = SHEETS.get(known.name)
    imported = of_sheet(known.rows or rows_of(file)) if of_sheet else FILES[known.name](file)
    title = imported.title or file.stem
    entries = tuple(entry if entry.topic else replace(entry, topic=title) for entry in imported.entries)
    return replace(imported, entries=entries, title=title)
