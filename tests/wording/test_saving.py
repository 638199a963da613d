"""What is said of saves: where, what, and what to do, in whole sentences, whatever the path contains."""

import re
from pathlib import Path

import pytest

from quizgame.saves.faults import Damage, Fault, Finding, Hindrance, Notice, Refusal, SavesError, Trouble
from quizgame.wording.saving import notice_in_words, saves_error_in_words, state_in_words, trouble_in_words

PATH = Path("/home/\x1b[31mani/saves/progress.sqlite")


def whole(sentence: str) -> str:
    """A sentence that may be printed as it is."""
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert "  " not in sentence
    return sentence


@pytest.mark.parametrize("what", Refusal)
def test_every_refusal_says_where_and_what(what: Refusal) -> None:
    sentence = whole(saves_error_in_words(SavesError(Fault(what, PATH, "page 3\x07\nis lost"))))
    assert "/home/[31mani/saves" in sentence
    assert trouble_in_words(Fault(what, PATH, "page 3\x07\nis lost")) == sentence.removesuffix(".")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (Refusal.NOT_A_FOLDER, "is a file. Choose another with --saves."),
        (Refusal.NEWER, "are from a newer quizgame. Update this one; nothing was changed."),
        (Refusal.NOT_A_SAVE, "is not a save of quizgame. It was left as it is."),
        (Refusal.DAMAGED, "is damaged: answer 3 is not what was written. Move it away to start afresh."),
        (Refusal.UNREADABLE, "can't be read: answer 3 is not what was written."),
        (Refusal.IN_USE, "Close it, or start this one with --saves and another folder."),
    ],
)
def test_a_refusal_says_what_to_do(what: Refusal, words: str) -> None:
    detail = "answer 3 is not what was written"
    assert saves_error_in_words(SavesError(Fault(what, PATH, detail))).endswith(words)


@pytest.mark.parametrize("how", Damage)
def test_every_damage_is_said_in_the_middle_of_a_sentence(how: Damage) -> None:
    sentence = whole(saves_error_in_words(SavesError(Fault(Refusal.DAMAGED, Path("saves/a"), how, 3))))
    start, end = "The save file saves/a is damaged: ", ". Move it away to start afresh."
    assert re.fullmatch(f"{start}[a-z][a-z3' ]+{end}", sentence)
    assert ("answer 3" in sentence) is (how is Damage.ANSWER)


def test_each_damage_is_said_in_its_own_words() -> None:
    said = {saves_error_in_words(SavesError(Fault(Refusal.DAMAGED, PATH, how))) for how in Damage}
    assert len(said) == len(Damage)


@pytest.mark.parametrize("what", Hindrance)
def test_every_trouble_is_the_end_of_a_sentence(what: Hindrance) -> None:
    words = trouble_in_words(Trouble(what, "Permission denied\x1b"))
    whole(f"Nothing is saved: {words}.")
    assert not words.endswith(".")


def test_known_troubles_are_said_calmly() -> None:
    assert trouble_in_words(Trouble(Hindrance.DISK_FULL)) == "the disk is full"
    assert trouble_in_words(Trouble(Hindrance.READ_ONLY)) == "the folder can't be written to"
    assert trouble_in_words(Trouble(Hindrance.OTHER, "Disk I/O error")) == "disk i/o error"


@pytest.mark.parametrize("what", Finding)
def test_every_finding_names_the_place_and_the_files(what: Finding) -> None:
    names = ("progress.sqlite-wal.put-aside-2026-11-26", "progress (\x1b[1mcopy).sqlite")
    sentence = whole(notice_in_words(Notice(what, PATH, names, 3)))
    assert "/home/[31mani/saves" in sentence
    assert "progress.sqlite-wal.put-aside-2026-11-26" in sentence
    assert "progress ([1mcopy).sqlite" in sentence


@pytest.mark.parametrize(("count", "words"), [(1, "1 answer that was kept"), (2, "2 answers that were kept")])
def test_missing_answers_are_counted(count: int, words: str) -> None:
    assert words in notice_in_words(Notice(Finding.MISSING, PATH, (), count))


def test_the_state_of_the_saves_is_said_where_there_is_something_to_say() -> None:
    assert state_in_words(None, ()) is None
    full = state_in_words(Trouble(Hindrance.DISK_FULL), ())
    assert full == "Your progress is not being saved: the disk is full. You can play on."
    both = state_in_words(Trouble(Hindrance.DISK_FULL), (Notice(Finding.MISSING, PATH, (), 2),))
    assert both is not None
    assert both.startswith(full)
    assert "2 answers" in both
