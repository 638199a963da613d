"""A package for Anki (`.apkg`), with the database of schema 11, which every Anki since 2013 reads.

Notes are known by their guid, so that a second import changes cards and adds none. Never a `.colpkg`: importing one
replaces all that a person has in Anki.
"""

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator

from quizgame.exchange.anki.kinds import KINDS, Kind, fields_of
from quizgame.exchange.anki.text import deck_of
from quizgame.exchange.neutral import Entry, Exported, Imported, LeftOut, Question, Remembered, Statement, Word, left
from quizgame.exchange.reasons import Why

_NO_DAY = (1980, 1, 1, 0, 0, 0)
_CSS = ".card { font-family: serif; font-size: 20px; text-align: left; } .options { margin-top: 1em; }"
_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer,
  ls integer, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text,
  sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer,
  type integer, queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer,
  odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer,
  factor integer, time integer, type integer);
CREATE TABLE graves (usn integer, oid integer, type integer);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
"""
_NAMES: dict[type, str] = {Question: "question", Statement: "event", Word: "word"}


def write(pack: Imported, moment: int) -> Exported:
    """Questions, events and words as notes. `moment`: seconds since 1970; Anki takes the newer of two versions."""
    out: list[LeftOut] = []
    notes = list(_notes(pack, out))
    decks = {deck: _number("deck", deck) for _, _, _, deck in notes}
    base = sqlite3.connect(":memory:")
    try:
        base.executescript(_SCHEMA)
        base.execute("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", _collection(decks, moment))
        for place, (entry, kind, fields, deck) in enumerate(notes):
            known = pack.memory.get((entry.fact if isinstance(entry, Question) else None) or entry.id)
            _add(base, entry, (kind, fields), (decks[deck], place, moment, _tags(entry)), known)
        base.commit()
        data = base.serialize()
    finally:
        base.close()
    out_file = io.BytesIO()
    with zipfile.ZipFile(out_file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("collection.anki2", data), ("media", b"{}")):
            archive.writestr(zipfile.ZipInfo(name, _NO_DAY), content, zipfile.ZIP_DEFLATED)
    return Exported(out_file.getvalue(), len(notes), tuple(out))


def _notes(pack: Imported, out: list[LeftOut]) -> Iterator[tuple[Entry, Kind, tuple[str, ...], str]]:
    for entry in pack.entries:
        if isinstance(entry, Question) and len(entry.wrong or ()) > 5:
            out.append(left(entry, Why.MANY_OPTIONS_THERE, "6"))
        elif found := fields_of(entry):
            yield entry, *found, deck_of(pack, entry.topic)


def _add(
    base: sqlite3.Connection,
    entry: Entry,
    note_of: tuple[Kind, tuple[str, ...]],
    where: tuple[int, int, int, str],
    known: Remembered | None,
) -> None:
    (kind, fields), (deck, place, moment, tags) = note_of, where
    guid = f"quizgame-{_NAMES[type(entry)]}-{entry.id}"
    note, card = _number("note", guid), _number("card", guid)
    check = int(hashlib.sha1(fields[0].encode("utf-8"), usedforsecurity=False).hexdigest()[:8], 16)
    values = (note, guid, kind.id, moment, -1, tags, "\x1f".join(fields), fields[0], check, 0, "")
    base.execute(f"INSERT INTO notes VALUES ({','.join('?' * 11)})", values)  # noqa: S608 - question marks only
    state = _NEW if known is None else _state(known)
    due = place + 1 if known is None else known.due_in
    row = (card, note, deck, moment, *state[:2], due, *state[2:])
    base.execute("INSERT INTO cards VALUES (?,?,?,0,?,-1,?,?,?,?,?,?,?,0,0,0,0,?)", row)


_NEW = (0, 0, 0, 0, 0, 0, "")
_REVIEW = 2


def _state(known: Remembered) -> tuple[int | str, ...]:
    """Type, queue, interval, ease, reviews, lapses, and the memory as FSRS keeps it there.

    A card that is due is counted in days from the day on which the collection began: that is the day of the export.
    """
    memory = {"s": known.stability, "d": known.difficulty, "dr": known.wanted, "lrt": known.last}
    return _REVIEW, _REVIEW, max(1, known.interval), 2500, known.reviews, known.lapses, json.dumps(memory)


def _tags(entry: Entry) -> str:
    tags = entry.tags if isinstance(entry, Statement) else ()
    return f" {' '.join(tags)} " if tags else ""


def _number(kind: str, name: str) -> int:
    """An id such as Anki makes of the milliseconds of a moment, and the same for the same name."""
    digest = hashlib.blake2b(f"{kind}\0{name}".encode(), digest_size=6).digest()
    return 1_500_000_000_000 + int.from_bytes(digest) % 200_000_000_000


def _collection(decks: dict[str, int], moment: int) -> tuple[int | str, ...]:
    models = {str(kind.id): _model(kind, moment) for kind in KINDS}
    all_decks = {"Default": 1, **decks}
    parents = {name.rsplit("::", 1)[0] for name in decks if "::" in name} - all_decks.keys()
    all_decks |= {name: _number("deck", name) for name in parents}
    told = {str(number): _deck(name, number, moment) for name, number in all_decks.items()}
    conf = {"curDeck": 1, "curModel": str(KINDS[0].id), "nextPos": 1, "sortType": "noteFld", "activeDecks": [1]}
    texts = [json.dumps(value) for value in (conf, models, told, {"1": _OPTIONS})]
    return (moment, moment * 1000, moment * 1000, *texts)


def _model(kind: Kind, moment: int) -> dict[str, object]:
    field = {"font": "Arial", "media": [], "rtl": False, "size": 20, "sticky": False}
    sides = {"qfmt": kind.front, "afmt": kind.back, "bqfmt": "", "bafmt": ""}
    return {
        "id": kind.id,
        "name": kind.name,
        "type": 0,
        "mod": moment,
        "usn": -1,
        "sortf": 0,
        "did": 1,
        "tmpls": [{"name": "Card 1", "ord": 0, "did": None, **sides}],
        "flds": [{**field, "name": name, "ord": place} for place, name in enumerate(kind.fields)],
        "css": _CSS,
        "latexPre": "",
        "latexPost": "",
        "req": [[0, "any", [0]]],
        "tags": [],
        "vers": [],
    }


def _deck(name: str, number: int, moment: int) -> dict[str, object]:
    today = {day: [0, 0] for day in ("newToday", "revToday", "lrnToday", "timeToday")}
    flags = {"dyn": 0, "collapsed": False, "browserCollapsed": False, "extendNew": 0, "extendRev": 0, "conf": 1}
    return {"id": number, "name": name, "mod": moment, "usn": -1, "desc": "", **flags, **today}


_OPTIONS: dict[str, object] = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "dyn": False,
    "new": {"bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20},
    "rev": {"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "minSpace": 1},
    "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
}
