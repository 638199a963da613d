"""Formats of cards, and those that hold everything: what goes out comes back."""

import sqlite3
import zipfile
from io import BytesIO

import pytest
from backports import zstd
from hypothesis import given

from quizgame.banks.dates import parse
from quizgame.exchange import cards, html_page, json_file, quizlet
from quizgame.exchange.anki import read as anki_read
from quizgame.exchange.anki import text as anki_text
from quizgame.exchange.anki import write as anki_write
from quizgame.exchange.bring import new_pack, updated
from quizgame.exchange.file import File
from quizgame.exchange.fit import is_stand_in, tidied
from quizgame.exchange.formats import WRITERS, read
from quizgame.exchange.neutral import Collector, Entry, Imported, Place, Question, Statement, UnreadableError, Word
from quizgame.exchange.reasons import Why
from quizgame.exchange.words import Words
from tests.exchange.hostile import packs
from tests.exchange.shipped import entries, shipped
from tests.often import examples

MOMENT = 1_795_000_000


def asked(pack: Imported) -> dict[str, object]:
    """What a card can say of each entry that is asked, by its id."""
    found: dict[str, object] = {}
    for entry in map(tidied, pack.entries):
        if isinstance(entry, Question):
            options = frozenset(one.text for one in entry.wrong or ())
            told = "" if is_stand_in(entry) else entry.explanation or ""
            found[entry.id] = entry.prompt, entry.answer, options, told
        elif isinstance(entry, Word):
            found[entry.id] = entry.term, entry.definition
        elif entry.date and entry.label:
            found[entry.id] = entry.date, entry.label
    return found


def test_anki_s_text_brings_back_questions_with_their_options_events_and_words() -> None:
    exported = anki_text.write(entries())
    assert exported.left_out == ()
    again = read(File("x.txt", exported.data))
    assert again.format == "anki-text"
    assert asked(again) == asked(entries())


def test_anki_s_package_brings_back_the_reasons_too() -> None:
    exported = anki_write.write(entries(), MOMENT)
    again = read(File("x.apkg", exported.data))
    assert again.format == "anki"
    assert asked(again) == asked(entries())
    whys = {entry.id: entry.wrong for entry in entries().entries if isinstance(entry, Question)}
    assert {
        entry.id: tuple((one.text, one.why or "") for one in entry.wrong or ())
        for entry in again.entries
        if isinstance(entry, Question)
    } == {name: tuple((one.text, one.why) for one in wrong or ()) for name, wrong in whys.items()}


def test_a_package_is_the_same_file_each_time() -> None:
    assert anki_write.write(entries(), MOMENT).data == anki_write.write(entries(), MOMENT).data


@pytest.mark.parametrize("name", ["anki", "anki-text", "gift", "moodle-xml", "qti", "kahoot", "gimkit", "csv", "json"])
def test_what_comes_back_unchanged_changes_nothing(name: str) -> None:
    exported = WRITERS[name].write(entries(), Words(), MOMENT)
    again = updated(read(File(f"x.{WRITERS[name].ending}", exported.data)), shipped(), "")
    assert (again.added, again.changed, again.edited_here, again.left_out) == ((), (), (), ())
    assert set(again.files) <= {".imported.json"}


@pytest.mark.parametrize("name", ["anki", "anki-text", "csv", "xlsx", "json"])
@examples(40)
@given(pack=packs())
def test_hostile_texts_come_back_or_are_named(name: str, pack: Imported) -> None:
    exported = WRITERS[name].write(pack, Words(), MOMENT)
    gone = {one.place for one in exported.left_out}
    sent = Imported("", tuple(entry for entry in pack.entries if entry.id not in gone))
    if sent.entries:
        again = read(File("x", exported.data))
        assert again.left_out == ()
        assert asked(again) == asked(sent)


def newest(package: bytes) -> bytes:
    """The same package as today's Anki writes it: the database packed, an old one with a note to update beside it."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        database = archive.read("collection.anki2")
    base = sqlite3.connect(":memory:")
    base.deserialize(database)
    base.execute("DELETE FROM notes WHERE id NOT IN (SELECT id FROM notes LIMIT 1)")
    base.commit()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki2", base.serialize())
        archive.writestr("collection.anki21b", zstd.compress(database))
        archive.writestr("meta", b"\x08\x03")
    base.close()
    return out.getvalue()


def test_the_newest_database_of_a_package_is_the_one_that_is_read() -> None:
    package = anki_write.write(entries(), MOMENT).data
    assert asked(read(File("x.apkg", newest(package)))) == asked(entries())


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda data: data[: len(data) // 2], Why.BROKEN_ARCHIVE),
        (lambda data: data[:-30], Why.BROKEN_ARCHIVE),
    ],
)
def test_a_package_that_breaks_off_is_refused(spoil: object, why: Why) -> None:
    package = spoil(anki_write.write(entries(), MOMENT).data)  # type: ignore[operator] # one of the two above
    with pytest.raises(UnreadableError) as caught:
        read(File("x.apkg", package))
    assert caught.value.why is why


def packed(**parts: bytes) -> File:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", "."), data)
    return File("x.apkg", out.getvalue())


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (packed(collection_anki2=b"no database"), Why.BROKEN_FILE),
        (packed(collection_anki2=b"SQLite format 3\0" + bytes(5000)), Why.BROKEN_FILE),
        (packed(collection_anki21b=b"\x28\xb5\x2f\xfd" + b"x" * 50), Why.BROKEN_ARCHIVE),
        (packed(collection_anki21b=b"x", meta=b"\x08\x04"), Why.NEWER_VERSION),
        (packed(collection_anki21b=zstd.compress(bytes(300_000_000))), Why.UNPACKS_TOO_LARGE),
    ],
)
def test_a_stranger_s_database_is_read_with_care(file: File, why: Why) -> None:
    with pytest.raises(UnreadableError) as caught:
        anki_read.read(file)
    assert caught.value.why is why


def card(front: str, back: str, guid: str = "") -> Entry | Why:
    found = Collector("test")
    cards.add_card(found, cards.Card(guid, "t", front, back), Place("line", 1))
    return found.entries[0] if found.entries else found.left[0].why


def test_a_foreign_card_is_a_word_an_event_or_a_question_with_a_short_answer() -> None:
    assert card("orbit", "The way round a star") == Word("", "t", "orbit", "The way round a star")
    assert card("1969-07-20", "Eagle lands") == Statement("", "t", None, "1969-07-20", "Eagle lands")
    assert card("Eagle lands", "20 July 1969") == Statement("", "t", None, "20 July 1969", "Eagle lands")
    asked_for = card("What is the capital of France?", "Paris", "g")
    assert asked_for == Word("g", "t", "Paris", "What is the capital of France?")
    assert card("The {{c1::sun}} shines", "x") is Why.CLOZE
    assert card("x", "") is Why.NO_ANSWER


def test_quizlet_has_one_line_for_each_card() -> None:
    exported = quizlet.write(entries())
    lines = exported.data.decode().splitlines()
    assert len(lines) == exported.count
    assert all(line.count("\t") == 1 for line in lines)
    assert read(File("x.txt", exported.data)).format == "quizlet"


def test_our_json_holds_everything() -> None:
    anew = new_pack(read(File("x.json", json_file.write(entries()).data)), "copy", "x.json", parse("2026-11-26"))
    assert (anew.about, anew.banks, anew.left_out) == (shipped().about, shipped().banks, ())


def test_the_page_has_every_question_and_no_tags_of_anybody_else() -> None:
    hostile = Question("q", "t", "<script>alert(1)</script> & more", "<b>", (), "x")
    page = html_page.write(
        Imported("", (*entries().entries, hostile), entries().topics, title="<i>Pack</i>"), Words()
    ).data.decode()
    assert "<script>" not in page
    assert "<i>" not in page
    assert all(entry.prompt.replace("&", "&amp;") in page for entry in entries().entries if isinstance(entry, Question))
