"""What was derived from the answers, as rows beside them: each has a name, a value and a hash, and belongs to a player.

With them stands a tip that says what the last event was when they were written. What does not go with the last event is
never used: a program that knows nothing of it may have played in between.
"""

import functools
import hashlib
import json
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

from quizgame.saves.rows import Player

Derived = Mapping[str, str | None]
"""Names, and what is to be kept under them; None for what is to be kept no more."""
NOTHING: Derived = MappingProxyType({})
TIP = "tip"
"""The name of the tip, which is of all players."""


def tip_keeper(players: Mapping[int, Player]) -> int:
    """The player beside whom the tip stands."""
    return min(players)


def tip(connection: sqlite3.Connection, players: Mapping[int, Player]) -> str | None:
    """The tip; None if there is none, or it is damaged. This and the next ones raise `sqlite3.Error`."""
    query, keeper = "SELECT value, hash FROM derived WHERE player = ? AND name = ?", tip_keeper(players)
    for value, digest in connection.execute(query, (keeper, TIP)):
        if isinstance(value, str) and _hash(keeper, TIP, value) == digest:
            return value
    return None


def _hash(player: int, name: str, value: str | bytes) -> bytes:
    """The hash of something derived: 16 bytes."""
    start = _start(player, name, type(value).__name__)
    return hashlib.blake2b(start + (value if isinstance(value, bytes) else value.encode()), digest_size=16).digest()


@functools.lru_cache(1024)  # answers change the same parts again and again
def _start(player: int, name: str, type_: str) -> bytes:
    return json.dumps((player, name, type_), ensure_ascii=False).encode()


def write(connection: sqlite3.Connection, player: int, derived: Derived) -> None:
    """Put rows of a player in the place of those of the same names, within a transaction that somebody else ends."""
    gone = [(player, name) for name, value in derived.items() if value is None]
    if gone:
        connection.executemany("DELETE FROM derived WHERE player = ? AND name = ?", gone)
    there = [(player, name, value, _hash(player, name, value)) for name, value in derived.items() if value is not None]
    if there:
        connection.executemany("INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?)", there)


def remove(connection: sqlite3.Connection, player: int, prefix: str = "") -> None:
    """Remove a player's rows whose names begin so, within a transaction that somebody else ends."""
    query = "DELETE FROM derived WHERE player = ? AND name >= ? AND name < ?"
    connection.execute(query, (player, prefix, f"{prefix}\U0010ffff"))


def read(connection: sqlite3.Connection, player: int, prefix: str = "") -> dict[str, str]:
    """A player's rows whose names begin so. Raises ValueError if one of them is damaged."""
    query = "SELECT name, value, hash FROM derived WHERE player = ? AND name >= ? AND name < ?"
    found = connection.execute(query, (player, prefix, f"{prefix}\U0010ffff")).fetchall()
    if any(_hash(player, name, value) != digest for name, value, digest in found):
        raise ValueError("something derived is not what was written")
    return {name: value for name, value, _ in found if name != TIP}
