"""Everything that is done about the players of a folder of saves; the front ends ask and tell.

What can't be written raises `NotWritableError` or `SavesError`, and then nothing was changed.
"""

import re
from dataclasses import replace
from pathlib import Path

from quizgame.saves import portable
from quizgame.saves import settings as settings_file
from quizgame.saves.keeper import Keeper
from quizgame.saves.portable import Portable
from quizgame.saves.rows import Player
from quizgame.saves.settings import Settings
from quizgame.session.clock import CHANCE, now
from quizgame.session.naming import new_name, new_sign

_AS_A_FILE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def opened_as_last_time(folder: Path) -> Keeper:
    """The saves of a folder, played by whoever played last. Raises `SavesError`."""
    keeper = Keeper(folder, now())
    wanted = settings_file.read(folder).player
    chosen = next((one for one in keeper.players if one.id == wanted), None)
    if chosen is not None and chosen.id != keeper.player:
        keeper.play_as(chosen)
    return keeper


def who_plays(keeper: Keeper) -> Player | None:
    """The player who plays; None where there is no save yet, and there can be none."""
    return next((one for one in keeper.players if one.id == keeper.player), None)


def switch(keeper: Keeper, player: Player) -> None:
    """Let another player play, now and the next time."""
    keeper.switch_to(player, now())
    _choose(keeper, settings_file.read(keeper.folder).model_copy(update={"player": player.id}))


def add(keeper: Keeper) -> Player:
    """Somebody new, who plays from now on. Whoever played alone until now gets a name too."""
    with keeper.settled(now()) as journal:
        for player in keeper.players:
            if not player.name:
                journal.rename(_named(keeper, player))
    with keeper.settled(now()) as journal:
        new = _named(keeper, Player(0, "player", "", "", ""))
        new = journal.add_player("player", new.name, new.sign, now())
    switch(keeper, new)
    return new


def rename(keeper: Keeper, player: Player) -> Player:
    """Another name from the generator, and the same sign where there was one."""
    other = _named(keeper, player)
    with keeper.settled(now()) as journal:
        journal.rename(other)
    return other


def _named(keeper: Keeper, player: Player) -> Player:
    taken = [one.name for one in keeper.players]
    sign = player.sign or new_sign((one.sign for one in keeper.players), CHANCE)
    return replace(player, name=new_name(taken, CHANCE), sign=sign)


def exported(keeper: Keeper, player: Player) -> str:
    """Everything of a player, as a file for another machine."""
    chosen = settings_file.read(keeper.folder).of(player.id)
    with keeper.settled(now()) as journal:
        return journal.exported(player.id, chosen).as_json()


def file_name(player: Player) -> str:
    """What an exported file is called, where nobody says so."""
    return f"quizgame-{player.name if _AS_A_FILE.fullmatch(player.name) else player.id}.json"


def write_export(keeper: Keeper, player: Player, path: Path) -> None:
    """Put everything of a player into a new file. Raises FileExistsError if there is one, OSError if it can't be."""
    text = exported(keeper, player)
    with path.open("x", encoding="utf-8") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            path.unlink()  # half a file is no export
            raise


def take_in(keeper: Keeper, data: bytes) -> tuple[Player, int]:
    """The player in a file, and how many of the answers in it were not here yet. Raises `ImportFault`."""
    found = portable.read(data)
    named = _free_to_have(keeper, found)
    before = {one.id for one in keeper.players}
    with keeper.settled(now()) as journal:
        player, added = journal.take_in(found, named.name, named.sign)
    if player.id not in before:
        settings = settings_file.read(keeper.folder)
        _choose(keeper, settings.with_player(player.id, found.settings))
    return player, added


def _free_to_have(keeper: Keeper, found: Portable) -> Player:
    """The name in a file, if nobody here has it."""
    player = found.player
    is_taken = player.name in {one.name for one in keeper.players}
    return _named(keeper, player) if is_taken or not player.name else player


def delete(keeper: Keeper, player: Player) -> None:
    """Delete a player for good: see `saves.deleting`."""
    settings = settings_file.read(keeper.folder).without_player(player.id)
    _choose(keeper, settings)
    keeper.delete(player.id, now())
    _choose(keeper, settings.model_copy(update={"player": keeper.player}))


def _choose(keeper: Keeper, settings: Settings) -> None:
    settings_file.write(keeper.folder, settings, now())
