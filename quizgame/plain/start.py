"""Starts the line-by-line game: reads banks and saves, plays, and lets go of the saves."""

import sys
from dataclasses import replace
from pathlib import Path

from quizgame.plain.play import play
from quizgame.plain.talk import Left, read, say
from quizgame.saves.faults import SavesError
from quizgame.session.choose import WishError
from quizgame.session.clock import now
from quizgame.session.needs import by_need
from quizgame.session.players import who_plays
from quizgame.session.session import Session, open_session
from quizgame.session.wishes import ALL, Wishes
from quizgame.wording import door, lines
from quizgame.wording.packs import next_pack
from quizgame.wording.players import plays
from quizgame.wording.saving import notice_in_words, saves_error_in_words, some_not_saved
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
        if len(session.keeper.players) > 1 and (player := who_plays(session.keeper)) is not None:
            say(plays(player))
        if play(session, session.settings) and wishes.pack == ALL:
            _play_the_others(session)
    finally:
        unsaved = session.close()
    for notice in session.keeper.notices[len(at_first) :]:
        say(notice_in_words(notice))
    if unsaved:
        say(some_not_saved(session.keeper.trouble))
    return 0


def _play_the_others(session: Session) -> None:
    """A round of each of the other packs, the neediest first, as long as the player wants to go on."""
    settings, played = session.settings, {session.pack.id}
    for need in by_need(session.packs, session.keeper, now()):
        if need.pack.id in played:
            continue
        try:
            read(next_pack(need.pack, need.due))
        except Left:
            return
        session.change_pack(need.pack)
        if not play(session, replace(settings, topics=need.pack.topics)):
            return
