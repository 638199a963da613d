"""A session for a command that prints and leaves."""

import sys
from collections.abc import Callable
from pathlib import Path

from quizgame.plain.talk import say
from quizgame.saves.faults import SavesError
from quizgame.session.choose import WishError
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import Wishes
from quizgame.wording.door import refusal
from quizgame.wording.saving import notice_in_words, saves_error_in_words
from quizgame.wording.wishes import wish_error_in_words

CANT_BE_DONE = 2


def with_session(
    bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, act: Callable[[Session], int]
) -> int:
    """Open banks and saves, do something with them, let go of them; returns the exit status."""
    try:
        session = open_session(bank_folders, saves_folder, wishes)
    except (WishError, SavesError) as error:
        said = wish_error_in_words(error) if isinstance(error, WishError) else saves_error_in_words(error)
        return refuse(said)
    try:
        for notice in session.keeper.notices:
            print(notice_in_words(notice), file=sys.stderr)
        return act(session)
    finally:
        session.close()


def refuse(sentence: str) -> int:
    """Say on standard error why something can't be done; returns the exit status."""
    print(refusal(sentence), file=sys.stderr)
    return CANT_BE_DONE


def say_all(heading: str, lines: list[str]) -> None:
    """A heading, the lines below it, and room after them; nothing if there are no lines."""
    if lines:
        say(heading)
        for line in lines:
            say(line)
        say()
