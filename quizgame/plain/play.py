"""The game line by line: what is played, and what is said before and after it."""

import sys
from pathlib import Path

from quizgame import __version__
from quizgame.game.play.growing import Growing
from quizgame.game.play.modes import LINES, ORDERINGS, PLANNED, RoundSettings
from quizgame.game.play.phases import Phase
from quizgame.game.play.round import Round
from quizgame.plain.playing import Playing
from quizgame.plain.sums import sum_up_line, sum_up_round
from quizgame.plain.talk import say
from quizgame.saves.faults import SavesError
from quizgame.session.choose import WishError
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import Wishes
from quizgame.wording import door, lines
from quizgame.wording.rounds import cards, line_name, why_mixed
from quizgame.wording.saving import not_saved, notice_in_words, saves_error_in_words, some_not_saved
from quizgame.wording.wishes import wish_error_in_words


def start(bank_folders: tuple[Path, ...], saves_folder: Path, wishes: Wishes) -> int:
    """Read banks and saves and play what was asked for; returns the exit status."""
    try:
        session = open_session(bank_folders, saves_folder, wishes)
    except (WishError, SavesError) as error:
        said = wish_error_in_words(error) if isinstance(error, WishError) else saves_error_in_words(error)
        print(door.refusal(said), file=sys.stderr)
        return 2
    try:
        for name in session.library.files_left_out:
            say(lines.bank_left_out(name))
        for name, count in session.library.entries_left_out.items():
            say(lines.entries_left_out(count, name))
        at_first = session.keeper.notices
        for notice in at_first:
            say(notice_in_words(notice))
        play(session, session.settings)
    finally:
        unsaved = session.close()
    for notice in session.keeper.notices[len(at_first) :]:
        say(notice_in_words(notice))
    if unsaved:
        say(some_not_saved(session.keeper.trouble))
    return 0


def play(session: Session, settings: RoundSettings) -> None:
    """A round or a line, to its end or until the player leaves."""
    if settings.mode in LINES:
        line = session.start_line(settings)
        best = session.figures.best(line.play.started.mode, line.play.scope)
        _introduce_line(session, line.play)
        if line.play.phase is not Phase.OVER:
            Playing(session, line).play()
        sum_up_line(line.play, best)
    else:
        round_ = session.start_round(settings)
        _introduce_round(session, round_.play)
        if round_.play.phase is not Phase.OVER:
            Playing(session, round_).play()
        sum_up_round(session, round_.play)


def _introduce_round(session: Session, round_: Round) -> None:
    pack, started = session.pack, round_.started
    say(f"quizgame {__version__}. {pack.title}.")
    if started.mode in lines.BEGINS:
        say(lines.BEGINS[started.mode])
    say(lines.topics_of([pack.bank(topic).title for topic in started.topics]))
    count = len(round_.questions)
    chosen = started.mode in PLANNED
    say(lines.how_many(count, started.mode) if chosen else lines.questions_and_seed(count, started.seed))
    if started.mode == ORDERINGS and round_.questions and (note := why_mixed(pack, started.topics)):
        say(note)
    _warn(session)
    say()


def _introduce_line(session: Session, game: Growing) -> None:
    say(lines.line_begins(session.pack.title, line_name(game.started.mode), cards(len(game.deck))))
    if game.given:
        say(lines.GOES_ON)
    if note := why_mixed(session.pack, game.started.topics):
        say(note)
    _warn(session)


def _warn(session: Session) -> None:
    """The content note until somebody has answered here, and whether anything stands in the way of saving."""
    if session.is_new_here and (note := session.pack.about.content_note):
        say(lines.content_note(note))
    if session.keeper.trouble:
        say(not_saved(session.keeper.trouble))
