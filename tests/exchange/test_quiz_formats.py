"""Each format of questions: the shipped pack goes out and comes in again with the same questions, keys and dates."""

from collections.abc import Callable

import pytest
from hypothesis import given

from quizgame.exchange import aiken
from quizgame.exchange.file import File
from quizgame.exchange.fit import tidied
from quizgame.exchange.gift import read as gift_read
from quizgame.exchange.gift import write as gift_write
from quizgame.exchange.moodle_xml import read as moodle_read
from quizgame.exchange.moodle_xml import write as moodle_write
from quizgame.exchange.neutral import Exported, Imported, Question, Statement
from quizgame.exchange.qti import read as qti_read
from quizgame.exchange.qti import write as qti_write
from quizgame.exchange.reasons import Why
from quizgame.exchange.sheets import blooket, gimkit, kahoot, wayground
from quizgame.exchange.sheets.cells import rows_of
from quizgame.exchange.words import Words
from tests.exchange.hostile import packs
from tests.exchange.shipped import entries
from tests.often import examples

Format = tuple[Callable[[Imported], Exported], Callable[[bytes], Imported]]


def text(data: bytes) -> str:
    return File("file", data).text()


FORMATS: dict[str, Format] = {
    "gift": (lambda pack: gift_write.write(pack, Words()), lambda data: gift_read.read(text(data))),
    "moodle-xml": (lambda pack: moodle_write.write(pack, Words()), moodle_read.read),
    "qti": (lambda pack: qti_write.write(pack, Words()), lambda data: qti_read.read(File("a.zip", data))),
    "aiken": (aiken.write, lambda data: aiken.read(text(data))),
    "kahoot": (kahoot.write, lambda data: kahoot.read(rows_of(File("a", data)))),
    "blooket": (blooket.write, lambda data: blooket.read(rows_of(File("a", data)))),
    "gimkit": (gimkit.write, lambda data: gimkit.read(rows_of(File("a", data)))),
    "wayground": (wayground.write, lambda data: wayground.read(rows_of(File("a", data)))),
}
WITH_IDS = ("gift", "moodle-xml", "qti")
WITH_WHYS = ("gift", "moodle-xml", "qti")
WITH_EXPLANATIONS = ("gift", "moodle-xml", "wayground", "qti")


def questions(pack: Imported) -> dict[str, tuple[str, frozenset[str]]]:
    """Answer and wrong options by prompt."""
    found = {}
    for entry in map(tidied, pack.entries):
        if isinstance(entry, Question):
            found[entry.prompt] = entry.answer, frozenset(one.text for one in entry.wrong or ())
    return found


def events(pack: Imported) -> set[tuple[str, str, str]]:
    return {
        (entry.id, entry.date, entry.label)
        for entry in pack.entries
        if isinstance(entry, Statement) and entry.date and entry.label
    }


@pytest.mark.parametrize("name", FORMATS)
def test_the_shipped_pack_comes_back(name: str) -> None:
    write, read = FORMATS[name]
    exported = write(entries())
    gone = {one.place for one in exported.left_out}
    again = read(exported.data)
    assert again.left_out == ()
    sent = Imported("", tuple(entry for entry in entries().entries if entry.id not in gone))
    assert questions(again) == questions(sent)
    assert events(again) == (events(sent) if name in ("gift", "moodle-xml", "qti") else set())
    assert exported.count == len(questions(sent)) + len(events(again))
    if name in WITH_IDS:
        assert {one.id for one in again.entries} <= {one.id for one in entries().entries}
    if name in WITH_EXPLANATIONS:
        told = {one.prompt: one.explanation for one in sent.entries if isinstance(one, Question)}
        assert {one.prompt: one.explanation for one in again.entries if isinstance(one, Question)} == told
    assert all(one.why is not Why.DOES_NOT_FIT for one in exported.left_out)


@pytest.mark.parametrize("name", FORMATS)
@examples(40)
@given(pack=packs())
def test_hostile_texts_come_back_or_are_named(name: str, pack: Imported) -> None:
    write, read = FORMATS[name]
    exported = write(pack)
    gone = {one.place for one in exported.left_out}
    sent = Imported("", tuple(entry for entry in pack.entries if entry.id not in gone), pack.topics)
    if not sent.entries:
        return
    again = read(exported.data)
    assert again.left_out == ()
    assert questions(again) == questions(sent)
    if name in WITH_WHYS:
        whys = {(one.text, one.why or "") for entry in again.entries for one in entry.wrong or ()}  # type: ignore[union-attr] # all are questions
        assert whys == {(one.text, one.why) for entry in sent.entries for one in entry.wrong or ()}  # type: ignore[union-attr] # the same
