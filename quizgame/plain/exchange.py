"""`quizgame import` and `quizgame export`: what became of the files, on standard output."""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from quizgame.banks.files.problems import shown
from quizgame.exchange.neutral import LeftOut, Remembered
from quizgame.plain.opened import with_session
from quizgame.plain.talk import say
from quizgame.session.cant import CantExchangeError
from quizgame.session.exchanging import bring_in, send_out
from quizgame.session.remembering import remembered
from quizgame.session.wishes import Wishes
from quizgame.wording import door
from quizgame.wording import exchange as wording

_CANT_BE_DONE = 2


def bring(paths: Sequence[Path], form: str | None, into: str | None, banks: Path) -> int:
    """Read files into a pack and tell what came of them; returns the exit status."""
    today = datetime.now(UTC).astimezone().date()
    try:
        result = bring_in(
            paths, form=form, into=into, banks=banks, day=today, tell=lambda *large: say(wording.reading(*large))
        )
    except CantExchangeError as error:
        return _refuse(error)
    for name, taken_for in result.formats:
        say(wording.read_as(name, taken_for))
    brought = result.brought
    if result.folder is None:
        say(wording.NOTHING_CAME_IN)
    else:
        say((wording.new_pack if result.is_new else wording.updated_pack)(shown(result.folder)))
        say(wording.came_in(brought.counts))
        if brought.changed:
            say(wording.changed(brought.changed))
        if brought.same:
            say(wording.as_before(len(brought.same)))
        if brought.edited_here:
            say(wording.edited_here(brought.edited_here))
    _list(brought.left_out)
    if result.folder is not None and result.is_new:
        say(wording.what_now(result.folder.name))
    return 0 if result.folder else 1


def send(
    folders: tuple[Path, ...],
    form: str,
    saves: Path | None = None,
    *,
    pack: str | None,
    topics: Sequence[str],
    out: Path | None,
) -> int:
    """Write a pack for another program and tell what did not fit; returns the exit status.

    With `saves` what the player remembers goes out too; then without a name it is the pack that was played last.
    """
    act = partial(_send, folders, form, topics=topics, out=out)
    if saves is None:
        return act(pack=pack, memory=None)
    return with_session(
        folders, saves, Wishes(pack=pack), lambda session: act(pack=session.pack.id, memory=remembered(session))
    )


def _send(
    folders: tuple[Path, ...],
    form: str,
    *,
    pack: str | None,
    topics: Sequence[str],
    out: Path | None,
    memory: Mapping[str, Remembered] | None,
) -> int:
    moment, words = datetime.now(UTC).timestamp(), wording.words()
    try:
        result = send_out(folders, form, pack=pack, topics=topics, out=out, words=words, moment=moment, memory=memory)
    except CantExchangeError as error:
        return _refuse(error)
    say(wording.went_out(shown(result.path), result.count) if result.path else wording.NOTHING_GOES_OUT)
    if memory is not None and result.path:
        say(wording.with_memory(len(memory)))
    _list(result.left_out)
    return 0 if result.path else 1


def _list(left_out: Sequence[LeftOut]) -> None:
    if left_out:
        say(wording.left_out_count(len(left_out)))
        for one in left_out:
            say(f"  {wording.left_out(one)}")


def _refuse(error: CantExchangeError) -> int:
    print(door.refusal(wording.cant(error)), file=sys.stderr)
    return _CANT_BE_DONE
