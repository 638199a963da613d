"""`quizgame timeline`: all events of a pack, for a screen reader or for paper."""

import sys
from pathlib import Path

from quizgame.banks.files.read import read_library
from quizgame.game.play.growing import events_for_line
from quizgame.plain.talk import say
from quizgame.session.choose import WishError, choose_round, packs_for
from quizgame.session.wishes import Wishes
from quizgame.wording.door import refusal
from quizgame.wording.rounds import why_mixed
from quizgame.wording.timeline import as_text
from quizgame.wording.wishes import wish_error_in_words


def timeline(bank_folders: tuple[Path, ...], wishes: Wishes) -> int:
    """Print the timeline of the topics that were wished for; returns the exit status."""
    try:
        pack = packs_for(read_library(bank_folders), wishes)[0]
        settings = choose_round(pack, wishes)
    except WishError as error:
        print(refusal(wish_error_in_words(error)), file=sys.stderr)
        return 2
    say(pack.title)
    if note := why_mixed(pack, settings.topics):
        say(note)
    for row in as_text(events_for_line(pack, settings.topics)[0]):
        say(row)
    return 0
