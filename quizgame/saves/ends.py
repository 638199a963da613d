"""The ends of a save that is as a program left it: enough to go on with it, however long somebody has played.

It was closed in good order or left open by a program that was killed, nobody has touched its files since, its last rows
are what the witness names, and what was derived goes with them. Everything in between is read again while the game is
played (see `read_through`).
"""

import contextlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgame.saves import contents, derived, witness
from quizgame.saves.contents import Contents
from quizgame.saves.faults import SavesError
from quizgame.saves.rows import Player
from quizgame.saves.sqlite_errors import FAILURES
from quizgame.saves.tables import VERSION
from quizgame.saves.witness import Acknowledged


@dataclass(frozen=True, slots=True)
class Ends:
    """What is known of a save without reading it whole."""

    version: int
    players: Mapping[int, Player]
    acknowledged: Acknowledged
    """The last answer and the last mark."""


def of(found: Contents | Ends) -> Acknowledged:
    """The last answer and the last mark of a save."""
    return found.acknowledged if isinstance(found, Ends) else Acknowledged.last_of(found)


def read(path: Path, copy: Path | None = None) -> Ends | None:
    """The ends of a save, or None if it must be read whole first. What lies beside it can only be read from a copy."""
    acknowledged = witness.read(path.parent)
    if acknowledged is None or not witness.is_as_left(path):
        return None
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1" if copy is None else copy.absolute().as_uri()
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as reader:
            if reader.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                return None
            players = contents.read_players(reader, path)
            ends = contents.read_last(reader, path)
            if Acknowledged(*ends) != acknowledged or derived.tip(reader, players) != acknowledged.as_bytes().decode():
                return None
            return Ends(VERSION, players, acknowledged)
    except (*FAILURES, SavesError):
        return None  # read whole, it is said what is wrong with it
