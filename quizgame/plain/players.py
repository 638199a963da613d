"""`quizgame players`: who plays on this machine, line by line."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from quizgame.plain.talk import Left, read, say
from quizgame.saves.faults import NotWritableError, SavesError
from quizgame.saves.files import save_in
from quizgame.saves.keeper import Keeper
from quizgame.saves.portable import ImportFault
from quizgame.saves.rows import Player
from quizgame.session import players
from quizgame.session.clock import now
from quizgame.wording import players as wording
from quizgame.wording import saves
from quizgame.wording.door import refusal
from quizgame.wording.names import is_named
from quizgame.wording.saving import not_saved, notice_in_words, saves_error_in_words

CANT_BE_DONE = 2


class _CantBeDoneError(Exception):
    """Said in a sentence; nothing was changed."""


def run(folder: Path, action: str, words: Sequence[str]) -> int:
    """Do one thing about the players of a folder of saves; returns the exit status."""
    try:
        if not save_in(folder).exists() and action not in ("add", "import"):
            raise _CantBeDoneError(saves.none_here(str(folder)))
        _check_words(action, words)
        keeper = players.opened_as_last_time(folder)
        for notice in keeper.notices:
            say(notice_in_words(notice))
        try:
            _ACTIONS[action](keeper, " ".join(words))
        finally:
            keeper.close(now())
    except _CantBeDoneError as error:
        return _refused(str(error))
    except SavesError as error:
        return _refused(saves_error_in_words(error))
    except NotWritableError as error:
        return _refused(not_saved(error.trouble))
    return 0


def _refused(sentence: str) -> int:
    print(refusal(sentence), file=sys.stderr)
    return CANT_BE_DONE


def _check_words(action: str, words: Sequence[str]) -> None:
    if words and action in ("list", "add"):
        raise _CantBeDoneError(wording.too_much(action))
    if not words and action == "switch":
        raise _CantBeDoneError(wording.needs_a_player(action))
    if not words and action in ("export", "import"):
        raise _CantBeDoneError(wording.needs_a_file(action))


def _list(keeper: Keeper, _: str) -> None:
    for player in keeper.players:
        say(wording.listed(player, plays=player.id == keeper.player))


def _add(keeper: Keeper, _: str) -> None:
    say(wording.plays(players.add(keeper)))
    _list(keeper, "")


def _switch(keeper: Keeper, name: str) -> None:
    player = _named(keeper, name)
    players.switch(keeper, player)
    say(wording.plays(player))


def _rename(keeper: Keeper, name: str) -> None:
    before = _named(keeper, name) if name else _who_plays(keeper)
    say(wording.renamed(before, players.rename(keeper, before)))


def _export(keeper: Keeper, file: str) -> None:
    player, path = _who_plays(keeper), Path(file).expanduser()
    try:
        players.write_export(keeper, player, path)
    except FileExistsError:
        raise _CantBeDoneError(wording.is_there(file)) from None
    except OSError as error:
        raise _CantBeDoneError(wording.cant_be_written(file, error.strerror or str(error))) from None
    say(wording.exported(player, str(path)))


def _import(keeper: Keeper, file: str) -> None:
    try:
        player, added = players.take_in(keeper, Path(file).expanduser().read_bytes())
    except OSError as error:
        raise _CantBeDoneError(wording.cant_be_read(file, error.strerror or str(error))) from None
    except ImportFault as fault:
        raise _CantBeDoneError(wording.not_taken(fault.why, file)) from None
    say(wording.taken_in(player, added))


def _delete(keeper: Keeper, name: str) -> None:
    if not name and len(keeper.players) > 1:
        raise _CantBeDoneError(wording.needs_a_player("delete"))
    player = _named(keeper, name) if name else _who_plays(keeper)
    say(wording.before_deleting(player, str(keeper.folder)))
    try:
        typed = read(wording.type_to_delete(player))
    except Left:
        typed = ""
    if not (is_named(player, typed) or (not player.name and typed == wording.DELETE_WORD)):
        say(wording.NOTHING_DELETED)
        return
    players.delete(keeper, player)
    say(wording.deleted(player))


def _named(keeper: Keeper, name: str) -> Player:
    for player in keeper.players:
        if is_named(player, name):
            return player
    raise _CantBeDoneError(wording.no_such(name, keeper.players))


def _who_plays(keeper: Keeper) -> Player:
    player = players.who_plays(keeper)
    if player is None:
        raise _CantBeDoneError(saves.none_here(str(keeper.folder)))
    return player


_ACTIONS: dict[str, Callable[[Keeper, str], None]] = {
    "list": _list,
    "add": _add,
    "switch": _switch,
    "rename": _rename,
    "export": _export,
    "import": _import,
    "delete": _delete,
}
