"""`quizgame saves check` and `quizgame saves rebuild`: all that is kept is read again, and what follows from it."""

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from quizgame.banks.files.read import read_library
from quizgame.banks.pack import Pack
from quizgame.places import shipped_packs
from quizgame.plain.talk import say
from quizgame.saves.faults import NotWritableError, SavesError
from quizgame.saves.files import save_in
from quizgame.saves.journal import Journal
from quizgame.session.clock import now
from quizgame.session.figures_anew import AllDerived, are_right, figures_anew
from quizgame.wording import door, saves
from quizgame.wording.saving import not_saved, notice_in_words, saves_error_in_words

CANT_BE_DONE, WRONG = 2, 1


def check(saves_folder: Path, bank_folders: tuple[Path, ...]) -> int:
    """Read all that is kept and say whether it is what was written; returns 0 if it is, 1 if something is wrong."""
    return _with_all_of(saves_folder, bank_folders, _check)


def rebuild(saves_folder: Path, bank_folders: tuple[Path, ...]) -> int:
    """Make every figure again from the answers, and keep it; returns 0 if that could be done."""
    return _with_all_of(saves_folder, bank_folders, _rebuild)


def _with_all_of(folder: Path, bank_folders: tuple[Path, ...], act: Callable[[Journal, list[Pack]], int]) -> int:
    if not save_in(folder).exists():
        return _refused(saves.none_here(str(folder)), CANT_BE_DONE)
    packs = [files.pack for files in read_library(bank_folders, shipped=shipped_packs()).packs]
    try:
        with closing(Journal.open(folder, now(), whole=True)) as journal:
            for notice in journal.notices:
                say(notice_in_words(notice))
            return act(journal, packs)
    except SavesError as error:
        return _refused(saves_error_in_words(error), WRONG)
    except NotWritableError as error:
        return _refused(not_saved(error.trouble), CANT_BE_DONE)


def _check(journal: Journal, packs: list[Pack]) -> int:
    contents = journal.contents()
    say(saves.all_read(len(contents.players), len(contents.answers)))
    kept = _kept(journal)
    if are_right(packs, contents, kept):
        say(saves.FIGURES_AGREE)
        return WRONG if journal.notices else 0
    say(saves.FIGURES_DIFFER)
    return WRONG


def _rebuild(journal: Journal, packs: list[Pack]) -> int:
    contents = journal.contents()
    journal.put_all_derived(figures_anew(packs, contents, _kept(journal)))
    say(saves.rebuilt(len(contents.players), len(contents.answers)))
    return 0


def _kept(journal: Journal) -> AllDerived:
    return {player.id: journal.derived("", player.id) for player in journal.players()}


def _refused(sentence: str, status: int) -> int:
    print(door.refusal(sentence), file=sys.stderr)
    return status
