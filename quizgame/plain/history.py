"""`quizgame history`: the rounds that were played last, or one of them question by question."""

from functools import partial
from pathlib import Path

from quizgame.plain.opened import refuse, with_session
from quizgame.plain.talk import say
from quizgame.session.clock import now
from quizgame.session.session import Session
from quizgame.session.wishes import Wishes
from quizgame.wording import history as told
from quizgame.wording.charts import in_columns

ROUNDS_LISTED = 20


def history(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes, number: str | None) -> int:
    """Print the last rounds, or all of the one with this number; returns the exit status."""
    return with_session(bank_folders, saves_folder, wishes, partial(_print, number=number))


def _print(session: Session, number: str | None) -> int:
    rounds = session.keeper.rounds_played(session.pack.id, ROUNDS_LISTED)
    if number is not None:
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:5]) <= len(rounds)):
            return refuse(told.no_such_round(number, len(rounds)))
        return _print_one(session, int(number))
    say(f"{session.pack.title}. {told.HISTORY if rounds else told.NO_ROUNDS_YET}")
    rows = [
        (
            str(place),
            told.moment_in_words(one.moment, now().date()),
            told.mode_in_words(one.mode),
            told.result_of(one),
            told.topics_in_words(session.pack, one),
        )
        for place, one in enumerate(rounds, 1)
    ]
    for line in in_columns(rows, (0,)):
        say(line)
    return 0


def _print_one(session: Session, number: int) -> int:
    played = session.keeper.rounds_played(session.pack.id, number)[-1]
    when = told.moment_in_words(played.moment, now().date())
    say(f"{told.mode_in_words(played.mode)}, {when}: {told.result_of(played)}.")
    for place, one in enumerate(told.looked_at(session.pack, session.keeper.answers_of(played.id)), 1):
        say()
        say(f"{one.sign} {place}. {one.asked}")
        for line in (one.given, one.right, one.source):
            if line:
                say(line)
    return 0
